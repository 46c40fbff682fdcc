"""The records at hand: the shared ones and those of the open meeting, each kind read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Pair, Record
from referatdesk.domain.meetings import ItemText, Meeting
from referatdesk.domain.records import RecordSet, StaleRecordError
from referatdesk.services.archive.belonging import meeting_of

R = TypeVar("R", bound=Record)

LARGE_TYPES: frozenset[type[object]] = frozenset({ItemText})
"""Kinds of which one record is read when it is asked for, not all of the meeting's at once."""


class Source(Protocol):
    """Where records are read from: the archive as it will be once all acts are written."""

    def records(self, kind: type[R], meeting_id: str | None) -> list[R]: ...

    def record(self, kind: type[R], record_id: str) -> R | None: ...

    def content(self, sha256: str) -> bytes | None: ...


class OpenRecords:
    """What services and panes read from (see `domain.records.Records`)."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._meeting_id: str | None = None
        self._sets: dict[type[object], RecordSet] = {}
        self._whole: set[type[object]] = set()

    def find(self, kind: type[R], record_id: str) -> R | None:
        if kind in LARGE_TYPES:
            self._read_one(kind, record_id)
        return self._set(kind).find(kind, record_id)

    def get(self, kind: type[R], record_id: str) -> R:
        """The record; raises LookupError where there is none."""
        found = self.find(kind, record_id)
        if found is None:
            raise LookupError(kind.__name__)
        return found

    def all(self, kind: type[R]) -> list[R]:
        if kind in LARGE_TYPES and kind not in self._whole:
            held: list[R] = self._source.records(kind, self._meeting_id or "")
            self._sets[kind] = RecordSet(held)
            self._whole.add(kind)
        return self._set(kind).all(kind)

    def text(self, item_id: str) -> ItemText:
        return self.get(ItemText, item_id)

    def content(self, sha256: str) -> bytes | None:
        """The content of a file that some record names; None where the archive does not have it."""
        return self._source.content(sha256)

    @property
    def meeting(self) -> Meeting | None:
        """The open meeting."""
        return None if self._meeting_id is None else self.find(Meeting, self._meeting_id)

    def records_of(self, meeting_id: str) -> RecordSet:
        """The shared records and all of one meeting's, open or not, as they are now."""
        return RecordSet(record for kind in RECORD_TYPES for record in self._source.records(kind, meeting_id))

    def of_all_meetings(self, kind: type[R]) -> list[R]:
        """Every record of a kind in the archive, as it is now."""
        return self._source.records(kind, None)

    def _set(self, kind: type[R]) -> RecordSet:
        if kind not in self._sets:
            lazy = kind in LARGE_TYPES or (self._meeting_id is None and kind not in SHARED_TYPES)
            held: list[R] = [] if lazy else self._source.records(kind, self._meeting_id)
            self._sets[kind] = RecordSet(held)
        return self._sets[kind]

    def _read_one(self, kind: type[R], record_id: str) -> None:
        held = self._set(kind)
        if kind in self._whole or held.find(kind, record_id) is not None:
            return
        stored = self._source.record(kind, record_id)
        if stored is not None and meeting_of(stored) == self._meeting_id:
            held.apply((Pair(None, stored),))

    def _turn_to(self, meeting_id: str) -> None:
        """Lets go of one meeting's records for another's; raises LookupError, and keeps them, where there is none."""
        meetings = self._source.records(Meeting, meeting_id)
        if not meetings:
            raise LookupError(Meeting.__name__)
        self._let_go()
        self._meeting_id = meeting_id
        self._sets[Meeting] = RecordSet(meetings)

    def _let_go(self) -> None:
        """Lets go of the open meeting's records."""
        self._meeting_id = None
        self._whole.clear()
        self._sets = {kind: held for kind, held in self._sets.items() if kind in SHARED_TYPES}

    def _is_at_hand(self, record: Record) -> bool:
        return type(record) in SHARED_TYPES or meeting_of(record) == self._meeting_id

    def _current(self, kind: type[Record], record_id: str) -> Record | None:
        """The record wherever it belongs."""
        return self.find(kind, record_id) or self._source.record(kind, record_id)

    def _alter(self, pairs: Iterable[Pair]) -> None:
        """Puts the pairs in force; raises StaleRecordError, and changes nothing, where a `before` no longer holds."""
        listed = tuple(pairs)
        for pair in listed:
            find = self.find if self._is_at_hand(pair.record) else self._source.record
            if find(type(pair.record), pair.record.id) != pair.before:
                raise StaleRecordError(type(pair.record).__name__)
        for pair in listed:
            if self._is_at_hand(pair.record):
                self._set(type(pair.record)).apply((pair,))
