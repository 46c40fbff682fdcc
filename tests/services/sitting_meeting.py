"""A meeting that runs, and what the gestures of its people left behind."""

from referatdesk.domain.changes import Change, added, removed
from referatdesk.domain.codes import AttendanceStatus, ItemStatus
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, ItemAttendance, TimeSpent
from referatdesk.services.item import agenda
from referatdesk.services.presence import attendance
from referatdesk.services.presence.gestures import gesture
from referatdesk.services.presence.moments import Moment, course_of

ITEMS = ("one", "two", "sub", "three", "four")
PRESENT, LATE, LEFT = AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY
EXCUSED, ABSENT, REMOTE = AttendanceStatus.ABSENT_NOTIFIED, AttendanceStatus.ABSENT, AttendanceStatus.REMOTE


def sitting_meeting(records):
    """The meeting runs, at "three"; Merete and Sanne are there, Aksel has sent apologies; nothing is noted at items."""
    records.apply(removed(*records.all(ItemAttendance)))
    records.apply(attendance.all_present(records, "meeting").pairs)
    records.apply(removed(*records.all(Disqualification), *records.all(TimeSpent)))
    records.apply(agenda.set_status(records, "one", ItemStatus.DONE).pairs)
    return records


def now(item="three", time="13:10"):
    return Moment(item, time, runs=True)


def noted_at(records, person, item, status, **times):
    """That alone is noted of the person at the item; None takes away what is."""
    rows = [one for one in records.all(ItemAttendance) if (one.attendance_id, one.item_id) == (person, item)]
    new = ItemAttendance(
        id=new_id(),
        meeting_id="meeting",
        item_id=item,
        attendance_id=person,
        status=status or AttendanceStatus.PRESENT,
        **times,
    )
    return Change("attendance.at_item", (*removed(*rows), *(added(new) if status else ())), person)


def told(records, person):
    course = course_of(records, "meeting")
    return [course.status_at(person, item) for item in ITEMS]


def noted(records, person):
    rows = [one for one in records.all(ItemAttendance) if one.attendance_id == person]
    return [(one.item_id, one.status, one.from_time or one.to_time) for one in rows]


def do(apply, records, person, act, moment=None):
    return apply(records, gesture(records, person, act, moment or now()))


def stand_in(records, name="Ida Vester"):
    return next(one for one in records.all(Attendance) if one.name == name)
