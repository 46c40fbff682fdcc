"""What pages print above and below their text: running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from referatdesk.documents.reading.formats.pdf_page import Page
from referatdesk.documents.reading.formats.pdf_rows import Piece, rows_of

ZONE = 0.2
"""The share of a page, from its top and from its foot, in which margins are looked for."""
MOST_ROWS = 8
_OUTER = 0.1
_STEADY = 3.0
_FAR = 1_000.0
_OF = r"(?: ?(?:af|of|ud af|/|–|-) ?\d{1,4})?"
_PAGE_NUMBER = re.compile(
    rf"(?:[-–|] ?)?(?:(?:side|s\.|page)[ :]{{0,2}})?(?P<page>\d{{1,4}}){_OF}(?: ?[-–|])?$", re.IGNORECASE
)
_SAID_NUMBER = re.compile(rf"[|,–-]? ?\b(?:side|page|s\.)[ :]{{0,2}}\d{{1,4}}{_OF}", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"[ \t]\d{1,4}(?: ?/ ?\d{1,4})?$")
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Row:
    page: Page
    pieces: list[Piece]
    at_top: bool
    text: str

    @property
    def y(self) -> float:
        """From the edge of the page that it is nearest to."""
        bounds = self.page.bounds
        return self.pieces[0].y - bounds.y0 if self.at_top else bounds.y1 - self.pieces[0].y

    @property
    def likeness(self) -> tuple[bool, str]:
        return self.at_top, _FIGURES.sub("#", self.text)


def take_margins(pages: Sequence[Page]) -> tuple[str, ...]:
    """Takes the margins out of the words of the pages; each different line of them, page numbers left out."""
    rows = [row for page in pages for row in _outer_rows(page)]
    running = _running(rows, len(pages))
    running |= _numbers([row for row in rows if id(row) not in running], len(pages))
    texts: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for row in rows:
        texts[row.likeness].add(row.text)
    said: dict[str, None] = {}
    for row in rows:
        artifact = all(word.artifact for piece in row.pieces for word in piece.words)
        if id(row) not in running and not artifact:
            continue
        words = _without_number(row.text, counts=len(texts[row.likeness]) > 1)
        if words:
            said[words] = None
        gone = {id(word) for piece in row.pieces for word in piece.words}
        row.page.words = [word for word in row.page.words if id(word) not in gone]
    return tuple(said)


def _outer_rows(page: Page) -> Iterator[_Row]:
    bounds = page.bounds
    depth = ZONE * bounds.height
    for at_top in (True, False):
        edge = (bounds.y0 - 1, bounds.y0 + depth) if at_top else (bounds.y1 - depth, bounds.y1 + 1)
        inside = [grid.box for grid in page.grids if grid.box.y0 < edge[0] or grid.box.y1 > edge[1]]
        words = [word for word in page.words if edge[0] <= word.y <= edge[1]]
        rows = rows_of([word for word in words if not any(box.holds(word.x0, word.y) for box in inside)])
        for pieces in rows[:MOST_ROWS] if at_top else rows[-MOST_ROWS:]:
            yield _Row(page, pieces, at_top, "\t".join(piece.text for piece in pieces))


def _running(rows: Sequence[_Row], count: int) -> set[int]:
    """Rows that say the same at the same height of most pages, of most after the first, or of every other one."""
    alike: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    for row in rows:
        alike[row.likeness].append(row)
    groups = [found for group in alike.values() if (found := _steady(group, count))]
    running = {id(row) for group in groups for row in group}
    inside = {id(row) for group in groups if _is_inside(group, rows, running) for row in group}
    return running - inside


def _steady(group: Sequence[_Row], count: int) -> list[_Row]:
    """Those of a group that stand at one height, on enough pages."""
    by_height: dict[int, list[_Row]] = defaultdict(list)
    for row in group:
        by_height[int(row.y / _STEADY)].append(row)
    for height in sorted(by_height):
        steady = by_height[height] + by_height.get(height + 1, [])
        apart = count > 2 or all(_stands_apart(one) for one in steady)
        if apart and _is_on_most({one.page.number for one in steady}, count) and _counts_pages(steady):
            return steady
    return []


def _stands_apart(row: _Row) -> bool:
    """Whether there is more room between it and what stands farther in than between two lines of text."""
    base, size = row.pieces[0].y, row.pieces[0].size
    inner = [word.y - base if row.at_top else base - word.y for word in row.page.words]
    return min((step for step in inner if step > 0.5 * size), default=_FAR) > 1.7 * size


def _is_on_most(numbers: set[int], count: int) -> bool:
    if len(numbers) < 2:
        return False
    if len(numbers - {0}) * 4 >= (count - 1) * 3:
        return True
    sides = ([number for number in range(count) if number % 2 == side] for side in (0, 1))
    return count >= 5 and any(len(numbers.intersection(side)) >= max(len(side) - 1, 2) for side in sides)


def _counts_pages(rows: Sequence[_Row]) -> bool:
    """Whether the figures in them stay as they are from page to page, or count with the pages."""
    figures = [[int(figure) for figure in _FIGURES.findall(row.text)] for row in rows]
    for place in range(len(figures[0])):
        stays = {own[place] for own in figures}
        counts = {own[place] - row.page.number for own, row in zip(figures, rows, strict=True)}
        if len(stays) > 1 and len(counts) > 1:
            return False
    return True


def _is_inside(group: Sequence[_Row], rows: Sequence[_Row], running: set[int]) -> bool:
    """Whether on pages after the first, text stands farther out than it: then it is text itself."""
    depth = max(row.y for row in group)
    others = [row for row in rows if row.at_top == group[0].at_top and row.page.number > 0 and id(row) not in running]
    return any(row.y < depth - _STEADY and not _PAGE_NUMBER.match(row.text) for row in others)


def _numbers(rows: Sequence[_Row], count: int) -> set[int]:
    """Page numbers that stand alone, outermost on their page: those that count as the pages do."""
    found: list[tuple[_Row, int]] = []
    for (page, at_top), group in groupby(rows, key=lambda row: (row.page.number, row.at_top)):
        outer = list(group)
        last = outer[0] if at_top else outer[-1]
        match = _PAGE_NUMBER.match(last.text)
        if match and last.y <= _OUTER * last.page.bounds.height:
            found.append((last, int(match["page"]) - page))
    shifts = [shift for _, shift in found]
    return {
        id(row)
        for row, shift in found
        if shifts.count(shift) >= 2 or (count == 1 and shift == 1) or _SAID_NUMBER.match(row.text)
    }


def _without_number(text: str, counts: bool) -> str:
    if _PAGE_NUMBER.match(text):
        return ""
    said = _SAID_NUMBER.sub("", text)
    return (_LAST_NUMBER.sub("", said) if counts and said == text else said).strip(" \t|–-")
