"""The rows of the palette: what it is at the left, the keys that do the same at the right."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, is_chosen, paint_ground, small
from referatdesk.ui.palette.entries import Entry, Kind
from referatdesk.ui.theme import SPACE

Index = QModelIndex | QPersistentModelIndex
MARK = 16
ROUNDED = 2
"""Letters of a small size are measured in whole pixels and set in parts of them."""
SIGNS = {Kind.COMMAND: "forward", Kind.ITEM: "minutes", Kind.PERSON: "person", Kind.PHRASE: "quote"}


class EntryRole(IntEnum):
    ENTRY = Qt.ItemDataRole.UserRole + 1


class EntryModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        shown: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: entry.words,
            Qt.ItemDataRole.AccessibleTextRole: entry.spoken,
            EntryRole.ENTRY: entry,
        }
        return shown.get(role)


class EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(200, option.fontMetrics.height() + 2 * SPACE.small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(EntryRole.ENTRY)
        painter.save()
        paint_ground(painter, option, option.rect)
        area = option.rect.adjusted(SPACE.medium, 0, -SPACE.medium, 0)
        sign = QRect(area.left(), area.center().y() - MARK // 2, MARK, MARK)
        icon(SIGNS[entry.kind], "muted").paint(painter, sign)
        area.setLeft(sign.right() + SPACE.small)
        self._paint_words(painter, option, area, entry)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, option: QStyleOptionViewItem, area: QRect, entry: Entry) -> None:
        """The words give way to what stands beside them, but never below half of the row."""
        line = int(Qt.AlignmentFlag.AlignVCenter)
        beside = f"({entry.why})" if entry.why else entry.beside
        painter.setFont(small(option.font))
        room = min(painter.fontMetrics().horizontalAdvance(beside) + ROUNDED, area.width() // 2)
        painter.setPen(colour("text") if is_chosen(option) and entry.why else colour("muted"))
        cut = painter.fontMetrics().elidedText(beside, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, line | int(Qt.AlignmentFlag.AlignRight), cut)
        painter.setFont(option.font)
        painter.setPen(colour("muted") if entry.why else colour("text"))
        words = area.adjusted(0, 0, -room - SPACE.large, 0)
        cut = option.fontMetrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, line | int(Qt.AlignmentFlag.AlignLeft), cut)
