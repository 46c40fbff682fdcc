"""A box for a few plain lines, with the wavy lines under what is spelt wrong."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from referatdesk.services.writing.spelling import words_in
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.writing.speller import Speller
from referatdesk.ui.writing.waves import marked_spans, paint_waves, stretches_of


class SpeltLines(QPlainTextEdit):
    """`speller` is None where nothing is to be checked. `replaced` tells that it is another text."""

    replaced = Signal()

    def __init__(self, speller: Speller | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._speller = speller
        if speller is not None:
            speller.learnt.connect(self.viewport().update)
            self.cursorPositionChanged.connect(self.viewport().update)

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self.replaced.emit()

    def insert_text(self, text: str) -> None:
        """In the place of what is selected."""
        self.insertPlainText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, clip, block = QPainter(self.viewport()), QRectF(event.rect()), self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > clip.bottom():
                break
            spans = self.wrong_in(block)
            marked = marked_spans(self.textCursor(), block, spans)
            paint_waves(painter, place.topLeft(), stretches_of(block.layout(), spans), clip)
            paint_waves(painter, place.topLeft(), stretches_of(block.layout(), marked), clip, marked=True)
            block = block.next()

    def wrong_in(self, block: QTextBlock) -> list[tuple[int, int]]:
        """From where to where each misspelt word goes; never the word that is being typed."""
        if self._speller is None:
            return []
        text, caret = block.text(), self._typing_at(block)
        spans = [(word, qt_length(text[: word.start]), qt_length(text[: word.end])) for word in words_in(text)]
        checked = [(word, start, end) for word, start, end in spans if not start < caret <= end]
        return [(start, end) for word, start, end in checked if self._speller.wrong_among([word])]

    def _typing_at(self, block: QTextBlock) -> int:
        cursor = self.textCursor()
        is_typed_in = self.hasFocus() and not cursor.hasSelection() and cursor.block() == block
        return cursor.positionInBlock() if is_typed_in else -1
