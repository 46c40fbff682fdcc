"""Rows of a page to paragraphs and tables, and paragraphs joined again that a page or column has cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from referatdesk.documents.reading.formats.pdf_breaks import Breaks
from referatdesk.documents.reading.formats.pdf_flows import DrawnTable, Flow, Part, Row
from referatdesk.documents.reading.formats.pdf_lines import Column, Line, column_of, ends_sentence, line_of
from referatdesk.documents.reading.formats.pdf_rows import Piece, rows_of
from referatdesk.documents.reading.source import SourcePicture

_SAME_COLUMN = 6.0
_NEXT_COLUMN = 100.0
_USUAL_GUTTER = 11.0
"""Between the words of two cells without rules: what Word leaves at the edges of both."""
_NARROWEST_COLUMN = 12.0


@dataclass(eq=False)
class Paragraph:
    """Lines of one paragraph, by cells where tabs part them; or a table, whose rows hold paragraphs by cell.

    `gap` is the space above in parts of a line. `opens` says that it is the first of its page.
    """

    cells: list[list[Line]]
    column: Column
    page: int
    gap: float = 0.0
    opens: bool = False
    opens_flow: bool = False
    table: list[list[list[Paragraph]]] | None = None
    picture: SourcePicture | None = None
    edges: tuple[float, ...] = ()
    last_column: Column | None = None
    """Of its last lines, where it goes on in another."""

    @property
    def lines(self) -> list[Line]:
        return [line for cell in self.cells for line in cell]

    @property
    def text(self) -> str:
        return "\t".join(" ".join(line.text for line in cell) for cell in self.cells)


def paragraphs_of(flow: Flow, reach: float, breaks: Breaks, page: int) -> list[Paragraph]:
    """`reach` is how far text may run to the right where the flow does not say."""
    made = list(_paragraphs(flow.rows, flow.right or reach, breaks, page))
    if made:
        made[0].opens_flow = True
    return made


def _paragraphs(rows: Sequence[Row], reach: float, breaks: Breaks, page: int) -> Iterator[Paragraph]:
    column = column_of([line_of(row) for row in rows if _is_line(row)], reach)
    foot: float | None = None
    for kind, group in groupby(_grouped(rows), key=lambda one: one[0]):
        for _, together in group:
            top = together[0].top
            if kind == "drawn":
                made = [_drawn(part, breaks, page) for row in together for part in row.parts]
            elif kind == "side":
                made = list(_side_by_side(together, reach, breaks, page))
            else:
                made = list(_text([line_of(row) for row in together], column, breaks, page))
            if foot is not None and made and kind != "text":
                made[0].gap = max((top - foot) / 14 - 0.3, 0.0)
            yield from made
            foot = together[-1].foot


def _is_line(row: Row) -> bool:
    return all(len(cell) == 1 and isinstance(cell[0].held, Piece) for cell in row.cells)


def _grouped(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[Row]]]:
    """Rows by what they make together: text, a drawn table, or cells side by side of more than one line."""
    at = 0
    while at < len(rows):
        start = at
        if not isinstance(rows[at].parts[0].held, Piece):
            at += 1
            yield "drawn", rows[start:at]
        elif not _is_line(rows[at]):
            start, at = at, at + 1
            while at < len(rows) and len(rows[at].cells) > 1 and _same_columns(rows[start], rows[at]):
                at += 1
            yield "side", list(rows[start:at])
        else:
            while at < len(rows) and _is_line(rows[at]) and not _opens_side(rows, at):
                at += 1
            if at > start:
                yield "text", list(rows[start:at])
            if at < len(rows) and _is_line(rows[at]):
                start = at
                while at < len(rows) and len(rows[at].cells) > 1 and _same_columns(rows[start], rows[at]):
                    at += 1
                yield "side", list(rows[start:at])


def _opens_side(rows: Sequence[Row], at: int) -> bool:
    """Whether a row of single lines is the first of cells side by side."""
    first = at
    while at < len(rows) and len(rows[at].cells) > 1 and _same_columns(rows[first], rows[at]) and at - first < 40:
        if not _is_line(rows[at]):
            return True
        at += 1
    return False


def _same_columns(above: Row, below: Row) -> bool:
    starts = [cell[0].x0 for cell in above.cells]
    fewer, more = sorted(([cell[0].x0 for cell in below.cells], starts), key=len)
    return all(any(abs(x - other) <= _SAME_COLUMN for other in more) for x in fewer)


def _side_by_side(rows: Sequence[Row], reach: float, breaks: Breaks, page: int) -> Iterator[Paragraph]:
    """A table without rules where its cells hold paragraphs; else each row is one paragraph with tabs in it."""
    starts = _starts(rows)
    filled: list[list[list[Paragraph]]] = []
    for row in rows:
        cells: list[list[Paragraph]] = [[] for _ in starts]
        for at, cell in enumerate(row.cells):
            edge = row.cells[at + 1][0].x0 - _USUAL_GUTTER if at + 1 < len(row.cells) else reach
            own = min(range(len(starts)), key=lambda one: abs(starts[one] - cell[0].x0))
            cells[own] += _paragraphs([Row([[part]]) for part in cell], edge, breaks, page)
        filled.append(cells)
    several = any(len(cell) > 1 for cells in filled for cell in cells)
    if several or len(starts) > 2:
        yield Paragraph([], Column(starts[0], reach), page, table=filled, edges=starts)
        return
    for cells in filled:
        lines = [[line for one in cell for line in one.lines] for cell in cells]
        yield Paragraph(lines, Column(starts[0], reach), page)


def _starts(rows: Sequence[Row]) -> tuple[float, ...]:
    starts: list[float] = []
    for x in sorted(cell[0].x0 for row in rows for cell in row.cells):
        if not starts or x - starts[-1] > _SAME_COLUMN:
            starts.append(x)
    return tuple(starts)


def _text(lines: Sequence[Line], column: Column, breaks: Breaks, page: int) -> Iterator[Paragraph]:
    group: list[Line] = []
    gap = 0.0
    for line in lines:
        if group and breaks.goes_on(group, line, column):
            group.append(line)
            continue
        if group:
            yield Paragraph([group], column, page, gap)
            gap = breaks.gap(group[-1], line)
        group = [line]
    if group:
        yield Paragraph([group], column, page, gap)


def _drawn(part: Part, breaks: Breaks, page: int) -> Paragraph:
    if isinstance(part.held, DrawnTable):
        return _drawn_table(part.held, breaks, page)
    picture = part.held if isinstance(part.held, SourcePicture) else None
    return Paragraph([], Column(part.x0, part.x1), page, picture=picture)


def _drawn_table(table: DrawnTable, breaks: Breaks, page: int) -> Paragraph:
    grid = table.grid
    insets = _insets(table)
    cells = {cell: _in_cell(table, cell, insets[cell[1]], breaks, page) for cell in table.words}
    taken = {column for _, column in cells}
    columns = [at for at in range(len(grid.xs) - 1) if at in taken or grid.xs[at + 1] - grid.xs[at] > _NARROWEST_COLUMN]
    rows = [[cells.get((row, at), []) for at in columns] for row in range(len(grid.ys) - 1)]
    filled = [row for row in rows if any(row)]
    return Paragraph(
        [], Column(grid.xs[0], grid.xs[-1]), page, table=filled, edges=tuple(grid.xs[at] for at in columns)
    )


def _insets(table: DrawnTable) -> dict[int, float]:
    """How far inside their column the words begin: as far, at least, they end from its right edge."""
    insets: dict[int, float] = {}
    for (_, column), words in table.words.items():
        inset = min(word.x0 for word in words) - table.grid.xs[column]
        insets[column] = min(insets.get(column, inset), inset)
    return insets


def _in_cell(table: DrawnTable, cell: tuple[int, int], inset: float, breaks: Breaks, page: int) -> list[Paragraph]:
    reach = table.grid.right_edge(cell) - max(inset, 1.0)
    lines = [Line(pieces) for pieces in rows_of(table.words[cell])]
    return list(_text(lines, column_of(lines, reach), breaks, page))


def joined_over_pages(paragraphs: Sequence[Paragraph], breaks: Breaks) -> list[Paragraph]:
    """Paragraphs and tables that a page or a column cuts in two, as one where that is certain."""
    whole: list[Paragraph] = []
    for below in paragraphs:
        above = whole[-1] if whole else None
        if above is None or not below.opens_flow:
            whole.append(below)
        elif below.table is not None:
            if above.table is not None and _same_table(above, below):
                above.table += _without_repeated_head(above.table, below.table)
            else:
                whole.append(below)
        elif _is_cut(above, below, breaks):
            above.cells[-1] += below.cells[0]
            above.last_column = below.column
        else:
            whole.append(below)
    return whole


def _same_table(above: Paragraph, below: Paragraph) -> bool:
    return len(above.edges) == len(below.edges) and all(
        abs(one - other) <= _SAME_COLUMN for one, other in zip(above.edges, below.edges, strict=True)
    )


def _without_repeated_head(
    above: Sequence[Sequence[Sequence[Paragraph]]], below: list[list[list[Paragraph]]]
) -> list[list[list[Paragraph]]]:
    return below[1:] if below and above and _said(below[0]) == _said(above[0]) else below


def _said(row: Sequence[Sequence[Paragraph]]) -> list[list[str]]:
    return [[paragraph.text for paragraph in cell] for cell in row]


def _is_cut(above: Paragraph, below: Paragraph, breaks: Breaks) -> bool:
    """Whether the last line above was full and the first below goes on with it in the same letters."""
    if above.table is not None or len(above.cells) != 1 or len(below.cells) != 1:
        return False
    lines, line = above.cells[0], below.cells[0][0]
    if lines[-1].look.size != line.look.size or (lines[-1].all_bold and not line.words[0].look.bold):
        return False
    if ends_sentence(lines[-1].text) and not line.text[:1].islower():
        return False
    column = above.last_column or above.column
    shift = below.column.left - above.column.left
    return breaks.goes_over(lines, line, column, shift if abs(shift) > _NEXT_COLUMN else 0.0)
