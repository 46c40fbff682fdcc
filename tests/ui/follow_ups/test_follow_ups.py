"""Promises by keys: marked where they are written, proposed in a line, lying ready at the next meeting."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.codes import FollowUpState, Precision
from referatdesk.domain.decisions import FollowUp, ItemLink
from referatdesk.ui.follow_ups.line import SENTENCES_AT_ONCE, FollowUpLine
from referatdesk.ui.follow_ups.window import FollowUpsDialog
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

PROMISE = "Merete Aaby undersøger mulighederne til næste møde."
LATE = "Sekretariatet sender et notat senest den 1. marts 2027."


@pytest.fixture
def writing(meeting, qtbot):
    """The window with the caret behind two promises at the third item."""
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    meeting.view.agenda.choose(meeting.view.agenda.item_ids[2])
    editor = meeting.view.item.main_editor
    editor.setFocus()
    editor.selectAll()
    editor.insert_text(f"Sagen blev drøftet. {PROMISE} {LATE}")
    meeting.desk.settle()
    return meeting


def kept(window):
    item_id = window.view.item.item_id
    return [one for one in window.desk.workspace.all(FollowUp) if one.item_id == item_id]


def put_caret(window, words):
    editor = window.view.item.main_editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index(words) + 3)
    editor.setTextCursor(cursor)


def test_one_key_keeps_the_sentence_at_the_caret(writing):
    put_caret(writing, PROMISE)
    QTest.keyClick(writing.view.item.main_editor, Qt.Key.Key_F8)
    (one,) = kept(writing)
    assert (one.text, one.responsible) == (PROMISE, ("Merete Aaby",))
    assert one.due_precision is Precision.NEXT_MEETING
    assert "Merete Aaby" in writing.findChild(Toast).words


def test_the_same_sentence_is_not_kept_twice(writing):
    put_caret(writing, PROMISE)
    for _press in range(2):
        writing.actions_by_id["follow_ups.mark"].trigger()
    assert len(kept(writing)) == 1


def test_one_key_keeps_the_selection(writing):
    editor = writing.view.item.main_editor
    put_caret(writing, "undersøger")
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    writing.actions_by_id["follow_ups.mark"].trigger()
    assert [one.text for one in kept(writing)] == ["ersøger"]


def test_marking_is_one_step_to_undo(writing):
    put_caret(writing, PROMISE)
    writing.actions_by_id["follow_ups.mark"].trigger()
    writing.desk.workspace.undo()
    assert kept(writing) == []


def test_without_a_sentence_it_is_said_what_to_do(writing):
    writing.view.agenda.list.setFocus()
    writing.actions_by_id["follow_ups.mark"].trigger()
    assert "caret" in writing.findChild(Toast).words
    assert kept(writing) == []


def test_promises_are_proposed_one_after_the_other_and_kept_by_one_key(writing):
    line = writing.view.item.follow_up
    line.look()
    assert line.proposal.text == PROMISE
    assert "Merete Aaby" in line.words.text()
    QTest.keyClick(writing.view.item.main_editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert [one.text for one in kept(writing)] == [PROMISE]
    assert line.proposal.text == LATE


def test_what_was_dismissed_is_not_proposed_again(writing):
    line = writing.view.item.follow_up
    line.look()
    QTest.keyClick(writing.view.item.main_editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert line.proposal.text == LATE
    line.dismiss()
    line.look()
    assert line.proposal is None
    assert not line.accept_button.isVisible()
    assert kept(writing) == []


def test_what_was_dismissed_is_not_proposed_after_a_new_start_until_it_says_something_else(writing, qtbot):
    item_id, editor = writing.view.item.item_id, writing.view.item.main_editor
    line = writing.view.item.follow_up
    line.look()
    line.dismiss()
    line.dismiss()
    anew = FollowUpLine(writing.desk)
    qtbot.addWidget(anew)
    anew.show_item(item_id)
    anew.look()
    assert anew.proposal is None
    assert PROMISE not in "".join(writing.preferences.now.dismissed_follow_ups)
    editor.selectAll()
    editor.insert_text(PROMISE.replace("mulighederne", "økonomien"))
    writing.desk.settle()
    anew.look()
    assert "økonomien" in anew.proposal.text


def test_the_line_keeps_its_room_so_that_nothing_moves(writing):
    editor, line = writing.view.item.main_editor, writing.view.item.follow_up
    line.look()
    settle()
    proposing = editor.geometry()
    line.dismiss()
    line.dismiss()
    settle()
    assert editor.geometry() == proposing


def test_an_archive_that_was_closed_meanwhile_is_not_looked_through(writing):
    writing.view.agenda.choose(writing.view.agenda.item_ids[0])
    writing.desk.workspace.close()
    writing.view.item.follow_up._pause.timeout.emit()
    assert writing.view.item.follow_up.proposal is None


def test_a_proposal_waits_for_a_pause_in_the_writing(writing, qtbot):
    line = writing.view.item.follow_up
    assert line.proposal is None
    qtbot.waitUntil(lambda: line.proposal is not None)


def test_a_long_text_is_looked_through_in_several_turns_and_the_next_item_ends_them(writing, qtbot):
    editor, line = writing.view.item.main_editor, writing.view.item.follow_up
    editor.selectAll()
    editor.insert_text("Sagen blev drøftet. " * 3 * SENTENCES_AT_ONCE + PROMISE)
    writing.desk.settle()
    line.look()
    assert line.proposal is None
    qtbot.waitUntil(lambda: line.proposal is not None)
    line.look()
    assert line.proposal.text == PROMISE
    writing.view.agenda.choose(writing.view.agenda.item_ids[0])
    settle()
    assert line.proposal is None


def test_a_promise_far_down_a_long_text_is_kept_once_however_fast_the_key_is_pressed(writing, qtbot):
    editor, line = writing.view.item.main_editor, writing.view.item.follow_up
    editor.selectAll()
    editor.insert_text("Sagen blev drøftet. " * 2 * SENTENCES_AT_ONCE + PROMISE)
    writing.desk.settle()
    line.look()
    qtbot.waitUntil(lambda: line.proposal is not None)
    line.accept()
    line.accept()
    assert [one.text for one in kept(writing)] == [PROMISE]


@pytest.fixture
def following(writing):
    """The board's next meeting, open; two promises and one of the example stand open from the one before."""
    line = writing.view.item.follow_up
    line.look()
    line.accept()
    line.accept()
    writing.open_meeting(writing.desk.workspace.meeting_rows()[0].id)
    settle()
    return writing


