"""The people of the meeting as a list model: groups with the persons under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY, IN_THE_ROOM, Course
from referatdesk.i18n.catalogue import _
from referatdesk.ui.words.codes import word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, or a group's heading when `id` is empty. `here` is None while nobody has said."""

    id: str
    name: str
    detail: str = ""
    state: str = ""
    here: bool | None = None
    partly: bool = False
    stands_in: bool = False


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
            Qt.ItemDataRole.ToolTipRole: ", ".join(part for part in (row.name, row.detail, row.state) if part),
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(part for part in (row.name, row.state, row.detail) if part),
            PersonRole.ROW: row,
            PersonRole.PERSON_ID: row.id,
        }
        return shown.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def person_rows(people: Sequence[Attendance], deviations: Sequence[ItemAttendance], item_id: str) -> list[PersonRow]:
    """The list for one item: each group's heading once, its people, stand-ins under those they stand in for."""
    rows: list[PersonRow] = []
    group: str | None = None
    stand_ins = {one.stands_in_for_id: one for one in people if one.stands_in_for_id}
    for person in sorted(people, key=lambda one: one.sort):
        if person.stands_in_for_id and any(one.id == person.stands_in_for_id for one in people):
            continue
        if person.group_label and person.group_label != group:
            rows.append(PersonRow("", person.group_label))
        group = person.group_label or group
        rows.append(_person_row(person, deviations, item_id))
        if person.id in stand_ins:
            rows.append(_person_row(stand_ins[person.id], deviations, item_id))
    return rows


def _person_row(person: Attendance, deviations: Sequence[ItemAttendance], item_id: str) -> PersonRow:
    status = Course([person], [item_id], deviations).status_at(person.id, item_id)
    at_item = status is not person.status
    parts = [person.organisation or person.title or "", f"({person.party})" if person.party else ""]
    here = True if status in IN_THE_ROOM else False if status in AWAY else None
    if status is AttendanceStatus.DISQUALIFIED:
        here = False
    return PersonRow(
        id=person.id,
        name=person.name,
        detail=" ".join(part for part in parts if part),
        state=_state_words(person, status, at_item),
        here=here,
        partly=at_item or status in {AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL},
        stands_in=person.stands_in_for_id is not None,
    )


def _state_words(person: Attendance, status: AttendanceStatus, at_item: bool) -> str:
    if at_item:
        return _("{state} (this item)").format(state=word(status))
    if status is AttendanceStatus.LATE and person.arrived_at:
        return _("From {time}").format(time=person.arrived_at.replace(":", "."))
    if status is AttendanceStatus.LEFT_EARLY and person.left_at:
        return _("Until {time}").format(time=person.left_at.replace(":", "."))
    return word(status)
