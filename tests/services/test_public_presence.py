import pytest

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import Course
from referatdesk.services.public.presence import told_at_open_items

LATE, LEFT, EXCUSED = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.ABSENT_NOTIFIED
ORDER, OPEN = "12345", "1245"


def at(item, status, **values):
    return ItemAttendance(
        id=f"{item}{status}", meeting_id="m", item_id=item, attendance_id="p", status=status, **values
    )


def person(status=AttendanceStatus.PRESENT):
    return Attendance(id="p", meeting_id="m", name="Palle Nørre", status=status)


@pytest.mark.parametrize("status", [AttendanceStatus.PRESENT, EXCUSED])
@pytest.mark.parametrize(
    "noted",
    [
        (at("3", LEFT),),
        (at("3", LATE),),
        (at("2", LEFT), at("3", LATE)),
        (at("3", LATE), at("4", LEFT)),
        (at("3", LEFT), at("5", LATE)),
        (at("1", LATE), at("2", LEFT)),
        (at("3", AttendanceStatus.DISQUALIFIED),),
    ],
)
def test_the_open_items_tell_by_themselves_who_was_there(status, noted):
    people = [person(status)]
    whole = Course(people, ORDER, noted)
    rows = [*(row for row in noted if row.item_id in OPEN), *told_at_open_items(people, ORDER, OPEN, noted)]
    public = Course(people, OPEN, rows)
    assert [public.took_part("p", item) for item in OPEN] == [whole.took_part("p", item) for item in OPEN]


def test_nothing_is_added_where_nothing_happened_at_a_closed_item():
    noted = (at("2", LEFT, to_time="13:00"), at("4", LATE))
    assert told_at_open_items([person()], ORDER, OPEN, noted) == []


def test_what_is_added_tells_no_time_of_a_closed_item():
    added = told_at_open_items([person()], ORDER, OPEN, (at("3", LEFT, to_time="13:10"),))
    assert [(one.item_id, one.status, one.to_time) for one in added] == [
        ("4", AttendanceStatus.ABSENT, None),
        ("5", AttendanceStatus.ABSENT, None),
    ]
