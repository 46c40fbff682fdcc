"""The rows of the list at the caret: the key that picks at the left, the short name that does the same at the right."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.ui.painting import colour, paint_ground
from referatdesk.ui.theme import SPACE

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class PickRole(IntEnum):
    """KEY is None in a list without keys; in one with keys a row without one leaves the place blank."""

    KEY = Qt.ItemDataRole.UserRole + 1
    BESIDE = Qt.ItemDataRole.UserRole + 2


class PickDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        letters = option.fontMetrics
        beside = _width(letters, index.data(PickRole.BESIDE))
        words = letters.horizontalAdvance(index.data(Qt.ItemDataRole.DisplayRole)) + 1
        wide = 2 * SPACE.medium + _key_width(letters, index) + words + beside
        return QSize(wide, letters.height() + 2 * SPACE.small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The words give way to what stands beside them."""
        letters, beside = option.fontMetrics, index.data(PickRole.BESIDE)
        painter.save()
        paint_ground(painter, option, option.rect)
        painter.setFont(option.font)
        area = option.rect.adjusted(SPACE.medium, 0, -SPACE.medium, 0)
        painter.setPen(colour("muted"))
        painter.drawText(area, _LINE | Qt.AlignmentFlag.AlignLeft, (index.data(PickRole.KEY) or "").upper())
        painter.drawText(area, _LINE | Qt.AlignmentFlag.AlignRight, beside)
        painter.setPen(colour("text"))
        area.adjust(_key_width(letters, index), 0, -_width(letters, beside), 0)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        cut = letters.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LINE | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()


def _key_width(letters: QFontMetrics, index: Index) -> int:
    return 0 if index.data(PickRole.KEY) is None else letters.horizontalAdvance("0") + SPACE.medium


def _width(letters: QFontMetrics, beside: str) -> int:
    return letters.horizontalAdvance(beside) + SPACE.large if beside else 0
