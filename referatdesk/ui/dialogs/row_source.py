"""What a table of records shows, and which change each of its cells and buttons makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from referatdesk.domain.changes import Change

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """`value` is what is edited; `change` what a new value does. `choices` makes it a list, `check` a tick."""

    heading: str
    value: Callable[[R], Any]
    change: Callable[[R, Any], Change]
    choices: Sequence[tuple[str, object]] = ()
    check: bool = False
    width: int = 0
    """In pixels; 0 shares what is left."""
    widest: int = 0
    """How wide it may become where its words need it."""

    def words(self, row: R) -> str:
        value = self.value(row)
        if self.choices:
            return next((words for words, one in self.choices if one == value), "")
        return "" if self.check or value is None else str(value)


class RowSource(Protocol[R]):
    """The rows of one table. `new_row` are the words of the line below the last, in which a name is typed."""

    new_row: str

    @property
    def columns(self) -> Sequence[Column[R]]: ...

    def rows(self) -> Sequence[R]: ...

    def key(self, row: R) -> str: ...

    def name(self, row: R) -> str: ...

    def add(self, name: str) -> Change: ...

    def remove(self, row: R) -> Change: ...

    def move(self, row: R, index: int) -> Change: ...
