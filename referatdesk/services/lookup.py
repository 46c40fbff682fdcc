"""Finding what belongs together: the items of a meeting, the board behind an item, the style it is printed in."""

from __future__ import annotations

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.course import leading, together
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.services.order import by_sort


def items_of(records: Records, meeting_id: str) -> list[AgendaItem]:
    return [item for item in records.all(AgendaItem) if item.meeting_id == meeting_id]


def siblings_of(records: Records, meeting_id: str, parent_id: str | None) -> list[AgendaItem]:
    """The items below one parent, in order; at the top level also those whose parent is gone."""
    items = items_of(records, meeting_id)
    known = {item.id for item in items}
    return by_sort(item for item in items if (item.parent_id if item.parent_id in known else None) == parent_id)


def below(records: Records, item: AgendaItem) -> list[AgendaItem]:
    """The item's sub-items and theirs."""
    found: list[AgendaItem] = []
    for child in siblings_of(records, item.meeting_id, item.id):
        found += [child, *below(records, child)]
    return found


def joined(records: Records, item_id: str) -> list[AgendaItem]:
    """The item with all that are treated together with it."""
    item = records.get(AgendaItem, item_id)
    return together(records.all(ItemLink), items_of(records, item.meeting_id), item_id)


def lead_of(records: Records, item_id: str) -> AgendaItem:
    """Of those treated together the item at which they are decided; any other leads itself."""
    lead = records.find(AgendaItem, leading(records.all(ItemLink), item_id))
    return lead or records.get(AgendaItem, item_id)


def people_of(records: Records, meeting_id: str) -> list[Attendance]:
    return by_sort(one for one in records.all(Attendance) if one.meeting_id == meeting_id)


def meeting_of(records: Records, item_id: str) -> Meeting:
    return records.get(Meeting, records.get(AgendaItem, item_id).meeting_id)


def board_of_item(records: Records, item_id: str) -> Board:
    return board_of(records, meeting_of(records, item_id))


def style_of_item(records: Records, item_id: str) -> HouseStyle:
    return style_of(records, meeting_of(records, item_id))
