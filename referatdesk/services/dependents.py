"""What goes along when a record is taken away: pairs that leave nothing pointing at what is gone.

Records are taken away before those they refer to, so that the pairs turned round add them in the other order.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Pair, Record, altered, removed
from referatdesk.domain.decisions import (
    Decision,
    Disqualification,
    FollowUp,
    ItemLink,
    PointOutcome,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting
from referatdesk.domain.records import Records


def without_items(records: Records, items: Iterable[AgendaItem]) -> tuple[Pair, ...]:
    """Takes the items away with all that hangs on them; give sub-items after their parents."""
    listed = list(items)
    ids = {item.id for item in listed}
    votes = {vote.id for vote in records.all(Vote) if vote.item_id in ids}
    gone = [record for kind in reversed(RECORD_TYPES) for record in records.all(kind) if _hangs_on(record, ids, votes)]
    return (*_links_cut(records, ids), *removed(*gone, *reversed(listed)))


def _hangs_on(record: Record, item_ids: Collection[str], vote_ids: Collection[str]) -> bool:
    if isinstance(record, ItemText):
        return record.id in item_ids
    if isinstance(record, VoteCast):
        return record.vote_id in vote_ids
    return getattr(record, "item_id", None) in item_ids


def _links_cut(records: Records, item_ids: Collection[str]) -> Iterator[Pair]:
    """Links from elsewhere to the items: one that names its goal in words stays, pointing nowhere."""
    for link in records.all(ItemLink):
        if link.to_item_id in item_ids and link.item_id not in item_ids:
            worded = link.raw or link.to_board_name or link.to_meeting_id
            yield Pair(link, replace(link, to_item_id=None) if worded else None)


def without_attendance(records: Records, attendance: Attendance) -> tuple[Pair, ...]:
    """Takes a person out of the meeting. What was entered for the person in words stays."""
    own: list[Record] = [one for one in records.all(VoteCast) if one.attendance_id == attendance.id]
    own += [one for one in records.all(Disqualification) if one.attendance_id == attendance.id]
    own += [one for one in records.all(ItemAttendance) if one.attendance_id == attendance.id]
    kept = altered(
        (one, replace(one, attendance_id=None)) for one in records.all(Statement) if one.attendance_id == attendance.id
    )
    freed = altered(
        (one, replace(one, stands_in_for_id=None))
        for one in records.all(Attendance)
        if one.stands_in_for_id == attendance.id
    )
    called = altered(
        (one, replace(one, substitute_id=None))
        for one in records.all(Disqualification)
        if one.substitute_id == attendance.id and one.attendance_id != attendance.id
    )
    return (*kept, *freed, *called, *removed(*reversed(own), attendance))


def without_decision(records: Records, decision: Decision) -> tuple[Pair, ...]:
    """Takes a decision away with its votes and outcomes; statements and follow-ups stay with the item."""
    votes = [vote for vote in records.all(Vote) if vote.decision_id == decision.id]
    vote_ids = {vote.id for vote in votes}
    casts = [cast for cast in records.all(VoteCast) if cast.vote_id in vote_ids]
    outcomes = [one for one in records.all(PointOutcome) if one.decision_id == decision.id]
    statements = altered(
        (one, replace(one, decision_id=None)) for one in records.all(Statement) if one.decision_id == decision.id
    )
    follow_ups = altered(
        (one, replace(one, decision_id=None)) for one in records.all(FollowUp) if one.decision_id == decision.id
    )
    return (*statements, *follow_ups, *removed(*casts, *votes, *outcomes, decision))


def without_meeting(records: Records, meeting: Meeting) -> tuple[Pair, ...]:
    """Takes a meeting away with every record in it; a later one at hand no longer names it as the one before."""
    kinds = [kind for kind in reversed(RECORD_TYPES) if kind not in SHARED_TYPES and kind is not Meeting]
    gone = [one for kind in kinds for one in _own(records.all(kind), meeting.id)]
    later = altered(
        (one, replace(one, previous_meeting_id=None))
        for one in records.all(Meeting)
        if one.previous_meeting_id == meeting.id
    )
    return (*later, *removed(*gone, meeting))


def _own(records: Iterable[Record], meeting_id: str) -> list[Record]:
    """Those of the meeting, each before the one it stands under or in for."""
    own = {record.id: record for record in records if getattr(record, "meeting_id", None) == meeting_id}
    return sorted(own.values(), key=_depth_in(own), reverse=True)


def _depth_in(own: dict[str, Record]) -> Callable[[Record], int]:
    def depth(record: Record) -> int:
        steps, seen = 0, {record.id}
        above = _above(record)
        while above in own and above not in seen:
            steps, seen = steps + 1, seen | {above}
            above = _above(own[above])
        return steps

    return depth


def _above(record: Record) -> str:
    if isinstance(record, AgendaItem):
        return record.parent_id or ""
    if isinstance(record, Attendance):
        return record.stands_in_for_id or ""
    return ""
