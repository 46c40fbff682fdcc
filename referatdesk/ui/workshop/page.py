"""What the pages of the workshop are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """`main` is what one comes to by the key for the page; Tab comes to everything in its order."""

    main: QWidget

    def take_focus(self) -> None:
        self.main.setFocus(Qt.FocusReason.TabFocusReason)
