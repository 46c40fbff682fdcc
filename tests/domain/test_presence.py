import pytest
from hypothesis import given
from hypothesis import strategies as st

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import (
    AWAY,
    IN_THE_ROOM,
    Course,
    absent_at,
    quorum_needed,
    seats,
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


def course(people, noted, items="123456"):
    return Course(people, items, noted)


def told(one, *noted, items="123456"):
    """The status at each item, in short."""
    whole = course([one], noted, items)
    return " ".join(whole.status_at(one.id, item).value for item in items)


def row(item, status, name="Merete Aaby", **times):
    return ItemAttendance(
        id=f"{name}-{item}-{status}-{times}", meeting_id="m", item_id=item, attendance_id=name, status=status, **times
    )


LATE, LEFT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY
MERETE = person("Merete Aaby")


@given(STATUSES, st.sampled_from(sorted(set(AttendanceStatus) - {LATE, LEFT})))
def test_what_is_noted_of_one_item_holds_for_that_item_alone(at_meeting, deviating):
    one = person("Merete Aaby", at_meeting)
    whole = course([one], [row("2", deviating)], "12")
    assert whole.status_at(one.id, "2") is deviating
    if at_meeting is not AttendanceStatus.PARTIAL:
        assert whole.status_at(one.id, "1") is at_meeting


def test_who_left_is_away_at_the_items_after_it():
    assert told(MERETE, row("3", LEFT)) == "present present left_early absent absent absent"


def test_who_left_is_back_from_the_item_at_which_he_came_back():
    assert told(MERETE, row("2", LEFT), row("4", LATE)) == "present left_early absent late present present"
    back = row("4", AttendanceStatus.PRESENT)
    assert told(MERETE, row("2", LEFT), back) == "present left_early absent present present present"


def test_who_came_late_was_away_at_the_items_before_it():
    assert told(MERETE, row("3", LATE)) == "absent absent late present present present"


def test_who_sent_apologies_and_came_after_all_is_there_from_then_on():
    sent = person("Merete Aaby", AttendanceStatus.ABSENT_NOTIFIED)
    assert told(sent, row("2", LATE), items="123") == "absent_notified late present"


def test_a_meeting_of_which_only_the_list_tells_a_time_has_nobody_away_at_an_item():
    assert told(person("Merete Aaby", LATE, arrived_at="12:55"), items="12") == "late late"


def test_who_came_and_left_under_one_item_was_there_for_a_part_of_it():
    came, went = row("2", LATE, from_time="13:00"), row("2", LEFT, to_time="13:20")
    assert told(MERETE, went, came, items="123") == "absent left_early absent"
    whole = course([MERETE], [went, came], "123")
    assert whole.took_part("Merete Aaby", "2")
    assert not whole.is_here("Merete Aaby", "2")


def test_who_went_out_and_came_back_under_one_item_is_there_after_it():
    went, came = row("2", LEFT, to_time="13:00"), row("2", LATE, from_time="13:20")
    whole = course([MERETE], [came, went], "123")
    assert [whole.is_here("Merete Aaby", item) for item in "123"] == [True, True, True]


def test_who_was_disqualified_is_back_at_the_next_item_and_late_all_the_same():
    noted = [row("2", AttendanceStatus.DISQUALIFIED), row("2", LATE, from_time="12:55")]
    assert told(MERETE, *noted, items="123") == "absent disqualified present"
    assert not course([MERETE], noted).is_here("Merete Aaby", "2")


@pytest.mark.parametrize(
    ("times", "here"),
    [
        ({}, True),
        ({"to_time": "13:00"}, False),
        ({"from_time": "12:50", "to_time": "13:00"}, False),
        ({"from_time": "13:10", "to_time": "13:00"}, True),
        ({"from_time": "13:10"}, True),
    ],
)
def test_a_part_of_an_item_is_over_when_its_end_has_come(times, here):
    whole = course([MERETE], [row("2", AttendanceStatus.PARTIAL, **times)])
    assert whole.is_here("Merete Aaby", "2") is here
    assert whole.took_part("Merete Aaby", "2")


def test_who_was_there_for_some_items_only_was_there_for_those():
    guest = person("Merete Aaby", AttendanceStatus.PARTIAL)
    assert told(guest, row("2", AttendanceStatus.PRESENT), items="123") == "absent present absent"
    assert course([guest], [row("2", AttendanceStatus.PRESENT)], "123").missed(guest.id) == ("1", "3")


def test_a_stand_in_called_for_one_item_sits_on_the_seat_at_that_item():
    people = [person("Palle Nørre"), person("Ida Vester", AttendanceStatus.PARTIAL, stands_in_for_id="Palle Nørre")]
    noted = [
        row("2", AttendanceStatus.DISQUALIFIED, "Palle Nørre"),
        row("2", AttendanceStatus.SUBSTITUTING, "Ida Vester"),
    ]
    whole = course(people, noted, "123")
    assert [[one.name for one in whole.here_at(item)] for item in "123"] == [
        ["Palle Nørre"],
        ["Ida Vester"],
        ["Palle Nørre"],
    ]
    assert [whole.voters_at(item) for item in "123"] == [1, 1, 1]


def test_a_seat_on_which_two_sit_has_one_vote():
    people = [person("Palle Nørre"), person("Ida Vester", stands_in_for_id="Palle Nørre")]
    assert course(people, []).voters_at("1") == 1


def test_nobody_has_said_where_somebody_is_until_he_moves():
    unknown = person("Merete Aaby", AttendanceStatus.UNKNOWN)
    assert told(unknown, items="12") == "unknown unknown"
    assert told(unknown, row("2", LEFT), items="123") == "present left_early absent"


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
    assert (seats(people), course(people, []).voters_at("1")) == (2, 2)


PEOPLE = st.lists(st.tuples(STATUSES, st.booleans()), max_size=4)
NOTED = st.lists(st.tuples(st.integers(0, 3), st.sampled_from("123"), STATUSES), max_size=6)


@given(PEOPLE, NOTED)
def test_never_more_vote_than_have_seats_and_nobody_is_both_there_and_absent(people, noted):
    listed = [person(str(place), status, has_vote=vote) for place, (status, vote) in enumerate(people)]
    whole = course(listed, [row(item, status, str(place)) for place, item, status in noted], "123")
    for item in "123":
        assert 0 <= whole.voters_at(item) <= seats(listed)
        assert not set(whole.here_at(item)) & set(whole.absent_at(item))


@pytest.mark.parametrize(("members", "needed"), [(0, 0), (1, 1), (2, 1), (3, 2), (10, 5), (11, 6)])
def test_at_least_half_of_the_seats_are_needed(members, needed):
    assert quorum_needed(board(), [person(str(number)) for number in range(members)]) == needed


def test_the_boards_own_number_comes_first():
    assert quorum_needed(board(quorum=4), [person("Merete Aaby")]) == 4
