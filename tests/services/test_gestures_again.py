"""Gestures that answer each other: a second one, one taken back, one for a seat that two share, one past midnight."""

import pytest

from referatdesk.domain.changes import added
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, ItemAttendance, TimeSpent
from referatdesk.services.course import course_decisions
from referatdesk.services.presence import attendance
from referatdesk.services.presence.gestures import Gesture, gesture, stated
from referatdesk.services.presence.moments import conflicts_of, course_of, moment_at
from referatdesk.services.presence.rulings import not_disqualified
from referatdesk.services.presence.stand_ins import add_stand_in, call_stand_in
from tests.services.sitting_meeting import (
    ABSENT,
    EXCUSED,
    ITEMS,
    LATE,
    LEFT,
    PRESENT,
    REMOTE,
    do,
    noted,
    now,
    sitting_meeting,
    stand_in,
    told,
)


@pytest.fixture
def sitting(records):
    return sitting_meeting(records)


def who_sits(records, *people):
    course = course_of(records, "meeting")
    return [[course.is_here(person, item) for item in ITEMS] for person in people]


def test_who_leaves_without_a_time_left_behind_his_timed_coming(sitting, apply):
    do(apply, sitting, "a-aksel", Gesture.HERE, now("three", "13:10"))
    do(apply, sitting, "a-aksel", Gesture.LEFT, now("three", None))
    assert told(sitting, "a-aksel")[3:] == [LEFT, EXCUSED]


@pytest.mark.parametrize("act", [Gesture.EXCUSED, Gesture.STAYED_AWAY])
def test_apologies_that_are_undone_leave_the_course_as_it_was(sitting, apply, act):
    do(apply, sitting, "a-aksel", Gesture.HERE, now("two", "12:50"))
    do(apply, sitting, "a-aksel", Gesture.LEFT, now("two", None))
    before = told(sitting, "a-aksel"), noted(sitting, "a-aksel")
    change = gesture(sitting, "a-aksel", act, now())
    sitting.apply(change.pairs)
    sitting.apply(change.turned.pairs)
    assert (told(sitting, "a-aksel"), noted(sitting, "a-aksel")) == before


def test_a_person_taken_off_the_list_and_brought_back_has_the_same_course(sitting, apply):
    do(apply, sitting, "a-aksel", Gesture.HERE, now("two", "12:50"))
    do(apply, sitting, "a-aksel", Gesture.LEFT, now("two", None))
    before = told(sitting, "a-aksel"), noted(sitting, "a-aksel")
    change = attendance.remove_person(sitting, "a-aksel")
    sitting.apply(change.pairs)
    sitting.apply(change.turned.pairs)
    assert (told(sitting, "a-aksel"), noted(sitting, "a-aksel")) == before


@pytest.mark.parametrize("again", [Gesture.SWITCH, Gesture.LATE])
def test_a_coming_taken_back_leaves_the_seat_to_the_stand_in(sitting, apply, again):
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now("two", "12:50")))
    before = who_sits(sitting, "a-merete", stand_in(sitting).id)
    do(apply, sitting, "a-merete", again, now("four", "13:40"))
    assert who_sits(sitting, "a-merete", stand_in(sitting).id) != before
    do(apply, sitting, "a-merete", again, now("four", "13:40"))
    assert who_sits(sitting, "a-merete", stand_in(sitting).id) == before


@pytest.mark.parametrize("back", [Gesture.HERE, Gesture.LEFT, Gesture.SWITCH])
def test_a_leaving_taken_back_gives_the_seat_back_too(sitting, apply, back):
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now("two", "12:50")))
    do(apply, sitting, "a-merete", back, now("two", "12:50"))
    assert who_sits(sitting, "a-merete", stand_in(sitting).id) == [[True] * 5, [False] * 5]
    assert conflicts_of(sitting, "meeting") == ()


