"""What each record belongs to, and the refusal of a change that would leave one without it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Pair, Record
from referatdesk.domain.decisions import Decision, Vote
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting

Key = tuple[type[Record], str]
Finder = Callable[[type[Record], str], Record | None]
Lister = Callable[[type[Record]], Iterable[Record]]

_OWNERS: dict[str, type[Record]] = {
    "house_style_id": HouseStyle,
    "board_id": Board,
    "meeting_id": Meeting,
    "item_id": AgendaItem,
    "attendance_id": Attendance,
    "decision_id": Decision,
    "vote_id": Vote,
}


class OrphanError(Exception):
    """A change would leave a record without what it belongs to: a mistake of the service that made it."""


def owner_fields(kind: type[Any]) -> dict[str, type[Record]]:
    """The fields that name what a record belongs to; one that may be empty is a mere mention."""
    owners = {
        field.name: _OWNERS[field.name] for field in fields(kind) if field.name in _OWNERS and field.type == "str"
    }
    return {**owners, "id": AgendaItem} if kind is ItemText else owners


OWNER_FIELDS: dict[type[Record], dict[str, type[Record]]] = {kind: owner_fields(kind) for kind in RECORD_TYPES}


def meeting_of(record: Record) -> str | None:
    """The meeting that the record is part of; None for what is shared."""
    if type(record) in SHARED_TYPES:
        return None
    return record.id if isinstance(record, Meeting) else str(getattr(record, "meeting_id"))  # noqa: B009 - no shared type


def check_belonging(pairs: Iterable[Pair], find: Finder, listed: Lister) -> None:
    """Raises OrphanError. `find` and `listed` tell of the records before the change."""
    listed_pairs = tuple(pairs)
    kept = {_key(pair.record) for pair in listed_pairs if pair.after is not None}
    gone = {_key(pair.record) for pair in listed_pairs if pair.after is None}
    for pair in listed_pairs:
        if pair.after is not None:
            for owner in _owners(pair.after):
                if owner in gone or (owner not in kept and find(*owner) is None):
                    raise OrphanError(type(pair.after).__name__)
    if gone:
        _check_dependants(gone, gone | kept, find, listed)


def _check_dependants(gone: set[Key], touched: set[Key], find: Finder, listed: Lister) -> None:
    kinds = {kind for kind, _ in gone}
    for kind in RECORD_TYPES:
        if kind is ItemText:
            texts = (find(ItemText, record_id) for owner, record_id in gone if owner is AgendaItem)
            left: Iterable[Record] = [text for text in texts if text is not None]
        else:
            left = listed(kind) if kinds & set(OWNER_FIELDS[kind].values()) else ()
        if any(_key(one) not in touched and gone & set(_owners(one)) for one in left):
            raise OrphanError(kind.__name__)


def _key(record: Record) -> Key:
    return type(record), record.id


def _owners(record: Record) -> Iterator[Key]:
    for field, owner in OWNER_FIELDS[type(record)].items():
        yield owner, getattr(record, field)
