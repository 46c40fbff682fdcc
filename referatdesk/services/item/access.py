"""Who may read an item. Items that are treated together are one text, so what holds of one holds of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import Access, LinkKind
from referatdesk.domain.course import together
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.services.errors import UserError
from referatdesk.services.lookup import below, items_of, joined

_FROM_OPEN_TO_CLOSED = (Access.OPEN, Access.PARTLY, Access.CLOSED)


def set_access(records: Records, item_id: str, access: Access) -> Change:
    """Closing closes what is treated together with the item too, and all below it; opening opens the item alone.

    Raises UserError "item.one_text" where what is treated together would not be closed in the same way.
    """
    item = records.get(AgendaItem, item_id)
    strict = _FROM_OPEN_TO_CLOSED.index(access)
    along = (one for one in _along(records, item, access) if _FROM_OPEN_TO_CLOSED.index(one.access) < strict)
    pairs = altered((one, replace(one, access=access)) for one in (item, *along))
    refuse_two_accesses(records, item, pairs)
    return Change("item.access", pairs, item.title)


def refuse_two_accesses(records: Records, item: AgendaItem, pairs: Iterable[Pair]) -> None:
    """Raises UserError "item.one_text" where the pairs would part by their access what is treated together."""
    before = items_of(records, item.meeting_id)
    changed = {pair.after.id: pair.after for pair in pairs if isinstance(pair.after, AgendaItem)}
    if parted_by_access(records, [changed.get(one.id, one) for one in before]) - parted_by_access(records, before):
        raise UserError("item.one_text", title=item.title)


def parted_by_access(records: Records, items: Sequence[AgendaItem]) -> set[str]:
    """The ids of items that are treated together and not all closed in the same way."""
    held = held_access(items)
    links = [link for link in records.all(ItemLink) if link.kind is LinkKind.TREATED_WITH]
    groups = (together(links, items, item_id) for item_id in {link.item_id for link in links})
    return {item.id for group in groups if len({held[one.id] for one in group}) > 1 for item in group}


def held_access(items: Iterable[AgendaItem]) -> dict[str, Access]:
    """By the item's id. What is open in itself is closed below an item that is not open."""
    held: dict[str, Access] = {}
    for item in in_order(items):
        is_open_above = held.get(item.parent_id or "", Access.OPEN) is Access.OPEN
        held[item.id] = Access.CLOSED if item.access is Access.OPEN and not is_open_above else item.access
    return held


def _along(records: Records, item: AgendaItem, access: Access) -> list[AgendaItem]:
    """What is closed with the item, itself left out."""
    found: dict[str, AgendaItem] = {}
    waiting = [] if access is Access.OPEN else [item]
    while waiting:
        one = waiting.pop()
        found[one.id] = one
        under = below(records, one) if access is Access.CLOSED else ()
        waiting += (other for other in (*joined(records, one.id), *under) if other.id not in found)
    return [one for one in found.values() if one.id != item.id]
