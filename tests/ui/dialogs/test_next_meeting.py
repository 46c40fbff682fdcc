"""The board's next meeting: it knows the one before, and says what stands open from it."""

import pytest

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services import follow_ups
from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog


@pytest.fixture
def promised(workspace, meeting_id):
    """The meeting of 4 February, with one promise."""
    item_id = next(one.id for one in workspace.all(AgendaItem))
    workspace.apply(follow_ups.add_follow_up(workspace, item_id, "Sanne Brix indkalder til et møde")[0])
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
