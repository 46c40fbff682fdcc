"""Where the keyboard is, for what borrows it and gives it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget
from shiboken6 import isValid


def keyboard_holder() -> QWidget | None:
    """Who has the keyboard; while the menu bar has it, who had it last: nobody wants back into that."""
    focus = QApplication.focusWidget()
    window = focus.window() if isinstance(focus, QMenuBar) else None
    if not isinstance(window, QMainWindow):
        return focus
    page = window.centralWidget()
    return page.focusWidget() if page is not None else None


def give_back(holder: QWidget | None, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> bool:
    """False where whoever had the keyboard is not there any more, or not seen."""
    if holder is None or not isValid(holder) or not holder.isVisible():
        return False
    holder.setFocus(reason)
    return True
