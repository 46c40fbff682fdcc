"""Whose presence at an item of a draft differs from the rest of the meeting, as records."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftItem, DraftPresence
from referatdesk.domain.changes import Record
from referatdesk.domain.codes import AttendanceStatus, SectionKind
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemAttendance
from referatdesk.domain.presence import AWAY
from referatdesk.services.intake.head import Around


def presences(read: DraftItem, item: AgendaItem, around: Around) -> Iterator[Record]:
    """Whose presence at the item differs from the meeting: by its line of absentees, and by what its text tells."""
    by_line = list(_by_absentees(read, item, around))
    yield from by_line
    statuses = {one.attendance_id: one.status for one in by_line}
    for told in read.presence:
        person = around.person(told.name)
        if person is None:
            continue
        if told.status is AttendanceStatus.DISQUALIFIED:
            yield _ruling(told, item, person.id)
        if told.status is not statuses.get(person.id, person.status) or told.from_time or told.to_time:
            yield _told(told, item, person.id)


def _told(told: DraftPresence, item: AgendaItem, attendance_id: str) -> ItemAttendance:
    """The text itself says it; so it is not printed once more in a line of its own."""
    return ItemAttendance(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=item.id,
        attendance_id=attendance_id,
        status=told.status,
        from_time=told.from_time,
        to_time=told.to_time,
        reason_text=told.raw,
        shown_on_item=False,
    )


def _ruling(told: DraftPresence, item: AgendaItem, attendance_id: str) -> Disqualification:
    return Disqualification(
        id=new_id(),
        meeting_id=item.meeting_id,
        item_id=item.id,
        attendance_id=attendance_id,
        disqualified=True,
        text=told.raw,
    )


def _by_absentees(read: DraftItem, item: AgendaItem, around: Around) -> Iterator[ItemAttendance]:
    """Where those named at the item are not those away from the meeting."""
    named = [person.name for section in read.of_kind(SectionKind.ABSENTEES) for person in section.people]
    found = [around.person(name) for name in named]
    if not named or any(one is None for one in found):
        return
    absent = {one.id for one in found if one is not None}
    for one in around.attendances:
        away = one.status in AWAY
        if away is not (one.id in absent):
            status = AttendanceStatus.PRESENT if away else AttendanceStatus.ABSENT
            yield ItemAttendance(
                id=new_id(), meeting_id=item.meeting_id, item_id=item.id, attendance_id=one.id, status=status
            )
