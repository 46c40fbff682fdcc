"""A text as large as its place lets it be, never smaller than can be read from the back of the room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from referatdesk.domain.richtext import Blocks
from referatdesk.i18n.catalogue import _
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.look import RichTextLook
from referatdesk.ui.richtext.painting import Pictures, paint_marks

LEAST, MOST = 28, 64
"""Points; a longer text scrolls instead of becoming smaller."""
STEP = 2
GAP = 14.0


class BigText(QAbstractScrollArea):
    """Space and Page Down go on by a page. `turned` tells that another page is shown, or that there are more."""

    turned = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._text = RichTextDocument(self._look(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setDefaultTextOption(option)
        self.points = MOST
        self._lines: list[tuple[int, int]] = []
        self._starts = [0]
        self.setAccessibleName(_("Text that is read aloud"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _look(self) -> RichTextLook:
        return replace(RichTextLook.of(self.palette()), gap=GAP, margin=0.0)

    def show_text(self, blocks: Blocks, *, anew: bool) -> None:
        """`anew` begins at the top in the size that fits; else the size stays while it fits, and a change is seen."""
        before = self._text.toPlainText()
        self._text.set_blocks(blocks)
        after = self._text.toPlainText()
        self.setAccessibleDescription(after)
        if anew or before != after:
            self._fit(anew=anew)
        if anew:
            self.verticalScrollBar().setValue(0)
        elif before != after:
            alike = takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False))
            self._show_place(sum(1 for _same in alike))
        self.viewport().update()

    @property
    def pages(self) -> tuple[int, int]:
        """The page that is shown, and how many there are."""
        here = self.verticalScrollBar().value()
        return max(sum(start <= here for start in self._starts), 1), len(self._starts)

    def turn(self, by: int) -> None:
        """By a page of whole lines."""
        here = self.verticalScrollBar().value()
        ahead = [start for start in self._starts if (start > here if by > 0 else start < here)]
        if ahead:
            self.verticalScrollBar().setValue(ahead[0] if by > 0 else ahead[-1])

    def _fit(self, *, anew: bool) -> None:
        """The largest size in which all is seen; a text that is being written keeps its size while it fits."""
        self._text.setTextWidth(self.viewport().width())
        if anew or not self._fits(self.points):
            sizes = range(LEAST, (MOST if anew else self.points) + 1, STEP)
            least, most = 0, len(sizes) - 1
            while least < most:
                middle = (least + most + 1) // 2
                least, most = (middle, most) if self._fits(sizes[middle]) else (least, middle - 1)
            self.points = sizes[least]
            self._fits(self.points)
        self._lines = list(self._laid_out())
        self._starts = list(self._page_starts())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.points * 2)
        bar.setRange(0, self._starts[-1])
        self.turned.emit()

    def _laid_out(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends, from above."""
        block = self._text.begin()
        while block.isValid():
            top = self._text.documentLayout().blockBoundingRect(block).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                yield int(top + line.y()), int(top + line.y() + line.height())
            block = block.next()

    def _page_starts(self) -> Iterator[int]:
        start, height = 0, self.viewport().height()
        yield start
        for top, bottom in self._lines:
            if bottom > start + height and top > start:
                start = top
                yield start

    def _fits(self, points: int) -> bool:
        font = QFont(self.font())
        font.setPointSizeF(points)
        self._text.set_text_font(font)
        return self._text.size().height() <= self.viewport().height()

    def _show_place(self, position: int) -> None:
        block = self._text.findBlock(min(position, self._text.characterCount() - 1))
        area = self._text.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(max(position - block.position(), 0))
        top = area.top() + (line.y() if line.isValid() else 0)
        self.verticalScrollBar().setValue(max(start for start in self._starts if start <= max(top, 0)))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        shift = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(0, -shift)
        clip = QRectF(event.rect()).translated(0, shift)
        whole = [bottom for _top, bottom in self._lines if bottom <= shift + self.viewport().height()]
        clip.setBottom(min(clip.bottom(), whole[-1] + 1 if whole else clip.bottom()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette = self.palette()
        context.clip = clip
        painter.setClipRect(clip)
        self._text.documentLayout().draw(painter, context)
        if self._text.marked_lines():
            paint_marks(painter, self._text, self._text.begin(), clip, self._pictures)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(anew=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.key() == Qt.Key.Key_PageUp or event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.turn(-1 if back else 1)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.singleStep() * (-1 if event.key() == Qt.Key.Key_Up else 1))
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._text.set_look(self._look())
            self._fit(anew=False)
