"""The follow-ups of a board over all its meetings, none of which is loaded for it."""

from datetime import date

import pytest

from referatdesk.domain.codes import FollowUpState, Precision
from referatdesk.domain.decisions import FollowUp
from referatdesk.services import follow_ups, meetings
from referatdesk.services.item import agenda
from referatdesk.services.open_follow_ups import BoardFollowUps
from tests.services.desk import Desk


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "møder.referatdesk").fill()
    yield desk
    desk.close()


@pytest.fixture
def following(desk):
    """The board's next meeting, open; the one before has one promise for the next meeting and one for March."""
    workspace = desk.workspace
    change, _new = follow_ups.mark(workspace, "three", "Sanne Brix undersøger sagen til næste møde.")
    workspace.apply(change)
    change, _new = follow_ups.mark(workspace, "three", "Brev til borgerne inden 1. marts 2027")
    workspace.apply(change)
    board_id = workspace.meeting.board_id
    change, meeting_id = meetings.new_meeting(
        workspace, board_id, date="2027-05-06", previous_meeting_id=workspace.meeting.id
    )
    workspace.apply(change)
    workspace.open_meeting(meeting_id)
    return workspace


def open_ones(workspace):
    return BoardFollowUps(workspace, workspace.meeting).from_earlier()


@pytest.mark.parametrize("on_disk", [False, True])
def test_the_open_ones_of_earlier_meetings_lie_ready_in_the_next_one(desk, following, on_disk):
    if on_disk:
        desk.save()
        desk.settle()
    found = open_ones(following)
    assert [(one.follow_up.text, one.last_day) for one in found][:2] == [
        ("Brev til borgerne inden 1. marts 2027", date(2027, 3, 1)),
        ("Sanne Brix undersøger sagen til næste møde.", date(2027, 5, 6)),
    ]
    assert {one.said_on for one in found} == {"2027-02-04"}
    assert following.all(FollowUp) == []


def test_what_is_settled_from_the_next_meeting_is_one_step_to_undo(following):
    one = open_ones(following)[0].follow_up
    following.apply(follow_ups.set_state(one, FollowUpState.DONE))
    assert one.id not in [other.follow_up.id for other in open_ones(following)]
    following.undo()
    assert one in [other.follow_up for other in open_ones(following)]


def test_one_in_progress_is_still_open(following):
    one = open_ones(following)[0].follow_up
    following.apply(follow_ups.set_state(one, FollowUpState.IN_PROGRESS))
    assert open_ones(following)[0].follow_up.state is FollowUpState.IN_PROGRESS


def test_a_meeting_that_is_taken_away_takes_its_promises_along(following):
    following.apply(meetings.remove_meeting(following.records_of("meeting"), "meeting"))
    assert open_ones(following) == []


def test_promises_of_later_meetings_and_of_other_boards_are_not_listed(desk, following):
    here = following.meeting.id
    change, item_id = agenda.add_item(following, here, "Nyt punkt")
    following.apply(change)
    following.apply(follow_ups.mark(following, item_id, "Senere")[0])
    following.open_meeting("meeting")
    assert "Senere" not in [one.follow_up.text for one in open_ones(following)]


def test_lateness_is_counted_in_days(following):
    letter, visit = open_ones(following)[:2]
    assert letter.days_late(date(2027, 3, 4)) == 3
    assert letter.days_late(date(2027, 3, 1)) == 0
    assert visit.follow_up.due_precision is Precision.NEXT_MEETING
    assert visit.days_late(date(2027, 5, 7)) == 1


def test_the_next_meeting_has_no_day_until_there_is_one(desk):
    workspace = desk.workspace
    change, new = follow_ups.mark(workspace, "three", "Sanne Brix undersøger sagen til næste møde.")
    workspace.apply(change)
    listed = BoardFollowUps(workspace, workspace.meeting).of_meeting()
    one = next(one for one in listed if one.follow_up.id == new)
    assert one.days_late(date(2030, 1, 1)) is None
