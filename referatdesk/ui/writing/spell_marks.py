"""The wavy lines under what is spelt wrong, painted beside the text: the document knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextBlock, QTextCursor, QTextLayout, QTextLine

from referatdesk.services.spelling import Word, words_in
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.theme import tokens
from referatdesk.ui.writing.speller import Speller

PAUSE_MS = 300
"""A pause this long after the last key, and what stands on the screen is looked through."""
LINES_AT_ONCE = 12
"""Then the keys are let in again."""
WAVE = 4.0
RISE = 1.5


@dataclass(frozen=True, slots=True)
class _Checked:
    text: str
    wrong: tuple[Word, ...]
    is_fresh: bool = True


class SpellMarks(QObject):
    """Checks what an editor shows whenever it rests, and paints what is wrong; never the word that is being typed."""

    def __init__(self, editor: RichTextEdit, speller: Speller) -> None:
        super().__init__(editor)
        self._editor = editor
        self._speller = speller
        self._checked: dict[str, _Checked] = {}
        self._on = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look_through)
        editor.text_document.contentsChange.connect(self._wait)
        editor.verticalScrollBar().valueChanged.connect(self._wait)
        speller.learnt.connect(self._look_again)

    def set_on(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self._look_again()

    def _wait(self) -> None:
        if self._on:
            self._pause.start()

    def _look_again(self) -> None:
        """The words may be right that were wrong, or the other way; meanwhile they look as they did."""
        self._checked = {line: replace(checked, is_fresh=False) for line, checked in self._checked.items()}
        if self._on:
            if not self._pause.isActive():
                QTimer.singleShot(0, self, self.look_through)
        else:
            self._checked.clear()
            self._show()

    def look_through(self) -> None:
        """Checks the visible lines that have changed, some at a time."""
        lines = 0
        for block in self._visible():
            if self._is_fresh(block):
                continue
            if lines == LINES_AT_ONCE:
                QTimer.singleShot(0, self, self.look_through)
                break
            self._check(block)
            lines += 1
        if lines:
            self._show()

    def _show(self) -> None:
        is_wrong = any(checked.wrong for checked in self._checked.values())
        self._editor.paint_over(self._paint if is_wrong else None)
        self._editor.viewport().update()

    def _check(self, block: QTextBlock) -> None:
        """While a word is being asked about, the line keeps the marks it has."""
        text, line = block.text(), self._id(block)
        wrong = self._speller.wrong_among(words_in(text))
        if wrong is None:
            before = self._checked.get(line)
            wrong = [] if before is None else _still_there(before, text)
        self._checked[line] = _Checked(text, tuple(wrong))

    def _is_fresh(self, block: QTextBlock) -> bool:
        checked = self._checked.get(self._id(block))
        return checked is not None and checked.is_fresh and checked.text == block.text()

    def _id(self, block: QTextBlock) -> str:
        return self._editor.text_document.line_at(block).block.id

    def _visible(self) -> Iterator[QTextBlock]:
        editor = self._editor
        bottom = editor.verticalScrollBar().value() + editor.viewport().height()
        layout = editor.text_document.documentLayout()
        block = editor.cursorForPosition(editor.viewport().rect().topLeft()).block()
        while block.isValid():
            if layout.blockBoundingRect(block).top() > bottom and QTextCursor(block).currentTable() is None:
                return
            yield block
            block = block.next()

    # Painting

    def _paint(self, painter: QPainter, first: QTextBlock, clip: QRectF) -> None:
        painter.setPen(QPen(tokens().bad, 1.2))
        layout, block = self._editor.text_document.documentLayout(), first
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() > clip.bottom() and QTextCursor(block).currentTable() is None:
                return
            for start, end in self._shown(block):
                _paint_waves(painter, block.layout(), place.topLeft(), start, end)
            block = block.next()

    def _shown(self, block: QTextBlock) -> Iterator[tuple[int, int]]:
        """From where to where in the line Qt is to mark, as far as the line is still what was checked."""
        checked = self._checked.get(self._id(block))
        if checked is None or not checked.wrong:
            return
        text, caret = block.text(), self._typing_at(block)
        for word in _still_there(checked, text):
            from_here, to_here = qt_length(text[: word.start]), qt_length(text[: word.end])
            if not from_here < caret <= to_here:
                yield from_here, to_here

    def _typing_at(self, block: QTextBlock) -> int:
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or cursor.block() != block or not self._editor.hasFocus():
            return -1
        return cursor.positionInBlock()


def _still_there(checked: _Checked, text: str) -> list[Word]:
    """The wrong words that an edit has left alone, where they stand now."""
    old = checked.text
    if old == text:
        return list(checked.wrong)
    ahead = _alike(old, text)
    behind = min(_alike(old[::-1], text[::-1]), min(len(old), len(text)) - ahead)
    shift = len(text) - len(old)
    before = [word for word in checked.wrong if word.end < ahead]
    after = [word for word in checked.wrong if word.start > len(old) - behind]
    return before + [replace(word, start=word.start + shift, end=word.end + shift) for word in after]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if other.startswith(one[:middle]) else (low, middle - 1)
    return low


def _paint_waves(painter: QPainter, layout: QTextLayout, origin: QPointF, start: int, end: int) -> None:
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = (origin.x() + _x(line, place) for place in (start, stop))
        base = origin.y() + line.y() + line.ascent() + 3.0
        _paint_wave(painter, left, right, base)
        start = stop if stop > start else end


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # with the place that it belongs to, which Qt's types leave out
    return float(found[0])


def _paint_wave(painter: QPainter, left: float, right: float, base: float) -> None:
    points = QPolygonF()
    x, up = left, False
    while x < right:
        points.append(QPointF(x, base - RISE if up else base + RISE))
        x, up = x + WAVE / 2, not up
    points.append(QPointF(right, base))
    painter.drawPolyline(points)
