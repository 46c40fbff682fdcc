"""One record with some of its fields changed, as a Change."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from referatdesk.domain.changes import Change, Record, altered

R = TypeVar("R", bound=Record)

IDENTITY = frozenset({"id", "meeting_id", "board_id", "item_id"})
"""Fields that say which record it is and where it belongs; no edit reaches them."""


def with_fields(record: R, values: dict[str, Any]) -> R:
    """The record with other values; a name that it does not have, or that is its identity, is a TypeError."""
    known = {field.name for field in fields(record)} - IDENTITY
    unknown = sorted(values.keys() - known)
    if unknown:
        raise TypeError(f"{type(record).__name__} cannot be given {', '.join(unknown)}")
    return replace(record, **values)


def edit(label: str, record: R, values: dict[str, Any], subject: str = "") -> Change:
    return Change(label, altered([(record, with_fields(record, values))]), subject)
