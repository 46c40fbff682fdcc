"""An archive that is open for reading only: all of it can be read and printed, and nothing of it changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.archive.events import Applied
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.output import exporting
from referatdesk.ui.actions import ACTIONS, may_change
from referatdesk.ui.asking.message import Confirmation
from referatdesk.ui.dialogs.export import ExportDialog
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

REFUSED = "The archive is open for reading only. Nothing is changed."


def everything(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


@pytest.fixture
def held(archive):
    """The archive, open in another window."""
    other = Workspace.open(archive, lambda call: call())
    yield other
    other.close()


@pytest.fixture
def looked_at(opened, archive):
    """A window that reads the archive only, with the meeting that was read in; what it is told to change is noted."""
    window = opened(archive, only_view=True)
    window.open_meeting(window.desk.workspace.meeting_rows()[-1].id)
    settle()
    window.applied = []
    window.desk.watch(window.start, lambda event: window.applied.append(event) if isinstance(event, Applied) else None)
    return window


def said(window):
    toast = window.findChild(Toast)
    words = toast.words if toast is not None and toast.isVisible() else ""
    if toast is not None:
        toast.hide()
    return words


def test_it_says_so_all_the_time(looked_at):
    for _round in range(2):
        assert "Reading only" in looked_at.windowTitle()
        assert looked_at.notices["only_view"].isVisible()
        looked_at.show_start()
        settle()


def test_no_command_changes_anything(looked_at, archive):
    before = everything(archive.parent)
    for spec in (spec for spec in ACTIONS if may_change(spec)):
        action = looked_at.actions_by_id[spec.id]
        if action.isEnabled():
            action.trigger()
            assert said(looked_at) == REFUSED, spec.id
    settle()
    assert QApplication.activeModalWidget() is None
    assert looked_at.applied == []
    assert everything(archive.parent) == before


def test_no_box_takes_a_word(looked_at):
    boxes = [*looked_at.view.findChildren(RichTextEdit), *looked_at.view.findChildren(QLineEdit)]
    assert len(boxes) >= 4
    for box in boxes:
        before = box.toPlainText() if isinstance(box, RichTextEdit) else box.text()
        QTest.keyClicks(box, "Afvist. ")
        QApplication.clipboard().setText("indsat")
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(box, Qt.Key.Key_Return)
        QTest.keyClick(box, Qt.Key.Key_Backspace)
        assert (box.toPlainText() if isinstance(box, RichTextEdit) else box.text()) == before
        assert said(looked_at) == REFUSED
    looked_at.desk.settle()
    assert looked_at.applied == []


def test_words_are_found(looked_at):
    looked_at.actions_by_id["writing.find"].trigger()
    settle()
    QTest.keyClicks(QApplication.focusWidget(), "Klitved")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    bar = looked_at.view.writing.finder()
    assert bar.count.text().startswith("1 of ")
    assert said(looked_at) == ""
    assert looked_at.applied == []


def test_no_box_asks_for_words(looked_at):
    boxes = [*looked_at.view.findChildren(RichTextEdit), *looked_at.view.findChildren(QLineEdit)]
    assert {box.placeholderText() for box in boxes} == {""}


def test_a_click_that_would_change_something_leaves_what_is_shown_as_it_is(looked_at):
    chips = looked_at.view.findChildren(Chip)
    before = [chip.isChecked() for chip in chips]
    next(chip for chip in chips if not chip.isChecked()).click()
    settle()
    assert [chip.isChecked() for chip in chips] == before
    assert said(looked_at) == REFUSED
    QTest.keyClick(looked_at.view.attendance.list, Qt.Key.Key_A)
    assert said(looked_at) == REFUSED
    assert looked_at.applied == []


def test_the_text_can_be_marked_and_copied_by_keys(looked_at):
    editor = looked_at.view.item.decision.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == editor.toPlainText() != ""
    assert said(looked_at) == ""


def test_the_items_can_be_gone_through_and_the_meeting_exported(looked_at, tmp_path):
    looked_at.actions_by_id["items.next"].trigger()
    assert looked_at.view.agenda.current == looked_at.view.agenda.item_ids[1]
    looked_at.actions_by_id["meetings.export"].trigger()
    looked_at.findChild(ExportDialog).reject()
    workspace = looked_at.desk.workspace
    records = workspace.records_of(workspace.meeting.id)
    target = tmp_path / "referat.docx"
    exporting.export(exporting.prepare(records, workspace.meeting.id, contents=workspace.content), target)
    assert target.stat().st_size > 10_000


def test_what_another_window_holds_is_offered_for_reading_and_taken_over_once_it_is_free(opened, archive, tmp_path):
    other = tmp_path / "andet.referatdesk"
    Workspace.create(other, lambda call: call()).close()
    window = opened(other)
    holder = Workspace.open(archive, lambda call: call())
    window.archives.open(archive)
    offered = window.findChild(Confirmation)
    assert window.desk.workspace.path == other
    holder.close()
    offered.yes.click()
    settle()
    assert window.desk.workspace.path == archive
    assert window.desk.workspace.is_view
    next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Open anew").click()
    settle()
    assert not window.desk.workspace.is_view
    assert "only_view" not in window.notices
    assert window.desk.workspace.all(AgendaItem) or window.desk.workspace.meeting_rows()


def test_a_read_only_window_does_not_stand_in_the_way_of_who_writes(looked_at, held):
    assert held.flush(5)
    next(one for one in looked_at.notices.findChildren(QPushButton) if one.text() == "Open anew").click()
    settle()
    assert looked_at.desk.workspace.is_view
