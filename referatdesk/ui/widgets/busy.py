"""A line in the window that says what is being worked on, how far it is, and lets it be stopped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, label

WIDTH = 360


class Busy(QFrame):
    cancelled = Signal()

    def __init__(self, words: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "toast")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        box = QGridLayout(self)
        box.setContentsMargins(SPACE.large, SPACE.medium, SPACE.medium, SPACE.medium)
        box.setHorizontalSpacing(SPACE.large)
        box.addWidget(label(words, self), 0, 0)
        box.addWidget(self._bar, 1, 0)
        box.addWidget(button(_("Stop"), self.cancelled.emit, self, look="quiet"), 0, 1, 2, 1)
        window.installEventFilter(self)
        self._settle()
        self.show()
        self.raise_()
        announce(self, words)

    def show_progress(self, done: int, of: int) -> None:
        """`of` 0 means that nobody knows how long it takes."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _settle(self) -> None:
        width = min(WIDTH, self._window.width() - 2 * SPACE.large)
        height = self.sizeHint().height()
        self.setGeometry((self._window.width() - width) // 2, (self._window.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)
