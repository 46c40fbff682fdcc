"""What each gesture does to somebody who stands as he stands: in the archive, and so for the course of the meeting."""

import pytest

from referatdesk.domain.changes import added, removed
from referatdesk.domain.codes import AttendanceStatus, ItemStatus
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, TimeSpent
from referatdesk.services import meetings
from referatdesk.services.course import treating
from referatdesk.services.item import agenda
from referatdesk.services.presence import attendance
from referatdesk.services.presence.gestures import Gesture, gesture
from referatdesk.services.presence.moments import Moment, conflicts_of, course_of, has_begun, moment_at
from referatdesk.services.presence.stand_ins import call_stand_in
from tests.services.fictional_archive import everything
from tests.services.sitting_meeting import (
    ABSENT,
    EXCUSED,
    ITEMS,
    LATE,
    LEFT,
    PRESENT,
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


BEFORE = Moment("three", "12:25")


def test_who_leaves_is_away_from_the_next_item_on(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT)
    assert noted(sitting, "a-merete") == [("three", LEFT, "13:10")]
    assert told(sitting, "a-merete") == [PRESENT, PRESENT, PRESENT, LEFT, ABSENT]
    assert not course_of(sitting, "meeting").is_here("a-merete", "three")


@pytest.mark.parametrize("back", [Gesture.HERE, Gesture.LATE, Gesture.SWITCH])
def test_who_left_comes_back_at_a_later_item(sitting, apply, back):
    do(apply, sitting, "a-merete", Gesture.LEFT, now("one", "12:40"))
    do(apply, sitting, "a-merete", back)
    assert told(sitting, "a-merete") == [LEFT, ABSENT, ABSENT, LATE, PRESENT]
    assert noted(sitting, "a-merete")[1] == ("three", LATE, "13:10")


@pytest.mark.parametrize("came", [Gesture.HERE, Gesture.LATE, Gesture.SWITCH])
def test_who_sent_apologies_and_comes_is_late_at_this_item(sitting, apply, came):
    do(apply, sitting, "a-aksel", came)
    assert noted(sitting, "a-aksel") == [("three", LATE, "13:10")]
    assert told(sitting, "a-aksel") == [EXCUSED, EXCUSED, EXCUSED, LATE, PRESENT]


@pytest.mark.parametrize(
    ("act", "again"),
    [
        (Gesture.LEFT, Gesture.LEFT),
        (Gesture.LEFT, Gesture.HERE),
        (Gesture.SWITCH, Gesture.SWITCH),
        (Gesture.DISQUALIFIED, Gesture.DISQUALIFIED),
        (Gesture.DISQUALIFIED, Gesture.HERE),
        (Gesture.DISQUALIFIED, Gesture.SWITCH),
        (Gesture.REMOTE, Gesture.REMOTE),
        (Gesture.REMOTE, Gesture.HERE),
        (Gesture.OUT, Gesture.OUT),
        (Gesture.OUT, Gesture.HERE),
        (Gesture.EXCUSED, Gesture.EXCUSED),
        (Gesture.STAYED_AWAY, Gesture.STAYED_AWAY),
    ],
)
def test_the_same_again_takes_it_back_and_so_does_being_there(sitting, apply, act, again):
    before = everything(sitting)
    assert do(apply, sitting, "a-merete", act)
    assert everything(sitting) != before
    do(apply, sitting, "a-merete", again)
    assert everything(sitting) == before


@pytest.mark.parametrize("came", [Gesture.HERE, Gesture.LATE, Gesture.SWITCH])
@pytest.mark.parametrize("said", [PRESENT, AttendanceStatus.UNKNOWN])
@pytest.mark.parametrize("noted_in", ["before the meeting", "while it runs"])
def test_who_is_late_is_not_there_until_he_comes_and_only_then_has_a_time(sitting, apply, said, came, noted_in):
    apply(sitting, attendance.set_status(sitting, "a-merete", said))
    do(apply, sitting, "a-merete", Gesture.LATE, now("one", "13:00") if noted_in == "while it runs" else BEFORE)
    assert told(sitting, "a-merete") == [ABSENT] * 5
    assert noted(sitting, "a-merete") == []
    do(apply, sitting, "a-merete", came, now("two", "13:05"))
    assert noted(sitting, "a-merete") == [("two", LATE, "13:05")]
    assert told(sitting, "a-merete") == [ABSENT, LATE, PRESENT, PRESENT, PRESENT]


def test_all_present_leaves_those_who_are_late(sitting, apply):
    apply(sitting, attendance.set_status(sitting, "a-merete", AttendanceStatus.UNKNOWN))
    do(apply, sitting, "a-merete", Gesture.LATE, BEFORE)
    apply(sitting, attendance.all_present(sitting, "meeting"))
    assert told(sitting, "a-merete") == [ABSENT] * 5


@pytest.mark.parametrize("came", [Gesture.SWITCH, Gesture.LATE])
def test_a_coming_taken_back_leaves_the_apologies_as_they_were(sitting, apply, came):
    before = everything(sitting)
    do(apply, sitting, "a-aksel", came)
    do(apply, sitting, "a-aksel", came)
    assert everything(sitting) == before


def test_ten_minutes_outside_are_noted_as_two_times(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.SWITCH, now(time="13:10"))
    do(apply, sitting, "a-merete", Gesture.SWITCH, now(time="13:20"))
    assert noted(sitting, "a-merete") == [("three", LEFT, "13:10"), ("three", LATE, "13:20")]
    assert course_of(sitting, "meeting").is_here("a-merete", "four")


def test_who_came_under_an_item_and_leaves_under_it_was_there_for_that_alone(sitting, apply):
    do(apply, sitting, "a-aksel", Gesture.HERE, now(time="13:10"))
    do(apply, sitting, "a-aksel", Gesture.LEFT, now(time="13:25"))
    assert told(sitting, "a-aksel") == [EXCUSED, EXCUSED, EXCUSED, LEFT, EXCUSED]


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (Gesture.DISQUALIFIED, AttendanceStatus.DISQUALIFIED),
        (Gesture.OUT, ABSENT),
        (Gesture.REMOTE, AttendanceStatus.REMOTE),
    ],
)
def test_what_is_about_one_item_ends_with_it(sitting, apply, act, status):
    do(apply, sitting, "a-merete", act)
    assert told(sitting, "a-merete") == [PRESENT, PRESENT, PRESENT, status, PRESENT]


