"""Where a title is written in the agenda: all of it is seen, and Enter ends it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TitleEditor(QPlainTextEdit):
    """One line of text, wrapped. `finished` tells of Enter; Escape and leaving are the list's own affair."""

    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.begun = False

    @property
    def title(self) -> str:
        return " ".join(self.toPlainText().split())

    def show_title(self, title: str) -> None:
        """Chosen as a whole, so that the first letter typed begins a new one."""
        self.begun = True
        self.setPlainText(title)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))
