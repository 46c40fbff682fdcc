"""In which order a page is read: its columns one after the other, in each of them row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from referatdesk.documents.reading.formats.pdf_drawings import Box
from referatdesk.documents.reading.formats.pdf_grids import Grid
from referatdesk.documents.reading.formats.pdf_rows import Piece
from referatdesk.documents.reading.formats.pdf_words import Word
from referatdesk.documents.reading.source import SourcePicture

_LEAST_LINES = 3
_MOST_TRIED = 12
_DEEPEST = 4
_NARROWEST_GUTTER = 6.0


@dataclass(eq=False)
class DrawnTable:
    """A table with its rules; the words of each cell, by the cell (row, column)."""

    grid: Grid
    words: dict[tuple[int, int], list[Word]]


@dataclass(eq=False)
class Part:
    """A piece of a row, a drawn table or a picture, by what it takes of the page."""

    held: Piece | DrawnTable | SourcePicture
    x0: float
    x1: float
    top: float
    foot: float
    order: int

    @property
    def size(self) -> float:
        return self.held.size if isinstance(self.held, Piece) else 10.0


@dataclass(eq=False)
class Row:
    """What stands side by side: one cell for plain text, several where tabs or columns part them."""

    cells: list[list[Part]] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        return [part for cell in self.cells for part in cell]

    @property
    def top(self) -> float:
        return min(part.top for part in self.parts)

    @property
    def foot(self) -> float:
        return max(part.foot for part in self.parts)

    @property
    def x0(self) -> float:
        return min(part.x0 for part in self.parts)

    @property
    def x1(self) -> float:
        return max(part.x1 for part in self.parts)


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows that follow each other; `right` is how far the column may reach, None where it is the only one."""

    rows: list[Row]
    right: float | None


def piece_part(piece: Piece) -> Part:
    return Part(piece, piece.x0, piece.x1, piece.y - 0.8 * piece.size, piece.y + 0.2 * piece.size, piece.order)


def table_part(table: DrawnTable) -> Part:
    box = table.grid.box
    order = min(word.order for words in table.words.values() for word in words)
    return Part(table, box.x0, box.x1, box.y0, box.y1, order)


def picture_part(box: Box, picture: SourcePicture, words: Sequence[Word]) -> Part:
    """Read after the last words that stand above it."""
    order = max((word.order for word in words if word.y <= box.y0 + word.size), default=0)
    return Part(picture, box.x0, box.x1, box.y0, box.y1, order)


def flows_of(parts: Sequence[Part], right: float | None = None, depth: int = 0) -> Iterator[Flow]:
    found = _columns(parts) if depth < _DEEPEST else None
    if found is None:
        yield Flow(rows_in_order(parts), right)
        return
    above, left, beside, below = found
    edge = min(part.x0 for part in beside) - _NARROWEST_GUTTER
    for group, reach in ((above, right), (left, edge), (beside, right), (below, right)):
        if group:
            yield from flows_of(group, reach, depth + 1)


_Bands = tuple[list[Part], list[Part], list[Part], list[Part]]


def _columns(parts: Sequence[Part]) -> _Bands | None:
    """Above, left, right and below, where there are two columns (or more: the right one is asked again)."""
    if len(parts) < 2 * _LEAST_LINES:
        return None
    starts = Counter(round(part.x0 / 2) for part in parts)
    leftmost = min(starts)
    often = [start for start, count in starts.most_common(_MOST_TRIED) if count >= _LEAST_LINES]
    ranked = sorted(parts, key=lambda one: one.top)
    edges = [start * 2 - 1.5 for start in sorted(often) if start > leftmost + 10]
    bands = (band for edge in edges for band in _bands(ranked, edge))
    return max(bands, key=lambda band: len(band[1]) + len(band[2]), default=None)


def _bands(ranked: Sequence[Part], edge: float) -> Iterator[_Bands]:
    """Stretches of the page that nothing crosses at the edge, and in which both sides are columns."""
    at = 0
    for crosses, group in groupby(ranked, key=lambda one: one.x0 < edge < one.x1):
        band = list(group)
        if not crosses:
            left = [one for one in band if one.x1 <= edge]
            beside = [one for one in band if one.x0 >= edge]
            above, below = list(ranked[:at]), list(ranked[at + len(band) :])
            if len(left) >= _LEAST_LINES and len(beside) >= _LEAST_LINES:
                last = max(one.order for one in beside)
                foot = max(one.foot for one in beside)
                after = [one for one in left if one.order > last and one.top > foot]
                left = [one for one in left if one not in after]
                if _are_columns(left, beside, edge):
                    yield above, left, beside, after + below
        at += len(band)


def _are_columns(left: Sequence[Part], beside: Sequence[Part], edge: float) -> bool:
    if len(left) < _LEAST_LINES or edge - max(one.x1 for one in left) < _NARROWEST_GUTTER - 2:
        return False
    overlap = min(max(one.foot for one in left), max(one.foot for one in beside)) - max(
        min(one.top for one in left), min(one.top for one in beside)
    )
    if overlap < 2 * left[0].size:
        return False
    if max(one.order for one in left) < min(one.order for one in beside):
        return not _are_pairs(left, beside)
    return _are_prose(left) and _are_prose(beside) and _are_jumbled(left, beside)


