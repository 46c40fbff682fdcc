"""Checks of the attendance list: nobody forgotten, nobody in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY, IN_THE_ROOM
from referatdesk.domain.records import Records
from referatdesk.services.checks.finding import Finding
from referatdesk.services.lookup import people_of
from referatdesk.services.presence.moments import conflicts_of


def check_people(records: Records, meeting_id: str) -> Iterator[Finding]:
    people = people_of(records, meeting_id)
    unknown = tuple(one.name for one in people if one.status is AttendanceStatus.UNKNOWN)
    if unknown:
        yield Finding("attendance.unknown", data={"names": unknown})
    yield from _absent_and_present(people)
    yield from _conflicts(records, meeting_id, people)


def _absent_and_present(people: Sequence[Attendance]) -> Iterator[Finding]:
    """Listed as absent and as present; somebody may be away from one seat to stand in on another."""
    by_name: dict[str, list[Attendance]] = defaultdict(list)
    for one in people:
        if one.name and not _stands_in(one):
            by_name[one.person_id or one.name.casefold()].append(one)
    for rows in by_name.values():
        statuses = {row.status for row in rows}
        if statuses & AWAY and statuses & IN_THE_ROOM:
            yield Finding("attendance.absent_and_present", data={"name": rows[0].name})


def _stands_in(one: Attendance) -> bool:
    return one.stands_in_for_id is not None or one.status is AttendanceStatus.SUBSTITUTING


def _conflicts(records: Records, meeting_id: str, people: Sequence[Attendance]) -> Iterator[Finding]:
    """What the course of the meeting cannot have been."""
    names = {one.id: one.name for one in people}
    for found in conflicts_of(records, meeting_id):
        name = names[found.attendance_id]
        match found.code:
            case "presence.seat_taken_twice":
                data = {"name": names.get(found.other_id or "", ""), "stand_in": name}
                yield Finding("attendance.seat_taken_twice", found.item_id, data)
            case "presence.absent_voted":
                yield Finding("attendance.absent_voted", found.item_id, {"name": name})
            case "presence.disqualified_voted":
                yield Finding("attendance.disqualified_voted", found.item_id, {"name": name})
            case "presence.apologies_but_there":
                yield Finding("attendance.apologies_but_there", found.item_id, {"name": name})
            case _:
                yield Finding("attendance.left_before_coming", found.item_id, {"name": name})
