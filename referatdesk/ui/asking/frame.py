"""What all dialogs share: a heading, a body, and a row of buttons at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from referatdesk.ui.theme import SPACE, dress
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.letters import give_letters
from referatdesk.ui.widgets.sign import Sign
from referatdesk.ui.widgets.tab_order import put_in_order

LARGEST = QSize(880, 480)
"""What fits a small screen at 150 percent, window frame and task bar included."""

SIGN = 28
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Opened with `open()`, gone when closed. Escape closes it; Enter is the default button's, or that of the focus."""

    def __init__(self, title: str, parent: QWidget | None, *, heading: str = "", sign: str = "") -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(SPACE.huge, SPACE.large + 2, SPACE.huge, SPACE.large)
        self._page.setSpacing(SPACE.large)
        if heading:
            self._page.addLayout(self._heading(heading, sign))
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.small)
        self._page.addLayout(self.body, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.small)
        self._foot.addStretch(1)
        rule = QFrame(self)
        rule.setProperty("look", "rule")
        self._page.addWidget(rule)
        self._page.addLayout(self._foot)

    def _heading(self, words: str, sign: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE.medium)
        if sign:
            picture = Sign(SIGN, self)
            picture.show_sign(sign, {"warning": "warn", "error": "bad", "trash": "bad"}.get(sign, "accent"))
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, self, kind="title"), 1)
        return line

    def add_button(
        self, words: str, act: Callable[[], object], *, look: str = "", default: bool = False
    ) -> QPushButton:
        made = button(words, act, self, look=look)
        made.setDefault(default)
        self._foot.addWidget(made)
        return made

    def add_left(self, widget: QWidget) -> None:
        """Puts something at the left end of the foot."""
        self._foot.insertWidget(0, widget)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            give_letters(self)
            foot = (self._foot.itemAt(place) for place in range(self._foot.count()))
            put_in_order(widget for item in foot if item is not None and (widget := item.widget()) is not None)
        super().showEvent(event)

    def done(self, result: int) -> None:
        """The window behind has the keyboard again, also where no window manager gives it back."""
        super().done(result)
        behind = self.parentWidget()
        if behind is not None and QApplication.activeModalWidget() is None:
            behind.window().activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def size_to(self, width: int, height: int) -> None:
        self.resize(QSize(width, height).boundedTo(LARGEST))


def scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    page.setProperty("look", "page")
    page.setContentsMargins(0, SPACE.medium, SPACE.medium, 0)
    area.setWidget(page)
    area.setFocusPolicy(page.focusPolicy())
    return area
