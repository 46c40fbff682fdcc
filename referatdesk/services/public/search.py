"""What the finished public version is searched for: every word of the meeting that is not open.

Which words those are is not asked of the code that builds the public version. Whatever belongs to an item that is not
open is closed, in every field of every record, and so is what the lists of fields withhold. What is open is what would
be printed if the closed items, closed papers and all that `_NEVER_OPEN` names had never been in the archive: a sentence
that stands there too is known to everybody. That list is the search's own, so that a field that is put among the open
ones by mistake is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from referatdesk.documents.searching.search import Secret, Wanted
from referatdesk.documents.word.values import Scope
from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Record
from referatdesk.domain.codes import Access
from referatdesk.domain.decisions import (
    Attachment,
    Disqualification,
    ItemLink,
    MoneyAmount,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting
from referatdesk.domain.personal_data import Private, private_spans
from referatdesk.domain.reading import Comment, SourceFile
from referatdesk.domain.records import Records, RecordSet, board_of, style_of
from referatdesk.domain.richtext import Block
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.item.public_items import told_sections
from referatdesk.services.lookup import items_of
from referatdesk.services.public.values import dropped_values
from referatdesk.services.public.version import contacts_of, public_version
from referatdesk.services.wording.items import access_words
from referatdesk.services.wording.patterns import filled

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|[\n\t]+")
_NO_WORDS = re.compile(r"(?:\w+_)?id|sha256|media_type|size")
_ONLY_NUMBERS = re.compile(r"[-+\d:.,T/ ]*")
_PRINTED_ANEW = frozenset({"head_raw", "contents_raw", "heading_raw", "case_no_raw"})
"""Lines as an old document printed them: what is open in them is printed from other fields."""

_NEVER_OPEN: Mapping[type, frozenset[str]] = {
    Meeting: frozenset({"join_link", "sender_initials", "head_raw", "contents_raw"}),
    Attendance: frozenset({"reason_text", "note"}),
    ItemAttendance: frozenset({"reason_text"}),
    AgendaItem: frozenset({"heading_raw", "case_no_raw", "public_title"}),
    Statement: frozenset({"forward_to"}),
    Attachment: frozenset({"file_name"}),
    SourceFile: frozenset({"name"}),
}
"""Fields of open records that say nothing that is open."""
_NEVER_OPEN_KINDS = (Comment, Disqualification, ItemLink, MoneyAmount)


def wanted(records: Records, meeting_id: str) -> Wanted:
    """What must not stand in the public version of a meeting, and what may."""
    meeting = records.get(Meeting, meeting_id)
    closed = closed_items(records, meeting_id)
    texts = list(_all_texts(records, meeting_id))
    return Wanted(
        secrets=[*_secrets(records, meeting_id, closed)],
        open_texts=[*_open_texts(records, meeting_id, closed)],
        usual_texts=[*_usual_texts(records, meeting, closed)],
        contacts=contacts_of(records, board_of(records, meeting)),
        numbers=[
            text[span.begin : span.end]
            for text in texts
            for span in private_spans(text)
            if span.kind is Private.TELEPHONE
        ],
    )


def closed_items(records: Records, meeting_id: str) -> dict[str, str]:
    """The items that are not open or stand below such a one, by id, with their numbers."""
    listed = items_of(records, meeting_id)
    numbers = printed_numbers(listed, style_of(records, records.get(Meeting, meeting_id)).sub_numbers)
    closed: dict[str, str] = {}
    for item in in_order(listed):
        if item.access is not Access.OPEN or item.parent_id in closed:
            closed[item.id] = numbers[item.id] or closed.get(item.parent_id or "", "–")
    return closed


def _secrets(records: Records, meeting_id: str, closed: dict[str, str]) -> Iterator[Secret]:
    public = public_version(records, meeting_id).records
    contacts = contacts_of(records, board_of(records, records.get(Meeting, meeting_id)))
    for record in _of_meeting(records, meeting_id):
        number = closed.get(_item_of(records, record) or "")
        if number is not None or _is_closed(record) or public.find(type(record), record.id) is None:
            told: Iterable[str] = strings_in(record)
        else:
            dropped = (*dropped_values(record, contacts, _PRINTED_ANEW), *_never_open_values(record))
            told = (text for value in dropped for text in strings_in(value))
        yield from (Secret(piece, number or "") for text in told for piece in pieces_of(text))


def _is_closed(record: Record) -> bool:
    """Whether a record is closed by itself, whatever it belongs to."""
    return isinstance(record, _NEVER_OPEN_KINDS) or (
        isinstance(record, Attachment) and record.access is not Access.OPEN
    )


def _never_open_values(record: Record) -> Iterator[object]:
    names = _NEVER_OPEN.get(type(record), frozenset()) - _PRINTED_ANEW
    return (getattr(record, name) for name in sorted(names))


def _open_texts(records: Records, meeting_id: str, closed: dict[str, str]) -> Iterator[str]:
    """All that is printed of what is open."""
    public = public_version(records, meeting_id).records
    rest = RecordSet(
        _open_alone(record)
        for kind in RECORD_TYPES
        for record in records.all(kind)
        if kind in SHARED_TYPES
        or not (
            _item_of(records, record) in closed.keys()  # noqa: SIM118 - None is no key
            or _is_closed(record)
            or public.find(kind, record.id) is None
        )
    )
    yield from _printed(gather(public_version(rest, meeting_id).records, meeting_id))


def _open_alone(record: Record) -> Record:
    """The record as if nobody had filled in what is never open."""
    filled_in = {name: getattr(record, name) for name in _NEVER_OPEN.get(type(record), ())}
    emptied: dict[str, Any] = {
        name: type(value)() for name, value in filled_in.items() if isinstance(value, str | tuple)
    }
    return replace(record, **emptied)


def _usual_texts(records: Records, meeting: Meeting, closed: dict[str, str]) -> Iterator[str]:
    board, style = board_of(records, meeting), style_of(records, meeting)
    yield from strings_in(style)
    yield from strings_in(board)
    yield filled(style.lead_in or "", board=board.name)
    for item in items_of(records, meeting.id):
        if item.id in closed:
            yield access_words(item)
            yield from _told_openly(records, item)


def _told_openly(records: Records, item: AgendaItem) -> Iterator[str]:
    """What somebody said may be told of an item that is not open."""
    yield item.public_title or ""
    if item.public_title:
        for section in told_sections(records, item, style_of(records, records.get(Meeting, item.meeting_id))):
            yield from strings_in(section.blocks)


def _printed(scope: Scope) -> Iterator[str]:
    for value in scope.fields.values():
        yield from strings_in(value)
    for repeated in scope.repeats.values():
        for one in repeated:
            yield from _printed(one)


def _all_texts(records: Records, meeting_id: str) -> Iterator[str]:
    for record in _of_meeting(records, meeting_id):
        yield from strings_in(record)


def _of_meeting(records: Records, meeting_id: str) -> Iterator[Record]:
    for kind in RECORD_TYPES:
        if kind not in SHARED_TYPES:
            key = "id" if kind is Meeting else "meeting_id"
            yield from (one for one in records.all(kind) if getattr(one, key) == meeting_id)


def _item_of(records: Records, record: Record) -> str | None:
    if isinstance(record, AgendaItem | ItemText):
        return record.id
    if isinstance(record, VoteCast):
        vote = records.find(Vote, record.vote_id)
        return vote.item_id if vote else None
    return getattr(record, "item_id", None)


def strings_in(value: object) -> Iterator[str]:
    """Every text in a value, however deep; ids, codes and mere numbers are none."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if not _ONLY_NUMBERS.fullmatch(value):
            yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from strings_in(one)
    elif isinstance(value, Block) and value.table is None:
        yield from strings_in("".join(run.text for run in value.runs))
        yield from (run.link for run in value.runs if run.link)
    elif is_dataclass(value):
        for one in fields(value):
            if not _NO_WORDS.fullmatch(one.name):
                yield from strings_in(getattr(value, one.name))


def pieces_of(text: str) -> Iterator[str]:
    """The sentences and lines of a text."""
    yield from (piece for piece in _SENTENCE.split(text) if piece.strip())