def test_of_two_rulings_of_one_person_at_one_item_the_last_stands_alone(sitting, apply):
    def rulings():
        mine = (one for one in sitting.all(Disqualification) if one.attendance_id == "a-merete")
        return [one.disqualified for one in mine]

    apply(sitting, not_disqualified(sitting, "a-merete", "three"))
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    assert rulings() == [True]
    apply(sitting, not_disqualified(sitting, "a-merete", "three"))
    assert rulings() == [False]
    assert noted(sitting, "a-merete") == []


@pytest.mark.parametrize("item", ["one", "three"])
def test_a_stand_in_who_is_called_again_is_the_same_person(sitting, apply, item):
    apply(sitting, call_stand_in(sitting, "a-aksel", "Ida Vester", now("one")))
    ida = stand_in(sitting).id
    do(apply, sitting, ida, Gesture.LEFT, now("one", "12:45"))
    apply(sitting, call_stand_in(sitting, "a-aksel", "Ida Vester", now(item, "12:55")))
    assert [one.id for one in sitting.all(Attendance) if one.name == "Ida Vester"] == [ida]
    assert course_of(sitting, "meeting").is_here(ida, item)


def test_a_stand_in_who_sits_there_already_is_not_called_again(sitting, apply):
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now("two", "12:50")))
    assert not call_stand_in(sitting, "a-merete", "Ida Vester", now("three"))


def test_a_stand_in_for_one_item_is_called_for_the_rest_too(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now()))
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    do(apply, sitting, "a-merete", Gesture.LEFT)
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now()))
    assert course_of(sitting, "meeting").is_here(stand_in(sitting).id, "four")


def test_a_stand_in_who_is_entered_again_before_the_meeting_is_the_same_person(records, apply):
    apply(records, add_stand_in(records, "a-merete", "Ida Vester"))
    apply(records, attendance.set_status(records, stand_in(records).id, EXCUSED))
    apply(records, add_stand_in(records, "a-merete", " Ida Vester"))
    assert [one.status for one in records.all(Attendance) if one.name == "Ida Vester"] == [
        AttendanceStatus.SUBSTITUTING
    ]


@pytest.mark.parametrize("left_at", ["one", "two", "three"])
def test_who_left_and_comes_back_from_elsewhere_was_in_the_room_before(sitting, apply, left_at):
    do(apply, sitting, "a-merete", Gesture.LEFT, now(left_at, "12:50"))
    do(apply, sitting, "a-merete", Gesture.REMOTE, now("three", "13:10"))
    assert told(sitting, "a-merete")[ITEMS.index(left_at) - 1 if left_at != "one" else 4] is PRESENT
    assert told(sitting, "a-merete")[3] is REMOTE
    assert course_of(sitting, "meeting").is_here("a-merete", "three")


@pytest.mark.parametrize("out", [Gesture.DISQUALIFIED, Gesture.OUT])
def test_who_was_out_for_the_item_and_takes_part_from_elsewhere_is_no_longer_out(sitting, apply, out):
    do(apply, sitting, "a-merete", out)
    do(apply, sitting, "a-merete", Gesture.REMOTE)
    assert noted(sitting, "a-merete") == [("three", REMOTE, None)]
    assert [one for one in sitting.all(Disqualification) if one.attendance_id == "a-merete"] == []


def test_who_left_under_the_first_item_and_comes_back_from_elsewhere_is_remote_at_that_alone(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("one", "12:50"))
    do(apply, sitting, "a-merete", Gesture.REMOTE, now("one", "12:55"))
    assert told(sitting, "a-merete") == [REMOTE, PRESENT, PRESENT, PRESENT, PRESENT]


def test_who_was_remote_and_comes_into_the_room_was_remote_until_then(sitting, apply):
    apply(sitting, attendance.set_status(sitting, "a-merete", REMOTE))
    apply(sitting, course_decisions.withdraw(sitting, "sub"))
    do(apply, sitting, "a-merete", Gesture.HERE)
    assert told(sitting, "a-merete") == [REMOTE, REMOTE, PRESENT, PRESENT, PRESENT]
    assert noted(sitting, "a-merete") == [("one", REMOTE, None), ("two", REMOTE, None)]


