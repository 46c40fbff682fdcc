"""A set of records held in memory: what services read from, and what a Change is checked against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar, cast

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Pair, Record
from referatdesk.domain.meetings import ItemText, Meeting

R = TypeVar("R", bound=Record)


class StaleRecordError(Exception):
    """The stored record is no longer what the change started from; somebody else changed it first."""


class Records(Protocol):
    """What a service may ask for: the shared records and those of one meeting."""

    def find(self, kind: type[R], record_id: str) -> R | None: ...

    def get(self, kind: type[R], record_id: str) -> R: ...

    def all(self, kind: type[R]) -> list[R]: ...

    def text(self, item_id: str) -> ItemText: ...


def board_of(records: Records, meeting: Meeting) -> Board:
    return records.get(Board, meeting.board_id)


def style_of(records: Records, meeting: Meeting) -> HouseStyle:
    """The house style in which the meeting's board prints."""
    return records.get(HouseStyle, board_of(records, meeting).house_style_id)


class RecordSet:
    """Records by kind and id, in the order in which they came."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._kinds: dict[type[object], dict[str, Record]] = {}
        for record in records:
            self._kinds.setdefault(type(record), {})[record.id] = record

    def find(self, kind: type[R], record_id: str) -> R | None:
        return cast("R | None", self._kinds.get(kind, {}).get(record_id))

    def get(self, kind: type[R], record_id: str) -> R:
        """The record; raises LookupError where there is none."""
        found = self.find(kind, record_id)
        if found is None:
            raise LookupError(kind.__name__)
        return found

    def all(self, kind: type[R]) -> list[R]:
        return cast("list[R]", list(self._kinds.get(kind, {}).values()))

    def text(self, item_id: str) -> ItemText:
        return self.get(ItemText, item_id)

    def apply(self, pairs: Iterable[Pair]) -> None:
        """Puts the pairs in force; raises StaleRecordError, and changes nothing, where a `before` no longer holds."""
        listed = tuple(pairs)
        for pair in listed:
            if self.find(type(pair.record), pair.record.id) != pair.before:
                raise StaleRecordError(type(pair.record).__name__)
        for pair in listed:
            of_kind = self._kinds.setdefault(type(pair.record), {})
            if pair.after is None:
                del of_kind[pair.record.id]
            else:
                of_kind[pair.after.id] = pair.after
