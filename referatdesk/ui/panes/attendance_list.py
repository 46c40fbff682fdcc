"""The people of the meeting as a list model: groups with the persons under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.i18n.catalogue import _

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, or a group's heading when `id` is empty. `here` is None while nobody has said; `is_plain` is whoever is
    simply there; `badge` is the key that finds the person.
    """

    id: str
    name: str
    detail: str = ""
    state: str = ""
    here: bool | None = None
    partly: bool = False
    stands_in: bool = False
    for_whom: str = ""
    role: str = ""
    badge: str = ""
    is_plain: bool = False
    note: str = ""
    warning: str = ""

    @property
    def said(self) -> str:
        """All of it as a screen reader says it: "Merete Aaby, chair, present, Egeby Kommune"."""
        whose = _("stands in for {name}").format(name=self.for_whom) if self.for_whom else ""
        parts = (self.name, self.role, self.state, whose, self.warning, self.note, self.detail)
        return ", ".join(part for part in parts if part)


class PersonRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1
    PERSON_ID = Qt.ItemDataRole.UserRole + 2


class AttendanceListModel(QAbstractListModel):
    """Shows rows that are set from outside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PersonRow, ...] = ()

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        new = tuple(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        return self._rows

    @property
    def people(self) -> list[str]:
        """The ids of those listed, in order."""
        return [row.id for row in self._rows if row.id]

    def with_badge(self, badge: str) -> PersonRow | None:
        return next((row for row in self._rows if row.id and row.badge == badge), None)

    def begins_badge(self, typed: str) -> bool:
        return any(row.id and row.badge.startswith(typed) for row in self._rows)

    def named(self, typed: str) -> PersonRow | None:
        """The first person with a name, or a part of one, that begins so."""
        begun = f" {typed.casefold()}"
        return next((row for row in self._rows if row.id and begun in f" {row.name.casefold()}"), None)

    def called(self, typed: str) -> PersonRow | None:
        """The first person whose name, or a part of it, is no more than that."""
        return next((row for row in self._rows if row.id and typed in row.name.casefold().split()), None)

    def row_of(self, attendance_id: str) -> int:
        return next((place for place, row in enumerate(self._rows) if row.id == attendance_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.ToolTipRole: row.said,
            Qt.ItemDataRole.AccessibleTextRole: row.said,
            PersonRole.ROW: row,
            PersonRole.PERSON_ID: row.id,
        }
        return shown.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
