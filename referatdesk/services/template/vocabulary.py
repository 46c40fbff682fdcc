"""The vocabulary of templates as it is shown to those who make them: groups by where a field may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from referatdesk.documents.word.fields import FIELDS, REPEATS, ROOT


@dataclass(frozen=True, slots=True)
class Entry:
    """A token as it is typed, what it stands for, and how that may read."""

    token: str
    description: str
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one scope. `name` is its repeat, `inside` the repeats in which that may stand.

    `like` names the repeat whose fields stand in this one, which then has none of its own. The meeting itself is
    repeated nowhere: its fields may stand everywhere, and `inside` is empty.
    """

    name: str
    description: str
    inside: tuple[str, ...]
    fields: tuple[Entry, ...]
    like: str = ""

    @property
    def is_meeting(self) -> bool:
        return self.name == ROOT

    @property
    def opening(self) -> str:
        return f"[[gentag {self.name}]]"

    @property
    def end(self) -> str:
        return f"[[slut {self.name}]]"


@cache
def vocabulary() -> tuple[Group, ...]:
    """Every field and every repeat."""
    meeting = Group(ROOT, "", (), _fields_of(ROOT))
    repeats = [
        Group(one.name, one.description, one.parents, _fields_of(one.name), one.like) for one in REPEATS.values()
    ]
    return (meeting, *repeats)


def _fields_of(scope: str) -> tuple[Entry, ...]:
    specs = (spec for spec in FIELDS.values() if spec.scope == scope)
    return tuple(Entry(f"[[{spec.name}]]", spec.description, spec.example) for spec in specs)


def field_sheet() -> bytes:
    """A Word file with every field as a ready control, to copy from."""
    from referatdesk.documents.word.field_sheet import sheet  # noqa: PLC0415 - for those who make templates

    return sheet()
