"""Printed lines, and where one paragraph ends and the next begins: by gaps, looks, indents and words that had room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
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
_SAME_INDENT = 3.0
_STRETCHED = 1.0
_SAME_GAP = 0.12
_WIDEST_FIRST_INDENT = 60.0
_ENDS_WITHOUT_BLANK = frozenset("-–—/\u00ad")
_PASSED = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
"""So many of the widest lines may stand outside the column, as an address beside a letter does."""
_MOST_LIKELY_PITCH = 1.2
_LEAST_PAIRS = 3
_MOSTLY = 0.5
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_LEADERS = ("....", "……", ". . . .")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u00ad]$")


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


def _is_entry(text: str) -> bool:
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
    pairs = [(above, below) for above, below in pairwise(lines) if _may_go_on(above, below)]
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


def _may_go_on(above: Line, below: Line) -> bool:
    near = 0 < below.y - above.y <= 1.7 * above.size
    return near and above.look == below.look and abs(above.text_start - below.x0) <= _SAME_INDENT and not below.has_mark


def pitch_of(flows: Iterable[Sequence[Line]]) -> float:
    """How far lines of one paragraph are apart, in letter sizes: as most that go on with a small letter are.

    Where hardly any do, it is the narrowest distance that is common.
    """
    steps, going_on = Counter[float](), Counter[float]()
    for lines in flows:
        for above, below in pairwise(lines):
            step = round((below.y - above.y) / above.size, 2)
            if above.look == below.look and 0.9 <= step <= 3:
                steps[step] += 1
                going_on[step] += below.text[:1].islower() and not ends_sentence(above.text)
    if sum(going_on.values()) >= 3:
        return going_on.most_common(1)[0][0]
    least = max(2, sum(steps.values()) * 0.05)
    common = [step for step in sorted(steps) if sum(steps[near] for near in steps if abs(near - step) < 0.03) >= least]
    return common[0] if common else _MOST_LIKELY_PITCH


def _broken_lines(flows: Iterable[Sequence[Line]]) -> list[tuple[Line, Line]]:
    """Lines that the next goes on with for certain, with a small letter after a letter; each with the next."""
    return [
        (above, below)
        for lines in flows
        for above, below in pairwise(lines)
        if _may_go_on(above, below) and below.text[:1].islower() and above.text[-1:].isalpha()
    ]


def breaks_of(flows: Sequence[Sequence[Line]], column: Column) -> Breaks:
    """What tells in this file where lines go on; `column` is its widest."""
    middle = column.left + 0.6 * (column.right - column.left)
    full = [(above, below) for above, below in _broken_lines(flows) if above.x1 > middle]
    short = [(above, below) for lines in flows for above, below in pairwise(lines) if above.x1 < middle]
    pitch = pitch_of(flows)
    gaps = [below.y - above.y > (1 + _SAME_GAP) * pitch * above.size for above, below in short]
    return Breaks(
        pitch,
        gaps_tell=len(gaps) >= 5 and _share(gaps) >= 0.9,
        blanks_tell=len(full) >= 3
        and _share([above.words[-1].trails for above, _ in full]) >= 0.6
        and _share([above.words[-1].trails for above, _ in short]) <= 0.1,
        stretched=len(full) >= 5 and _share([column.right - above.x1 < _STRETCHED for above, _ in full]) >= 0.9,
        tags_tell=len(full) >= 3
        and _share([above.tag == below.tag >= 0 for above, below in full]) >= 0.9
        and _share([above.tag == below.tag >= 0 for above, below in short]) <= 0.3,
    )


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0


@dataclass(frozen=True, slots=True)
class Breaks:
    """Decides whether a line goes on with the paragraph above it."""

    pitch: float
    gaps_tell: bool
    """Whether paragraphs stand apart, so that lines at the usual distance are of one."""
    blanks_tell: bool
    """Whether the file draws the blanks at which it breaks lines, and no others at their ends."""
    stretched: bool
    """Whether lines that go on are stretched to the right edge."""
    tags_tell: bool
    """Whether the file is tagged paragraph by paragraph."""

    def gap(self, above: Line, below: Line) -> float:
        """The blank lines between the two, in parts of a line; 0 for lines at the usual distance."""
        usual = self.pitch * max(above.size, below.size)
        return max((below.y - above.y - usual) / usual, 0.0)

    def goes_on(self, lines: Sequence[Line], below: Line, column: Column) -> bool:
        if self.tags_tell and lines[-1].tag >= 0 and below.tag >= 0:
            return lines[-1].tag == below.tag and self._goes_over_full(lines[-1], below, column)
        if self.gap(lines[-1], below) > _SAME_GAP or not self._looks_alike(lines, below):
            return False
        return self.goes_over(lines, below, column, 0.0)

    def goes_over(self, lines: Sequence[Line], below: Line, column: Column, shift: float) -> bool:
        """The same over the end of a page or column; `shift` is how far the next column stands to the right."""
        above = lines[-1]
        if self.blanks_tell and above.words[-1].trails and not column.had_room(above, below):
            return not below.has_mark or self._is_dash_of_text(lines, below, shift)
        hangs = len(above.pieces) > 1 and abs(below.x0 - shift - above.pieces[-1].x0) <= _SAME_INDENT
        if len(below.pieces) > 1 or (len(above.pieces) > 1 and not hangs) or _is_entry(above.text):
            return False
        if _HYPHEN_END.search(above.text) and below.text[:1].islower():
            return True
        if below.has_mark and not self._is_dash_of_text(lines, below, shift):
            return False
        if self._was_ended(above, below, column):
            return False
        return self._keeps_indent(lines, below, shift) and not column.had_room(above, below)

    def _goes_over_full(self, above: Line, below: Line, column: Column) -> bool:
        """Whether a line of the same tagged piece goes on, and was not broken by hand."""
        return bool(_HYPHEN_END.search(above.text)) or not column.had_room(above, below)

    def _was_ended(self, above: Line, below: Line, column: Column) -> bool:
        """Whether a full line lacks what this file gives to lines that go on."""
        if self.stretched and above.x1 < column.right - 2 * _STRETCHED and above.x0 <= column.left + _SAME_INDENT:
            return True
        if not self.blanks_tell or above.words[-1].trails or above.text[-1:] in _ENDS_WITHOUT_BLANK:
            return False
        if column.has_room_for_blank(above):
            return True
        return not self.gaps_tell and ends_sentence(above.text) and not below.text[:1].islower()

    def _looks_alike(self, lines: Sequence[Line], below: Line) -> bool:
        above = lines[-1]
        if abs(above.size - below.size) > 0.6:
            return False
        if all(line.all_bold for line in lines) and not below.words[0].look.bold:
            return False
        heads = below.all_bold and not above.words[-1].look.bold
        return not (heads and ends_sentence(above.text))

    def _is_dash_of_text(self, lines: Sequence[Line], below: Line, shift: float) -> bool:
        """A dash, or a figure with a full stop, that merely came to stand first on its line."""
        margin = lines[1].x0 if len(lines) > 1 else lines[0].text_start
        x0 = below.x0 - shift
        in_text = abs(x0 - margin) <= _SAME_INDENT and not ends_sentence(lines[-1].text)
        alone = below.text_start - below.words[0].x1 <= 0.5 * below.size and not below.words[0].look.symbol
        return in_text and alone and not (lines[0].has_mark and abs(x0 - lines[0].x0) <= _SAME_INDENT)

    def _keeps_indent(self, lines: Sequence[Line], below: Line, shift: float) -> bool:
        first, x0 = lines[0], below.x0 - shift
        if abs((x0 + below.x1 - shift) - (first.x0 + first.x1)) < 6:
            return True
        if len(lines) > 1:
            return abs(x0 - lines[1].x0) <= _SAME_INDENT
        if first.has_mark:
            return first.x0 - _SAME_INDENT <= x0 <= first.text_start + _SAME_INDENT
        return len(first.pieces) > 1 or -_WIDEST_FIRST_INDENT <= x0 - first.x0 <= _SAME_INDENT