def test_what_is_treated_with_the_item_that_runs_has_its_time(sitting, apply):
    apply(sitting, course_decisions.treat_together(sitting, "four", "three"))
    sitting.apply(added(TimeSpent(id="spent", meeting_id="meeting", item_id="three", began="13:00:00")))
    assert moment_at(sitting, "four", "13:10").time == "13:10"
    assert moment_at(sitting, "two", "13:10").time is None


def test_who_comes_after_midnight_is_there_from_then_on(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("three", "23:50"))
    do(apply, sitting, "a-merete", Gesture.HERE, now("three", "00:10"))
    assert course_of(sitting, "meeting").is_here("a-merete", "three")


@pytest.mark.parametrize(("came", "left", "here"), [("23:50", "00:10", False), ("00:10", "23:50", True)])
def test_a_part_of_an_item_may_end_after_midnight(sitting, came, left, here):
    row = ItemAttendance(
        id="part",
        meeting_id="meeting",
        item_id="three",
        attendance_id="a-merete",
        status=AttendanceStatus.PARTIAL,
        from_time=came,
        to_time=left,
    )
    sitting.apply(added(row))
    assert course_of(sitting, "meeting").is_here("a-merete", "three") is here


def test_who_is_disqualified_from_the_whole_meeting_and_comes_back_is_present(sitting, apply):
    apply(sitting, attendance.set_status(sitting, "a-merete", AttendanceStatus.DISQUALIFIED))
    do(apply, sitting, "a-merete", Gesture.HERE, now("two", "12:50"))
    assert told(sitting, "a-merete") == [ABSENT, LATE, PRESENT, PRESENT, PRESENT]


def test_a_coming_back_that_is_noted_earlier_afterwards_takes_the_place_of_the_later_one(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("two", "12:50"))
    do(apply, sitting, "a-merete", Gesture.HERE, now("four", "13:30"))
    do(apply, sitting, "a-merete", Gesture.HERE, now("three", None))
    assert noted(sitting, "a-merete") == [("two", LEFT, "12:50"), ("three", LATE, None)]


def test_a_leaving_that_is_noted_earlier_afterwards_takes_the_place_of_the_later_one(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("four", "13:30"))
    do(apply, sitting, "a-merete", Gesture.LEFT, now("two", None))
    assert noted(sitting, "a-merete") == [("two", LEFT, None)]


def test_a_later_going_stays_where_something_lies_between(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("two", "12:50"))
    do(apply, sitting, "a-merete", Gesture.HERE, now("three", "13:10"))
    do(apply, sitting, "a-merete", Gesture.LEFT, now("four", "13:30"))
    do(apply, sitting, "a-merete", Gesture.LEFT, now("one", None))
    assert noted(sitting, "a-merete") == [("three", LATE, "13:10"), ("four", LEFT, "13:30"), ("one", LEFT, None)]


@pytest.mark.parametrize(
    "act", [Gesture.LEFT, Gesture.EXCUSED, Gesture.STAYED_AWAY, Gesture.DISQUALIFIED, Gesture.REMOTE]
)
def test_what_is_stated_again_stays(sitting, apply, act):
    apply(sitting, stated(sitting, "a-merete", act, now()))
    before = told(sitting, "a-merete")
    assert not stated(sitting, "a-merete", act, now("three", "13:20"))
    apply(sitting, stated(sitting, "a-merete", Gesture.HERE, now("three", "13:20")))
    assert told(sitting, "a-merete") != before


def test_of_somebody_who_has_left_it_is_not_stated_that_he_leaves_at_a_later_item(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("two", "12:50"))
    assert not stated(sitting, "a-merete", Gesture.LEFT, now())
    assert not stated(sitting, "a-merete", Gesture.DISQUALIFIED, now())
