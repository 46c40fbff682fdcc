"""A row of small widgets that wraps, and that asks for the height which its width makes it need."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from referatdesk.ui.widgets.flow_layout import FlowLayout


class FlowRow(QWidget):
    """A splitter knows nothing of heights that follow from widths, so the row keeps its least height itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self.setFixedHeight(max(1, self._flow.heightForWidth(self.width())))
