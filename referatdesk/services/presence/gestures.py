"""One gesture on a person: what came, left or disqualified means for somebody who stands as he stands just now.

Before the meeting runs a gesture is about the meeting, then about the item and the time. The same gesture again takes
it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from referatdesk.domain.changes import Change, Pair, added, altered, removed
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY, Course
from referatdesk.domain.records import Records
from referatdesk.services.presence.attendance import there, with_status
from referatdesk.services.presence.moments import Moment, course_of


class Gesture(StrEnum):
    """`SWITCH` is in or out, whichever the person is not; `OUT` is not in the room for this item."""

    HERE = "here"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"
    STAYED_AWAY = "stayed_away"
    DISQUALIFIED = "disqualified"
    REMOTE = "remote"
    OUT = "out"
    SWITCH = "switch"


Pairs = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Someone:
    """A person at the moment of the gesture."""

    records: Records
    course: Course
    one: Attendance
    moment: Moment

    @property
    def item_id(self) -> str:
        return self.moment.item_id or ""

    @property
    def items_before(self) -> tuple[str, ...]:
        items = self.course.item_ids
        return items[: items.index(self.item_id)] if self.item_id in items else ()

    @property
    def was_there_before(self) -> bool:
        """At an item before this one, or at this one before leaving under it."""
        left = self.last(AttendanceStatus.LEFT_EARLY)
        return left is not None or any(self.course.took_part(self.one.id, item) for item in self.items_before)

    @property
    def remote_before(self) -> list[str]:
        """The items before this one that were treated while the person was remote."""
        return [
            item_id
            for item_id in self.items_before
            if self.course.status_at(self.one.id, item_id) is AttendanceStatus.REMOTE
            and self.records.get(AgendaItem, item_id).status not in LEFT_OUT
        ]

    @property
    def is_here(self) -> bool:
        return self.course.is_here(self.one.id, self.item_id)

    @property
    def rows(self) -> tuple[ItemAttendance, ...]:
        return self.course.noted_at(self.one.id, self.item_id)

    def last(self, *statuses: AttendanceStatus) -> ItemAttendance | None:
        return next((row for row in reversed(self.rows) if row.status in statuses), None)

    def is_now(self, time: str | None) -> bool:
        """Whether something was noted this very minute, or nobody can tell."""
        return time is None or self.moment.time in {None, time}

    def noted(self, status: AttendanceStatus, item_id: str | None = None) -> Pairs:
        came = self.moment.time if status is AttendanceStatus.LATE else None
        left = self.moment.time if status is AttendanceStatus.LEFT_EARLY else None
        return added(
            ItemAttendance(
                id=new_id(),
                meeting_id=self.one.meeting_id,
                item_id=item_id or self.item_id,
                attendance_id=self.one.id,
                status=status,
                from_time=came,
                to_time=left,
            )
        )

    def said(self, status: AttendanceStatus) -> Pairs:
        """Of the meeting as a whole."""
        return altered([(self.one, with_status(self.one, status, self.moment.time))])


def gesture(records: Records, attendance_id: str, act: Gesture, moment: Moment) -> Change:
    one = records.get(Attendance, attendance_id)
    someone = _Someone(records, course_of(records, one.meeting_id), one, moment)
    acts = _AT_ITEM if moment.item_id and (moment.runs or act in _ALWAYS_AT_ITEM) else _OF_MEETING
    return Change("attendance.status", acts[act](someone), one.name)


def _came(someone: _Someone) -> Pairs:
    """In the room: back from outside, back after leaving, or there at last."""
    outside = [row for row in someone.rows if row.status in _OUTSIDE]
    if outside:
        return removed(*reversed(outside), *_rulings(someone, someone.item_id))
    if someone.is_here:
        return _in_person(someone) if someone.one.status is AttendanceStatus.REMOTE else ()
    left = someone.last(AttendanceStatus.LEFT_EARLY)
    if left is not None and someone.is_now(left.to_time):
        return (*removed(left), *_seat_given_back(someone))
    if someone.one.status is AttendanceStatus.UNKNOWN and not someone.course.has_moved(someone.one.id):
        return someone.said(there(someone.one))
    return (*someone.noted(AttendanceStatus.LATE), *_seat_given_back(someone))


def _in_person(someone: _Someone) -> Pairs:
    """In the room from here on; at the items before it stays noted that the person was remote."""
    return (
        *(pair for item_id in someone.remote_before for pair in someone.noted(AttendanceStatus.REMOTE, item_id)),
        *someone.said(there(someone.one)),
    )


def _late(someone: _Someone) -> Pairs:
    """Not there yet, of somebody who has not come; the time is that of coming."""
    late = someone.last(AttendanceStatus.LATE)
    if late is not None and someone.is_here:
        return _not_come(someone, late)
    if someone.one.status not in AWAY and not someone.course.noted_of(someone.one.id):
        return someone.said(AttendanceStatus.ABSENT)
    return () if someone.is_here else (*someone.noted(AttendanceStatus.LATE), *_seat_given_back(someone))


def _left(someone: _Someone) -> Pairs:
    left = someone.last(AttendanceStatus.LEFT_EARLY)
    if left is not None and not someone.is_here:
        return (*removed(left), *_seat_given_back(someone))
    is_away = someone.course.status_at(someone.one.id, someone.item_id) in AWAY
    return () if is_away else someone.noted(AttendanceStatus.LEFT_EARLY)


def _switched(someone: _Someone) -> Pairs:
    if not someone.is_here:
        return _came(someone)
    late = someone.last(AttendanceStatus.LATE)
    if late is not None and someone.is_now(late.from_time):
        return _not_come(someone, late)
    return _left(someone)


def _away(status: AttendanceStatus) -> Callable[[_Someone], Pairs]:
    """Not at the meeting at all: what was noted at items goes with it."""

    def act(someone: _Someone) -> Pairs:
        one = someone.one
        noted = [row for row in someone.records.all(ItemAttendance) if row.attendance_id == one.id]
        called = status is AttendanceStatus.ABSENT_UNNOTIFIED and one.stands_in_for_id
        wanted = AttendanceStatus.CALLED_NOT_MET if called else status
        if one.status is wanted and not noted:
            return someone.said(there(one))
        return (*removed(*reversed(noted), *_rulings(someone)), *someone.said(wanted))

    return act


def _disqualified(someone: _Someone) -> Pairs:
    """For this item alone; whoever is away raises no such question."""
    noted = someone.last(AttendanceStatus.DISQUALIFIED)
    if noted is not None:
        return removed(noted, *_rulings(someone, someone.item_id))
    if someone.course.status_at(someone.one.id, someone.item_id) in AWAY:
        return ()
    ruling = Disqualification(
        id=new_id(),
        meeting_id=someone.one.meeting_id,
        item_id=someone.item_id,
        attendance_id=someone.one.id,
        disqualified=True,
        left_room=True,
    )
    found_fit = [
        one
        for one in someone.records.all(Disqualification)
        if (one.attendance_id, one.item_id) == (someone.one.id, someone.item_id)
    ]
    return (*removed(*found_fit), *someone.noted(AttendanceStatus.DISQUALIFIED), *added(ruling))


def _rulings(someone: _Someone, item_id: str | None = None) -> list[Disqualification]:
    """That the person was disqualified: from the item, without one from any."""
    mine = (one for one in someone.records.all(Disqualification) if one.attendance_id == someone.one.id)
    return [one for one in mine if one.disqualified and item_id in {one.item_id, None}]


def _remote(someone: _Someone) -> Pairs:
    """For this item; for the meeting where the person was not there before."""
    noted = someone.last(AttendanceStatus.REMOTE)
    if noted is not None:
        return removed(noted)
    if outside := [row for row in someone.rows if row.status in _OUTSIDE]:
        fit = removed(*reversed(outside), *_rulings(someone, someone.item_id))
        return (*fit, *someone.noted(AttendanceStatus.REMOTE))
    if someone.one.status is AttendanceStatus.REMOTE and someone.is_here:
        return someone.said(there(someone.one))
    if someone.is_here:
        return someone.noted(AttendanceStatus.REMOTE)
    if someone.was_there_before:
        back = someone.noted(AttendanceStatus.LATE)
        return (*back, *someone.noted(AttendanceStatus.REMOTE), *_seat_given_back(someone))
    coming = () if someone.one.status is AttendanceStatus.UNKNOWN else someone.noted(AttendanceStatus.LATE)
    return (*coming, *someone.said(AttendanceStatus.REMOTE), *_seat_given_back(someone))


def _out(someone: _Someone) -> Pairs:
    noted = someone.last(AttendanceStatus.ABSENT)
    if noted is not None:
        return removed(noted)
    is_out = someone.course.status_at(someone.one.id, someone.item_id) in AWAY | {AttendanceStatus.DISQUALIFIED}
    return () if is_out else someone.noted(AttendanceStatus.ABSENT)


def _seat_given_back(someone: _Someone) -> Pairs:
    """Whoever sat on the seat for the rest of the meeting leaves it to its owner."""
    sitting = [
        _Someone(someone.records, someone.course, other, someone.moment)
        for other in someone.course.here_at(someone.item_id)
        if other.stands_in_for_id == someone.one.id and other.status is AttendanceStatus.SUBSTITUTING
    ]
    return tuple(pair for other in sitting for pair in other.noted(AttendanceStatus.LEFT_EARLY))


def _not_come(someone: _Someone, late: ItemAttendance) -> Pairs:
    """The coming is taken back, and with it that somebody else left the seat for it."""
    sat = {other.id for other in someone.course.people if other.stands_in_for_id == someone.one.id}
    given = [
        row
        for row in someone.records.all(ItemAttendance)
        if (row.item_id, row.status, row.to_time) == (late.item_id, AttendanceStatus.LEFT_EARLY, late.from_time)
        and row.attendance_id in sat
    ]
    return removed(late, *given)


def _of_meeting(status: AttendanceStatus) -> Callable[[_Someone], Pairs]:
    """The same again: there after all."""

    def act(someone: _Someone) -> Pairs:
        return someone.said(there(someone.one) if someone.one.status is status else status)

    return act


def _ticked(someone: _Someone) -> Pairs:
    return someone.said(there(someone.one))


def _unticked(someone: _Someone) -> Pairs:
    return someone.said(AttendanceStatus.ABSENT_NOTIFIED) if someone.is_here else _ticked(someone)


_OUTSIDE = frozenset({AttendanceStatus.DISQUALIFIED, AttendanceStatus.ABSENT, AttendanceStatus.REMOTE})
_ALWAYS_AT_ITEM = frozenset({Gesture.DISQUALIFIED, Gesture.OUT})
_AT_ITEM: Mapping[Gesture, Callable[[_Someone], Pairs]] = {
    Gesture.HERE: _came,
    Gesture.LATE: _late,
    Gesture.LEFT: _left,
    Gesture.EXCUSED: _away(AttendanceStatus.ABSENT_NOTIFIED),
    Gesture.STAYED_AWAY: _away(AttendanceStatus.ABSENT_UNNOTIFIED),
    Gesture.DISQUALIFIED: _disqualified,
    Gesture.REMOTE: _remote,
    Gesture.OUT: _out,
    Gesture.SWITCH: _switched,
}
_OF_MEETING: Mapping[Gesture, Callable[[_Someone], Pairs]] = {
    Gesture.HERE: _ticked,
    Gesture.LATE: _of_meeting(AttendanceStatus.ABSENT),
    Gesture.LEFT: _of_meeting(AttendanceStatus.LEFT_EARLY),
    Gesture.EXCUSED: _away(AttendanceStatus.ABSENT_NOTIFIED),
    Gesture.STAYED_AWAY: _away(AttendanceStatus.ABSENT_UNNOTIFIED),
    Gesture.REMOTE: _of_meeting(AttendanceStatus.REMOTE),
    Gesture.SWITCH: _unticked,
}
