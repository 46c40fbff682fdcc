"""The items that every new meeting of a board begins and ends with."""

from __future__ import annotations

from typing import Any

from referatdesk.domain.boards import StandingItem
from referatdesk.domain.changes import Change, removed
from referatdesk.domain.codes import ItemKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Blocks
from referatdesk.services.editing import edit
from referatdesk.services.order import by_sort, inserted, moved


def standing_of(records: Records, board_id: str) -> list[StandingItem]:
    return by_sort(item for item in records.all(StandingItem) if item.board_id == board_id)


def add_standing_item(
    records: Records,
    board_id: str,
    title: str,
    *,
    kind: ItemKind = ItemKind.ITEM,
    closing: bool = False,
    case_text: Blocks = (),
) -> Change:
    new = StandingItem(
        id=new_id(), board_id=board_id, title=title.strip(), kind=kind, closing=closing, case_text=case_text
    )
    items = standing_of(records, board_id)
    return Change("standing.add", inserted(items, new, len(items)), new.title)


def edit_standing_item(records: Records, standing_id: str, **fields: Any) -> Change:
    item = records.get(StandingItem, standing_id)
    return edit("standing.edit", item, fields, item.title)


def remove_standing_item(records: Records, standing_id: str) -> Change:
    item = records.get(StandingItem, standing_id)
    return Change("standing.remove", removed(item), item.title)


def move_standing_item(records: Records, standing_id: str, index: int) -> Change:
    """The item at the index in the board's list, counted without it."""
    item = records.get(StandingItem, standing_id)
    return Change("standing.move", moved(standing_of(records, item.board_id), item.id, index), item.title)
