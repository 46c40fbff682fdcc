"""A Change: pairs of records before and after. The only way in which anything in an archive becomes different.

From this one value come undo and redo (the pairs turned round), the safety check of a write (the stored record still
equals `before`), the journal, import as one step, and the news to the panes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from referatdesk.domain.boards import Board, HouseStyle, Membership, Organisation, Person, StandingItem
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    Disqualification,
    FollowUp,
    ItemLink,
    MoneyAmount,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, ItemText, Meeting, Theme, TimeSpent
from referatdesk.domain.reading import Comment, ReadingHabit, SourceFile
from referatdesk.domain.writing import OwnWord, Snippet

Record = (
    Organisation
    | Person
    | HouseStyle
    | Board
    | Membership
    | StandingItem
    | ReadingHabit
    | Snippet
    | OwnWord
    | Meeting
    | Attendance
    | Theme
    | AgendaItem
    | ItemText
    | TimeSpent
    | ItemAttendance
    | RecommendationPoint
    | Decision
    | PointOutcome
    | Vote
    | VoteCast
    | Statement
    | Disqualification
    | Attachment
    | FollowUp
    | MoneyAmount
    | ItemLink
    | SourceFile
    | Comment
)

RECORD_TYPES: tuple[type[Record], ...] = Record.__args__
"""Every kind of record, each after those it refers to."""

SHARED_TYPES: frozenset[type[Record]] = frozenset(
    {Organisation, Person, HouseStyle, Board, Membership, StandingItem, ReadingHabit, Snippet, OwnWord}
)
"""Records that belong to no single meeting."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One record before and after: no `before` adds it, no `after` removes it."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        one, other = self.before, self.after
        if one is None and other is None:
            raise ValueError("a pair needs a record")
        if one is not None and other is not None and (type(one) is not type(other) or one.id != other.id):
            raise ValueError("a pair is about one record")

    @property
    def record(self) -> Record:
        """The record that the pair is about, in its newest form."""
        record = self.before if self.after is None else self.after
        assert record is not None  # noqa: S101 - held by __post_init__
        return record

    @property
    def turned(self) -> Pair:
        return Pair(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, which records name by their SHA-256 in hexadecimal."""

    sha256: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """What one act of the secretary does. `label` is a code such as "item.add"; the window finds the words for it.

    `subject` names what it was done to, for the undo menu. Changes with the same `step` are undone together. `contents`
    are those that its records name and the archive may not have yet; they are no part of undoing, which needs none.
    """

    label: str
    pairs: tuple[Pair, ...]
    subject: str = ""
    step: str | None = None
    contents: tuple[Content, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pairs)

    @property
    def turned(self) -> Change:
        """The change that takes this one back: the pairs turned round, last first."""
        return Change(self.label, tuple(pair.turned for pair in reversed(self.pairs)), self.subject, self.step)


def added(*records: Record) -> tuple[Pair, ...]:
    return tuple(Pair(None, record) for record in records)


def removed(*records: Record) -> tuple[Pair, ...]:
    return tuple(Pair(record, None) for record in records)


def altered(pairs: Iterable[tuple[Record, Record]]) -> tuple[Pair, ...]:
    """Pairs for those records that really differ."""
    return tuple(Pair(before, after) for before, after in pairs if before != after)
