import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import (
    AWAY,
    IN_THE_ROOM,
    absent_at,
    quorum_needed,
    seats,
    status_at,
    voters_present,
)

STATUSES = st.sampled_from(sorted(AttendanceStatus))


def person(name, status=AttendanceStatus.PRESENT, **values):
    return Attendance(id=name, meeting_id="m", name=name, status=status, **values)


def at_item(name, item, status):
    return ItemAttendance(id=f"{name}-{item}-{status}", meeting_id="m", item_id=item, attendance_id=name, status=status)


def board(quorum=None):
    return Board(id="b", name="Sundhedsråd Østfjord", house_style_id="s", quorum=quorum)


def test_every_status_is_here_or_away_or_said_to_be_neither():
    neither = {AttendanceStatus.UNKNOWN, AttendanceStatus.DISQUALIFIED}
    assert IN_THE_ROOM | AWAY | neither == set(AttendanceStatus)
    assert not IN_THE_ROOM & AWAY


@given(STATUSES, STATUSES)
def test_an_item_takes_the_deviation_noted_for_it_and_no_other(at_meeting, deviating):
    one = person("Merete Aaby", at_meeting)
    noted = [at_item("Merete Aaby", "2", deviating), at_item("Sanne Brix", "3", deviating)]
    assert status_at(one, "2", noted) is deviating
    assert status_at(one, "3", noted) is at_meeting


def test_the_last_deviation_noted_for_an_item_counts():
    noted = [
        at_item("Merete Aaby", "2", AttendanceStatus.DISQUALIFIED),
        at_item("Merete Aaby", "2", AttendanceStatus.LATE),
    ]
    assert status_at(person("Merete Aaby"), "2", noted) is AttendanceStatus.LATE


def test_absent_at_an_item_are_those_away_and_those_disqualified_in_the_order_of_the_list():
    people = [
        person("Merete Aaby"),
        person("Aksel Ravn Lund", AttendanceStatus.ABSENT_NOTIFIED),
        person("Sanne Brix"),
        person("Palle Nørre", AttendanceStatus.UNKNOWN),
    ]
    noted = (one for one in [at_item("Sanne Brix", "4", AttendanceStatus.DISQUALIFIED)])
    assert [one.name for one in absent_at("4", people, noted)] == ["Aksel Ravn Lund", "Sanne Brix"]
    assert [one.name for one in absent_at("5", people, [])] == ["Aksel Ravn Lund"]


def test_somebody_who_came_for_one_item_was_not_absent_there():
    late = person("Erik Dam", AttendanceStatus.ABSENT)
    assert absent_at("2", [late], [at_item("Erik Dam", "2", AttendanceStatus.PRESENT)]) == ()


def test_a_stand_in_votes_on_the_seat_of_another():
    people = [
        person("Merete Aaby"),
        person("Palle Nørre", AttendanceStatus.ABSENT_NOTIFIED),
        person("Ida Vester", AttendanceStatus.SUBSTITUTING, stands_in_for_id="Palle Nørre"),
        person("Bodil Krogh", has_vote=False),
    ]
    assert (seats(people), voters_present(people)) == (2, 2)


@given(st.lists(st.builds(lambda status, vote: person("x", status, has_vote=vote), STATUSES, st.booleans())))
def test_never_more_vote_than_have_seats(people):
    assert 0 <= voters_present(people) <= seats(people) <= len(people)


@pytest.mark.parametrize(("members", "needed"), [(0, 1), (1, 1), (2, 2), (3, 2), (10, 6), (11, 6)])
def test_more_than_half_of_the_seats_are_needed(members, needed):
    assert quorum_needed(board(), [person(str(number)) for number in range(members)]) == needed


def test_the_boards_own_number_comes_first():
    assert quorum_needed(board(quorum=4), [person("Merete Aaby")]) == 4
