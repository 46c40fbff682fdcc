"""A person of the meeting at the moment of a gesture."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.changes import Pair, added, altered, removed
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance
from referatdesk.domain.presence import CARRIED, Course
from referatdesk.domain.records import Records
from referatdesk.services.presence.attendance import with_status
from referatdesk.services.presence.moments import Moment

Pairs = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Someone:
    """What is known of the person then, and what can be noted."""

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

    def moved(self, status: AttendanceStatus) -> Pairs:
        """Came or left; what was noted of it further on is no second time, where nothing lies between."""
        places = {item_id: place for place, item_id in enumerate(self.course.item_ids)}
        here = places.get(self.item_id, len(places))
        later = (rows for item_id, rows in self.course.noted_of(self.one.id) if places[item_id] > here)
        after = next((row for rows in later for row in rows if row.status in CARRIED), None)
        same = [after] if after is not None and after.status is status else []
        return (*removed(*same), *self.noted(status))

    def said(self, status: AttendanceStatus) -> Pairs:
        """Of the meeting as a whole."""
        return altered([(self.one, with_status(self.one, status, self.moment.time))])
