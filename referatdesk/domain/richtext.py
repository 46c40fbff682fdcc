"""Rich text as values: the one form in which text is edited, stored, compared, printed and read.

A text is a tuple of blocks. A block is a paragraph, list item, sub-heading, quotation, footnote, picture or table; its
runs carry bold,
italic, underline and links and never hold a line break other than "\n" (a soft break). Equal texts have equal values
once `normalised`: neighbouring runs of the same form are one run, and empty runs do not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.ids import new_block_id

LIST_KINDS = frozenset({BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.LETTERED})
MAX_LEVEL = 4
"""Deepest nesting of a list, counted from 0: five levels, as many as the templates carry."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one form within a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    link: str | None = None

    @property
    def form(self) -> tuple[bool, bool, bool, str | None]:
        return self.bold, self.italic, self.underline, self.link


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; its blocks are never tables."""

    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length. `widths` are shares of the whole, one per column, or empty when nobody set them."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    widths: tuple[float, ...] = ()
    caption: str | None = None
    caption_position: CaptionPosition = CaptionPosition.BEFORE


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it stands in a text: the id of its file, and its printed size in millimetres, 0 where unknown."""

    file_id: str
    width: float = 0
    height: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or table. `level` nests lists (0 to MAX_LEVEL) and ranks sub-headings (0 over 1).

    `marker` is the printed mark of a list item that was read ("a)", "1.", "- b)"), kept beside its kind. The words of
    a picture say what it shows, for those who cannot see it.
    """

    id: str
    kind: BlockKind = BlockKind.PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0
    marker: str | None = None
    table: Table | None = None
    picture: Picture | None = None

    @property
    def text(self) -> str:
        """The words of the block; a table's cells are joined by tabs and its rows by line ends."""
        if self.table is not None:
            return table_text(self.table)
        return "".join(run.text for run in self.runs)

    @property
    def is_list_item(self) -> bool:
        return self.kind in LIST_KINDS


Blocks = tuple[Block, ...]


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, marker: str | None = None) -> Block:
    """A new block of unmarked text."""
    return Block(id=new_block_id(), kind=kind, runs=plain_runs(text), level=level, marker=marker)


def plain_runs(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def merged_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same words with neighbouring runs of one form joined and empty runs left out."""
    filled = (run for run in runs if run.text)
    groups = (list(group) for _, group in groupby(filled, key=lambda run: run.form))
    return tuple(replace(group[0], text="".join(run.text for run in group)) for group in groups)


def cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs from one sign of their text to another."""
    found: list[Run] = []
    at = 0
    for run in runs:
        found.append(replace(run, text=run.text[max(start - at, 0) : max(end - at, 0)]))
        at += len(run.text)
    return merged_runs(found)


def normalised(blocks: Iterable[Block]) -> Blocks:
    """The one form of a text: runs merged, also inside tables."""
    return tuple(_normalised_block(block) for block in blocks)


def _normalised_block(block: Block) -> Block:
    if block.table is None:
        return replace(block, runs=merged_runs(block.runs))
    rows = tuple(tuple(Cell(normalised(cell.blocks)) for cell in row) for row in block.table.rows)
    return replace(block, runs=(), table=replace(block.table, rows=rows))


def with_new_ids(blocks: Iterable[Block]) -> Blocks:
    """A copy of the text that is another text: every block gets a new id."""
    return tuple(_with_new_id(block) for block in blocks)


def _with_new_id(block: Block) -> Block:
    if block.table is None:
        return replace(block, id=new_block_id())
    rows = tuple(tuple(Cell(with_new_ids(cell.blocks)) for cell in row) for row in block.table.rows)
    return replace(block, id=new_block_id(), table=replace(block.table, rows=rows))


def plain_text(blocks: Iterable[Block]) -> str:
    """The words alone, a line per block; captions stand where they are printed."""
    return "\n".join(block.text for block in blocks)


def table_text(table: Table) -> str:
    rows = ["\t".join(plain_text(cell.blocks) for cell in row) for row in table.rows]
    if table.caption is None:
        return "\n".join(rows)
    before = table.caption_position is CaptionPosition.BEFORE
    return "\n".join([table.caption, *rows] if before else [*rows, table.caption])


def is_blank(blocks: Iterable[Block]) -> bool:
    return not any(block.picture is not None or block.text.strip() for block in blocks)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside table cells after the table that holds them."""
    for block in blocks:
        yield block
        if block.table is not None:
            for row in block.table.rows:
                for cell in row:
                    yield from walk(cell.blocks)
