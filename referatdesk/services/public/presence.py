"""Presence over items that are not published: who left under a closed item is away at the open ones after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import Course


def told_at_open_items(
    people: Sequence[Attendance], order: Sequence[str], open_items: Sequence[str], noted: Sequence[ItemAttendance]
) -> list[ItemAttendance]:
    """What has to be noted at open items because it no longer follows from what is noted at them, without a time."""
    told = [row for row in noted if row.shown_on_item]
    whole = Course(people, order, told)
    known = [row for row in told if row.item_id in set(open_items)]
    moved = [one for one in people if whole.has_moved(one.id)]
    return [row for one in moved for row in _of(one, whole, open_items, known)]


def _of(
    one: Attendance, whole: Course, open_items: Sequence[str], known: Sequence[ItemAttendance]
) -> Iterator[ItemAttendance]:
    rows = list(known)
    for item in open_items:
        there = whole.took_part(one.id, item)
        if Course([one], open_items, rows).took_part(one.id, item) is not there:
            status = AttendanceStatus.LATE if there else AttendanceStatus.ABSENT
            new = ItemAttendance(
                id=new_id(), meeting_id=one.meeting_id, item_id=item, attendance_id=one.id, status=status
            )
            rows.append(new)
            yield new
