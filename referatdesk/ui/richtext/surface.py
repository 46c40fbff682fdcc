"""The text box itself: it shows blocks, hands them back, and lets text in and out in one form only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QInputMethodEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from referatdesk.domain.richtext import Blocks, paragraph
from referatdesk.ui.richtext.characters import clean_text, index_at, qt_length
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import Line, char_format, form_of
from referatdesk.ui.richtext.from_document import read_line
from referatdesk.ui.richtext.html_writer import html_of
from referatdesk.ui.richtext.insertion import as_one_line, spliced, without_tables
from referatdesk.ui.richtext.look import RichTextLook
from referatdesk.ui.richtext.painting import Pictures, paint_marks
from referatdesk.ui.richtext.paste import blocks_from_mime, can_paste
from referatdesk.ui.richtext.plain_reader import text_with_markers
from referatdesk.ui.richtext.selection import selected_blocks
from referatdesk.ui.richtext.to_document import BlockWriter, emptied_line, write_runs
from referatdesk.ui.richtext.word_changes import ends_link

PaintedOver = Callable[[QPainter, QRectF], None]
"""Draws over the text in its own coordinates, within a rectangle."""

NOTCH = 120
"""What Qt calls one step of a wheel; a touch pad sends parts of it."""


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """Where the caret stood: the line's id, the place in it, and how far into the whole text if the line is gone."""

    block_id: str
    offset: int
    position: int
    scrolled: int


