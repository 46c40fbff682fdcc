"""A title is changed where it stands in the agenda, with all of it in sight."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.ui.panes.title_editor import TitleEditor
from tests.ui.window.conftest import settle


def titles(window):
    return [row.title for row in window.view.agenda._model.rows]


def test_a_long_title_is_renamed_with_all_of_it_in_sight(upcoming):
    upcoming.actions_by_id["items.rename"].trigger()
    settle()
    editor = upcoming.view.agenda.list.findChild(TitleEditor)
    assert editor.title == titles(upcoming)[0]
    QTest.keyClicks(editor, "Forventninger til samarbejdet om de mest sårbare borgere")
    assert editor.document().size().height() > 1
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert titles(upcoming)[0] == "Forventninger til samarbejdet om de mest sårbare borgere"


def test_escape_leaves_a_title_as_it_was(upcoming):
    before = titles(upcoming)
    upcoming.actions_by_id["items.rename"].trigger()
    settle()
    editor = upcoming.view.agenda.list.findChild(TitleEditor)
    QTest.keyClicks(editor, "Noget andet")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert titles(upcoming) == before


def test_lines_pasted_into_a_title_become_one(upcoming, qapp):
    upcoming.actions_by_id["items.rename"].trigger()
    settle()
    editor = upcoming.view.agenda.list.findChild(TitleEditor)
    qapp.clipboard().setText("Status fra\nindsatserne\n")
    editor.paste()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert titles(upcoming)[0] == "Status fra indsatserne"
