"""What is selected, as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Blocks, Cell, Table, cut
from referatdesk.ui.richtext.characters import index_at
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import ID
from referatdesk.ui.richtext.from_document import lines_between, tables_of


def selected_lines(cursor: QTextCursor) -> list[QTextBlock]:
    """The lines that are selected or, without a selection, the caret's; one only begun at its very start is not."""
    if cursor.hasComplexSelection():
        return list(_lines_of_cells(cursor))
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if last != first and cursor.selectionEnd() == last.position():
        last = last.previous()
    return list(lines_between(first, last))


def _lines_of_cells(cursor: QTextCursor) -> Iterator[QTextBlock]:
    table = cursor.currentTable()
    top, height, left, width = _selected_cells(cursor)
    for row in range(top, top + height):
        for column in range(left, left + width):
            cell = table.cellAt(row, column)
            yield from lines_between(cell.firstCursorPosition().block(), cell.lastCursorPosition().block())


def _selected_cells(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """First row, number of rows, first column, number of columns."""
    found: tuple[int, int, int, int] = cursor.selectedTableCells()  # type: ignore[assignment]
    return found


def selected_blocks(document: RichTextDocument, cursor: QTextCursor) -> Blocks:
    """The selected words as blocks: of lines the selected part, of tables the selected cells or the whole."""
    if not cursor.hasSelection():
        return ()
    if cursor.hasComplexSelection():
        return (_table_of_cells(document, cursor),)
    lines = selected_lines(cursor)
    if len(lines) == 1:
        return (replace(_selected_part(document, lines[0], cursor), kind=BlockKind.PARAGRAPH, level=0, marker=None),)
    whole = {block.id: block for block in document.blocks()}
    taken: list[Block] = []
    in_tables = {} if cursor.currentTable() is not None else dict(_lines_in_tables(document))
    for line in lines:
        table_id = in_tables.get(line.blockNumber())
        if table_id is None:
            taken.append(_selected_part(document, line, cursor))
        elif taken[-1:] != [whole[table_id]]:
            taken.append(whole[table_id])
    return tuple(taken)


def _selected_part(document: RichTextDocument, line: QTextBlock, cursor: QTextCursor) -> Block:
    block = document.line_at(line).block
    start = index_at(block.text, max(cursor.selectionStart() - line.position(), 0))
    end = index_at(block.text, max(cursor.selectionEnd() - line.position(), 0))
    return replace(block, runs=cut(block.runs, start, end))


def _lines_in_tables(document: RichTextDocument) -> Iterator[tuple[int, str]]:
    """The lines whose words a table's block holds, its caption too, by number, with the table's id."""
    for table in tables_of(document):
        first = document.findBlock(table.firstPosition()).blockNumber()
        last = document.findBlock(table.lastPosition()).blockNumber()
        for number in range(first, last + 1):
            yield number, table.format().property(ID)
        for number in (first - 1, last + 1):
            if number < len(document.lines()) and document.lines()[number].place.is_caption:
                yield number, table.format().property(ID)


def _table_of_cells(document: RichTextDocument, cursor: QTextCursor) -> Block:
    table: QTextTable = cursor.currentTable()
    top, height, left, width = _selected_cells(cursor)
    table_id = table.format().property(ID)
    source = next(block.table for block in document.blocks() if block.id == table_id)
    rows = source.rows if source is not None else ()
    taken = tuple(row[left : left + width] for row in rows[top : top + height])
    header_rows = min(max(source.header_rows - top, 0), height) if source is not None else 0
    value = Table(rows=tuple(tuple(Cell(cell.blocks) for cell in row) for row in taken), header_rows=header_rows)
    return Block(id=new_block_id(), kind=BlockKind.TABLE, table=value)
