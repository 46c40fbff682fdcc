"""A table as it is read cell by cell, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Cell, Run, Table

MAX_CELLS = 200_000
MAX_COLUMNS = 200
"""Word itself stops at 63."""
_SEVERAL = 2


@dataclass(slots=True)
class ReadTable:
    """The cells as read, before they are made even; `removed` are rows that a tracked change takes away."""

    rows: list[list[list[SourceParagraph]]] = field(default_factory=list)
    heads: int = 0
    removed: list[tuple[str, str | None]] = field(default_factory=list)
    widths: tuple[int, ...] = ()
    cells: int = 0

    @property
    def is_frame(self) -> bool:
        """Whether this is no table but a border round text: a single cell, or one column with paragraphs in it."""
        one_column = all(len(row) == 1 for row in self.rows)
        return one_column and (len(self.rows) == 1 or any(len(row[0]) >= _SEVERAL for row in self.rows))

    @property
    def is_nothing(self) -> bool:
        """Whether there is not a single cell."""
        return not any(self.rows)

    def paragraphs(self) -> Iterator[SourceParagraph]:
        for row in self.rows:
            for cell in row:
                yield from (replace(one, boxed=True) for one in cell) if self.is_frame else cell

    def table(self) -> Table:
        width = max((len(row) for row in self.rows), default=0)
        if width > MAX_COLUMNS or width * len(self.rows) > MAX_CELLS:
            raise ReadingError("too_large", limit=MAX_CELLS)
        even = tuple(tuple(Cell(_blocks(cell)) for cell in row) + (Cell(),) * (width - len(row)) for row in self.rows)
        return Table(even, header_rows=max(self.heads, 1), widths=self._shares(width))

    def _shares(self, columns: int) -> tuple[float, ...]:
        whole = sum(self.widths)
        if len(self.widths) != columns or not whole or min(self.widths) <= 0:
            return ()
        return tuple(round(one / whole, 4) for one in self.widths)


def _blocks(paragraphs: list[SourceParagraph]) -> tuple[Block, ...]:
    return tuple(_block(one) for one in paragraphs if one.text.strip())


def _block(one: SourceParagraph) -> Block:
    """A paragraph in a cell; a table in a table is kept by its words, for a cell holds no table."""
    if one.table is not None:
        return Block(id=new_block_id(), runs=(Run(one.text),))
    if one.list_kind is not None:
        return Block(id=new_block_id(), kind=one.list_kind, runs=one.runs, level=one.level, marker=one.marker)
    return Block(id=new_block_id(), runs=one.runs)
