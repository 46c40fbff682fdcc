"""A choice by one click or one figure key: "1 Approved". The chosen one shows a tick in place of its figure."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from referatdesk.ui.theme import Colours, tokens
from referatdesk.ui.widgets.pill import Pill


class Chip(Pill):
    """`key` is the hint painted in front; pressing that key is the pane's affair."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key = key
        if key:
            self.setAccessibleDescription(key)

    def paint_front(self, painter: QPainter, place: QRect, colour: QColor) -> None:
        if self.isChecked():
            self.paint_icon(painter, place, "check", colour)
            return
        painter.setPen(tokens().muted if self.isEnabled() else colour)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def grounds(self, colours: Colours) -> tuple[QColor, QColor, QColor]:
        if not self.isEnabled():
            return colours.raised, colours.line, colours.disabled
        if self.isChecked():
            ground = colours.accent_hover if self.underMouse() else colours.accent
            return (colours.accent if self.hasFocus() else ground), ground, colours.accent_text
        return (colours.hover if self.underMouse() or self.isDown() else colours.panel), colours.edge, colours.text
