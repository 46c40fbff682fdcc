"""One thing that a revised agenda says otherwise than the meeting that is planned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DifferenceKind(StrEnum):
    HEAD = "head"
    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    INVITED = "invited"
    PERSON = "person"
    UNINVITED = "uninvited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that a revised agenda says otherwise; accepted or kept as it is, each for itself.

    `title` names the item or the person, "" for the head of the meeting. `before` and `after` are what the two agendas
    say. `item_id` is the meeting's item, or the entry in its list of people, None for a new one. A removed item with
    notes (`has_notes`) is only marked as withdrawn.
    """

    kind: DifferenceKind
    title: str
    item_id: str | None = None
    before: str = ""
    after: str = ""
    place: int = 0
    """Where the item stands in the revised agenda, or stood in the meeting's, sub-items counted too, from 0."""
    has_notes: bool = False
