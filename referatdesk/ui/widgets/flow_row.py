"""A row of small widgets that wraps, and that asks for the height which its width makes it need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from referatdesk.ui.widgets.flow_layout import FlowLayout


class FlowRow(QWidget):
    """A splitter knows nothing of heights that follow from widths, so the row keeps its least height itself.

    Held to a line, it hides what that has no room for; `overflowed` tells how many those are.
    """

    overflowed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._is_line = False

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)

    def widgets(self) -> list[QWidget]:
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def hold_to_a_line(self, is_line: bool) -> None:
        if is_line is not self._is_line:
            self._is_line = is_line
            self._show_first(len(self.widgets()))
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        if self._is_line:
            self._show_first(self._flow.count_in_a_line(self.width()))
        self.setFixedHeight(max(1, self._flow.heightForWidth(self.width())))

    def _show_first(self, count: int) -> None:
        widgets = self.widgets()
        for place, widget in enumerate(widgets):
            widget.setVisible(place < count)
        self.overflowed.emit(len(widgets) - count)