def test_a_disqualification_is_a_ruling_too_and_both_go_together(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    ruling = sitting.all(Disqualification)[-1]
    assert (ruling.attendance_id, ruling.item_id, ruling.disqualified, ruling.left_room) == (
        "a-merete",
        "three",
        True,
        True,
    )
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    assert ruling not in sitting.all(Disqualification)


def test_who_came_late_and_is_disqualified_has_come_all_the_same(sitting, apply):
    do(apply, sitting, "a-aksel", Gesture.HERE)
    do(apply, sitting, "a-aksel", Gesture.DISQUALIFIED)
    assert told(sitting, "a-aksel")[3:] == [AttendanceStatus.DISQUALIFIED, PRESENT]


@pytest.mark.parametrize("act", [Gesture.LEFT, Gesture.DISQUALIFIED, Gesture.OUT])
def test_who_is_not_there_cannot_leave_nor_be_disqualified(sitting, act):
    assert not gesture(sitting, "a-aksel", act, now())


def test_who_is_there_needs_not_come(sitting):
    assert not gesture(sitting, "a-merete", Gesture.HERE, now())


def test_apologies_while_the_meeting_runs_are_for_all_of_it(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.LEFT)
    do(apply, sitting, "a-merete", Gesture.EXCUSED)
    assert told(sitting, "a-merete") == [EXCUSED] * 5
    assert noted(sitting, "a-merete") == []


def test_apologies_take_a_disqualification_with_its_ruling_along(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED, now("two"))
    do(apply, sitting, "a-merete", Gesture.EXCUSED)
    assert [one for one in sitting.all(Disqualification) if one.attendance_id == "a-merete"] == []


def test_one_of_whom_nobody_said_anything_is_ticked_for_the_meeting(sitting, apply):
    apply(sitting, attendance.set_status(sitting, "a-sanne", AttendanceStatus.UNKNOWN))
    do(apply, sitting, "a-sanne", Gesture.HERE)
    assert told(sitting, "a-sanne") == [PRESENT] * 5


def test_a_coming_taken_back_takes_a_part_from_elsewhere_along(sitting, apply):
    before = everything(sitting)
    for act in (Gesture.HERE, Gesture.REMOTE, Gesture.LATE):
        do(apply, sitting, "a-aksel", act)
    assert everything(sitting) == before


@pytest.mark.parametrize("out", [Gesture.DISQUALIFIED, Gesture.OUT])
def test_whoever_is_out_of_the_room_for_an_item_is_not_late(sitting, apply, out):
    do(apply, sitting, "a-merete", out)
    assert not do(apply, sitting, "a-merete", Gesture.LATE)


def test_who_joined_from_elsewhere_and_left_is_not_there_when_the_item_ends(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.REMOTE)
    do(apply, sitting, "a-merete", Gesture.LEFT)
    assert not course_of(sitting, "meeting").is_here("a-merete", "three")
    do(apply, sitting, "a-merete", Gesture.HERE)
    assert course_of(sitting, "meeting").is_here("a-merete", "three")


def test_who_joins_from_elsewhere_is_remote_from_here_on(sitting, apply):
    do(apply, sitting, "a-aksel", Gesture.REMOTE)
    assert told(sitting, "a-aksel") == [ABSENT, ABSENT, ABSENT, LATE, AttendanceStatus.REMOTE]


def test_a_stand_in_for_one_disqualified_sits_there_for_that_item(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now()))
    treating = course_of(sitting, "meeting")
    ida = stand_in(sitting)
    assert [treating.is_here(ida.id, item) for item in ITEMS] == [False, False, False, True, False]
    assert [treating.is_here("a-merete", item) for item in ITEMS] == [True, True, True, False, True]
    assert ida.has_vote
    assert conflicts_of(sitting, "meeting") == ()


