"""What is undone by one key after the other: newest first, each key something that can be seen."""

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import plain_text
from tests.ui.window.conftest import settle


def press(window, action_id):
    window.actions_by_id[action_id].trigger()
    settle()


def decided(window):
    window.desk.settle()
    text = window.desk.workspace.text(window.view.item.item_id)
    return "\n".join(plain_text(section.blocks) for section in text.of_kind(SectionKind.DECISION))


def write(window, words):
    editor = window.view.item.decision.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, words)
    window.desk.settle()


def undone(window, times):
    states = []
    for _time in range(times):
        press(window, "history.undo")
        states.append(decided(window))
    return states


def test_typing_a_key_and_typing_are_undone_newest_first(upcoming):
    write(upcoming, "Først.")
    upcoming.view.item.decision.pick(3)
    settle()
    told = decided(upcoming)
    assert told != "Først."
    write(upcoming, " Efter.")
    assert undone(upcoming, 3) == [told, "Først.", ""]


def test_what_was_taken_back_while_typing_is_no_step_of_its_own(upcoming):
    upcoming.view.item.decision.pick(1)
    settle()
    told = decided(upcoming)
    write(upcoming, " Og mere.")
    assert undone(upcoming, 2) == [told, ""]
    press(upcoming, "history.redo")
    assert decided(upcoming) == told


def test_two_visits_to_a_box_are_undone_one_by_one(upcoming):
    write(upcoming, "Et.")
    press(upcoming, "view.agenda")
    write(upcoming, " To.")
    assert undone(upcoming, 2) == ["Et.", ""]
