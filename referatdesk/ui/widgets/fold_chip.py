"""A chip that folds a part of the page out and in; it says how much lies behind it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import Colours
from referatdesk.ui.widgets.pill import Pill


class FoldChip(Pill):
    """`count` is left out when 0. Space and Enter fold; screen readers hear whether it is folded out."""

    def __init__(self, words: str, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._count = count
        self.toggled.connect(self._describe)
        self._describe()

    def behind(self) -> str:
        return str(self._count) if self._count else ""

    def _describe(self) -> None:
        self.setAccessibleDescription(_("folded out") if self.isChecked() else _("folded in"))

    def paint_front(self, painter: QPainter, place: QRect, colour: QColor) -> None:
        self.paint_icon(painter, place, "fold" if self.isChecked() else "unfold", colour)

    def grounds(self, colours: Colours) -> tuple[QColor, QColor, QColor]:
        if not self.isEnabled():
            return colours.raised, colours.line, colours.disabled
        if self.isChecked():
            return colours.selection, colours.accent, colours.text
        return (colours.hover if self.underMouse() or self.isDown() else colours.raised), colours.line, colours.text
