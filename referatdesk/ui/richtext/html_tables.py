"""A table while its HTML is read: cells that span are laid out so that all rows are equally long."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Blocks, Cell, Run, Table, merged_runs

MOST_COLUMNS = 60
MOST_ROWS = 2_000


@dataclass
class CellDraft:
    is_header: bool
    columns: int = 1
    rows: int = 1
    width: float | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass
class TableDraft:
    """`column_widths` are those of `col` elements; where there are none, the first row's cells may have some."""

    rows: list[list[CellDraft]] = field(default_factory=list)
    caption: str | None = None
    caption_position: CaptionPosition = CaptionPosition.BEFORE
    column_widths: list[float | None] = field(default_factory=list)
    in_head: bool = False

    def add_row(self) -> None:
        if len(self.rows) < MOST_ROWS:
            self.rows.append([])

    def add_cell(self, cell: CellDraft) -> None:
        if not self.rows:
            self.add_row()
        if len(self.rows[-1]) < MOST_COLUMNS:
            self.rows[-1].append(cell)

    def blocks(self) -> Blocks:
        """The table as one block; a table of a single cell is only a frame, so its words alone."""
        rows = [row for row in self.rows if row]
        if not rows:
            return ()
        if len(rows) == 1 and len(rows[0]) == 1 and self.caption is None:
            return tuple(rows[0][0].blocks)
        grid = _grid(rows)
        header_rows = next((number for number, row in enumerate(rows) if not _is_header(row)), len(rows))
        cells = tuple(tuple(Cell(tuple(cell.blocks) if cell else ()) for cell in row) for row in grid)
        if header_rows == 0 and len(rows) > 1 and _is_all_bold(cells[0]):
            header_rows, cells = 1, (tuple(_without_bold(cell) for cell in cells[0]), *cells[1:])
        value = Table(
            rows=cells,
            header_rows=header_rows,
            widths=self._widths(rows, len(grid[0])),
            caption=self.caption,
            caption_position=self.caption_position,
        )
        return (Block(id=new_block_id(), kind=BlockKind.TABLE, table=value),)

    def _widths(self, rows: list[list[CellDraft]], columns: int) -> tuple[float, ...]:
        plain = all(cell.columns == 1 for cell in rows[0])
        given = self.column_widths or ([cell.width for cell in rows[0]] if plain else [])
        known = [width for width in given if width]
        if len(known) != columns or len(given) != columns:
            return ()
        return tuple(round(width / sum(known), 4) for width in known)


def _is_header(row: list[CellDraft]) -> bool:
    return all(cell.is_header for cell in row)


def _grid(rows: list[list[CellDraft]]) -> list[list[CellDraft | None]]:
    """The cells by place; a cell that spans stands in the first of its places."""
    taken: dict[tuple[int, int], CellDraft | None] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            width = min(cell.columns, MOST_COLUMNS - column)
            if width <= 0:
                break
            for down in range(min(cell.rows, len(rows) - number)):
                for right in range(width):
                    taken.setdefault((number + down, column + right), None)
            taken[number, column] = cell
            column += width
    columns = 1 + max(column for _row, column in taken)
    return [[taken.get((number, column)) for column in range(columns)] for number in range(len(rows))]


def _is_all_bold(row: tuple[Cell, ...]) -> bool:
    runs = [run for cell in row for block in cell.blocks for run in block.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _without_bold(cell: Cell) -> Cell:
    return Cell(tuple(replace(block, runs=_plain_weight(block.runs)) for block in cell.blocks))


def _plain_weight(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return merged_runs(replace(run, bold=False) for run in runs)
