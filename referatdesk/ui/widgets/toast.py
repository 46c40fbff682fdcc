"""A short message in the window itself: it comes, can be read and heard, and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QWidget

from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.sign import Sign

SHORTEST_MS = 3000
MS_A_LETTER = 35
MARK = 20
LIFT = 68
"""Above the lower edge, clear of the foot line and of the strip above it."""
LOW = 600
"""In a window lower than this nothing else is left free by what is written: there it lies over these two."""

MARKS = {"info": "accent", "saved": "good", "warning": "warn", "error": "bad"}


class Toast(QFrame):
    """One per window: a new message takes the place of the one before. It stays while the pointer is on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "toast")
        self._mark = Sign(MARK, self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE.large, SPACE.medium, SPACE.large, SPACE.medium)
        box.setSpacing(SPACE.medium)
        box.addWidget(self._mark)
        box.addWidget(self._words, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    @classmethod
    def show_in(cls, window: QWidget, words: str, sign: str = "info") -> Toast:
        """`sign` is info, saved, warning or error."""
        toast = window.findChild(cls) or cls(window)
        toast.say(words, sign)
        return toast

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, sign: str = "info") -> None:
        self._mark.show_sign(sign, MARKS[sign])
        self._words.setText(words)
        mark(self, tone=MARKS[sign])
        self._place()
        self.show()
        self.raise_()
        announce(self, words)
        self._timer.start(SHORTEST_MS + MS_A_LETTER * len(words))

    def _place(self) -> None:
        window = self._window
        widest = window.width() - 2 * SPACE.huge
        self._words.setWordWrap(False)
        if self.sizeHint().width() > widest:
            self._words.setWordWrap(True)
        width = min(self.sizeHint().width(), widest)
        height = self.heightForWidth(width) if self._words.wordWrap() else self.sizeHint().height()
        lies_low = isinstance(window, QMainWindow) and window.height() < LOW
        lift = SPACE.hair if lies_low else LIFT
        self.setGeometry((window.width() - width) // 2, window.height() - height - lift, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(SHORTEST_MS)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
