"""The item model of a table of records: it holds no truth of its own, and every edit is a change of the archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.ui.dialogs.row_source import RowSource
from referatdesk.ui.theme import tokens

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class RowModel(QAbstractTableModel, Generic[R]):
    """`put` puts a change in force. Below the rows stands one more line, in which typing adds a row."""

    def __init__(self, source: RowSource[R], put: Callable[[Change], None], parent: QObject) -> None:
        super().__init__(parent)
        self.source = source
        self._put = put
        self._columns = tuple(source.columns)
        self._rows: list[R] = list(source.rows())

    def reload(self) -> None:
        """Reads the rows again; where the same rows stand, whoever is editing one is not disturbed."""
        before, now = self._keys(self._rows), list(self.source.rows())
        keys = self._keys(now)
        if keys[:-1] == before and keys:
            self.beginInsertRows(QModelIndex(), len(before), len(before))
            self._rows = now
            self.endInsertRows()
        elif keys != before:
            self.beginResetModel()
            self._rows = now
            self.endResetModel()
            return
        self._rows = now
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _keys(self, rows: list[R]) -> list[str]:
        return [self.source.key(row) for row in rows]

    def row_at(self, index: Index) -> R | None:
        """The record shown there; None on the line for a new one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: str) -> int:
        return next((place for place, row in enumerate(self._rows) if self.source.key(row) == key), -1)

    def choices(self, column: int) -> list[tuple[str, object]]:
        return list(self._columns[column].choices)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._columns[section].heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.row_at(index) is None:
            return shown | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else Qt.ItemFlag.ItemIsEnabled
        extra = Qt.ItemFlag.ItemIsUserCheckable if self._columns[index.column()].check else Qt.ItemFlag.ItemIsEditable
        return shown | extra

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        return self._new_line(index, role) if row is None else self._cell(row, index.column(), role)

    def _new_line(self, index: Index, role: int) -> Any:
        if index.column() != 0:
            return None
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.source.new_row
        if role == Role.ForegroundRole:
            return tokens().muted
        return "" if role == Role.EditRole else None

    def _cell(self, row: R, place: int, role: int) -> Any:
        column = self._columns[place]
        if role == Role.DisplayRole:
            return column.words(row)
        if role == Role.EditRole:
            return column.value(row)
        if role == Role.CheckStateRole and column.check:
            return Qt.CheckState.Checked if column.value(row) else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            tick = _("yes") if column.value(row) else _("no")
            return f"{column.heading}: {tick if column.check else column.words(row)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.row_at(index)
        if row is None:
            return role == Role.EditRole and self._add(str(value))
        column = self._columns[index.column()]
        if role == Role.CheckStateRole:
            value = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role != Role.EditRole:
            return False
        if value != column.value(row) and not (value == "" and column.value(row) is None):
            self._put(column.change(row, value))
        return True

    def _add(self, name: str) -> bool:
        if name.strip():
            self._put(self.source.add(name.strip()))
        return bool(name.strip())
