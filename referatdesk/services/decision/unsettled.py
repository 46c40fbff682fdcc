"""What a meeting has not settled yet: points without an outcome, and items that ask for a decision and have none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from referatdesk.domain.codes import ItemKind, SectionKind
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.domain.richtext import is_blank
from referatdesk.services.decision.decisions import decides_the_whole
from referatdesk.services.lookup import items_of

WITHOUT_DECISION = frozenset(
    {
        ItemKind.OPENING,
        ItemKind.ATTENDANCE,
        ItemKind.ANY_OTHER,
        ItemKind.NEXT_MEETING,
        ItemKind.SIGNATURE,
        ItemKind.QUESTION_TIME,
    }
)
"""Items of which the minutes may well say nothing."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What an item lacks; `has_decision` is true of one that asks for none."""

    open_points: int = 0
    has_decision: bool = True


def unsettled(records: Records, meeting_id: str) -> dict[str, Unsettled]:
    """What the items of a meeting lack, by their ids; those that lack nothing are not there."""
    items = items_of(records, meeting_id)
    kind = style_of(records, records.get(Meeting, meeting_id)).decision_kind
    parents = {item.parent_id for item in items}
    counts = _open_points(records, meeting_id)
    found: dict[str, Unsettled] = {}
    for item in items:
        if item.status in LEFT_OUT:
            continue
        lacks = Unsettled(
            counts.get(item.id, 0), not asks_for_decision(item, parents) or is_decided(records.text(item.id), kind)
        )
        if lacks != Unsettled():
            found[item.id] = lacks
    return found


def asks_for_decision(item: AgendaItem, parents: Collection[str | None]) -> bool:
    return item.kind not in WITHOUT_DECISION and item.id not in parents


def is_decided(text: ItemText, kind: SectionKind) -> bool:
    """Whether something is written where a house with this kind of section tells decisions."""
    return any(not is_blank(section.blocks) for section in text.of_kind(kind))


def _open_points(records: Records, meeting_id: str) -> dict[str, int]:
    """How many points of each item nobody decided, neither one by one nor with the whole."""
    outcomes = records.all(PointOutcome)
    settled = {one.point_id for one in outcomes}
    as_whole = _decided_as_a_whole(records, meeting_id) - {one.item_id for one in outcomes}
    counts: dict[str, int] = {}
    for point in records.all(RecommendationPoint):
        if point.id not in settled and point.item_id not in as_whole:
            counts[point.item_id] = counts.get(point.item_id, 0) + 1
    return counts


def _decided_as_a_whole(records: Records, meeting_id: str) -> set[str]:
    meeting = records.get(Meeting, meeting_id)
    kind = style_of(records, meeting).decision_kind
    board = board_of(records, meeting).name
    found: set[str] = set()
    for one in records.all(Decision):
        if decides_the_whole(one) and one.board_name in {None, board}:
            text = records.find(ItemText, one.item_id)
            section = text.section(one.section_id) if text else None
            if section is not None and section.kind is kind:
                found.add(one.item_id)
    return found
