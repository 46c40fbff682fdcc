"""Telling a screen reader what happened without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
