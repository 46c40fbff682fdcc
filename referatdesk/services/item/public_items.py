"""Which items of a meeting everybody may read, and how much of the others."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from referatdesk.domain.agenda import in_order
from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import Access, ClosedItems
from referatdesk.domain.meetings import AgendaItem, Meeting, Section
from referatdesk.domain.records import Records, board_of
from referatdesk.services.item.access import parted_by_access
from referatdesk.services.lookup import items_of


class Shown(Enum):
    """What the public version tells of an item: all of it that is open, its neutral title with what may be told below
    it (see `told_sections`), or nothing at all.
    """

    WHOLE = auto()
    TITLE = auto()
    NOTHING = auto()


def shown_items(records: Records, meeting_id: str) -> Mapping[str, Shown]:
    """By the item's id. What stands below an item that is not open is not open either.

    An open item that is treated together with a closed one has its words too: nothing is told of either.
    """
    told_by_title = board_of(records, records.get(Meeting, meeting_id)).closed_items is ClosedItems.TITLED
    items = items_of(records, meeting_id)
    parted = parted_by_access(records, items)
    shown: dict[str, Shown] = {}
    for item in in_order(items):
        above = shown.get(item.parent_id or "", Shown.WHOLE)
        if above is Shown.NOTHING or item.id in parted:
            shown[item.id] = Shown.NOTHING
        elif item.access is Access.OPEN and above is Shown.WHOLE:
            shown[item.id] = Shown.WHOLE
        else:
            shown[item.id] = _by_title(item, told_by_title or item.access is Access.PARTLY)
    return shown


def _by_title(item: AgendaItem, may_be_told: bool) -> Shown:
    """Nobody but a person can say what is neutral: without a title made for it, nothing is told."""
    return Shown.TITLE if may_be_told and (item.public_title or "").strip() else Shown.NOTHING


def told_sections(records: Records, item: AgendaItem, style: HouseStyle) -> tuple[Section, ...]:
    """What is told of an item below its neutral title: the decision, and of a partly closed one what is marked so."""
    return tuple(
        section
        for section in records.text(item.id).sections
        if (section.kind is style.decision_kind and item.decision_public)
        or (section.public and item.access is Access.PARTLY)
    )
