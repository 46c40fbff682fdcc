"""Values to JSON and back, validated: the form of nested columns, of the journal and of dumps.

Keys come in field order and text is UTF-8, so equal values are equal bytes.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

DataError = msgspec.ValidationError
"""Data that does not fit the type asked for; its message names the place, never the content."""

SyntaxFault = msgspec.DecodeError
"""Bytes that are no JSON at all; DataError is one kind of it."""

_encoder = msgspec.json.Encoder()
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def to_json(value: object) -> bytes:
    return _encoder.encode(value)


def indented(data: bytes) -> bytes:
    """The same JSON laid out for reading."""
    return msgspec.json.format(data, indent=2)


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The value of that type; raises DataError, or SyntaxFault where it is no JSON."""
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    value: T = decoder.decode(data)
    return value


def to_data(value: object) -> Any:
    """The value as dicts, lists, texts and numbers, as they stand in its JSON."""
    return msgspec.json.decode(_encoder.encode(value))


def from_data(data: object, kind: type[T]) -> T:
    """The value of that type from what `to_data` gave; raises DataError."""
    return msgspec.convert(data, kind)
