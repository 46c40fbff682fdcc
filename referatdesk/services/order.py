"""Keeping lists in order: records whose `sort` counts their place among their siblings from 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from referatdesk.domain.boards import Membership, StandingItem
from referatdesk.domain.changes import Pair, Record
from referatdesk.domain.decisions import Attachment, FollowUp, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, Attendance, Theme
from referatdesk.domain.writing import Snippet

Ordered = (
    AgendaItem | Attendance | Theme | Attachment | FollowUp | RecommendationPoint | Membership | StandingItem | Snippet
)
S = TypeVar("S", bound=Ordered)


def by_sort(records: Iterable[S]) -> list[S]:
    return sorted(records, key=lambda record: record.sort)


def closed_up(ordered: Sequence[S], stored: Iterable[Record] = ()) -> tuple[Pair, ...]:
    """Pairs that give the records the places they have in the sequence.

    `stored` are the records as they stood before where some in the sequence already differ from them; one in the
    sequence that is not stored under its id at all is added.
    """
    before: dict[str, Record] = {record.id: record for record in stored}
    placed = [replace(record, sort=place) for place, record in enumerate(ordered)]
    pairs = [(before.get(record.id), record) for record in placed]
    new = [Pair(None, record) for stood, record in pairs if stood is None]
    moved = [Pair(stood, record) for stood, record in pairs if stood is not None and stood != record]
    return (*new, *moved)


def inserted(siblings: Iterable[S], new: S, index: int) -> tuple[Pair, ...]:
    """The new record at the index, those behind it moved on."""
    stood = by_sort(siblings)
    place = max(0, min(index, len(stood)))
    return closed_up([*stood[:place], new, *stood[place:]], stood)


def moved(siblings: Iterable[S], record_id: str, index: int) -> tuple[Pair, ...]:
    """The record at the index, which counts without it; an index beyond either end means that end."""
    stood = by_sort(siblings)
    rest = [record for record in stood if record.id != record_id]
    place = max(0, min(index, len(rest)))
    return closed_up([*rest[:place], *(record for record in stood if record.id == record_id), *rest[place:]], stood)