def show_list(window, today=date(2027, 3, 4)):
    dialog = FollowUpsDialog(window.desk, window.desk.workspace.meeting, window.view.item.item_id, today, window)
    dialog.open()
    settle()
    return dialog


def rows(dialog):
    model = dialog.table.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount() - 1)
    ]


def test_open_ones_lie_ready_at_the_next_meeting(following):
    line = following.view.item.follow_up
    line.look()
    assert line.words.text() == "3 open from earlier meetings"
    line.list_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FollowUpsDialog)
    assert {row[0] for row in rows(dialog)} > {PROMISE, LATE}
    dialog.close()


def test_how_late_it_is_is_said_in_words(following):
    dialog = show_list(following)
    when = {row[0]: row[2] for row in rows(dialog)}
    assert when[LATE] == "den 1. marts 2027 – 3 days overdue"
    assert when[PROMISE] == "til næste møde – 14 days overdue"
    dialog.close()


def test_the_days_are_not_cut_off(following):
    dialog = show_list(following, date(2026, 11, 23))
    view = dialog.table.view
    place = [column.heading for column in dialog.rows.columns].index("When")
    assert view.sizeHintForColumn(place) > 212
    assert view.columnWidth(place) >= view.sizeHintForColumn(place)
    assert view.columnWidth(0) >= 150
    dialog.close()


@pytest.mark.parametrize(("key", "state"), list(zip("1234", FollowUpState, strict=True)))
def test_a_figure_settles_one_of_an_earlier_meeting_in_one_step(following, key, state):
    dialog = show_list(following)
    QTest.keyClick(dialog.table.view, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert dialog.table.row.follow_up.state is state
    dialog.close()
    if state is not FollowUpState.OPEN:
        following.desk.workspace.undo()
    assert len(rows(show_list(following))) == 3


def test_cells_are_edited_in_the_words_of_minutes(following):
    dialog = show_list(following)
    model = dialog.table.model
    assert model.setData(model.index(0, 2), "ultimo april")
    assert model.setData(model.index(dialog.table.view.currentIndex().row(), 1), "Sanne Brix, Palle Nørre")
    one = dialog.table.row.follow_up
    assert one.responsible == ("Sanne Brix", "Palle Nørre")
    assert (one.due, one.due_raw) == ("2027-04", "ultimo april")
    dialog.close()


def test_a_report_begins_in_the_text_with_the_caret_behind_it(following):
    following.actions_by_id["follow_ups.overview"].trigger()
    dialog = QApplication.activeModalWidget()
    said = dialog.table.row.follow_up.text.rstrip(".")
    dialog.report_button.click()
    editor = following.view.item.main_editor
    assert editor.toPlainText().endswith(f"Status på opfølgning fra mødet den 4. februar 2027 (”{said}”): ")
    assert editor.textCursor().atEnd()


def test_one_is_put_on_the_agenda_and_points_back(following):
    following.actions_by_id["follow_ups.overview"].trigger()
    dialog = QApplication.activeModalWidget()
    dialog.item_button.click()
    settle()
    item_id = following.view.item.item_id
    assert following.view.item.title.text().partition(".  ")[2].startswith("Opfølgning: ")
    assert [one.item_id for one in following.desk.workspace.all(ItemLink)] == [item_id]


def test_a_new_one_is_typed_in_the_line_below_the_last(following):
    dialog = show_list(following)
    model = dialog.table.model
    assert model.setData(model.index(model.rowCount() - 1, 0), "Sanne Brix indkalder til et formøde i uge 10")
    (one,) = kept(following)
    assert (one.responsible, one.due) == (("Sanne Brix",), "2027-W10")
    dialog.close()
