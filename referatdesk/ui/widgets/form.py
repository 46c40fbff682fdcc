"""A column of labelled fields, one grid for a page, so that labels and fields stand in line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label

LABEL_WIDTH = 150


class Form(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.large)
        self._grid.setVerticalSpacing(SPACE.small)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def row(self, words: str, field: QWidget | QLayout, hint: str = "") -> None:
        """A label with its field; the hint stands small below it."""
        place = self._grid.rowCount()
        name = QLabel(words, self)
        self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop if hint else Qt.AlignmentFlag.AlignVCenter)
        if isinstance(field, QWidget):
            name.setBuddy(field)
            if hint:
                name.setMinimumHeight(field.sizeHint().height())
            self._grid.addWidget(field, place, 1)
        else:
            self._grid.addLayout(field, place, 1)
        if hint:
            self._grid.addWidget(label(hint, self, tone="muted", kind="small"), place + 1, 1)

    def wide(self, content: QWidget) -> None:
        """Something over both columns."""
        self._grid.addWidget(content, self._grid.rowCount(), 0, 1, 2)

    def heading(self, words: str) -> None:
        place = self._grid.rowCount()
        if place > 1:
            self._grid.setRowMinimumHeight(place, SPACE.medium)
            place += 1
        self._grid.addWidget(label(words, self, kind="strong"), place, 0, 1, 2)

    def end(self) -> None:
        """What height is left stays below the last row."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Short fields in one row, the rest left free."""
    line = QHBoxLayout()
    line.setSpacing(SPACE.small)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
