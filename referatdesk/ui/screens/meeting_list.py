"""The meetings of an archive as a list model that reads them a page at a time, newest first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.services.archive.workspace import MeetingRow, Workspace
from referatdesk.ui.days import day_words
from referatdesk.ui.words.codes import word

Index = QModelIndex | QPersistentModelIndex


class MeetingRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


class MeetingListModel(QAbstractListModel):
    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: list[MeetingRow] = []
        self._board_id: str | None = None
        self._whole = False

    def reload(self, board_id: str | None = None) -> None:
        self.beginResetModel()
        self._board_id = board_id
        self._rows = list(self._workspace.meeting_rows(board_id=board_id))
        self._whole = not self._rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        del parent
        page = list(self._workspace.meeting_rows(after=self._rows[-1], board_id=self._board_id)) if self._rows else []
        if not page:
            self._whole = True
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
        self._rows.extend(page)
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == MeetingRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.board_name, day_words(row.date), word(row.status)) if part)
        return None
