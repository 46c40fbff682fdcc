"""Records as rows: the columns of each kind of record, and the way from rows to records and back.

A column has the name of its field. Texts and numbers stand as they are, codes as their text, booleans as 0 and 1, and
nested values as JSON text. Rows are read as JSON that SQLite makes: it becomes records in one pass, validated, in two
thirds of the time that values one by one take; the agenda of a long meeting is read between a click and its picture.
A row that does not fit its record is a DataError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_type_hints

import msgspec

from referatdesk.domain.changes import RECORD_TYPES, Record
from referatdesk.storage.codec import from_json, to_json

R = TypeVar("R", bound=Record)
Value = str | int | None


def table_name(kind: type[object]) -> str:
    """The table of a kind of record: its name in small letters, words parted by underscores."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


KIND_BY_TABLE: dict[str, type[Record]] = {table_name(kind): kind for kind in RECORD_TYPES}


class Column(msgspec.Struct, frozen=True):
    """One field of a record as a column: what SQLite makes JSON of; `write` is None where the value stands as it is."""

    name: str
    read: str
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
        return Column(name, name, None)
    if inner is bool:
        return Column(name, f"json(CASE {name} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)", _flag_value)
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return Column(name, name, _text)
    # What is no JSON stays a text, which does not fit.
    return Column(name, f"iif(json_valid({name}), json({name}), {name})", lambda value: to_json(value).decode())


def _flag_value(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _text(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


_known_selections: dict[type[object], str] = {}


def selection_of(kind: type[object]) -> str:
    """The beginning of a query whose rows have one column, a record as JSON."""
    if kind not in _known_selections:
        pairs = ", ".join(f"'{column.name}', {column.read}" for column in columns_of(kind))
        _known_selections[kind] = f"SELECT json_object({pairs}) FROM {table_name(kind)}"  # noqa: S608 - our own names
    return _known_selections[kind]


def records_of(kind: type[R], rows: Iterable[tuple[str]]) -> list[R]:
    """The records that the rows of `selection_of` hold."""
    return [from_json(text, kind) for (text,) in rows]


def fits(record: Record) -> bool:
    """Whether SQLite can hold the record's numbers, which have 64 bits there."""
    numbers = (value for value in row_of(record).values() if isinstance(value, int))
    return all(-(2**63) <= number < 2**63 for number in numbers)


def row_of(record: Record) -> dict[str, Value]:
    """The value of every column by name."""
    return {column.name: _written(column, getattr(record, column.name)) for column in columns_of(type(record))}


def _written(column: Column, value: Any) -> Value:
    return column.write(value) if column.write else cast("Value", value)
