"""What the secretary does: which keys, when, and by what it is known from outside that the program has done it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.live.keyboard import Asked, Letters, Press, Prose, Stroke, presses
from tests.live.looking import Seen


class Kind(StrEnum):
    START = "start of the meeting"
    ALL_PRESENT = "all present"
    PERSON = "a person in or out"
    STAND_IN = "a stand-in"
    NEXT = "next item"
    PROSE = "what was said"
    APPROVE = "all points approved, and the sentence"
    POINT = "the outcome of one point"
    PHRASE = "a standard phrase"
    VOTE = "a vote"
    STATEMENT = "a dissent"
    POSTPONE = "an item postponed"
    CLOSE = "an item closed"
    ORDER = "the order changed"
    ADD = "an item added"
    FOLLOW_UP = "a follow-up"
    ALOUD = "read aloud"
    BREAK = "break, and on"
    NOTE = "the sentence on the course"
    END = "end of the meeting"
    PLACE = "to where it is written"


ALLOWED = {Kind.NEXT: 1, Kind.PERSON: 3, Kind.APPROVE: 1, Kind.PHRASE: 3, Kind.POSTPONE: 3}
"""Key presses at most. The others are counted only."""


@dataclass(frozen=True, slots=True)
class Act:
    """`minute` counts from the beginning of the meeting; `seen` is what must come to stand in the archive."""

    minute: float
    kind: Kind
    what: str
    strokes: tuple[Stroke, ...]
    seen: Callable[[Seen], bool]

    @property
    def presses(self) -> int:
        return presses(self.strokes)


ASKED = Asked()


def pressed(keys: str) -> tuple[Press, ...]:
    """Keys one after the other, written with blanks between them."""
    return tuple(Press(key) for key in keys.split())


def typed(text: str) -> Letters:
    return Letters(text)


def prose(text: str) -> Prose:
    return Prose(text)
