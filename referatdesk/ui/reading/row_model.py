"""One side of the preview as a list model: its rows, and where a line of the document is among them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.services.drafts import Part
from referatdesk.ui.reading.rows import Row
from referatdesk.ui.words.parts import part_word

Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


class RowModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self.doubtful: frozenset[int] = frozenset()
        """The lines at which there is a doubt."""
        self._by_line: dict[int, int] = {}

    def show_rows(self, rows: Sequence[Row], doubtful: frozenset[int]) -> bool:
        """Other rows; whether they are other words too, or the same ones with other parts."""
        self.doubtful = doubtful
        others = [_form(row) for row in rows] != [_form(row) for row in self.rows]
        if others:
            self.beginResetModel()
        self.rows = rows
        self._find_lines()
        if others:
            self.endResetModel()
        return others

    def _find_lines(self) -> None:
        self._by_line = {}
        for number, row in enumerate(self.rows):
            if row.place is not None and row.part is not None:
                for line in range(row.place.line_from, row.place.line_to + 1):
                    self._by_line.setdefault(line, number)

    def row_of_line(self, line: int) -> int | None:
        """The row that stands for a line, or for the one nearest above it."""
        while line > 0:
            if line in self._by_line:
                return self._by_line[line]
            line -= 1
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tag_of(row)}: {row.text}"
        return None


def _form(row: Row) -> tuple[object, ...]:
    return row.cells, row.weight, row.level, row.gap


def tag_of(row: Row) -> str:
    """The word in the margin."""
    return row.tag or ("" if row.part is None else part_word(row.part))


def is_struck(row: Row) -> bool:
    return row.part is Part.LEFT_OUT
