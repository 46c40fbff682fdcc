"""Which items of a meeting everybody may read, and how much of the others."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import Access, ClosedItems
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, board_of
from referatdesk.services.lookup import items_of


class Shown(Enum):
    """What the public version tells of an item: all that is open, its neutral title, that and what was decided, or
    nothing at all.
    """

    WHOLE = auto()
    TITLE = auto()
    DECISION = auto()
    NOTHING = auto()


def shown_items(records: Records, meeting_id: str) -> Mapping[str, Shown]:
    """By the item's id. What stands below an item that is not open is not open either."""
    told_by_title = board_of(records, records.get(Meeting, meeting_id)).closed_items is ClosedItems.TITLED
    shown: dict[str, Shown] = {}
    for item in in_order(items_of(records, meeting_id)):
        above = shown.get(item.parent_id or "", Shown.WHOLE)
        if above is Shown.NOTHING:
            shown[item.id] = Shown.NOTHING
        elif item.access is Access.OPEN and above is Shown.WHOLE:
            shown[item.id] = Shown.WHOLE
        else:
            shown[item.id] = _by_title(item, told_by_title or item.access is Access.PARTLY)
    return shown


def _by_title(item: AgendaItem, may_be_told: bool) -> Shown:
    """Nobody but a person can say what is neutral: without a title made for it, nothing is told."""
    if not may_be_told or not (item.public_title or "").strip():
        return Shown.NOTHING
    return Shown.DECISION if item.decision_public else Shown.TITLE
