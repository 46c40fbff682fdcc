"""List marks that somebody typed: bullets, numbers and letters in front of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.dates import MONTH_WORD

_BULLET = re.compile(
    "(?P<mark>[-–—−•▪▫■●○◦·∙*➢➤►▶‣✓✔❖→⇒»\u2043\u25e6\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]|o(?=[ \t]))(?:[ \t\u00a0]+|$)"
)
_NUMBER = re.compile("(?P<mark>(?P<figure>\\d{1,2})[.)]|\\((?P<figure2>\\d{1,2})\\))(?:[ \t\u00a0]+|$)")
_LETTER = re.compile(
    "(?P<mark>(?:(?P<letter>[a-zæøå])[.)]|(?P<capital>[A-ZÆØÅ])\\)|\\((?P<letter2>[a-zæøå])\\)))(?:[ \t\u00a0]+|$)"
)
_ORDINAL = re.compile(
    rf"(?:{MONTH_WORD}|kvartal|halvår|halvdel|behandling|udgave|del|gang|trin|led|år|klasse|sal|led|række|plads"
    rf"|og \d|til \d)\b",
    re.IGNORECASE,
)
"""Words after a number with a full stop that make it an ordinal, not the number of a point."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in front of a text: its kind, the mark as typed, its rank in a count (1 for "1." and "a)"), its length."""

    kind: BlockKind
    text: str
    rank: int | None
    length: int


def is_ordinal(after: str) -> bool:
    """Whether the words after "1." make it an ordinal ("1. behandling")."""
    return bool(_ORDINAL.match(after))


def typed_mark(text: str) -> Mark | None:
    """The mark that the text begins with; also a bullet followed by a letter or number ("- a)")."""
    bullet = _BULLET.match(text)
    if bullet is None:
        return _counted(text, 0)
    inner = _counted(text[bullet.end() :], bullet.end())
    if inner is not None:
        return Mark(inner.kind, f"{bullet['mark']} {inner.text}", inner.rank, inner.length)
    return Mark(BlockKind.BULLET, bullet["mark"], None, bullet.end())


def _counted(text: str, offset: int) -> Mark | None:
    if number := _NUMBER.match(text):
        if is_ordinal(text[number.end() :]):
            return None
        figure = int(number["figure"] or number["figure2"])
        return Mark(BlockKind.NUMBERED, number["mark"], figure, offset + number.end())
    if letter := _LETTER.match(text):
        sign = letter["letter"] or letter["capital"] or letter["letter2"]
        rank = "abcdefghijklmnopqrstuvwxyzæøå".index(sign.lower()) + 1
        return Mark(BlockKind.LETTERED, letter["mark"], rank, offset + letter.end())
    return None
