"""What is undone by one key after the other: newest first, each key something that can be seen."""

import itertools

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import plain_text
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import PATIENCE_MS, settle


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
    write(upcoming, "Efter")
    assert undone(upcoming, 3) == [told, "Først.", ""]


def test_what_was_taken_back_while_typing_is_no_step_of_its_own(upcoming):
    upcoming.view.item.decision.pick(1)
    settle()
    told = decided(upcoming)
    write(upcoming, "Mere")
    assert undone(upcoming, 2) == [told, ""]
    press(upcoming, "history.redo")
    assert decided(upcoming) == told


def test_two_visits_to_a_box_are_undone_one_by_one(upcoming):
    write(upcoming, "Et.")
    press(upcoming, "view.agenda")
    write(upcoming, "To")
    assert undone(upcoming, 2) == ["Et.", ""]


SENTENCES = "Udvalget drøftede sagen. Formanden orienterede om tidsplanen."


def test_each_sentence_is_a_step_to_undo_after_the_box_was_left(upcoming):
    write(upcoming, SENTENCES)
    press(upcoming, "view.agenda")
    assert undone(upcoming, 2) == ["Udvalget drøftede sagen. ", ""]


def test_each_sentence_is_a_step_to_undo_in_the_box_and_both_go_back_over_the_same_steps(upcoming):
    write(upcoming, "Et. To. Tre. Fire.")
    assert undone(upcoming, 2) == ["Et. To. Tre. ", "Et. To. "]
    press(upcoming, "view.agenda")
    assert undone(upcoming, 2) == ["Et. ", ""]


def test_what_is_typed_after_undoing_is_a_step_of_its_own(upcoming):
    write(upcoming, "Et. To. Tre.")
    assert undone(upcoming, 1) == ["Et. To. "]
    write(upcoming, "Fire.")
    press(upcoming, "view.agenda")
    assert undone(upcoming, 3) == ["Et. To. ", "Et. ", ""]


def test_what_is_redone_in_the_box_can_be_undone_again(upcoming):
    write(upcoming, "Et. To. Tre.")
    undone(upcoming, 2)
    press(upcoming, "history.redo")
    press(upcoming, "history.redo")
    assert decided(upcoming) == "Et. To. Tre."
    press(upcoming, "view.agenda")
    assert undone(upcoming, 3) == ["Et. To. ", "Et. ", ""]


def test_no_step_of_typing_is_longer_than_a_line(upcoming):
    words = "ord " * 60
    write(upcoming, words)
    press(upcoming, "view.agenda")
    before = [words, *undone(upcoming, 5)]
    taken = [len(more) - len(less) for more, less in itertools.pairwise(before)]
    assert max(taken) <= 60
    assert before[-1] == ""


def test_a_line_and_a_rest_end_a_step(upcoming, qtbot):
    binding = upcoming.view.item.decision._binding
    binding._burst._rest.setInterval(1)
    write(upcoming, "først")
    qtbot.waitUntil(lambda: not binding._burst._rest.isActive(), timeout=PATIENCE_MS)
    write(upcoming, " så")
    QTest.keyClick(upcoming.view.item.decision.editor, Qt.Key.Key_Return)
    write(upcoming, "sidst")
    press(upcoming, "view.agenda")
    assert undone(upcoming, 3) == ["først så\n", "først", ""]


def test_what_is_undone_at_another_item_is_said_with_its_number(upcoming):
    write(upcoming, "Først.")
    press(upcoming, "items.next")
    upcoming.view.item.decision.editor.setFocus()
    press(upcoming, "history.undo")
    assert upcoming.findChild(Toast).words.startswith("Undone at item 1: edit text – ")


def test_a_rest_that_ends_a_step_hands_nothing_on_to_the_next_item(upcoming):
    write(upcoming, "Prisen er hemmelig")
    upcoming.view.item.decision._binding._burst.end()
    upcoming.view.agenda.choose(upcoming.view.agenda.item_ids[1])
    settle()
    before = decided(upcoming)
    written = []
    upcoming.desk.watch(upcoming, lambda event: written.append(repr(event)))
    write(upcoming, "Sagen blev drøftet.")
    assert written
    assert not any("hemmelig" in event for event in written)
    assert undone(upcoming, 1) == [before]
