"""The archive as it will be: what is stored, with the acts laid over it that are not known to be on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import SHARED_TYPES, Pair, Record
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.reading import FileKind, SourceFile
from referatdesk.services.archive.belonging import meeting_of
from referatdesk.services.errors import UserError
from referatdesk.storage import contents, reading
from referatdesk.storage.connection import Connection
from referatdesk.storage.errors import StorageError
from referatdesk.storage.journal import Entry
from referatdesk.storage.reading import MeetingDay, MeetingRow
from referatdesk.storage.store import Store

if TYPE_CHECKING:
    from referatdesk.storage.past import Past

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@contextmanager
def known_to_users() -> Iterator[None]:
    """Turns what is wrong with an archive into the error that a user can be told."""
    try:
        yield
    except StorageError as error:
        raise UserError(f"archive.{error.fault.value}", **error.data) from error


class PendingRecords:
    """Reading never waits for writing, and never misses what is still on its way."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: list[Entry] = list(store.recovered)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._store.write(entry)

    def drop(self, seq: int) -> bool:
        """Forgets the acts up to that number, which are on the disk; whether there were any."""
        before = len(self._entries)
        self._entries = [entry for entry in self._entries if entry.seq > seq]
        return len(self._entries) < before

    def records(self, kind: type[R], meeting_id: str | None) -> list[R]:
        """All records of a kind, those that are part of meetings only from that meeting, if one is named."""
        return self._laid_over(kind, meeting_id, self._read(lambda c: reading.records(c, kind, meeting_id)))

    def _laid_over(self, kind: type[R], meeting_id: str | None, stored: list[R]) -> list[R]:
        """What is stored, with what is on its way."""
        if not self._entries:
            return stored
        by_id = {record.id: record for record in stored}
        for pair in self._pairs(kind):
            after = pair.after
            if isinstance(after, kind) and (kind in SHARED_TYPES or meeting_id in {None, meeting_of(after)}):
                by_id[after.id] = after
            else:
                by_id.pop(pair.record.id, None)
        return list(by_id.values())

    def record(self, kind: type[R], record_id: str) -> R | None:
        latest = [pair for pair in self._pairs(kind) if pair.record.id == record_id]
        if latest:
            after = latest[-1].after
            return after if isinstance(after, kind) else None
        return self._read(lambda connection: reading.record(connection, kind, record_id))

    def meeting_rows(self, after: MeetingRow | None, board_id: str | None, limit: int) -> list[MeetingRow]:
        """One page of the list of meetings, newest first."""
        touched = {pair.record.id: pair.after for pair in self._pairs(Meeting)}
        wanted = limit + len(touched)
        stored = self._read(lambda connection: reading.meeting_rows(connection, after, board_id, wanted))
        renamed = {pair.record.id: pair.after.name for pair in self._pairs(Board) if isinstance(pair.after, Board)}
        rows = [
            replace(row, board_name=renamed[row.board_id]) if row.board_id in renamed else row
            for row in stored
            if row.id not in touched
        ]
        for meeting in touched.values():
            if isinstance(meeting, Meeting) and board_id in {None, meeting.board_id}:
                row = self._row(meeting)
                if after is None or row.place < after.place:
                    rows.append(row)
        return sorted(rows, key=lambda row: row.place, reverse=True)[:limit] if touched else rows

    def meeting_days(self) -> list[MeetingDay]:
        """Every meeting that has a date."""
        stored = self._read(reading.meeting_days)
        touched = {pair.record.id: pair.after for pair in self._pairs(Meeting)}
        if not touched:
            return stored
        dated = (one for one in touched.values() if isinstance(one, Meeting))
        new = [MeetingDay(one.id, one.board_id, one.date, one.status) for one in dated if one.date is not None]
        return [day for day in stored if day.id not in touched] + new

    def open_follow_ups(self, board_id: str) -> list[FollowUp]:
        """What was promised at all meetings of a board and is not settled."""
        stored = self._read(lambda connection: reading.open_follow_ups(connection, board_id))
        by_id = {one.id: one for one in stored}
        for pair in self._pairs(FollowUp):
            after = pair.after
            if isinstance(after, FollowUp) and after.is_open and self._is_of(after.meeting_id, board_id):
                by_id[after.id] = after
            else:
                by_id.pop(pair.record.id, None)
        return list(by_id.values())

    def _is_of(self, meeting_id: str, board_id: str) -> bool:
        meeting = self.record(Meeting, meeting_id)
        return meeting is not None and meeting.board_id == board_id

    def document_hashes(self) -> frozenset[str]:
        """The SHA-256 of every document that a meeting of the archive was read from."""
        found = self._read(reading.document_hashes)
        for pair in self._pairs(SourceFile):
            change = found.discard if pair.after is None else found.add
            if isinstance(pair.record, SourceFile) and pair.record.kind is FileKind.DOCUMENT:
                change(pair.record.sha256)
        return frozenset(found)

    def content(self, sha256: str) -> bytes | None:
        """The content of a file of the archive."""
        on_its_way = (one.data for entry in self._entries for one in entry.contents if one.sha256 == sha256)
        return next(on_its_way, None) or self._read(lambda connection: contents.content(connection, sha256))

    def past(self, last_seq: int) -> Past:
        """What was done up to that number, to be read on any thread."""
        from referatdesk.storage.past import Past  # noqa: PLC0415 - only who looks back needs it

        return Past(self._store, tuple(self._entries), last_seq)

    def _row(self, meeting: Meeting) -> MeetingRow:
        board = self.record(Board, meeting.board_id)
        name = board.name if board is not None else ""
        return MeetingRow(meeting.id, meeting.board_id, name, meeting.date, meeting.title, meeting.status)

    def _read(self, ask: Callable[[Connection], T]) -> T:
        with known_to_users():
            return self._store.read(ask)

    def _pairs(self, kind: type[object]) -> Iterator[Pair]:
        for entry in self._entries:
            for pair in entry.pairs:
                if type(pair.record) is kind:
                    yield pair
