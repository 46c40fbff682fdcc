"""Two texts compared word by word: what stands in both, what went and what came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
MOST = 4_000_000
"""Pairs of words beyond which two stretches are not compared: a text replaced as a whole was replaced as a whole."""


class Fate(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `start` is where it stands in the text before, or would stand."""

    fate: Fate
    text: str
    start: int


def word_differences(before: str, after: str) -> tuple[Piece, ...]:
    """All of both texts in reading order; what went stands before what came in its place."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    start = 0
    for fate, words in _joined(_stretches(old, new)):
        text = "".join(words)
        pieces.append(Piece(fate, text, start))
        start += 0 if fate is Fate.NEW else len(text)
    return tuple(pieces)


def count_words(pieces: Iterable[Piece], fate: Fate) -> int:
    return sum(len(re.findall(r"\w+", piece.text)) for piece in pieces if piece.fate is fate)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Fate, Sequence[str]]]:
    start = _common(old, new)
    rest = _common(old[start:][::-1], new[start:][::-1])
    yield Fate.SAME, old[:start]
    yield from _between(old[start : len(old) - rest], new[start : len(new) - rest])
    yield Fate.SAME, old[len(old) - rest :]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Fate, Sequence[str]]]:
    if len(old) * len(new) > MOST:
        yield from ((Fate.GONE, old), (Fate.NEW, new))
        return
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield Fate.SAME, old[a:b]
        else:
            yield from ((Fate.GONE, old[a:b]), (Fate.NEW, new[c:d]))


def _joined(stretches: Iterable[tuple[Fate, Sequence[str]]]) -> Iterator[tuple[Fate, Sequence[str]]]:
    """One change where only blanks part two: words replaced in a row are read as one replacement."""
    gone: list[str] = []
    new: list[str] = []
    blanks: Sequence[str] = ()
    for fate, words in stretches:
        if fate is Fate.SAME and words:
            if (gone or new) and not blanks and not "".join(words).strip():
                blanks = words
                continue
            yield from _told(gone, new, (*blanks, *words))
            gone, new, blanks = [], [], ()
        elif words:
            if blanks and gone and new:
                gone += blanks
                new += blanks
            elif blanks:
                yield from _told(gone, new, blanks)
                gone, new = [], []
            blanks = ()
            (gone if fate is Fate.GONE else new).extend(words)
    yield from _told(gone, new, blanks)


def _told(gone: Sequence[str], new: Sequence[str], same: Sequence[str]) -> Iterator[tuple[Fate, Sequence[str]]]:
    for fate, words in ((Fate.GONE, tuple(gone)), (Fate.NEW, tuple(new)), (Fate.SAME, tuple(same))):
        if words:
            yield fate, words
