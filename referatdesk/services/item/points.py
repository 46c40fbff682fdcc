"""Keeping the rows of recommendation points in step with the text that words them."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.domain.changes import Pair, removed
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.decisions import MoneyAmount, PointOutcome, RecommendationPoint
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import walk
from referatdesk.services.order import by_sort, closed_up


def points_of(records: Records, item_id: str) -> list[RecommendationPoint]:
    return by_sort(point for point in records.all(RecommendationPoint) if point.item_id == item_id)


def following_text(records: Records, text: ItemText) -> tuple[Pair, ...]:
    """What changes beside an item's text once it is this one: its points and their outcomes, and amounts whose words
    are gone."""
    return (*_points_in_step(records, text), *_amounts_gone(records, text))


def _points_in_step(records: Records, text: ItemText) -> Iterator[Pair]:
    recommended = text.of_kind(SectionKind.RECOMMENDATION)
    if recommended == records.text(text.id).of_kind(SectionKind.RECOMMENDATION):
        return
    stood = {point.block_id: point for point in points_of(records, text.id)}
    blocks = item_point_blocks(text)
    wanted = [stood.get(block.id) or _new_point(text, block.id) for block in blocks]
    kept = {point.id for point in wanted}
    gone = [point for point in points_of(records, text.id) if point.id not in kept]
    gone_ids = {point.id for point in gone}
    outcomes = [one for one in records.all(PointOutcome) if one.point_id in gone_ids]
    yield from removed(*outcomes, *gone)
    yield from closed_up(wanted, [point for point in stood.values() if point.id in kept])


def _new_point(text: ItemText, block_id: str) -> RecommendationPoint:
    return RecommendationPoint(id=new_id(), meeting_id=text.meeting_id, item_id=text.id, block_id=block_id)


def _amounts_gone(records: Records, text: ItemText) -> tuple[Pair, ...]:
    amounts = [one for one in records.all(MoneyAmount) if one.item_id == text.id and one.block_id is not None]
    if not amounts:
        return ()
    blocks = {block.id for section in text.sections for block in walk(section.blocks)}
    return removed(*(amount for amount in amounts if amount.block_id not in blocks))
