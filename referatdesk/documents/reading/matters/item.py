"""An item as its lines were read, with all that its words tell."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.documents.reading.draft import Doubt, DraftItem
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.outcomes import with_outcomes


def with_matters(item: DraftItem, around: MattersAround) -> tuple[DraftItem, tuple[Doubt, ...]]:
    """The item with what its sections say was decided, voted, promised and so on; its sub-items likewise."""
    doubts: list[Doubt] = []
    children = []
    for child in item.children:
        read, more = with_matters(child, around)
        children.append(read)
        doubts += more
    item = with_outcomes(item)
    return replace(item, children=tuple(children)), tuple(doubts)
