"""Words to rows: what stands on one base line, cut into pieces where a tab or the gap between two columns lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from referatdesk.documents.reading.formats.pdf_words import Look, Word

_LONE_MARK = re.compile(r"(?:[-–—−•▪▫■●○◦·∙*o➢✓\u2043\uf000-\uf0ff]|\(?\w{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){0,3}\.?)$")
WIDEST_BLANK = 1.2
"""In letter sizes; a wider one is a tab or parts two columns, unless the row is stretched to the margin."""
_FARTHEST_MARK = 5.0


@dataclass(eq=False)
class Piece:
    """Words beside each other with nothing but blanks between them."""

    words: list[Word]

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def look(self) -> Look:
        """The look of most of its signs."""
        signs: dict[Look, int] = {}
        for word in self.words:
            if not word.raised:
                signs[word.look] = signs.get(word.look, 0) + len(word.text)
        return max(signs, key=lambda look: signs[look]) if signs else self.words[0].look

    @property
    def size(self) -> float:
        return self.look.size

    @cached_property
    def y(self) -> float:
        return next((word.y for word in self.words if not word.raised), self.words[0].y)

    @property
    def order(self) -> int:
        return self.words[0].order

    @cached_property
    def text(self) -> str:
        return spelt(self.words)


def spelt(words: Sequence[Word]) -> str:
    return "".join(word.text if at == 0 or not parted(words[at - 1], word) else f" {word.text}" for at, word in enumerate(words))


def parted(left: Word, right: Word) -> bool:
    """Whether a blank stands between two words of a row."""
    gap = right.x0 - left.x1
    if right.order == left.order + 1:
        return right.spaced and (gap > -0.5 * left.size)
    return gap > 0.12 * left.size


def rows_of(words: Iterable[Word]) -> list[list[Piece]]:
    """The rows from top to bottom, each with its pieces from left to right."""
    return [pieces_of(row) for row in _rows(words)]


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    ranked = sorted(_with_base(words), key=lambda one: one[0])
    row: list[Word] = []
    base = 0.0
    for y, word in ranked:
        if row and y - base > 0.25 * min(word.size, row[0].size):
            yield sorted(row, key=lambda one: one.x0)
            row = []
        if not row:
            base = y
        row.append(word)
    if row:
        yield sorted(row, key=lambda one: one.x0)


def _with_base(words: Iterable[Word]) -> Iterator[tuple[float, Word]]:
    """Each word with the base line of its row; a small raised sign has that of the word before it."""
    base, above = 0.0, None
    for word in words:
        near = above is not None and abs(word.x0 - above.x1) < above.size and abs(word.y - base) < 0.6 * above.size
        if above is not None and near and word.size <= 0.8 * above.size and abs(word.y - base) > 0.05 * above.size:
            word.raised = True
            yield base, word
            continue
        base, above = word.y, word
        yield base, word


def pieces_of(row: Sequence[Word]) -> list[Piece]:
    """The row cut where a gap is too wide for a blank; a list mark stays with what it marks."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    pieces = [[row[0]]]
    for gap, (left, right) in zip(gaps, pairwise(row), strict=True):
        wide = gap > max(WIDEST_BLANK * max(left.size, right.size), 1.8 * usual)
        if wide and not (_is_mark(pieces[-1]) and gap < _FARTHEST_MARK * right.size):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return [Piece(words) for words in pieces]


def _is_mark(words: Sequence[Word]) -> bool:
    return len(words) <= 2 and (words[0].look.symbol or bool(_LONE_MARK.match(spelt(words))))
