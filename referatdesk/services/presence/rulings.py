"""What is noted afterwards: that the board found nobody disqualified, and when somebody really came or left."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.domain.changes import Change, added, altered, removed
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance
from referatdesk.domain.records import Records


def not_disqualified(records: Records, attendance_id: str, item_id: str) -> Change:
    """The question was raised and answered with no; the same again takes the answer back."""
    one = records.get(Attendance, attendance_id)
    rulings = [
        each
        for each in records.all(Disqualification)
        if (each.attendance_id, each.item_id) == (attendance_id, item_id) and not each.disqualified
    ]
    if rulings:
        return Change("attendance.status", removed(*rulings), one.name)
    ruling = Disqualification(
        id=new_id(),
        meeting_id=records.get(AgendaItem, item_id).meeting_id,
        item_id=item_id,
        attendance_id=attendance_id,
        disqualified=False,
    )
    return Change(
        "attendance.status", (*removed(*_held_against(records, attendance_id, item_id)), *added(ruling)), one.name
    )


def _held_against(records: Records, attendance_id: str, item_id: str) -> list[ItemAttendance | Disqualification]:
    """What says of the person at the item that he was disqualified after all."""
    rows: list[ItemAttendance | Disqualification] = [
        row for row in records.all(ItemAttendance) if row.status is AttendanceStatus.DISQUALIFIED
    ]
    rows += [row for row in records.all(Disqualification) if row.disqualified]
    return [row for row in rows if (row.attendance_id, row.item_id) == (attendance_id, item_id)]


def set_time_of(records: Records, noted_id: str, time: str) -> Change:
    """When somebody came or left, where the moment of the key was not it."""
    noted = records.get(ItemAttendance, noted_id)
    came = noted.status is AttendanceStatus.LATE
    after = replace(noted, from_time=time) if came else replace(noted, to_time=time)
    name = records.get(Attendance, noted.attendance_id).name
    return Change("attendance.at_item", altered([(noted, after)]), name)
