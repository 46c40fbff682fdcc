"""What an item of a draft refers to, found in the archive where it stands there, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from referatdesk.documents.reading.draft import DraftItem, DraftLink
from referatdesk.domain.boards import Board
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.services.intake.matching import same_name


def links(
    read: DraftItem,
    item: AgendaItem,
    by_figure: Mapping[str, str],
    meetings: Sequence[Meeting],
    boards: Sequence[Board],
) -> Iterator[ItemLink]:
    """What the text refers to; `by_figure` has the ids of this meeting's items by their printed numbers."""
    for one in read.links:
        here = one.board is None and one.date is None
        to_item = by_figure.get(_figure(one.item)) if here and one.item else None
        yield ItemLink(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            kind=one.kind,
            to_item_id=to_item if to_item != item.id else None,
            to_meeting_id=_meeting_meant(one, meetings, boards),
            to_board_name=one.board,
            to_date=one.date,
            raw=one.raw,
        )


def _figure(item: str) -> str:
    digits = re.search(r"\d+(?:\.\d+)?", item)
    return digits[0] if digits else item


def _meeting_meant(one: DraftLink, meetings: Sequence[Meeting], boards: Sequence[Board]) -> str | None:
    """The archive's meeting of that board on that day."""
    if one.board is None or one.date is None:
        return None
    named = {board.id for board in boards if same_name(board.name) == same_name(one.board)}
    found = [meeting.id for meeting in meetings if meeting.board_id in named and meeting.date == one.date]
    return found[0] if len(found) == 1 else None
