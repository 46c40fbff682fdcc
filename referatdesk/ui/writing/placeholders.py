"""The places of a phrase that are to be filled in: one after the other by Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from referatdesk.services.writing.snippets import PLACEHOLDER
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit

_Key = Qt.Key
_Move = QTextCursor.MoveMode


class Placeholders(QObject):
    """Walks through "{…}" in what was put in last. Tab behind the last leads out, Escape at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editor: RichTextEdit | None = None
        self._places: list[tuple[QTextCursor, QTextCursor]] = []
        self._whole: tuple[QTextCursor, QTextCursor] | None = None
        self._at = 0

    @property
    def is_walking(self) -> bool:
        return self._editor is not None

    def begin(self, editor: RichTextEdit, start: int, end: int) -> None:
        """Marks the first place between the two positions; without one there is nothing to walk through."""
        self.leave()
        places = [self._stretch(editor, *place) for place in _places(editor, start, end)]
        if not places:
            return
        self._editor, self._places, self._at = editor, places, 0
        self._whole = self._stretch(editor, start, end)
        editor.installEventFilter(self)
        editor.cursorPositionChanged.connect(self._leave_from_outside)
        self._mark()

    def leave(self) -> None:
        if self._editor is not None:
            self._editor.removeEventFilter(self)
            self._editor.cursorPositionChanged.disconnect(self._leave_from_outside)
            self._editor, self._places, self._whole = None, [], None

    def _stretch(self, editor: RichTextEdit, start: int, end: int) -> tuple[QTextCursor, QTextCursor]:
        """Two cursors that keep what is written between them between them."""
        first, last = QTextCursor(editor.document()), QTextCursor(editor.document())
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(end)
        return first, last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and event.type() == QEvent.Type.Hide:
            self.leave()  # a section that is folded in is soon gone
        if watched is not self._editor or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == _Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == _Key.Key_Escape:
            self.leave()
            return True
        if event.key() in {_Key.Key_Tab, _Key.Key_Backtab}:
            self._go(1 if event.key() == _Key.Key_Tab else -1)
            return True
        return False

    def _go(self, step: int) -> None:
        self._at = max(self._at + step, 0)
        if self._at < len(self._places):
            self._mark()
        elif self._editor is not None and self._whole is not None:
            cursor = self._editor.textCursor()
            cursor.setPosition(self._whole[1].position())
            editor = self._editor
            self.leave()
            editor.setTextCursor(cursor)

    def _mark(self) -> None:
        if self._editor is not None:
            first, last = self._places[self._at]
            cursor = self._editor.textCursor()
            cursor.setPosition(first.position())
            cursor.setPosition(last.position(), _Move.KeepAnchor)
            self._editor.setTextCursor(cursor)

    def _leave_from_outside(self) -> None:
        """The caret was put elsewhere, or the phrase taken back: then Tab is the window's again."""
        if self._editor is None or self._whole is None:
            return
        first, last = (cursor.position() for cursor in self._whole)
        if first == last or not first <= self._editor.textCursor().position() <= last:
            self.leave()


def _places(editor: RichTextEdit, start: int, end: int) -> list[tuple[int, int]]:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    cursor.setPosition(end, _Move.KeepAnchor)
    text = cursor.selectedText()
    return [
        (start + qt_length(text[: found.start()]), start + qt_length(text[: found.end()]))
        for found in PLACEHOLDER.finditer(text)
    ]
