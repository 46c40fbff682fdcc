"""A single meeting brought back from a copy into the archive: one change, which undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, Pair
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting
from referatdesk.domain.records import RecordSet, board_of, style_of
from referatdesk.domain.richtext import plain_text
from referatdesk.services.archive.backups import Copied
from referatdesk.services.archive.belonging import OrphanError, check_belonging
from referatdesk.services.errors import UserError
from referatdesk.services.wording.items import section_label


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of a meeting in a copy: its printed number, and whether the archive lacks it or has another text."""

    number: str
    title: str
    is_missing: bool
    is_altered: bool


def bring_back(here: RecordSet, copied: Copied, meeting_id: str) -> Change:
    """The change that makes the meeting what it is in the copy; shared records of the archive stay as they are.

    `here` are the shared records of the archive and those of the meeting. Raises UserError "load.incomplete".
    """
    pairs = tuple(_pairs(here, copied.records))
    try:
        check_belonging(pairs, here.find, here.all)
    except OrphanError as error:
        raise UserError("load.incomplete") from error
    meeting = copied.records.find(Meeting, meeting_id)
    return Change("meeting.bring_back", pairs, (meeting.title if meeting else None) or "", contents=copied.contents)


def _pairs(here: RecordSet, there: RecordSet) -> Iterator[Pair]:
    for kind in RECORD_TYPES:
        for record in there.all(kind):
            now = here.find(kind, record.id)
            if now is None or (kind not in SHARED_TYPES and now != record):
                yield Pair(now, record)
    for kind in reversed(RECORD_TYPES):
        if kind not in SHARED_TYPES:
            yield from (Pair(one, None) for one in here.all(kind) if there.find(kind, one.id) is None)


def item_lines(here: RecordSet | None, copied: Copied, meeting_id: str) -> list[ItemLine]:
    """The items of a meeting in a copy against those of the archive; `here` is None where that lacks the meeting."""
    there = copied.records
    numbers = _numbers(there, meeting_id)
    lines = []
    for item_id, number in numbers.items():
        item = there.get(AgendaItem, item_id)
        now = None if here is None else here.find(AgendaItem, item_id)
        is_altered = here is not None and now is not None and _of_item(here, item_id) != _of_item(there, item_id)
        lines.append(ItemLine(number, item.title, now is None, is_altered))
    return lines


def _numbers(records: RecordSet, meeting_id: str) -> dict[str, str]:
    style = style_of(records, records.get(Meeting, meeting_id))
    items = [item for item in records.all(AgendaItem) if item.meeting_id == meeting_id]
    return {item_id: number or "" for item_id, number in printed_numbers(items, style.sub_numbers).items()}


def _of_item(records: RecordSet, item_id: str) -> tuple[object, object]:
    return records.find(AgendaItem, item_id), records.find(ItemText, item_id)


def meeting_text(copied: Copied, meeting_id: str) -> str:
    """All texts of a meeting as plain text, for a look; nothing in it is formatted or followed."""
    records = copied.records
    meeting = records.get(Meeting, meeting_id)
    board, style = board_of(records, meeting), style_of(records, meeting)
    decided = {one.section_id: one for one in records.all(Decision)}
    parts = []
    for item_id, number in _numbers(records, meeting_id).items():
        parts.append(" ".join(filter(None, (number, records.get(AgendaItem, item_id).title))))
        text = records.find(ItemText, item_id)
        for section in text.sections if text is not None else ():
            words = plain_text(section.blocks).strip()
            if words:
                label = section_label(section, meeting, board, style, decided.get(section.id))
                parts.append("\n".join(filter(None, (label, words))))
    return "\n\n".join(parts)
