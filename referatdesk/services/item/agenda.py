"""The agenda: items, their order, and what is said of them in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from referatdesk.domain.boards import StandingItem
from referatdesk.domain.changes import Change, Pair, added
from referatdesk.domain.codes import Access, ItemKind, ItemStatus, MeetingStatus, Treatment
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.services.board.themes import add_theme, remove_theme, rename_theme, set_theme
from referatdesk.services.dependents import without_items
from referatdesk.services.editing import edit
from referatdesk.services.errors import UserError
from referatdesk.services.item.access import refuse_two_accesses, set_access
from referatdesk.services.item.kept_numbers import held_without, with_next_number, with_numbers_kept
from referatdesk.services.item.sections import standard_sections
from referatdesk.services.lookup import below, siblings_of
from referatdesk.services.order import closed_up, inserted, moved

__all__ = [
    "CLOSING_KINDS",
    "add_item",
    "add_theme",
    "edit_publicity",
    "move_down",
    "move_item",
    "move_up",
    "place_of_new",
    "remove_item",
    "remove_theme",
    "rename_item",
    "rename_theme",
    "set_access",
    "set_case_no",
    "set_minutes",
    "set_number",
    "set_status",
    "set_theme",
    "set_treatment",
]

CLOSING_KINDS = frozenset({ItemKind.ANY_OTHER, ItemKind.NEXT_MEETING, ItemKind.SIGNATURE})
"""Items that end an agenda: what is added without a place is put in front of them."""
LONGEST_MINUTES = 3
"""Figures in the number of minutes that anything may take."""


def add_item(
    records: Records,
    meeting_id: str,
    title: str,
    *,
    after: str | None = None,
    parent_id: str | None = None,
    kind: ItemKind = ItemKind.ITEM,
    late: bool = False,
    access: Access = Access.OPEN,
) -> tuple[Change, str]:
    """A new item with the sections of the house style, behind the item `after` or the one that `after` stands under.

    Without a place it comes last, but in front of the closing items. One added while the meeting sits is late, and
    gets the next free number; all others keep theirs. What is put below a closed item is closed.
    """
    meeting = records.get(Meeting, meeting_id)
    new = AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        parent_id=parent_id,
        kind=_fitting(kind, parent_id),
        title=" ".join(title.split()),
        access=_access_below(records, parent_id, access),
        added_late=late or meeting.status is MeetingStatus.IN_SESSION,
    )
    sections = standard_sections(style_of(records, meeting), board_of(records, meeting), new.kind)
    text = ItemText(id=new.id, meeting_id=meeting_id, sections=sections)
    siblings = siblings_of(records, meeting_id, parent_id)
    placed = inserted(siblings, new, place_of_new(records, meeting, siblings, after))
    pairs = with_next_number(records, new, placed)
    return Change("item.add", (pairs[0], *added(text), *pairs[1:]), title), new.id


def _access_below(records: Records, parent_id: str | None, wanted: Access) -> Access:
    is_open = parent_id is None or records.get(AgendaItem, parent_id).access is Access.OPEN
    return wanted if is_open else Access.CLOSED


def _fitting(kind: ItemKind, parent_id: str | None) -> ItemKind:
    """A plain item is a sub-item below another and an item at the top; other kinds are what they are anywhere."""
    if kind in {ItemKind.ITEM, ItemKind.SUBITEM}:
        return ItemKind.ITEM if parent_id is None else ItemKind.SUBITEM
    return kind


def place_of_new(records: Records, meeting: Meeting, siblings: Sequence[AgendaItem], after: str | None = None) -> int:
    """Behind the item `after` or the one it stands under; without one last, but in front of the closing items."""
    places = {item.id: place for place, item in enumerate(siblings)}
    while after is not None:
        if after in places:
            return places[after] + 1
        after = records.get(AgendaItem, after).parent_id
    closing = {one.title for one in records.all(StandingItem) if one.board_id == meeting.board_id and one.closing}
    place = len(siblings)
    while place and (siblings[place - 1].kind in CLOSING_KINDS or siblings[place - 1].title in closing):
        place -= 1
    return place


def remove_item(records: Records, item_id: str) -> Change:
    """Takes the item away with its sub-items and everything written, decided, listed or noted at them.

    While the meeting sits the others keep their printed numbers.
    """
    item = records.get(AgendaItem, item_id)
    gone = [item, *below(records, item)]
    held = held_without(records, item.meeting_id, gone)
    return Change("item.remove", (*without_items(records, gone), *held), item.title)


def rename_item(records: Records, item_id: str, title: str) -> Change:
    return edit("item.rename", records.get(AgendaItem, item_id), {"title": title}, title)


def move_item(records: Records, item_id: str, index: int, parent_id: str | None = None) -> Change:
    """The item at the index among the children of `parent_id` (None: the top level), the index counted without it.

    While the meeting sits all items keep their printed numbers. Raises UserError "item.into_itself" where the new
    parent is the item or stands below it, and "item.one_text" where it would be closed there and not what it is
    treated together with.
    """
    item = records.get(AgendaItem, item_id)
    if parent_id is not None and parent_id in {item_id, *(child.id for child in below(records, item))}:
        raise UserError("item.into_itself", title=item.title)
    siblings = siblings_of(records, item.meeting_id, parent_id)
    if any(sibling.id == item_id for sibling in siblings):
        pairs = moved(siblings, item_id, index)
    else:
        pairs = _moved_over(records, item, siblings, index, parent_id)
        refuse_two_accesses(records, item, pairs)
    return Change("item.move", with_numbers_kept(records, item_id, pairs), item.title)


def _moved_over(
    records: Records, item: AgendaItem, siblings: list[AgendaItem], index: int, parent_id: str | None
) -> tuple[Pair, ...]:
    """To another parent: the items there make room, those left behind close up."""
    left = [one for one in siblings_of(records, item.meeting_id, item.parent_id) if one.id != item.id]
    place = max(0, min(index, len(siblings)))
    coming = replace(item, parent_id=parent_id, kind=_fitting(item.kind, parent_id))
    there = closed_up([*siblings[:place], coming, *siblings[place:]], [*siblings, item])
    return (*there, *closed_up(left, left))


def move_up(records: Records, item_id: str) -> Change:
    return _stepped(records, item_id, -1)


def move_down(records: Records, item_id: str) -> Change:
    return _stepped(records, item_id, 1)


def _stepped(records: Records, item_id: str, step: int) -> Change:
    """One place up or down among the siblings; at the end of the list nothing happens."""
    item = records.get(AgendaItem, item_id)
    siblings = siblings_of(records, item.meeting_id, item.parent_id)
    place = next(place for place, sibling in enumerate(siblings) if sibling.id == item_id)
    if not 0 <= place + step < len(siblings):
        return Change("item.move", (), item.title)
    pairs = moved(siblings, item_id, place + step)
    return Change("item.move", with_numbers_kept(records, item_id, pairs), item.title)


def edit_publicity(records: Records, item_id: str, **fields: Any) -> Change:
    """What the public version tells of an item that is not open: `public_title`, `decision_public`."""
    item = records.get(AgendaItem, item_id)
    return edit("item.publicity", item, fields, item.title)


def set_status(records: Records, item_id: str, status: ItemStatus) -> Change:
    item = records.get(AgendaItem, item_id)
    return edit("item.status", item, {"status": status}, item.title)


def set_number(records: Records, item_id: str, text: str | None) -> Change:
    """A number set by hand, blank for an item that is printed without one; None lets it follow the order again."""
    item = records.get(AgendaItem, item_id)
    values = {"number_auto": text is None, "number_text": (text or "").strip() or None}
    return edit("item.number", item, values, item.title)


def set_case_no(records: Records, item_id: str, case_no: str | None) -> Change:
    item = records.get(AgendaItem, item_id)
    return edit("item.case_no", item, {"case_no": (case_no or "").strip() or None}, item.title)


def set_minutes(records: Records, item_id: str, typed: str) -> Change:
    """How many minutes are set aside for the item; blank for none. Raises UserError "item.minutes"."""
    item = records.get(AgendaItem, item_id)
    figures = typed.strip().removesuffix("min.").strip()
    if figures and not (figures.isdecimal() and len(figures) <= LONGEST_MINUTES):
        raise UserError("item.minutes", typed=typed.strip())
    return edit("item.minutes", item, {"minutes_planned": int(figures or "0") or None}, item.title)


def set_treatment(records: Records, item_id: str, treatment: Treatment | None) -> Change:
    item = records.get(AgendaItem, item_id)
    return edit("item.treatment", item, {"treatment": treatment}, item.title)
