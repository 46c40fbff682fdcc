"""The agenda as a list model: items in reading order, with what the list shows of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.ui.words.codes import word

MIME = "application/x-referatdesk-item"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda. `theme` is printed above the row where a new theme begins. An item that is done and asks
    for a decision that nobody wrote lacks it.
    """

    id: str
    number: str | None
    title: str
    level: int
    status: ItemStatus
    access: Access
    theme: str | None = None
    open_points: int = 0
    lacks_decision: bool = False
    is_changed: bool = False
    """After it was read aloud."""


class AgendaRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1
    ITEM_ID = Qt.ItemDataRole.UserRole + 2


class AgendaListModel(QAbstractListModel):
    """Shows rows that are set from outside. `on_move(item_id, row)` is called when a row is dropped before another."""

    def __init__(
        self,
        on_move: Callable[[str, int], None],
        on_rename: Callable[[str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()
        self._on_move = on_move
        self._on_rename = on_rename

    def set_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Takes the new rows; while the same items stand in the same order, only what differs is announced."""
        new = tuple(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            changed = [place for place, (old, row) in enumerate(zip(self._rows, new, strict=True)) if old != row]
            self._rows = new
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row_of(self, item_id: str) -> int:
        """The place of an item in the list, -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == item_id), -1)

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: f"{row.number} {row.title}" if row.number else row.title,
            Qt.ItemDataRole.EditRole: row.title,
            Qt.ItemDataRole.ToolTipRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: spoken(row),
            AgendaRole.ROW: row,
            AgendaRole.ITEM_ID: row.id,
        }
        return shown.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not title:
            return False
        self._on_rename(self._rows[index.row()].id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        if indexes:
            mime.setData(MIME, self._rows[indexes[0].row()].id.encode())
        return mime

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Hands the move on; the rows are set anew from the archive, so the view must not remove anything itself."""
        del action, column
        if not data.hasFormat(MIME):
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self._on_move(bytes(data.data(MIME).data()).decode(), place)
        return False


def open_words(count: int) -> str:
    """ "1 open point", "2 open points"."""
    return ngettext("{count} open point", "{count} open points", count).format(count=count)


def spoken(row: AgendaRow) -> str:
    """The row as a screen reader says it."""
    name = _("Item {number}: {title}").format(number=row.number, title=row.title) if row.number else row.title
    marks = [name]
    if row.status is not ItemStatus.NOT_BEGUN:
        marks.append(word(row.status))
    if row.access is not Access.OPEN:
        marks.append(word(row.access))
    if row.open_points:
        marks.append(open_words(row.open_points))
    if row.is_changed:
        marks.append(_("changed after it was read aloud"))
    if row.lacks_decision:
        marks.append(_("no decision"))
    return ", ".join(marks)
