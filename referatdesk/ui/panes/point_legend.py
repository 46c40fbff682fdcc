"""What the keys do while a point of the recommendation has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from referatdesk.ui.panes.point_choices import legend, short_legend
from referatdesk.ui.theme import mark
from referatdesk.ui.widgets.panel import UNBOUNDED


class PointLegend(QLabel):
    """A splitter knows nothing of heights that follow from widths, so it keeps its least height itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(legend(), parent)
        mark(self, tone="muted", type="small")
        self.setWordWrap(True)
        self.hide()

    def set_low(self, is_low: bool) -> None:
        """In a low window the letters that are needed most are told in one line."""
        self.setText(short_legend() if is_low else legend())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def heightForWidth(self, width: int) -> int:
        """Of the words alone: Qt's own answer is never less than the least height."""
        room = QRect(0, 0, width, UNBOUNDED)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
