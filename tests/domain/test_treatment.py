"""In which order a meeting treated its items, by its stretches and by what was noted of people."""

import pytest

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, TimeSpent
from referatdesk.domain.presence import Course
from referatdesk.domain.treatment import order_of_treatment

LATE, LEFT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY


def agenda(order, **moved_from):
    return [
        AgendaItem(id=one, meeting_id="m", sort=sort, title=one, moved_from=moved_from.get(f"i{one}"))
        for sort, one in enumerate(order)
    ]


def spent(*stretches):
    return [TimeSpent(id=f"{item}{began}", meeting_id="m", item_id=item, began=began) for item, began in stretches]


def row(item, status, time=None):
    times = {"to_time" if status is LEFT else "from_time": time}
    return ItemAttendance(
        id=f"{item}{status}", meeting_id="m", item_id=item, attendance_id="merete", status=status, **times
    )


def turns(order, *stretches, noted=(), **moved_from):
    return "".join(order_of_treatment(agenda(order, **moved_from), spent(*stretches), noted))


def test_the_agenda_is_the_order_where_nothing_is_known():
    assert turns("1234") == "1234"
    assert turns("1234", (None, "13:00:00")) == "1234"


def test_minutes_that_were_read_are_told_in_turn_whatever_their_times_say():
    assert turns("1234", noted=[row("2", LEFT, "13:30"), row("3", LATE, "13:10")]) == "1234"


def test_an_item_moved_after_it_was_treated_keeps_its_turn():
    assert turns("1243567", ("3", "05:20:00"), ("4", "05:29:00")) == "1234567"
    noted = [row("3", LEFT, "05:28"), row("4", LATE, "05:29")]
    assert turns("1243567", noted=noted, i4="4") == "1234567"


def test_an_item_treated_first_comes_first_and_what_is_to_come_stands_where_it_will_be_treated():
    assert turns("1234", ("3", "12:00:00"), ("1", "12:10:00")) == "3124"
    assert turns("1234", ("4", "12:00:00"), ("1", "12:10:00")) == "4123"


def test_the_first_time_counts_of_an_item_treated_twice():
    assert turns("123", ("2", "12:00:00"), ("1", "12:10:00"), ("2", "12:20:00")) == "213"


def test_a_meeting_goes_on_over_midnight():
    assert turns("1243", ("1", "22:30:00"), ("2", "23:50:00"), ("3", "00:05:00"), ("4", "00:40:00")) == "1234"


def test_what_was_noted_of_people_tells_of_an_item_only_where_no_stretch_does():
    assert turns("123", ("1", "12:00:00"), ("3", "12:30:00"), noted=[row("2", LEFT, "12:40")]) == "132"
    assert turns("123", ("1", "12:00:00"), ("2", "12:30:00"), noted=[row("1", LEFT, "12:40")]) == "123"


def test_an_item_below_another_goes_with_it():
    items = agenda("123")
    items.append(AgendaItem(id="a", meeting_id="m", parent_id="2", sort=0, title="a"))
    assert order_of_treatment(items, spent(("2", "12:00:00"), ("1", "12:10:00")), ()) == ["2", "a", "1", "3"]


@pytest.mark.parametrize(("left", "back"), [("13:10", "13:20"), ("23:50", "00:10")])
def test_who_left_and_came_back_under_one_item_is_there_before_and_after_midnight(left, back):
    merete = Attendance(id="merete", meeting_id="m", name="Merete Aaby", status=AttendanceStatus.PRESENT)
    assert Course([merete], "12", [row("1", LATE, back), row("1", LEFT, left)]).is_here("merete", "2")
