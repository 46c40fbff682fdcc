"""Records as rows: the columns of each kind of record, and the way from rows to records and back.

A column has the name of its field. Texts and numbers stand as they are, codes as their text, booleans as 0 and 1, and
nested values as JSON text. A row that does not fit its record is a DataError.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_type_hints

from referatdesk.domain.changes import RECORD_TYPES, Record
from referatdesk.storage.codec import DataError, from_json, to_json

R = TypeVar("R", bound=Record)
Value = str | int | None
Row = Sequence[Any]


def table_name(kind: type[object]) -> str:
    """The table of a kind of record: its name in small letters, words parted by underscores."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


KIND_BY_TABLE: dict[str, type[Record]] = {table_name(kind): kind for kind in RECORD_TYPES}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record as a column; `read` and `write` are None where the value stands as it is."""

    name: str
    read: Callable[[Any], Any] | None
    write: Callable[[Any], Value] | None


_known_columns: dict[type[object], tuple[Column, ...]] = {}


def columns_of(kind: type[object]) -> tuple[Column, ...]:
    """The columns of a kind of record, in the order of its fields."""
    if kind not in _known_columns:
        hints = get_type_hints(kind)
        _known_columns[kind] = tuple(_column(field.name, hints[field.name]) for field in fields(cast(Any, kind)))
    return _known_columns[kind]


def _column(name: str, hint: Any) -> Column:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    inner = choices[0] if NoneType in get_args(hint) else hint
    if inner is str or inner is int:
        return Column(name, None, None)
    if inner is bool:
        return Column(name, _flag, _flag_value)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        members: dict[str | None, StrEnum | None] = {member.value: member for member in inner}
        members[None] = None
        return Column(name, members.__getitem__, _text)
    return Column(name, _Nested(hint).__getitem__, lambda value: to_json(value).decode())


_FLAGS = {0: False, 1: True, None: None}
_flag = _FLAGS.__getitem__


def _flag_value(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _text(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


class _Nested(dict[str, Any]):
    """Reads nested values; the empty one, which is by far the commonest, without a call."""

    def __init__(self, hint: Any) -> None:
        super().__init__({"[]": ()})
        self._hint = hint

    def __missing__(self, text: str) -> Any:
        return from_json(text, self._hint)


def records_of(kind: type[R], rows: Sequence[Row]) -> list[R]:
    """The records of whole rows, whose values come in the order of the fields.

    Filled column by column through the slots: the constructor with its named arguments takes three times as long, and
    the agenda of a long meeting is read between a click and its picture.
    """
    made: list[R] = [object.__new__(kind) for _ in rows]
    try:
        for column, values in zip(columns_of(kind), zip(*rows, strict=True), strict=False):
            read_values = map(column.read, values) if column.read else values
            deque(map(getattr(kind, column.name).__set__, made, read_values), maxlen=0)
    except (KeyError, ValueError) as error:
        raise DataError(f"a {kind.__name__} does not fit its row") from error
    return made


def fits(record: Record) -> bool:
    """Whether SQLite can hold the record's numbers, which have 64 bits there."""
    numbers = (value for value in row_of(record).values() if isinstance(value, int))
    return all(-(2**63) <= number < 2**63 for number in numbers)


def row_of(record: Record) -> dict[str, Value]:
    """The value of every column by name."""
    return {column.name: _written(column, getattr(record, column.name)) for column in columns_of(type(record))}


def _written(column: Column, value: Any) -> Value:
    return column.write(value) if column.write else cast("Value", value)
