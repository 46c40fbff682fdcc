"""A text box that grows with its text, between a least and a most number of lines."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTextEdit

from referatdesk.ui.richtext.look import LINE_HEIGHT


class HeightFitter(QObject):
    """Sets the height of an editor whenever that of its text changes.

    A scroll bar makes the text narrower and so never lower: it can appear and stay, but not flicker.
    """

    def __init__(self, editor: QTextEdit, least: int, most: int | None) -> None:
        super().__init__(editor)
        self._editor = editor
        self._least = least
        self._most = most
        editor.document().documentLayout().documentSizeChanged.connect(self.fit)
        editor.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Show}:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        editor = self._editor
        around = editor.height() - editor.viewport().height() if editor.isVisible() else 2 * editor.frameWidth()
        wanted = ceil(editor.document().size().height())
        least = _of_lines(editor, self._least)
        most = None if self._most is None else _of_lines(editor, self._most)
        overflows = most is not None and wanted > most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        height = max(wanted, least) if most is None else min(max(wanted, least), most)
        if editor.verticalScrollBarPolicy() != policy:
            editor.setVerticalScrollBarPolicy(policy)
        if editor.height() != height + around or editor.minimumHeight() != editor.maximumHeight():
            editor.setFixedHeight(height + around)


def height_of(editor: QTextEdit, lines: int) -> int:
    """Of an editor that shows so many lines, with its edges."""
    return _of_lines(editor, lines) + 2 * editor.frameWidth()


def _of_lines(editor: QTextEdit, count: int) -> int:
    document = editor.document()
    line = QFontMetricsF(document.defaultFont()).lineSpacing() * LINE_HEIGHT / 100
    return ceil(count * line + 2 * document.documentMargin())