def test_the_same_stand_in_is_called_again_for_another_item(sitting, apply):
    for item in ("two", "four"):
        do(apply, sitting, "a-merete", Gesture.DISQUALIFIED, now(item))
        apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now(item)))
    treating = course_of(sitting, "meeting")
    assert [treating.is_here(stand_in(sitting).id, item) for item in ITEMS] == [False, True, False, False, True]


def test_a_stand_in_takes_the_seat_of_one_who_leaves_and_gives_it_back(sitting, apply):
    apply(sitting, call_stand_in(sitting, "a-merete", "Ida Vester", now("two", "12:50")))
    ida = stand_in(sitting)
    assert noted(sitting, "a-merete") == [("two", LEFT, "12:50")]
    assert noted(sitting, ida.id) == [("two", LATE, "12:50")]
    do(apply, sitting, "a-merete", Gesture.HERE, now("four", "13:40"))
    treating = course_of(sitting, "meeting")
    assert [treating.is_here("a-merete", item) for item in ITEMS] == [True, False, False, False, True]
    assert [treating.is_here(ida.id, item) for item in ITEMS] == [False, True, True, True, False]
    assert conflicts_of(sitting, "meeting") == ()


def test_a_stand_in_at_the_first_item_was_there_from_the_start(sitting, apply):
    apply(sitting, call_stand_in(sitting, "a-aksel", "Ida Vester", now("one")))
    assert set(told(sitting, stand_in(sitting).id)) == {AttendanceStatus.SUBSTITUTING}