def _are_pairs(left: Sequence[Part], beside: Sequence[Part]) -> bool:
    """Labels and their values, drawn column by column: each on the base line of the other."""
    labels = [one for one in left if isinstance(one.held, Piece)]
    short = sum(len(one.held.words) <= 2 for one in labels if isinstance(one.held, Piece))
    level = sum(any(abs(one.foot - other.foot) < 1 for other in beside) for one in left)
    colons = sum(one.held.text.endswith(":") for one in labels if isinstance(one.held, Piece))
    return level == len(left) and short * 5 >= len(left) * 4 and colons * 2 >= len(left)


def _are_prose(column: Sequence[Part]) -> bool:
    pieces = [one.held for one in column if isinstance(one.held, Piece)]
    width = max(one.x1 for one in column) - min(one.x0 for one in column)
    full = sum(one.x1 - one.x0 >= 0.7 * width and len(one.words) >= 4 for one in pieces)
    return len(pieces) >= 8 and full * 3 >= len(pieces) * 2


def _are_jumbled(left: Sequence[Part], beside: Sequence[Part]) -> bool:
    """Whether the file draws in an order that says nothing: neither rows from left to right nor cells."""
    ranked = sorted((*left, *beside), key=lambda one: one.order)
    upwards = sum(below.top < above.top - above.size for above, below in pairwise(ranked))
    return upwards * 4 > len(ranked)


def rows_in_order(parts: Sequence[Part]) -> list[Row]:
    """The rows of one column: as the file draws them while that goes down the page, else as they stand."""
    runs = _runs(_walked(sorted(parts, key=lambda one: one.order)))
    if len(runs) > 1:
        if len(runs) > 40 or _overlap(runs):
            return _level_rows(parts)
        runs.sort(key=len)
        whole = runs.pop()
        for run in sorted(runs, key=lambda one: -one[0].top):
            at = next((at for at, row in enumerate(whole) if row.top > run[0].top), len(whole))
            whole[at:at] = run
        return whole
    return runs[0] if runs else []


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows in stretches that go down the page."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and row.top >= runs[-1][-1].top - 0.5 * row.parts[0].size:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _overlap(runs: Sequence[Sequence[Row]]) -> bool:
    """Whether two stretches stand in the same place, so that the order of drawing says nothing."""
    boxes = [
        Box(min(row.x0 for row in run), run[0].top, max(row.x1 for row in run), max(row.foot for row in run))
        for run in runs
    ]
    return any(
        one.x0 < other.x1 and other.x0 < one.x1 and one.y0 + 3 < other.y1 and other.y0 + 3 < one.y1
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
    )


def _level_rows(parts: Sequence[Part]) -> list[Row]:
    rows: list[Row] = []
    for part in sorted(parts, key=lambda one: (one.foot, one.x0)):
        last = rows[-1].cells[-1][-1] if rows else None
        if last is not None and abs(part.foot - last.foot) <= 0.3 * part.size and isinstance(part.held, Piece):
            rows[-1].cells.append([part])
        else:
            rows.append(Row([[part]]))
    for row in rows:
        row.cells.sort(key=lambda cell: cell[0].x0)
    return rows


def _walked(parts: Sequence[Part]) -> list[Row]:
    """Rows in the order of drawing. A cell of several lines is drawn whole before the one to its right."""
    rows: list[Row] = []
    for part in parts:
        if not rows or not isinstance(part.held, Piece):
            rows.append(Row([[part]]))
            continue
        above = rows[-1].cells[-1][-1]
        if _goes_right(above, part):
            rows[-1].cells.append([part])
        elif len(rows[-1].cells) > 1 and _goes_on_below(rows[-1], part):
            rows[-1].cells[-1].append(part)
        elif not _joins_above(rows, part):
            rows.append(Row([[part]]))
    return rows


def _goes_right(above: Part, part: Part) -> bool:
    level = abs(part.foot - above.foot) <= 0.35 * max(part.size, above.size)
    return isinstance(above.held, Piece) and level and part.x0 > above.x1


def _goes_on_below(row: Row, part: Part) -> bool:
    """Whether it is the next line of the last cell of the row, not the first cell of the next."""
    cell = row.cells[-1]
    before = max(one.x1 for one in row.cells[-2])
    pitch = part.foot - cell[-1].foot
    return part.x0 >= before and 0 < pitch <= 3.5 * part.size and part.x0 < max(one.x1 for one in cell)


def _joins_above(rows: list[Row], part: Part) -> bool:
    """A jump up and to the right: the rows beside it were one cell of several lines."""
    above = rows[-1].parts[-1]
    if part.foot >= above.foot - 0.5 * part.size or part.x0 <= rows[-1].x0:
        return False
    last = rows[-1]
    if len(last.cells) > 1:
        if part.x0 > last.x1 and abs(part.top - last.top) <= 0.6 * part.size:
            last.cells.append([part])
            return True
        return False
    taken: list[Row] = []
    while rows and len(rows[-1].cells) == 1 and rows[-1].top >= part.top - 0.6 * part.size and rows[-1].x1 < part.x0:
        taken.insert(0, rows.pop())
    if not taken or abs(taken[0].top - part.top) > 0.8 * part.size:
        rows.extend(taken)
        return False
    rows.append(Row([[one for row in taken for one in row.cells[0]], [part]]))
    return True