class RichTextSurface(QTextEdit):
    """Shows and edits blocks. `edited` tells of changes that the user made to the text, and of nothing else."""

    edited = Signal()
    replaced = Signal()
    """Another text is shown, or this one as it was changed elsewhere."""
    zoomed = Signal(int)
    """The wheel was turned with Ctrl held: by how many notches, away from the user first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        # Painted whole by itself: else every key would have all that lies behind it painted too.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._pictures: Pictures = _no_picture
        self._painted_over: PaintedOver | None = None
        self._turned = 0
        self._text = RichTextDocument(RichTextLook.of(self.palette()), self)
        self.setDocument(self._text)
        self._text.set_text_font(self.font())
        self._text.edited.connect(self.edited)
        # A list whose numbers changed is not laid out anew, so Qt would not paint its marks again.
        self._text.marks_changed.connect(self.viewport().update)

    def set_pictures(self, pictures: Pictures) -> None:
        """Says where the pictures of the text are found; before that they are frames."""
        self._pictures = pictures

    def paint_over(self, paint: PaintedOver | None) -> None:
        """Has something drawn over the text whenever it is painted, or nothing any more."""
        self._painted_over = paint

    @property
    def text_document(self) -> RichTextDocument:
        return self._text

    def set_blocks(self, blocks: Blocks) -> None:
        """Shows a text without a word to `edited`. The caret stays if it is the same text as before, only changed."""
        place, before = self.cursor_place(), self._ids()
        self._text.set_blocks(blocks)
        if before & self._ids():
            self.restore_place(place)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self.viewport().update()
        self.replaced.emit()

    def _ids(self) -> set[str]:
        return {line.block.id for line in self._text.lines()}

    def blocks(self) -> Blocks:
        return self._text.blocks()

    def can_undo(self) -> bool:
        return self._text.isUndoAvailable()

    def can_redo(self) -> bool:
        return self._text.isRedoAvailable()

    def insert_text(self, text: str) -> None:
        """Puts plain text in at the caret, in the form that the words there have; each line end begins a paragraph."""
        first, *rest = clean_text(text).split("\n")
        if rest:
            self.insert_blocks(tuple(paragraph(line) for line in (first, *rest)))
        elif first:
            self.prepare_typing()
            self.textCursor().insertText(first, self.currentCharFormat())
            self.ensureCursorVisible()

    def prepare_typing(self) -> None:
        """Sees to it that the next word typed looks as its line wants it, and is no part of a link that ends here.

        What is typed can not be mended afterwards: Qt would make that a step of its own to undo.
        """
        cursor, made = self.textCursor(), self.currentCharFormat()
        if cursor.hasSelection() or (cursor.block().length() > 1 and not made.isAnchor()):
            return
        form = form_of(made)
        if form.link is not None and ends_link(cursor, form.link):
            form = replace(form, link=None)
        wanted = char_format(form, self._text.line_at(cursor.block()), self._text.look)
        if wanted != made:
            self.setCurrentCharFormat(wanted)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.prepare_typing()
        super().inputMethodEvent(event)

    def insert_blocks(self, blocks: Blocks) -> None:
        """Puts a copy of the blocks in at the caret, in place of what is selected, as one step to undo."""
        if not blocks:
            return
        cursor = self.textCursor()
        in_table = cursor.currentTable() is not None
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        line = read_line(cursor.block())
        if line.place.is_caption:
            blocks = as_one_line(blocks)
        elif in_table:
            blocks = without_tables(blocks)
        caret = self._put_in(cursor, line, blocks)
        cursor.endEditBlock()
        cursor.setPosition(caret)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _put_in(self, cursor: QTextCursor, line: Line, blocks: Blocks) -> int:
        """Writes the blocks and says where the caret belongs."""
        at = index_at(line.block.text, cursor.positionInBlock())
        splice = spliced(line.block, at, blocks)
        if len(splice.blocks) == 1 and splice.caret_id == line.block.id:
            write_runs(cursor, line, blocks[0].runs, self._text.look)
            return cursor.position()
        writer = BlockWriter(emptied_line(cursor), self._text.look, line.in_header)
        writer.write(splice.blocks)
        caret_line = next((block for block in splice.blocks if block.id == splice.caret_id), None)
        if caret_line is None:
            return writer.cursor.position()
        return writer.starts[caret_line.id] + qt_length(clean_text(caret_line.text[: splice.caret]))

    def cursor_place(self) -> CursorPlace:
        cursor = self.textCursor()
        line = self._text.line_at(cursor.block())
        scrolled = self.verticalScrollBar().value()
        return CursorPlace(line.block.id, cursor.positionInBlock(), cursor.position(), scrolled)

    def restore_place(self, place: CursorPlace) -> None:
        """Puts the caret back in its line, or where it would be by counting if the line is gone."""
        cursor = self.textCursor()
        line = self._text.find_line(place.block_id)
        if line is not None:
            position = line.position() + min(place.offset, line.length() - 1)
        else:
            position = min(place.position, self._text.characterCount() - 1)
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place.scrolled)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as HTML, which Word understands, and as plain text."""
        blocks = selected_blocks(self._text, self.textCursor())
        # One that Qt made: a clipboard may keep it until after Python has ended, and one made here would crash then.
        made = super().createMimeDataFromSelection()
        # Qt fills it in when its HTML is first asked for; from then on it holds what is put in.
        made.html()
        made.clear()
        made.setHtml(html_of(blocks))
        made.setText(text_with_markers(blocks))
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_blocks(blocks_from_mime(source))

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self.palette().base())
        ground.end()
        super().paintEvent(event)
        if not self._text.marked_lines() and self._painted_over is None:
            return
        shift_x, shift_y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(-shift_x, -shift_y)
        clip = QRectF(event.rect()).translated(shift_x, shift_y)
        painter.setClipRect(clip)
        if self._text.marked_lines():
            first = self.cursorForPosition(event.rect().topLeft()).block()
            paint_marks(painter, self._text, first, clip, self._pictures)
        if self._painted_over is not None:
            self._painted_over(painter, clip)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            notches = int(self._turned / NOTCH)
            self._turned -= notches * NOTCH
            if notches:
                self.zoomed.emit(notches)
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._text.set_text_font(QFont(self.font()))
        elif event.type() is QEvent.Type.PaletteChange:
            self._take_look()

    def _take_look(self) -> None:
        look = RichTextLook.of(self.palette())
        if look != self._text.look:
            place = self.cursor_place()
            self._text.set_look(look)
            self.restore_place(place)


def _no_picture(_file_id: str) -> None:
    return None
