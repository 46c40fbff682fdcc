"""What the room is shown of an item while its decision is read: never notes, and nothing closed unless it was asked
for.
"""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.codes import Access
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import AgendaItem, Attendance, Meeting
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.domain.richtext import Blocks, plain_text
from referatdesk.services.aloud.reading_aloud import decided_section, is_changed, read_at
from referatdesk.services.wording.items import section_label
from referatdesk.services.wording.outcomes import STATEMENT_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One page for the room; without an item it welcomes. `is_hidden` shows of a closed item that it is one."""

    board: str
    date: str | None = None
    place: str | None = None
    number: str | None = None
    title: str = ""
    is_closed: bool = False
    is_hidden: bool = False
    label: str = ""
    decision: Blocks = ()
    points: Blocks = ()
    statements: tuple[tuple[str, str], ...] = ()
    """What was entered for whom, and its words."""
    read_at: str | None = None
    is_changed: bool = False


def slide(records: Records, meeting: Meeting, item_id: str, *, shows_closed: bool = False) -> Slide:
    """The page for an item, or the welcome where there is none."""
    board = board_of(records, meeting).name
    item = records.find(AgendaItem, item_id) if item_id else None
    if item is None:
        return Slide(board=board, date=meeting.date, place=meeting.place)
    number = printed_numbers(records.all(AgendaItem), style_of(records, meeting).sub_numbers).get(item_id)
    is_closed = _is_closed(records, item)
    if is_closed and not shows_closed:
        return Slide(
            board=board,
            date=meeting.date,
            place=meeting.place,
            number=number,
            title=item.public_title or "",
            is_closed=True,
            is_hidden=True,
        )
    return _open_slide(records, meeting, item, number, is_closed=is_closed)


def _is_closed(records: Records, item: AgendaItem) -> bool:
    """What stands below an item that is not open is not open either."""
    above = records.find(AgendaItem, item.parent_id) if item.parent_id is not None else None
    return item.access is not Access.OPEN or (above is not None and _is_closed(records, above))


def _open_slide(records: Records, meeting: Meeting, item: AgendaItem, number: str | None, *, is_closed: bool) -> Slide:
    board, style = board_of(records, meeting), style_of(records, meeting)
    section = decided_section(records, item.id)
    return Slide(
        board=board.name,
        date=meeting.date,
        place=meeting.place,
        number=number,
        title=item.title,
        is_closed=is_closed,
        label=section_label(section, meeting, board, style, None) if section is not None else "",
        decision=section.blocks if section is not None else (),
        points=item_point_blocks(records.text(item.id)),
        statements=tuple(_statements(records, item.id, plain_text(section.blocks) if section is not None else "")),
        read_at=read_at(records, item.id),
        is_changed=is_changed(records, item.id),
    )


def _statements(records: Records, item_id: str, written: str) -> list[tuple[str, str]]:
    """Those that are not part of the words of the decision anyway."""
    found = []
    for one in records.all(Statement):
        if one.item_id == item_id and one.text.strip() and one.text.strip() not in written:
            person = records.find(Attendance, one.attendance_id) if one.attendance_id else None
            who = person.name if person is not None else one.party
            found.append((": ".join(filter(None, (STATEMENT_WORDS[one.kind], who))), one.text.strip()))
    return found
