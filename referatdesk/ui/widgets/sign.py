"""A label that shows one drawing of the icon set, in the colours of whatever theme is in force."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from referatdesk.ui import icons
from referatdesk.ui.theme import tokens


class Sign(QLabel):
    def __init__(self, size: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._size = size
        self._shown: tuple[str, str] | None = None

    def show_sign(self, name: str, tone: str) -> None:
        """`tone` is a colour of the theme, as its tokens name it."""
        self._shown = name, tone
        colour = getattr(tokens(), tone).name()
        self.setPixmap(icons.pixmap(name, colour, self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange and self._shown is not None:
            self.show_sign(*self._shown)
        super().changeEvent(event)
