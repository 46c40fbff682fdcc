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
_WIDEST_STRETCH = 6.0
_WIDEST_OPEN = 0.45
_TIGHTEST_BLANK = 0.1
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
    blanks = ["", *(" " if parted(left, right) else "" for left, right in pairwise(words))]
    return "".join(f"{blank}{word.text}" for blank, word in zip(blanks, words, strict=True))


def parted(left: Word, right: Word) -> bool:
    """Whether a blank stands between two words of a row."""
    gap = right.x0 - left.x1
    if right.apart:
        return True
    if right.order == left.order + 1:
        return gap > (0.05 if right.spaced else _TIGHTEST_BLANK) * left.size
    return gap > 0.12 * left.size


def rows_of(words: Sequence[Word]) -> list[list[Piece]]:
    """The rows from top to bottom, each with its pieces from left to right."""
    spaced = [word for word in words if word.spaced]
    draws_blanks = sum(word.blank or word.run_on for word in spaced) * 10 >= len(spaced) * 8
    return [_pieces(row, draws_blanks) for row in _rows(words)]


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


def _pieces(row: Sequence[Word], draws_blanks: bool) -> list[Piece]:
    """The row cut where a gap is no blank; a list mark stays with what it marks."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    pieces = [[row[0]]]
    for gap, (left, right) in zip(gaps, pairwise(row), strict=True):
        wide = _is_wide(left, right, gap, usual, draws_blanks)
        if wide and not (_is_mark(pieces[-1]) and gap < _FARTHEST_MARK * right.size):
            pieces.append([right])
        else:
            pieces[-1].append(right)
    return [Piece(words) for words in pieces]


def _is_wide(left: Word, right: Word, gap: float, usual: float, draws_blanks: bool) -> bool:
    """Whether a gap is wider than a blank: one that the file draws in a line may be stretched, another hardly."""
    size = max(left.size, right.size)
    if right.order == left.order + 1:
        if right.run_on and gap < _WIDEST_STRETCH * size:
            return False
        if right.apart:
            return draws_blanks
        if draws_blanks and not right.blank and not right.raised and not left.raised:
            return gap > (_WIDEST_OPEN if left.trails else _TIGHTEST_BLANK) * size
    elif right.order > left.order and gap > _WIDEST_OPEN * size:
        return True
    return gap > max(WIDEST_BLANK * size, 1.8 * usual)


def _is_mark(words: Sequence[Word]) -> bool:
    return len(words) <= 2 and (words[0].look.symbol or bool(_LONE_MARK.match(spelt(words))))
