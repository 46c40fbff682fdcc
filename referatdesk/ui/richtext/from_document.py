"""Reading: the lines of a document, and the blocks they make up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextTable

from referatdesk.domain.codes import BlockKind, CaptionPosition
from referatdesk.domain.richtext import Block, Blocks, Cell, Run, Table, merged_runs
from referatdesk.ui.richtext.characters import from_qt
from referatdesk.ui.richtext.formats import CAPTION_PLACE, HEADER_ROWS, ID, WIDTHS, Line, LinePlace, form_of, line_of


def read_line(block: QTextBlock) -> Line:
    return line_of(block.blockFormat(), merged_runs(_runs(block)))


def _runs(block: QTextBlock) -> Iterator[Run]:
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        yield form_of(fragment.charFormat(), from_qt(fragment.text()))
        pieces += 1


def fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Start, end and format of each stretch of the line in one format."""
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.position() + piece.length(), piece.charFormat()))
        pieces += 1
    return found


def read_lines(document: QTextDocument) -> list[Line]:
    return [read_line(block) for block in lines_between(document.begin(), document.lastBlock())]


def lines_between(first: QTextBlock, last: QTextBlock) -> Iterator[QTextBlock]:
    block = first
    while block.isValid():
        yield block
        if block == last:
            return
        block = block.next()


def tables_of(document: QTextDocument) -> list[QTextTable]:
    """The tables of the document in their order."""
    found = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    return sorted(found, key=lambda table: table.firstPosition())


def assembled(document: QTextDocument, lines: Sequence[Line]) -> Blocks:
    """The blocks that the lines of the document, already read, make up."""
    made: list[Block] = []
    done = 0
    for table in tables_of(document):
        start = document.findBlock(table.firstPosition()).blockNumber()
        end = document.findBlock(table.lastPosition()).blockNumber() + 1
        before = lines[start - 1] if start > done and lines[start - 1].place is LinePlace.CAPTION_BEFORE else None
        after = lines[end] if end < len(lines) and lines[end].place is LinePlace.CAPTION_AFTER else None
        made += _texts(lines[done : start - (before is not None)])
        made.append(_table_block(document, table, lines, before, after))
        done = end + (before is None and after is not None)
    return (*made, *_texts(lines[done:]))


def _texts(lines: Iterable[Line]) -> Iterator[Block]:
    for line in lines:
        if line.place is LinePlace.FILLER and not line.block.runs:
            continue
        yield line.block


def _table_block(
    document: QTextDocument, table: QTextTable, lines: Sequence[Line], before: Line | None, after: Line | None
) -> Block:
    form = table.format()
    caption = before or after
    place = caption.place if caption else LinePlace(form.property(CAPTION_PLACE) or LinePlace.CAPTION_BEFORE)
    widths = tuple(form.property(WIDTHS) or ())
    value = Table(
        rows=tuple(_rows(document, table, lines)),
        header_rows=form.property(HEADER_ROWS) or 0,
        widths=widths if len(widths) == table.columns() else (),
        caption=None if caption is None else caption.block.text,
        caption_position=CaptionPosition.AFTER if place is LinePlace.CAPTION_AFTER else CaptionPosition.BEFORE,
    )
    return Block(id=form.property(ID), kind=BlockKind.TABLE, table=value)


def _rows(document: QTextDocument, table: QTextTable, lines: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    start = document.findBlock(table.firstPosition()).blockNumber()
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            end = document.findBlock(table.cellAt(row, column).lastPosition()).blockNumber() + 1
            cells.append(Cell(tuple(_texts(lines[start:end]))))
            start = end
        yield tuple(cells)
