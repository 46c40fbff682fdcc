"""The wavy lines under what is spelt wrong, painted beside the text: the document knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from referatdesk.services.writing.spelling import words_in
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.writing.speller import Speller
from referatdesk.ui.writing.waves import Span, Stretch, marked_spans, paint_waves, stretches_of

PAUSE_MS = 300
"""A pause this long after the last key, and what stands on the screen is looked through."""
LINES_AT_ONCE = 12
"""Then the keys are let in again."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """`units` are the line's signs as Qt counts them, two bytes each."""

    units: bytes
    wrong: tuple[Span, ...]
    is_fresh: bool = True


class SpellMarks(QObject):
    """Checks what an editor shows whenever it rests, and paints what is wrong; never the word that is being typed."""

    def __init__(self, editor: RichTextEdit, speller: Speller) -> None:
        super().__init__(editor)
        self._editor = editor
        self._speller = speller
        self._checked: dict[str, _Checked] = {}
        self._measured: dict[str, tuple[object, list[Stretch]]] = {}
        self._wrong_lines: set[str] = set()
        self._on = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look_through)
        editor.text_document.contentsChange.connect(self._wait)
        editor.cursorPositionChanged.connect(self._wait)
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
        elif self._wrong_lines:
            self._editor.viewport().update()  # the caret may have come to a wrong word, or gone from one

    def _show(self) -> None:
        self._wrong_lines = {line for line, checked in self._checked.items() if checked.wrong}
        self._editor.paint_over(self._paint if self._wrong_lines else None)
        self._editor.viewport().update()

    def _check(self, block: QTextBlock) -> None:
        """While a word is being asked about, the line keeps the marks it has."""
        text, line = block.text(), self._id(block)
        units = _units(text)
        wrong = self._speller.wrong_among(words_in(text))
        if wrong is None:
            before = self._checked.get(line)
            spans = [] if before is None else _still_there(before, units)
        else:
            spans = [(qt_length(text[: word.start]), qt_length(text[: word.end])) for word in wrong]
        self._checked[line] = _Checked(units, tuple(spans))

    def _is_fresh(self, block: QTextBlock) -> bool:
        checked = self._checked.get(self._id(block))
        return checked is not None and checked.is_fresh and checked.units == _units(block.text())

    def _id(self, block: QTextBlock) -> str:
        return self._editor.text_document.id_at(block)

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

    def _paint(self, painter: QPainter, clip: QRectF) -> None:
        layout, cursor = self._editor.text_document.documentLayout(), self._editor.textCursor()
        for block in self._visible():
            if self._id(block) in self._wrong_lines:
                place = layout.blockBoundingRect(block)
                if place.top() <= clip.bottom() and place.bottom() >= clip.top():
                    spans = self.shown(block)
                    paint_waves(painter, place.topLeft(), self._stretches(block, spans), clip)
                    if cursor.hasSelection():
                        marked = stretches_of(block.layout(), marked_spans(cursor, block, spans))
                        paint_waves(painter, place.topLeft(), marked, clip, marked=True)

    def _stretches(self, block: QTextBlock, spans: list[Span]) -> list[Stretch]:
        """Measured once for a line as it is laid out; a key changes one line and paints many."""
        layout, line = block.layout(), self._id(block)
        box = layout.boundingRect()
        laid_out = (block.revision(), box.width(), box.height(), spans)
        known = self._measured.get(line)
        if known is None or known[0] != laid_out:
            known = self._measured[line] = (laid_out, stretches_of(layout, spans))
        return known[1]

    def shown(self, block: QTextBlock) -> list[Span]:
        """What is marked in a line, as far as it is still what was checked."""
        checked = self._checked.get(self._id(block))
        if checked is None or not checked.wrong:
            return []
        caret = self._typing_at(block)
        spans = _still_there(checked, _units(block.text()))
        return [(start, end) for start, end in spans if not start < caret <= end]

    def _typing_at(self, block: QTextBlock) -> int:
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or cursor.block() != block or not self._editor.hasFocus():
            return -1
        return cursor.positionInBlock()


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _still_there(checked: _Checked, units: bytes) -> list[Span]:
    """The wrong words that an edit has left alone, where they stand now."""
    old = checked.units
    if old == units:
        return list(checked.wrong)
    ahead = _alike(old, units)
    behind = min(_alike(old[::-1], units[::-1]), (min(len(old), len(units)) - 2 * ahead) // 2)
    shift = (len(units) - len(old)) // 2
    before = [(start, end) for start, end in checked.wrong if end < ahead]
    return before + [(start + shift, end + shift) for start, end in checked.wrong if start > len(old) // 2 - behind]


def _alike(one: bytes, other: bytes) -> int:
    """How many signs both begin with."""
    low, high = 0, min(len(one), len(other)) // 2
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if other.startswith(one[: 2 * middle]) else (low, middle - 1)
    return low
