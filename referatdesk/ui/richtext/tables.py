"""What can be done to the table in which the caret stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextTable

from referatdesk.domain.richtext import paragraph
from referatdesk.ui.richtext.formats import WIDTHS, Line, LinePlace, line_format
from referatdesk.ui.richtext.from_document import read_line
from referatdesk.ui.richtext.surface import RichTextSurface
from referatdesk.ui.richtext.to_document import (
    dress_table,
    emptied_line,
    follows_a_line,
    precedes_a_line,
    set_line,
)


class TableCommands:
    """Each is one step to undo, and does nothing where the caret stands in no table."""

    def __init__(self, editor: RichTextSurface) -> None:
        self._editor = editor

    def is_inside(self) -> bool:
        return self._table() is not None

    def insert_row(self, below: bool = True) -> None:
        def insert(table: QTextTable, row: int, _column: int) -> None:
            table.insertRows(row + below, 1)
            for column in range(table.columns()):
                self._begin_cell(table, row + below, column)

        self._change(insert)

    def insert_column(self, right: bool = True) -> None:
        def insert(table: QTextTable, _row: int, column: int) -> None:
            table.insertColumns(column + right, 1)
            for row in range(table.rows()):
                self._begin_cell(table, row, column + right)
            _forget_widths(table)

        self._change(insert)

    def remove_row(self) -> None:
        """Takes the caret's row away; the last one takes the table with it."""
        table = self._table()
        if table is not None and table.rows() == 1:
            self.remove()
        else:
            self._change(lambda table, row, _column: table.removeRows(row, 1))

    def remove_column(self) -> None:
        def remove(table: QTextTable, _row: int, column: int) -> None:
            table.removeColumns(column, 1)
            _forget_widths(table)

        table = self._table()
        if table is not None and table.columns() == 1:
            self.remove()
        else:
            self._change(remove)

    def remove(self) -> None:
        """Takes the whole table away with its caption."""
        table = self._table()
        if table is None:
            return
        before, after = _beside(table)
        line_before, line_after = read_line(before.block()), read_line(after.block())
        edit = QTextCursor(self._editor.document())
        edit.beginEditBlock()
        for cursor, line in ((before, line_before), (after, line_after)):
            if not _is_text(line):
                emptied_line(cursor)
        if _is_text(line_before) and _is_text(line_after):
            # Without the table the lines beside it run together, so it gets an empty one to run together with.
            after.insertBlock(line_format(line_after, self._editor.text_document.look))
        table.removeRows(0, table.rows())
        if _is_text(line_before) or _is_text(line_after):
            kept = line_before if _is_text(line_before) else line_after
            set_line(before, kept, self._editor.text_document.look)
        else:
            _drop_line(before, self._editor)
        edit.endEditBlock()

    def _table(self) -> QTextTable | None:
        found: QTextTable | None = self._editor.textCursor().currentTable()
        return found

    def _change(self, change: Callable[[QTextTable, int, int], None]) -> None:
        """Runs the change with the table and the caret's row and column, then gives the table its looks again."""
        table = self._table()
        if table is None:
            return
        cell = table.cellAt(self._editor.textCursor())
        row, column = cell.row(), cell.column()
        edit = QTextCursor(self._editor.document())
        edit.beginEditBlock()
        change(table, row, column)
        dress_table(table, self._editor.text_document.look)
        edit.endEditBlock()
        if not table.cellAt(self._editor.textCursor()).isValid():
            nearest = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
            self._editor.setTextCursor(nearest.firstCursorPosition())

    def _begin_cell(self, table: QTextTable, row: int, column: int) -> None:
        filler = Line(paragraph(""), LinePlace.FILLER)
        set_line(table.cellAt(row, column).firstCursorPosition(), filler, self._editor.text_document.look)


def _beside(table: QTextTable) -> tuple[QTextCursor, QTextCursor]:
    """Cursors in the line before the table and at the start of the line after it."""
    before, after = QTextCursor(table.document()), QTextCursor(table.document())
    before.setPosition(table.firstPosition() - 1)
    after.setPosition(table.lastPosition() + 1)
    return before, after


def _is_text(line: Line) -> bool:
    """Whether the line is more than a table's caption or the empty line that Qt needs beside it."""
    return not line.place.is_caption and (line.place is LinePlace.TEXT or bool(line.block.runs))


def _drop_line(cursor: QTextCursor, editor: RichTextSurface) -> None:
    """Takes the line away with its words; where Qt needs a line there it is left empty, as a filler."""
    emptied_line(cursor)
    if precedes_a_line(cursor):
        kept = cursor.block().next().blockFormat()
        cursor.deleteChar()
        cursor.setBlockFormat(kept)
    elif follows_a_line(cursor):
        kept = cursor.block().previous().blockFormat()
        cursor.deletePreviousChar()
        cursor.setBlockFormat(kept)
    else:
        set_line(cursor, Line(paragraph(""), LinePlace.FILLER), editor.text_document.look)


def _forget_widths(table: QTextTable) -> None:
    made = table.format()
    made.clearProperty(WIDTHS)
    table.setFormat(made)
