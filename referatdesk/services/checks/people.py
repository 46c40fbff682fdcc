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


def check_people(records: Records, meeting_id: str) -> Iterator[Finding]:
    people = people_of(records, meeting_id)
    unknown = tuple(one.name for one in people if one.status is AttendanceStatus.UNKNOWN)
    if unknown:
        yield Finding("attendance.unknown", data={"names": unknown})
    yield from _absent_and_present(people)
    yield from _seats_taken_twice(people)


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


def _seats_taken_twice(people: Sequence[Attendance]) -> Iterator[Finding]:
    """A member who stayed for the whole meeting, and a stand-in on the same seat."""
    by_id = {one.id: one for one in people}
    for one in people:
        seat = by_id.get(one.stands_in_for_id or "")
        if seat and one.status in IN_THE_ROOM and seat.status in {AttendanceStatus.PRESENT, AttendanceStatus.REMOTE}:
            yield Finding("attendance.seat_taken_twice", data={"name": seat.name, "stand_in": one.name})
