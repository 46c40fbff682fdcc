"""The meeting led through its agenda from the window, at times of day that the tests choose."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.changes import Change, Pair
from referatdesk.domain.codes import Access, ItemStatus, MeetingStatus
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, TimeSpent
from referatdesk.services import meetings
from referatdesk.services.item import agenda
from tests.ui.window.conftest import settle
from tests.ui.window.led import items, press, said, shown, status, strip, treated


def test_on_its_day_the_strip_offers_to_begin_the_meeting(upcoming, wall):
    strip(upcoming).refresh()
    assert strip(upcoming).isVisible()
    assert strip(upcoming).go_on.text() == "Begin the meeting"
    assert not strip(upcoming).pause.isVisible()


def test_on_another_day_nothing_is_shown_of_a_meeting_that_has_not_begun(upcoming, wall):
    wall.day = "2031-01-01"
    strip(upcoming).refresh()
    assert not strip(upcoming).isVisible()


def test_one_key_begins_the_meeting_and_the_same_key_goes_on(sitting, wall, qtbot):
    first, second = items(sitting)[:2]
    assert sitting.desk.workspace.meeting.status is MeetingStatus.IN_SESSION
    assert shown(sitting) == first.id
    wall.time = "13:12:30"
    qtbot.keyClick(sitting.view.item.main_editor, Qt.Key.Key_F5)
    settle()
    assert shown(sitting) == second.id
    assert status(sitting, first.id) is ItemStatus.DONE
    assert "Item 1 took 12 min." in strip(sitting).words.text()


def test_what_the_last_item_took_is_told_for_a_minute(sitting, wall):
    wall.time = "13:12:30"
    press(sitting, "course.go_on")
    strip(sitting)._minute.timeout.emit()
    assert "took" not in strip(sitting).words.text()


def test_the_button_of_the_strip_does_what_the_key_does(sitting):
    strip(sitting).go_on.click()
    settle()
    assert treated(sitting) == items(sitting)[1].id


def test_the_keyboard_goes_to_the_text_of_the_item_that_begins(sitting):
    sitting.view.attendance.list.setFocus()
    press(sitting, "course.go_on")
    assert sitting.view.item.main_editor.hasFocus()


def test_looking_at_another_item_leaves_the_meeting_where_it_is(sitting):
    press(sitting, "items.next")
    assert (treated(sitting), shown(sitting)) == (items(sitting)[0].id, items(sitting)[1].id)
    assert strip(sitting).back.text() == "Back to item 1"
    press(sitting, "course.back")
    assert shown(sitting) == items(sitting)[0].id
    assert not strip(sitting).back.isVisible()


def test_going_on_while_another_item_is_looked_at_goes_on_from_what_is_treated(sitting):
    for _time in range(3):
        press(sitting, "items.next")
    press(sitting, "course.go_on")
    assert treated(sitting) == shown(sitting) == items(sitting)[1].id


def test_finishing_the_item_that_is_treated_takes_the_meeting_on(sitting):
    press(sitting, "items.done")
    assert treated(sitting) == shown(sitting) == items(sitting)[1].id


def test_finishing_another_item_leaves_the_meeting_where_it_is(sitting):
    press(sitting, "items.next")
    press(sitting, "items.done")
    assert treated(sitting) == items(sitting)[0].id


def test_an_item_taken_out_of_its_turn_says_so_where_it_is_to_be_printed(sitting):
    late = items(sitting)[3]
    sitting.view.agenda.choose(late.id)
    press(sitting, "course.treat")
    assert treated(sitting) == items(sitting)[1].id == late.id
    assert strip(sitting).sentence.text() == "“Punkt 4 blev behandlet før punkt 2.”"
    press(sitting, "course.note")
    assert said(sitting).endswith("Punkt 4 blev behandlet før punkt 2.")
    assert not strip(sitting).write.isVisible()


def test_a_sentence_that_the_house_does_not_print_is_not_proposed_again(sitting):
    sitting.view.agenda.choose(items(sitting)[3].id)
    press(sitting, "course.treat")
    strip(sitting).leave_out.click()
    press(sitting, "course.go_on")
    assert not strip(sitting).write.isVisible()


def test_a_break_is_counted_and_ended_by_the_same_key(sitting, wall):
    wall.time = "13:10:00"
    press(sitting, "course.pause")
    wall.time = "13:15:30"
    strip(sitting).refresh()
    assert strip(sitting).words.text().startswith("Break, 5 min.")
    press(sitting, "course.pause")
    assert strip(sitting).words.text().startswith("Item 1")


def test_the_end_expected_is_shown_in_the_strip(sitting, wall):
    for item, minutes in zip(items(sitting), ("10", "15", *("5",) * 20), strict=False):
        sitting.desk.do(agenda.set_minutes(sitting.desk.workspace, item.id, minutes))
    wall.time = "13:04:10"
    settle()
    strip(sitting).refresh()
    left = 6 + 15 + 5 * (len(items(sitting)) - 2)
    ends = f"{13 + (4 + left) // 60}.{(4 + left) % 60:02}"
    assert f"Item 1  ·  4 of 10 min.  ·  expected end at {ends}" in strip(sitting).words.text()


def test_minutes_beyond_what_was_set_aside_are_told_in_figures(sitting, wall):
    sitting.desk.do(agenda.set_minutes(sitting.desk.workspace, items(sitting)[0].id, "10"))
    wall.time = "13:13:10"
    strip(sitting).refresh()
    assert "13 of 10 min. (3 over)" in strip(sitting).words.text()


def test_coming_to_a_closed_item_warns_that_the_room_must_be_cleared(sitting):
    sitting.desk.do(agenda.set_access(sitting.desk.workspace, items(sitting)[1].id, Access.CLOSED))
    assert not strip(sitting).warning.isVisible()
    press(sitting, "course.go_on")
    assert strip(sitting).warning.text() == "Closed item: the room must be cleared of listeners"
    press(sitting, "course.go_on")
    assert not strip(sitting).warning.isVisible()
    assert said(sitting) == "The item is public: listeners may come in again."


def test_after_the_last_item_the_key_that_ends_the_meeting_is_told(sitting):
    for _item in items(sitting):
        press(sitting, "course.go_on")
    assert "Ctrl+F12" in said(sitting)
    press(sitting, "course.end")
    assert sitting.desk.workspace.meeting.status is MeetingStatus.MINUTES_DRAFT
    assert strip(sitting).sentence.text().startswith("“Mødet blev hævet kl.")


@pytest.mark.parametrize(
    ("edited", "told"),
    [
        ("", "The meeting is over, and the time in the minutes is put right."),
        (" med tak.", "The meeting is over. The minutes tell of its end already: see whether the time is right."),
    ],
)
def test_a_meeting_that_goes_on_and_ends_again_says_what_the_minutes_tell_of_it(sitting, wall, edited, told):
    workspace = sitting.desk.workspace
    wall.time = "15:42:00"
    press(sitting, "course.end")
    press(sitting, "course.note")
    if edited:
        sitting.view.agenda.choose(items(sitting)[-1].id)
        editor = sitting.view.item.main_editor
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.textCursor().deletePreviousChar()
        editor.insert_text(edited)
        sitting.desk.settle()
    sitting.desk.do(meetings.set_status(workspace, workspace.meeting.id, MeetingStatus.IN_SESSION))
    settle()
    wall.time = "16:05:00"
    press(sitting, "course.end")
    assert said(sitting).startswith(told)


def test_a_meeting_that_is_over_is_not_begun_again(sitting):
    press(sitting, "course.end")
    press(sitting, "course.go_on")
    assert sitting.desk.workspace.meeting.status is MeetingStatus.MINUTES_DRAFT
    assert "over" in said(sitting)


def test_one_undo_takes_a_step_of_the_meeting_back(sitting):
    first = items(sitting)[0].id
    press(sitting, "course.go_on")
    sitting.view.agenda.list.setFocus()
    press(sitting, "history.undo")
    assert treated(sitting) == shown(sitting) == first
    assert [one.ended for one in sitting.desk.workspace.all(TimeSpent)] == [None]


def test_an_item_is_put_off_by_one_key_and_lies_in_the_next_meeting(sitting):
    workspace = sitting.desk.workspace
    change, later = meetings.new_meeting(workspace, workspace.meeting.board_id, date="2031-03-06")
    sitting.desk.do(replace(change, step=new_id()))
    item = items(sitting)[2]
    sitting.view.agenda.choose(item.id)
    press(sitting, "course.postpone")
    assert "2031" in said(sitting)
    assert status(sitting, item.id) is ItemStatus.POSTPONED
    assert item.title in [one.title for one in workspace.records_of(later).all(AgendaItem)]


def test_an_open_item_that_is_taken_up_after_a_closed_one_tells_both_at_once(sitting):
    first, item = items(sitting)[0], items(sitting)[2]
    sitting.desk.do(agenda.set_access(sitting.desk.workspace, first.id, Access.CLOSED))
    sitting.view.agenda.choose(item.id)
    press(sitting, "course.postpone")
    press(sitting, "course.treat")
    assert said(sitting) == "Taken up again. The item is public: listeners may come in again."


def test_each_of_the_two_items_leads_to_the_other(sitting):
    workspace = sitting.desk.workspace
    change, later = meetings.new_meeting(workspace, workspace.meeting.board_id, date="2031-03-06")
    sitting.desk.do(change)
    item, here = items(sitting)[2], workspace.meeting.id
    sitting.view.agenda.choose(item.id)
    press(sitting, "course.postpone")
    assert "postponed to" in sitting.view.item.facts.text()
    press(sitting, "course.follow_item")
    assert workspace.meeting.id == later
    assert sitting.view.item.title.text().endswith(item.title)
    assert "postponed from" in sitting.view.item.facts.text()
    press(sitting, "course.follow_item")
    assert (workspace.meeting.id, shown(sitting)) == (here, item.id)


def test_an_item_without_a_next_meeting_lies_ready(sitting):
    sitting.view.agenda.choose(items(sitting)[2].id)
    press(sitting, "course.postpone")
    assert "lies ready" in said(sitting)
    press(sitting, "course.postpone")
    assert said(sitting) == "Taken up again."
    assert items(sitting)[2].status is ItemStatus.NOT_BEGUN


def test_an_item_that_was_put_off_is_decided_after_all_and_lies_ready_no_more(sitting):
    item = items(sitting)[2]
    sitting.view.agenda.choose(item.id)
    press(sitting, "course.postpone")
    press(sitting, "decisions.outcome_1")
    assert status(sitting, item.id) is not ItemStatus.POSTPONED
    assert said(sitting) == "Taken up again."
    assert "lies ready" not in sitting.view.item.facts.text()


def test_an_item_that_was_put_off_is_treated_after_all_and_its_copy_goes_in_one_step(sitting):
    workspace = sitting.desk.workspace
    change, later = meetings.new_meeting(workspace, workspace.meeting.board_id, date="2031-03-06")
    sitting.desk.do(replace(change, step=new_id()))
    item = items(sitting)[2]
    sitting.view.agenda.choose(item.id)
    press(sitting, "course.postpone")
    press(sitting, "course.treat")
    assert treated(sitting) == item.id
    assert "The copy is gone from the meeting on" in said(sitting)
    assert item.title not in [one.title for one in workspace.records_of(later).all(AgendaItem)]
    sitting.view.agenda.list.setFocus()
    press(sitting, "history.undo")
    assert status(sitting, item.id) is ItemStatus.POSTPONED
    assert item.title in [one.title for one in workspace.records_of(later).all(AgendaItem)]


def test_an_item_is_treated_together_with_the_one_that_is_treated(sitting):
    sitting.view.agenda.choose(items(sitting)[2].id)
    press(sitting, "course.together")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    settle()
    assert strip(sitting).words.text().startswith("Items 1 og 3")
    assert not strip(sitting).back.isVisible()
    press(sitting, "course.together")
    assert strip(sitting).words.text().startswith("Item 1 ")


def test_the_next_item_to_come_is_chosen_beforehand_to_be_treated_together(sitting):
    press(sitting, "course.treat")
    listed = items(sitting)
    sitting.view.agenda.choose(listed[1].id)
    press(sitting, "course.treat")
    press(sitting, "course.together")
    menu = QApplication.activePopupWidget()
    assert listed[2].title in menu.activeAction().text()
    menu.close()
    settle()


def test_minutes_are_set_aside_for_an_item(sitting, monkeypatch):
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial="": act("25"))
    press(sitting, "course.minutes")
    assert items(sitting)[0].minutes_planned == 25


def test_what_is_no_number_of_minutes_is_told(sitting, monkeypatch):
    told = []
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial="": act("et kvarter"))
    monkeypatch.setattr(sitting.desk.ask, "tell", told.append)
    press(sitting, "course.minutes")
    assert [error.code for error in told] == ["item.minutes"]


def test_the_window_is_small_enough_with_all_that_the_strip_can_show(sitting):
    for item in items(sitting):
        closed = replace(item, access=Access.CLOSED, minutes_planned=15)
        sitting.desk.do(Change("item.access", (Pair(item, closed),)))
    sitting.view.agenda.choose(items(sitting)[3].id)
    press(sitting, "course.treat")
    assert strip(sitting).write.isVisible()
    assert strip(sitting).warning.isVisible()
    size = sitting.minimumSizeHint()
    assert (size.width() <= 911, size.height() <= 512) == (True, True)


def test_the_strip_has_its_name_and_each_way_its_words(sitting):
    assert strip(sitting).accessibleName() == "Course of the meeting"
    ways = [one for one in strip(sitting).focusable() if one.isVisible()]
    assert all(way.text() or way.accessibleName() for way in ways)
    assert QApplication.focusWidget() not in ways


def test_the_buttons_of_the_strip_teach_their_keys(sitting):
    keys = {"go_on": "(F5 or Ctrl+Shift+PgDown)", "back": "(Shift+F5)", "pause": "(F12)", "write": "(Ctrl+Shift+F5)"}
    assert all(getattr(strip(sitting), name).toolTip().endswith(key) for name, key in keys.items())


def test_a_meeting_that_ends_after_midnight_can_still_be_written_about(sitting, wall):
    wall.time, wall.day = "00:10:00", "2031-01-01"
    press(sitting, "course.end")
    assert strip(sitting).isVisible()
    assert "00.10" in strip(sitting).sentence.text() or "00:10" in strip(sitting).sentence.text()


def test_the_strip_asks_nothing_of_an_archive_that_was_closed_meanwhile(sitting, wall):
    sitting.desk.workspace.close_meeting()
    sitting.desk.workspace.open_meeting(sitting.desk.workspace.meeting_rows()[0].id)
    sitting.desk.workspace.close()
    strip(sitting)._minute.timeout.emit()
