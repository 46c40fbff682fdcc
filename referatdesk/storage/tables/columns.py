"""Kinds of columns that many tables share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey
from sqlmodel import Field

Json = str
"""A nested value as JSON text; the record's own field says of which shape."""


def owner(target: str, *, index: bool = True) -> Any:
    """A column naming the record that this one belongs to; it must be there when the transaction ends."""
    return Field(index=index, sa_column_args=[_belongs_to(target)])


def twin(target: str) -> Any:
    """A primary key that is also the key of the record that this one completes."""
    return Field(primary_key=True, sa_column_args=[_belongs_to(target)])


def _belongs_to(target: str) -> ForeignKey:
    return ForeignKey(target, deferrable=True, initially="DEFERRED")
