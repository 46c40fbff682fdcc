"""Writing: blocks into a document, from a given place on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Run, Table, paragraph, plain_runs
from referatdesk.ui.richtext.characters import to_qt
from referatdesk.ui.richtext.formats import (
    CAPTION_PLACE,
    HEADER_ROWS,
    ID,
    WIDTHS,
    Line,
    LinePlace,
    char_format,
    form_of,
    line_format,
)
from referatdesk.ui.richtext.from_document import fragments, lines_between, read_line
from referatdesk.ui.richtext.look import RichTextLook

PLAIN = Run("")
PARAGRAPH_SEPARATOR = "\u2029"
_CELL_PADDING = 6.0


class BlockWriter:
    """Writes blocks one after the other, the first into the empty line in which the cursor stands.

    The caller opens the edit block. `cursor` stands at the end of what was written; `starts` are the places at which
    the lines begin, by block id.
    """

    def __init__(self, cursor: QTextCursor, look: RichTextLook, in_header: bool = False) -> None:
        self.cursor = cursor
        self.starts: dict[str, int] = {}
        self._look = look
        self._in_header = in_header
        self._free = True

    def write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if block.table is None:
                self._write_line(Line(block, in_header=self._in_header))
            elif block.table.rows and block.table.rows[0]:
                self._write_table(block, block.table)
        if self._free:
            self._leave_filler()

    def _write_line(self, line: Line) -> None:
        made = line_format(line, self._look)
        plain = char_format(PLAIN, line, self._look)
        if self._free:
            self.cursor.setBlockFormat(made)
            set_typing_format(self.cursor, plain)
        else:
            self.cursor.insertBlock(made, plain)
        self._free = False
        self.starts[line.block.id] = self.cursor.position()
        write_runs(self.cursor, line, line.block.runs, self._look)

    def _write_table(self, block: Block, table: Table) -> None:
        before = table.caption_position is CaptionPosition.BEFORE
        if table.caption is not None and before:
            self._write_line(_caption(table.caption, LinePlace.CAPTION_BEFORE))
        elif self._free:
            self._begin_at_line_before()
        made = self.cursor.insertTable(len(table.rows), len(table.rows[0]), _table_format(block, table))
        dress_table(made, self._look)
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                inside = made.cellAt(number, column).firstCursorPosition()
                texts = [one for one in cell.blocks if one.table is None]
                BlockWriter(inside, self._look, in_header=number < table.header_rows).write(texts)
        self.cursor.setPosition(made.lastPosition() + 1)
        self._free = True
        if table.caption is not None and not before:
            self._write_line(_caption(table.caption, LinePlace.CAPTION_AFTER))

    def _begin_at_line_before(self) -> None:
        """A table needs a line before it: the one above where there is one, else the empty one becomes a filler."""
        if not follows_a_line(self.cursor):
            self._write_line(Line(paragraph(""), LinePlace.FILLER, self._in_header))
            return
        kept = self.cursor.block().previous().blockFormat()
        self.cursor.deletePreviousChar()
        self.cursor.setBlockFormat(kept)

    def _leave_filler(self) -> None:
        """After a table, or in an empty text, Qt has a line; it goes again if another one follows it."""
        if not precedes_a_line(self.cursor):
            self._write_line(Line(paragraph(""), LinePlace.FILLER, self._in_header))
            return
        kept = self.cursor.block().next().blockFormat()
        self.cursor.deleteChar()
        self.cursor.setBlockFormat(kept)


def follows_a_line(cursor: QTextCursor) -> bool:
    """Whether the line above the cursor's belongs to the same text: no table's edge is between, nor the beginning."""
    return cursor.document().characterAt(cursor.block().position() - 1) == PARAGRAPH_SEPARATOR


def precedes_a_line(cursor: QTextCursor) -> bool:
    block = cursor.block()
    end = block.position() + block.length() - 1
    return block.next().isValid() and cursor.document().characterAt(end) == PARAGRAPH_SEPARATOR


def emptied_line(cursor: QTextCursor) -> QTextCursor:
    """The cursor, its line without words now."""
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return cursor


def write_runs(cursor: QTextCursor, line: Line, runs: Iterable[Run], look: RichTextLook) -> None:
    for run in runs:
        cursor.insertText(to_qt(run.text), char_format(run, line, look))


def _caption(text: str, place: LinePlace) -> Line:
    return Line(Block(id=new_block_id(), runs=plain_runs(text)), place)


def _table_format(block: Block, table: Table) -> QTextTableFormat:
    made = QTextTableFormat()
    made.setProperty(ID, block.id)
    made.setProperty(HEADER_ROWS, table.header_rows)
    after = table.caption_position is CaptionPosition.AFTER
    made.setProperty(CAPTION_PLACE, (LinePlace.CAPTION_AFTER if after else LinePlace.CAPTION_BEFORE).value)
    if table.widths:
        made.setProperty(WIDTHS, list(table.widths))
    return made


def dress_table(table: QTextTable, look: RichTextLook) -> None:
    """Gives the table its lines, widths and shaded header as its properties and the look have them."""
    made = table.format()
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(QColor(look.line)))
    made.setBorderCollapse(True)
    made.setCellPadding(_CELL_PADDING)
    made.setCellSpacing(0)
    made.setTopMargin(look.gap / 2)
    made.setBottomMargin(look.gap * 2)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setColumnWidthConstraints(_column_widths(made.property(WIDTHS) or (), table.columns()))
    table.setFormat(made)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _dress_cell(table, row, column, look)


def _column_widths(widths: Iterable[float], columns: int) -> list[QTextLength]:
    shares = [max(share, 0.0) for share in widths]
    if len(shares) != columns or not sum(shares):
        shares = [1.0] * columns
    whole = sum(shares)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * share / whole) for share in shares]


def _dress_cell(table: QTextTable, row: int, column: int, look: RichTextLook) -> None:
    is_header = row < (table.format().property(HEADER_ROWS) or 0)
    cell = table.cellAt(row, column)
    made = cell.format().toTableCellFormat()
    if is_header:
        made.setBackground(QBrush(QColor(look.header)))
    else:
        made.clearBackground()
    # Every line brings its own gap below.
    made.setTopPadding(_CELL_PADDING)
    made.setBottomPadding(0)
    cell.setFormat(made)
    first, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    for block in lines_between(first, last):
        line = read_line(block)
        if line.in_header != is_header:
            set_line(QTextCursor(block), replace(line, in_header=is_header), look)


def set_line(cursor: QTextCursor, line: Line, look: RichTextLook) -> None:
    """Makes the cursor's line what `line` says, its words unchanged."""
    at = QTextCursor(cursor.block())
    at.setBlockFormat(line_format(line, look))
    set_typing_format(at, char_format(PLAIN, line, look))
    dress_words(at, line, look)


def set_typing_format(cursor: QTextCursor, made: QTextCharFormat) -> None:
    """Sets the form of the first word typed into the cursor's line.

    Qt keeps it with the separator before the line. Where that is the edge of a table it holds the table together and
    is let alone; the first word is dressed when it has come.
    """
    if cursor.block().position() == 0 or follows_a_line(cursor):
        cursor.setBlockCharFormat(made)


def dress_words(cursor: QTextCursor, line: Line, look: RichTextLook) -> None:
    """Gives the words of the cursor's line the looks that belong to it; those that have them are left alone."""
    for start, end, made in fragments(cursor.block()):
        wanted = char_format(form_of(made), line, look)
        if made != wanted:
            at = QTextCursor(cursor)
            at.setPosition(start)
            at.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            at.setCharFormat(wanted)
