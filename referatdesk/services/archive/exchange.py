"""A meeting as a file of its own: dumped from one archive and loaded into another, ids kept.

The file is JSON in UTF-8: `format` is "referatdesk-dump-1", `meeting` the id of the meeting, and `records` holds by
kind ("board", "agenda_item", …), each after those it refers to, every record of the meeting and the shared ones it
needs: its board, the board's house style and what was learnt of its papers, the people listed and their organisations.
`contents` holds those of the kept files, in base64 by their SHA-256; where there are none it is left out.
A record has the fields of its dataclass in `domain`; a field that is left out has its default. Within a kind records
are sorted by `sort`, then id, so that equal meetings are equal files.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from referatdesk.documents.gate import door
from referatdesk.documents.gate.errors import GateError
from referatdesk.domain.boards import Organisation, Person
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Change, Content, Pair, Record
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.domain.reading import ReadingHabit, SourceFile
from referatdesk.domain.records import RecordSet, board_of, style_of
from referatdesk.services.archive.belonging import OrphanError, check_belonging, meeting_of
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.storage.codec import from_data, from_json, indented, to_data, to_json
from referatdesk.storage.rows import KIND_BY_TABLE, fits, table_name

FORMAT = "referatdesk-dump-1"
MAX_BYTES = 100_000_000
MAX_DEPTH = 40
"""A run in a paragraph in a cell of a table in a section reaches 16."""
MAX_RECORDS = 100_000
MAX_VALUES = 500_000
"""Objects and lists, counted before they are made."""
_RECORDS_AT = 2
"""So deep do records lie in what is listed by kind."""
R = TypeVar("R", bound=Record)


def dump(workspace: Workspace, meeting_id: str) -> bytes:
    """The meeting as a file; raises UserError "meeting.missing"."""
    records = workspace.records_of(meeting_id)
    meeting = records.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("meeting.missing", meeting_id=meeting_id)
    chosen = [*_shared(records, meeting), *_own(records)]
    by_kind = {
        table_name(kind): sorted((one for one in chosen if type(one) is kind), key=_place) for kind in RECORD_TYPES
    }
    filled = {name: of_kind for name, of_kind in by_kind.items() if of_kind}
    whole = {"format": FORMAT, "meeting": meeting_id, "records": filled}
    contents = {sha256: data for sha256 in _kept(chosen) if (data := workspace.content(sha256)) is not None}
    return indented(to_json(whole | {"contents": contents} if contents else whole))


def _kept(records: Iterable[Record]) -> list[str]:
    """The files of which the content belongs to the meeting."""
    return sorted({one.sha256 for one in records if isinstance(one, SourceFile) and one.kept})


def _place(record: Record) -> tuple[int, str]:
    return getattr(record, "sort", 0), record.id


def _own(records: RecordSet) -> Iterator[Record]:
    for kind in RECORD_TYPES:
        if kind not in SHARED_TYPES:
            yield from records.all(kind)


def _shared(records: RecordSet, meeting: Meeting) -> Iterator[Record]:
    board = board_of(records, meeting)
    yield board
    yield style_of(records, meeting)
    yield from (habit for habit in records.all(ReadingHabit) if habit.board_id == board.id)
    listed = {one.person_id for one in records.all(Attendance)}
    people = [person for person in records.all(Person) if person.id in listed]
    yield from people
    employers = {person.organisation_id for person in people}
    yield from (one for one in records.all(Organisation) if one.id in employers)


def content_of(path: Path) -> bytes:
    """A dumped meeting as a file; raises UserError "file.unreadable" or "load.too_large"."""
    try:
        return door.content_of(path, MAX_BYTES)
    except OSError as error:
        raise UserError("file.unreadable", path=str(path)) from error
    except GateError as error:
        raise UserError("load.too_large", limit=MAX_BYTES) from error


def load(workspace: Workspace, data: bytes) -> Change:
    """The change that brings a dumped meeting in; shared records that stand there already are used.

    Raises UserError: "load.too_large", "load.not_json", "load.unknown_format", "load.invalid" (with `kind`),
    "load.incomplete", "load.meeting_exists", and "load.differs" where a shared record of the same id is another one.
    """
    meeting_id, records, contents = _read(data)
    here = workspace.records_of(meeting_id)
    if here.find(Meeting, meeting_id) is not None:
        raise UserError("load.meeting_exists", meeting_id=meeting_id)
    pairs = tuple(Pair(None, record) for record in records if not _stands_already(here, record))
    try:
        check_belonging(pairs, here.find, here.all)
    except OrphanError as error:
        raise UserError("load.incomplete") from error
    title = next(record.title for record in records if isinstance(record, Meeting))
    return Change("meeting.load", pairs, title or "", contents=contents)


def _stands_already(here: RecordSet, record: Record) -> bool:
    if type(record) not in SHARED_TYPES:
        return False
    known = here.find(type(record), record.id)
    if known is not None and known != record:
        raise UserError("load.differs", kind=table_name(type(record)), id=record.id)
    return known is not None


def _read(data: bytes) -> tuple[str, list[Record], tuple[Content, ...]]:
    if len(data) > MAX_BYTES or data.count(b"{") + data.count(b"[") > MAX_VALUES:
        raise UserError("load.too_large", limit=MAX_BYTES)
    try:
        whole = from_json(data, dict[str, Any])
    except (ValueError, RecursionError) as error:
        raise UserError("load.not_json") from error
    _check_size(whole.get("records"))
    if whole.get("format") != FORMAT:
        raise UserError("load.unknown_format")
    named = whole.keys() - {"contents"}
    if named != {"format", "meeting", "records"} or not isinstance(whole["records"], dict):
        raise UserError("load.invalid", kind="")
    records = [record for name, listed in whole["records"].items() for record in _of_kind(name, listed)]
    _check_whole(whole["meeting"], records)
    return whole["meeting"], records, _contents(whole.get("contents", {}), _kept(records))


def _check_size(listed: object) -> None:
    """Neither more than a meeting has, nor nested more deeply than what is printed of it can be followed."""
    level, depth, count = [listed], 0, 0
    while level:
        depth += 1
        inside = [one for value in level for one in _inside(value)]
        count = max(count, len(inside)) if depth <= _RECORDS_AT else count
        if depth > MAX_DEPTH or count > MAX_RECORDS:
            raise UserError("load.too_large", limit=MAX_BYTES)
        level = inside


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _contents(found: object, wanted: list[str]) -> tuple[Content, ...]:
    """Each is what its name says, and of a file that the meeting keeps; one that is missing was lost before."""
    try:
        given = from_data(found, dict[str, str])
        contents = tuple(Content(sha256, b64decode(text, validate=True)) for sha256, text in given.items())
    except ValueError as error:
        raise UserError("load.invalid", kind="contents") from error
    if any(one.sha256 not in wanted or hashlib.sha256(one.data).hexdigest() != one.sha256 for one in contents):
        raise UserError("load.invalid", kind="contents")
    return contents


def _of_kind(name: str, listed: object) -> list[Record]:
    kind = KIND_BY_TABLE.get(name)
    if kind is None or not isinstance(listed, list):
        raise UserError("load.invalid", kind=name)
    try:
        return [_record(one, kind) for one in listed]
    except (ValueError, RecursionError) as error:
        raise UserError("load.invalid", kind=name) from error


def _record(data: object, kind: type[R]) -> R:
    """The record; raises ValueError for what does not fit it, or would be lost on the way."""
    record = from_data(data, kind)
    if not fits(record) or not _is_within(data, to_data(record)):
        raise ValueError(kind.__name__)
    return record


def _is_within(part: object, whole: object) -> bool:
    """Whether every key of one stands in the other, at every depth."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and _is_within(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return all(_is_within(one, other) for one, other in zip(part, whole, strict=True))
    return True


def _check_whole(meeting_id: object, records: list[Record]) -> None:
    """One meeting, all records part of it or shared, no id twice."""
    keys = {(type(record), record.id) for record in records}
    foreign = any(meeting_of(record) not in {None, meeting_id} for record in records)
    if len(keys) != len(records) or foreign or (Meeting, meeting_id) not in keys:
        raise UserError("load.incomplete")
