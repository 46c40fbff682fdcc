"""Who is there: ticking people in and out, stand-ins, and where one item differs from the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import AttendanceStatus, Role
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY
from referatdesk.domain.records import Records
from referatdesk.services.dependents import without_attendance
from referatdesk.services.editing import edit, with_fields
from referatdesk.services.lookup import people_of
from referatdesk.services.order import inserted
from referatdesk.services.people import named_person

_KEEPS_ARRIVAL = frozenset({AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL})
_KEEPS_LEAVING = frozenset({AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL})


def set_status(records: Records, attendance_id: str, status: AttendanceStatus, *, time: str | None = None) -> Change:
    """`time` ("HH:MM") is when a latecomer came or one who left early went."""
    one = records.get(Attendance, attendance_id)
    return Change("attendance.status", altered([(one, with_status(one, status, time))]), one.name)


def with_status(one: Attendance, status: AttendanceStatus, time: str | None = None) -> Attendance:
    """The times, the reason and the printed form go where they no longer hold."""
    arrived = time if status is AttendanceStatus.LATE and time else one.arrived_at
    left = time if status is AttendanceStatus.LEFT_EARLY and time else one.left_at
    away = status in AWAY
    same = status is one.status and (arrived, left) == (one.arrived_at, one.left_at)
    return replace(
        one,
        status=status,
        status_raw=one.status_raw if same else None,
        arrived_at=arrived if status in _KEEPS_ARRIVAL else None,
        left_at=left if status in _KEEPS_LEAVING else None,
        reason=one.reason if away else None,
        reason_text=one.reason_text if away else None,
    )


def all_present(records: Records, meeting_id: str) -> Change:
    """Everybody of whom nothing was said is there; what was said of the others stays."""
    unknown = [one for one in people_of(records, meeting_id) if one.status is AttendanceStatus.UNKNOWN]
    return Change("attendance.all_present", altered((one, with_status(one, there(one))) for one in unknown))


def there(one: Attendance) -> AttendanceStatus:
    """What is said of somebody who is simply there."""
    return AttendanceStatus.SUBSTITUTING if one.stands_in_for_id else AttendanceStatus.PRESENT


def add_person(  # noqa: PLR0913 - a keyword for each column of the list
    records: Records,
    meeting_id: str,
    name: str,
    *,
    group: str | None = None,
    organisation: str | None = None,
    title: str | None = None,
    party: str | None = None,
    roles: tuple[Role, ...] = (),
    status: AttendanceStatus = AttendanceStatus.PRESENT,
    has_vote: bool = False,
) -> Change:
    """One more at this meeting, last in the group; a name known to the archive is that person."""
    known = named_person(records, name)
    new = Attendance(
        id=new_id(),
        meeting_id=meeting_id,
        person_id=known.id if known else None,
        name=name.strip(),
        group_label=group,
        organisation=organisation,
        title=title,
        party=party,
        roles=roles,
        status=status,
        has_vote=has_vote,
    )
    people = people_of(records, meeting_id)
    in_group = [place for place, one in enumerate(people) if one.group_label == group]
    place = in_group[-1] + 1 if in_group else len(people)
    return Change("attendance.add", inserted(people, new, place), new.name)


def remove_person(records: Records, attendance_id: str) -> Change:
    one = records.get(Attendance, attendance_id)
    return Change("attendance.remove", without_attendance(records, one), one.name)


def edit_person(records: Records, attendance_id: str, **fields: Any) -> Change:
    """Any fields of the person as shown at this meeting. A new status has the same effects as ticking it."""
    one = records.get(Attendance, attendance_id)
    if "status" in fields:
        ticked = with_status(one, fields["status"])
        return Change("attendance.edit", altered([(one, with_fields(ticked, fields))]), one.name)
    return edit("attendance.edit", one, fields, one.name)
