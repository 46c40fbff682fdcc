"""Where one paragraph ends and the next begins: by gaps, looks, indents, and words for which the line had room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referatdesk.documents.reading.formats.pdf_lines import (
    SAME_INDENT,
    Column,
    Line,
    ends_sentence,
    is_entry,
    may_go_on,
)

_STRETCHED = 1.0
_SAME_GAP = 0.12
_WIDEST_FIRST_INDENT = 60.0
_ENDS_WITHOUT_BLANK = frozenset("-–—/\u00ad")
_MOST_LIKELY_PITCH = 1.2
_HYPHEN_END = re.compile(r"[^\W\d_][-\u00ad]$")


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
        if may_go_on(above, below) and below.text[:1].islower() and above.text[-1:].isalpha()
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
        hangs = len(above.pieces) > 1 and abs(below.x0 - shift - above.pieces[-1].x0) <= SAME_INDENT
        if len(below.pieces) > 1 or (len(above.pieces) > 1 and not hangs) or is_entry(above.text):
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
        if self.stretched and above.x1 < column.right - 2 * _STRETCHED and above.x0 <= column.left + SAME_INDENT:
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
        in_text = abs(x0 - margin) <= SAME_INDENT and not ends_sentence(lines[-1].text)
        alone = below.text_start - below.words[0].x1 <= 0.5 * below.size and not below.words[0].look.symbol
        return in_text and alone and not (lines[0].has_mark and abs(x0 - lines[0].x0) <= SAME_INDENT)

    def _keeps_indent(self, lines: Sequence[Line], below: Line, shift: float) -> bool:
        first, x0 = lines[0], below.x0 - shift
        if abs((x0 + below.x1 - shift) - (first.x0 + first.x1)) < 6:
            return True
        if len(lines) > 1:
            return abs(x0 - lines[1].x0) <= SAME_INDENT
        if first.has_mark:
            return first.x0 - SAME_INDENT <= x0 <= first.text_start + SAME_INDENT
        return len(first.pieces) > 1 or -_WIDEST_FIRST_INDENT <= x0 - first.x0 <= SAME_INDENT
