"""Printed lines, and the column between whose edges they run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from referatdesk.documents.reading.formats.pdf_flows import Row
from referatdesk.documents.reading.formats.pdf_rows import Piece
from referatdesk.documents.reading.formats.pdf_words import Look, Word
from referatdesk.documents.reading.words.marks import typed_mark

_BLANK = 0.22
"""The narrowest width of a blank, in letter sizes."""
_USUAL_BLANK = 0.4
_WIDEST_BLANK = 0.65
SAME_INDENT = 3.0
_PASSED = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
"""So many of the widest lines may stand outside the column, as an address beside a letter does."""
_LEAST_PAIRS = 3
_MOSTLY = 0.5
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LEADERS = ("....", "……", ". . . .")


@dataclass(eq=False)
class Line:
    """One printed line; more than one piece where tabs part it."""

    pieces: list[Piece]

    @cached_property
    def words(self) -> list[Word]:
        return [word for piece in self.pieces for word in piece.words]

    @cached_property
    def x0(self) -> float:
        return self.pieces[0].x0

    @cached_property
    def x1(self) -> float:
        return self.pieces[-1].x1

    @cached_property
    def y(self) -> float:
        return self.pieces[0].y

    @cached_property
    def look(self) -> Look:
        return max(self.pieces, key=lambda one: len(one.text)).look

    @property
    def size(self) -> float:
        return self.look.size

    @cached_property
    def text(self) -> str:
        return "\t".join(piece.text for piece in self.pieces)

    @cached_property
    def all_bold(self) -> bool:
        return all(word.look.bold for word in self.words if any(sign.isalnum() for sign in word.text))

    @cached_property
    def tag(self) -> int:
        """The piece of a tagged file that all of it belongs to, -1 where there is none."""
        tags = {word.tag for word in self.words}
        return tags.pop() if len(tags) == 1 else -1

    @cached_property
    def has_mark(self) -> bool:
        first = self.words[0]
        return typed_mark(f"{self.text} ") is not None or (first.look.symbol and len(first.text) == 1)

    @cached_property
    def text_start(self) -> float:
        """Where the words begin behind the list mark."""
        if not self.has_mark or len(self.words) < 2:
            return self.x0
        return self.words[1].x0

    @cached_property
    def blank(self) -> float:
        """The narrowest blank of the line; in a stretched line it is wider than what its words needed."""
        spaced = [right.x0 - left.x1 for left, right in pairwise(self.pieces[-1].words) if right.spaced]
        usual = _BLANK * self.size
        return min(max(min(spaced, default=usual), usual), _WIDEST_BLANK * self.size)

    @cached_property
    def first_width(self) -> float:
        """The width of what had to fit on the line above: the first word, in however many looks."""
        words = self.pieces[0].words
        end = words[0].x1
        for left, right in pairwise(words):
            if right.spaced or right.order != left.order + 1:
                break
            end = right.x1
        return end - words[0].x0


def ends_sentence(text: str) -> bool:
    return bool(_ENDS_SENTENCE.search(text))


def is_entry(text: str) -> bool:
    """Whether it is an entry of a contents list: dots lead to its page number."""
    return text.rstrip().rstrip("0123456789").rstrip().endswith(_LEADERS)


def line_of(row: Row) -> Line:
    """A row whose cells have one line each."""
    return Line([part.held for part in row.parts if isinstance(part.held, Piece)])


@dataclass(frozen=True, slots=True)
class Column:
    """The left and right edge between which lines run."""

    left: float
    right: float

    def had_room(self, above: Line, below: Line) -> bool:
        """Whether the first word below would have fitted on the line above: then somebody ended the line."""
        needed = above.x1 + above.blank + below.first_width
        if self._is_centred(above):
            return needed - above.x0 <= self.right - self.left - 1
        return needed <= self.right - 0.5

    def has_room_for_blank(self, line: Line) -> bool:
        return line.x1 + max(line.blank, _USUAL_BLANK * line.size) < self.right

    def _is_centred(self, line: Line) -> bool:
        before, behind = line.x0 - self.left, self.right - line.x1
        return before > 10 and abs(before - behind) < 4


def column_of(lines: Sequence[Line], reach: float) -> Column:
    """The column of the lines; `reach` is how far it goes unless the breaks show that it is narrower."""
    left = min((line.x0 for line in lines), default=0.0)
    ends = sorted(line.x1 for line in lines)
    pairs = [(above, below) for above, below in pairwise(lines) if may_go_on(above, below)]
    wide = Column(left, max(ends[-1], reach) if ends else reach)
    if len(pairs) < _LEAST_PAIRS or _full_share(wide, pairs) >= _MOSTLY:
        return wide
    tried = [Column(left, ends[-1 - passed]) for passed in _PASSED if passed * 10 <= len(ends)]
    shares = [_full_share(narrow, pairs) for narrow in tried]
    best = max(shares)
    if best < _MOSTLY:
        return wide
    return next(narrow for narrow, share in zip(tried, shares, strict=True) if share >= best - 0.1)


def _full_share(column: Column, pairs: Sequence[tuple[Line, Line]]) -> float:
    """Of the lines inside the column, how many have no room for the word below; 0 where that is too few to tell.

    Text goes on with a small letter more often than not; names below each other do not, though all may be as long.
    """
    inside = [(above, below) for above, below in pairs if above.x1 <= column.right]
    full = [below.text[:1].islower() for above, below in inside if not column.had_room(above, below)]
    return len(full) / len(inside) if len(full) >= _LEAST_PAIRS and sum(full) * 2 >= len(full) else 0.0


def may_go_on(above: Line, below: Line) -> bool:
    near = 0 < below.y - above.y <= 1.7 * above.size
    return near and above.look == below.look and abs(above.text_start - below.x0) <= SAME_INDENT and not below.has_mark
