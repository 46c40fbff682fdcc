"""The board's next meeting: it knows the one before, and says what stands open from it."""

import pytest

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services import follow_ups
from referatdesk.services.course import postponing
from referatdesk.ui import clock
from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog


@pytest.fixture
def promised(workspace, meeting_id):
    """The meeting of 4 February, with one promise."""
    item_id = next(one.id for one in workspace.all(AgendaItem))
    workspace.apply(follow_ups.mark(workspace, item_id, "Sanne Brix indkalder til et møde")[0])
    return meeting_id


def make(dialog, qtbot, day):
    dialog.day.set_value(day)
    with qtbot.waitSignal(dialog.made) as made:
        dialog.make()
    return made.args[0]


def test_what_is_open_stands_ready(desk, promised, window, opened):
    assert "1 open follow-up from earlier" in opened(NewMeetingDialog(desk, window))._ready.text()


def test_the_meeting_before_is_linked_also_when_a_later_one_is_there_already(
    desk, workspace, promised, window, opened, qtbot
):
    make(opened(NewMeetingDialog(desk, window)), qtbot, "2027-06-03")
    between = make(opened(NewMeetingDialog(desk, window)), qtbot, "2027-04-01")
    workspace.open_meeting(between)
    assert workspace.meeting.previous_meeting_id == promised


def test_no_day_before_the_last_meeting_is_proposed_and_what_waits_is_named_at_once(
    desk, workspace, meeting_id, window, opened, monkeypatch
):
    workspace.open_meeting(meeting_id)
    item = next(one for one in workspace.all(AgendaItem))
    workspace.apply(postponing.postpone(workspace, item.id).change)
    monkeypatch.setattr(clock, "today", lambda: "2026-11-23")
    dialog = opened(NewMeetingDialog(desk, window))
    assert dialog.day.value == "2027-02-05"
    assert item.title in dialog._ready.text()


def test_a_day_that_was_chosen_stays_when_another_board_is(desk, workspace, meeting_id, window, opened):
    dialog = opened(NewMeetingDialog(desk, window))
    dialog.day.set_value("2027-09-09")
    dialog.board.changed.emit(dialog.board.value)
    assert dialog.day.value == "2027-09-09"
