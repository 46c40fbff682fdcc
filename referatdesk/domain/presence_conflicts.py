"""What is noted of somebody's presence that cannot all be true: codes, never a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referatdesk.domain.codes import AttendanceStatus, VoteChoice
from referatdesk.domain.course import is_before
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY, IN_THE_ROOM, Course

_THERE = IN_THE_ROOM - {AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY}


@dataclass(frozen=True, slots=True)
class Conflict:
    """`item_id` is the item at which it shows, None for the meeting; `other_id` the other person in it."""

    code: str
    attendance_id: str
    item_id: str | None = None
    other_id: str | None = None


@dataclass(frozen=True, slots=True)
class Voted:
    """A choice that somebody made by name at an item."""

    attendance_id: str
    item_id: str
    choice: VoteChoice


def conflicts(course: Course, votes: Iterable[Voted] = ()) -> tuple[Conflict, ...]:
    found = [*_in_votes(course, votes)]
    for one in course.people:
        found += _beside_the_owner(course, one)
        found += _apologies_but_there(course, one)
        found += _left_before_coming(course, one)
    return tuple(found)


def _in_votes(course: Course, votes: Iterable[Voted]) -> Iterator[Conflict]:
    known = {one.id for one in course.people}
    for vote in votes:
        if vote.choice is VoteChoice.NOT_PRESENT or vote.attendance_id not in known:
            continue
        status = course.status_at(vote.attendance_id, vote.item_id)
        if status is AttendanceStatus.DISQUALIFIED:
            yield Conflict("presence.disqualified_voted", vote.attendance_id, vote.item_id)
        elif status in AWAY:
            yield Conflict("presence.absent_voted", vote.attendance_id, vote.item_id)


def _beside_the_owner(course: Course, one: Attendance) -> Iterator[Conflict]:
    """A stand-in at work while the one whose seat it is sits there too, told at the first such item."""
    owner = next((other for other in course.people if other.id == one.stands_in_for_id), None)
    if owner is None:
        return
    for item in course.item_ids:
        if course.is_here(one.id, item) and course.is_here(owner.id, item):
            yield Conflict("presence.seat_taken_twice", one.id, item, owner.id)
            return


def _apologies_but_there(course: Course, one: Attendance) -> Iterator[Conflict]:
    """Away from the meeting, and at an item without having come."""
    if one.status not in AWAY - {AttendanceStatus.ABSENT}:
        return
    for item, rows in course.noted_of(one.id):
        if any(row.status is AttendanceStatus.LATE for row in rows):
            return
        if any(row.status in _THERE for row in rows):
            yield Conflict("presence.apologies_but_there", one.id, item)
            return


def _left_before_coming(course: Course, one: Attendance) -> Iterator[Conflict]:
    """Times that run backwards: within the meeting, or from item to item."""
    if one.arrived_at and one.left_at and is_before(one.left_at, one.arrived_at):
        yield Conflict("presence.left_before_coming", one.id)
        return
    last = ""
    for item, rows in course.noted_of(one.id):
        for row in rows:
            moment = row.to_time if row.status is AttendanceStatus.LEFT_EARLY else row.from_time
            if row.status in {AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY} and moment:
                if last and is_before(moment, last):
                    yield Conflict("presence.left_before_coming", one.id, item)
                    return
                last = moment
