"""Tables that a page draws with rules: their grid, and which cells are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referatdesk.documents.reading.formats.pdf_drawings import Box
from referatdesk.documents.reading.formats.pdf_words import Word

_NEAR = 3.0
_TOUCH = 4.0
_NARROWEST_GUTTER = 8.0
MAX_RULES = 1_500
MAX_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """`xs` and `ys` are the edges of columns and rows; `owners` names the cell (row, column) that each is part of."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: dict[tuple[int, int], tuple[int, int]]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.owners[row, column]

    def right_edge(self, cell: tuple[int, int]) -> float:
        row, column = cell
        while self.owners.get((row, column + 1)) == cell:
            column += 1
        return self.xs[column + 1]


def grids_of(across: Sequence[Box], down: Sequence[Box], words: Sequence[Word]) -> list[Grid]:
    """The tables drawn by rules across and down, and those that rules across alone part into rows."""
    rules = _merged(across, flat=True)[:MAX_RULES], _merged(down, flat=False)[:MAX_RULES]
    grids = [grid for flats, uprights in _crossing(*rules) if (grid := _grid(flats, uprights)) is not None]
    free = [rule for rule in rules[0] if not any(grid.box.holds((rule.x0 + rule.x1) / 2, rule.y0) for grid in grids)]
    return grids + list(_open_grids(free, words))


def _merged(rules: Sequence[Box], flat: bool) -> list[Box]:
    """Pieces of one rule as one."""
    if flat:
        ranked = sorted(rules, key=lambda one: (round(one.y0), one.x0))
    else:
        ranked = sorted(rules, key=lambda one: (round(one.x0), one.y0))
    merged: list[Box] = []
    for one in ranked:
        last = merged[-1] if merged else None
        if last is not None and flat and abs(one.y0 - last.y0) <= 1.5 and one.x0 <= last.x1 + _NEAR:
            merged[-1] = Box(last.x0, last.y0, max(last.x1, one.x1), last.y1)
        elif last is not None and not flat and abs(one.x0 - last.x0) <= 1.5 and one.y0 <= last.y1 + _NEAR:
            merged[-1] = Box(last.x0, last.y0, last.x1, max(last.y1, one.y1))
        else:
            merged.append(one)
    return merged


def _crossing(across: Sequence[Box], down: Sequence[Box]) -> Iterator[tuple[list[Box], list[Box]]]:
    """Rules that touch each other, directly or through others."""
    left = set(range(len(down)))
    waiting = set(range(len(across)))
    while waiting:
        flats, uprights, fresh = set[int](), set[int](), {waiting.pop()}
        while fresh:
            flats |= fresh
            met = {at for at in left if any(_touch(across[flat], down[at]) for flat in fresh)}
            left -= met
            uprights |= met
            fresh = {at for at in waiting if any(_touch(across[at], down[upright]) for upright in met)}
            waiting -= fresh
        yield [across[at] for at in sorted(flats)], [down[at] for at in sorted(uprights)]


def _touch(flat: Box, upright: Box) -> bool:
    beside = flat.x0 - _TOUCH <= upright.x0 <= flat.x1 + _TOUCH
    return beside and upright.y0 - _TOUCH <= flat.y0 <= upright.y1 + _TOUCH


def _grid(flats: Sequence[Box], uprights: Sequence[Box]) -> Grid | None:
    """None where the rules frame one column, or nothing."""
    if not uprights:
        return None
    ends_x = min(one.x0 for one in flats), max(one.x1 for one in flats)
    ends_y = min(one.y0 for one in uprights), max(one.y1 for one in uprights)
    xs = _edges([(one.x0 + one.x1) / 2 for one in uprights] + list(ends_x))
    ys = _edges([(one.y0 + one.y1) / 2 for one in flats] + list(ends_y))
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS:
        return None
    return Grid(xs, ys, _owners(xs, ys, flats, uprights))


def _edges(values: Sequence[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return tuple(edges)


def _owners(
    xs: Sequence[float], ys: Sequence[float], flats: Sequence[Box], uprights: Sequence[Box]
) -> dict[tuple[int, int], tuple[int, int]]:
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    beside = {at: [one for one in uprights if abs(one.x0 - x) <= _TOUCH] for at, x in enumerate(xs)}
    above = {at: [one for one in flats if abs(one.y0 - y) <= _TOUCH] for at, y in enumerate(ys)}
    for row, (top, foot) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            middle_y, middle_x = (top + foot) / 2, (left + right) / 2
            if column and not any(one.y0 <= middle_y <= one.y1 for one in beside[column]):
                owners[row, column] = owners[row, column - 1]
            elif row and not any(one.x0 <= middle_x <= one.x1 for one in above[row]):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = (row, column)
    return owners


def _open_grids(rules: Sequence[Box], words: Sequence[Word]) -> Iterator[Grid]:
    """Three rules across or more, of one length, with words in columns between them."""
    left = list(rules)
    while left:
        first = left[0]
        alike = [one for one in left if abs(one.x0 - first.x0) <= _NEAR and abs(one.x1 - first.x1) <= _NEAR]
        left = [one for one in left if one not in alike]
        ys = _edges([one.y0 for one in alike])
        if len(ys) < 3:
            continue
        inside = [word for word in words if first.x0 - 1 <= word.x0 <= first.x1 and ys[0] < word.y < ys[-1] + 1]
        xs = _columns(first, inside)
        if len(xs) >= 3 and _mostly_filled(xs, ys, inside):
            cells = [(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)]
            yield Grid(xs, ys, {cell: cell for cell in cells})


def _columns(rule: Box, words: Sequence[Word]) -> tuple[float, ...]:
    """The edges of the columns: the middle of each strip that no word crosses."""
    edges = [rule.x0]
    reached = rule.x0
    for word in sorted(words, key=lambda one: one.x0):
        if word.x0 - reached >= _NARROWEST_GUTTER and reached > rule.x0:
            edges.append((reached + word.x0) / 2)
        reached = max(reached, word.x1)
    return (*edges, rule.x1)


def _mostly_filled(xs: Sequence[float], ys: Sequence[float], words: Sequence[Word]) -> bool:
    filled = {(bisect_right(ys, word.y), bisect_right(xs, word.x0 + 0.5)) for word in words}
    return len(filled) * 3 >= (len(xs) - 1) * (len(ys) - 1) * 2
