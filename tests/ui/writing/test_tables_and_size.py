"""Rows and columns by keys and menus, and the size of the text by the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.richtext import paragraph
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.usefixtures("no_dictionary")


@pytest.fixture
def editor(meeting):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph("før"),))
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    return editor


def rows(editor):
    (table,) = [block.table for block in editor.blocks() if block.table is not None]
    return [[" ".join(block.text for block in cell.blocks) for cell in row] for row in table.rows]


def test_a_table_is_made_filled_and_grown_by_keys(meeting, editor):
    act = meeting.actions_by_id
    act["text.table"].trigger()
    for words in ("a", "b", "c"):
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    act["tables.row_below"].trigger()
    assert rows(editor) == [["a", "b", "c"], ["", "", ""], ["", "", ""], ["", "", ""]]
    act["tables.column"].trigger()
    assert len(rows(editor)[0]) == 4
    act["tables.remove_column"].trigger()
    act["tables.remove_row"].trigger()
    act["tables.row_above"].trigger()
    assert len(rows(editor)) == 4
    editor.undo()
    assert len(rows(editor)) == 3


def test_the_arrow_leads_out_below_a_table(meeting, editor):
    meeting.actions_by_id["text.table"].trigger()
    for _row in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClicks(editor, "efter")
    assert editor.blocks()[-1].text == "efter"


def test_without_a_table_its_keys_say_so(meeting, editor):
    meeting.actions_by_id["tables.row_below"].trigger()
    assert meeting.findChild(Toast).words == "Put the caret into the table first."


def turn(editor, by, modifiers):
    place = QPointF(20, 20)
    event = QWheelEvent(
        place,
        editor.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.viewport(), event)
    settle()


def test_ctrl_and_the_wheel_make_the_text_larger_and_smaller(meeting, editor):
    now = meeting.preferences.now.text_size
    turn(editor, 120, Qt.KeyboardModifier.ControlModifier)
    assert meeting.preferences.now.text_size == now + 1
    turn(editor, -60, Qt.KeyboardModifier.ControlModifier)
    assert meeting.preferences.now.text_size == now + 1
    turn(editor, -60, Qt.KeyboardModifier.ControlModifier)
    assert meeting.preferences.now.text_size == now
    turn(editor, 120, Qt.KeyboardModifier.NoModifier)
    assert meeting.preferences.now.text_size == now