def test_a_stand_in_who_was_called_and_did_not_come(sitting, apply):
    apply(sitting, call_stand_in(sitting, "a-aksel", "Ida Vester", now("one")))
    do(apply, sitting, stand_in(sitting).id, Gesture.STAYED_AWAY)
    assert stand_in(sitting).status is AttendanceStatus.CALLED_NOT_MET


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (Gesture.HERE, PRESENT),
        (Gesture.LATE, ABSENT),
        (Gesture.LEFT, LEFT),
        (Gesture.EXCUSED, EXCUSED),
        (Gesture.STAYED_AWAY, AttendanceStatus.ABSENT_UNNOTIFIED),
        (Gesture.REMOTE, AttendanceStatus.REMOTE),
        (Gesture.SWITCH, PRESENT),
    ],
)
def test_before_the_meeting_runs_a_gesture_is_about_the_meeting(records, apply, act, status):
    do(apply, records, "a-sanne", act, BEFORE)
    assert records.get(Attendance, "a-sanne").status is status
    assert noted(records, "a-sanne") == []


def test_the_switch_before_the_meeting_ticks_and_sends_apologies(records, apply):
    for status in (PRESENT, EXCUSED, PRESENT):
        do(apply, records, "a-sanne", Gesture.SWITCH, BEFORE)
        assert records.get(Attendance, "a-sanne").status is status


def test_the_meeting_runs_once_an_item_has_begun_or_time_is_counted(records):
    records.apply(removed(*records.all(TimeSpent)))
    assert not has_begun(records, "meeting")
    assert moment_at(records, "two", "13:00") == Moment("two", "13:00")
    records.apply(agenda.set_status(records, "one", ItemStatus.IN_PROGRESS).pairs)
    assert moment_at(records, "two", "13:00") == Moment("two", "13:00", runs=True)


def test_an_item_that_does_not_run_now_is_given_no_time(sitting):
    sitting.apply(added(TimeSpent(id="spent", meeting_id="meeting", item_id="two", began="12:40:00")))
    assert moment_at(sitting, "two", "13:00").time == "13:00"
    assert moment_at(sitting, "one", "13:00").time is None
    sitting.apply(meetings.edit_head(sitting, "meeting", end_actual="15:00").pairs)
    assert moment_at(sitting, "two", "13:00").time is None


def test_who_left_and_came_back_stands_as_before_once_the_item_of_coming_back_is_moved_above(sitting, apply):
    for item, time in (("one", "13:00:00"), ("two", "13:20:00")):
        apply(sitting, treating.treat(sitting, item, time))
    do(apply, sitting, "a-merete", Gesture.LEFT, now("one", "13:19"))
    do(apply, sitting, "a-merete", Gesture.HERE, now("two", "13:21"))
    apply(sitting, agenda.move_item(sitting, "two", 0))
    assert told(sitting, "a-merete") == [LEFT, LATE, PRESENT, PRESENT, PRESENT]
    assert not conflicts_of(sitting, "meeting")


def test_who_left_under_the_item_that_was_treated_first_is_away_at_the_others_and_can_come_back(sitting, apply):
    apply(sitting, agenda.set_status(sitting, "one", ItemStatus.NOT_BEGUN))
    apply(sitting, treating.treat(sitting, "three", "13:00:00"))
    do(apply, sitting, "a-merete", Gesture.LEFT, now("three", "13:05"))
    apply(sitting, treating.go_on(sitting, "meeting", "13:10:00"))
    apply(sitting, treating.go_on(sitting, "meeting", "13:20:00"))
    assert treating.current_item(sitting, "meeting").id == "one"
    assert not course_of(sitting, "meeting").is_here("a-merete", "one")
    do(apply, sitting, "a-merete", Gesture.HERE, now("one", "13:22"))
    assert noted(sitting, "a-merete") == [("three", LEFT, "13:05"), ("one", LATE, "13:22")]
    assert told(sitting, "a-merete") == [LATE, PRESENT, PRESENT, LEFT, ABSENT]


def test_whoever_is_disqualified_is_out_already(sitting, apply):
    do(apply, sitting, "a-merete", Gesture.DISQUALIFIED)
    assert not do(apply, sitting, "a-merete", Gesture.OUT)
