"""Rows of a first line and what is said below it, quieter; and rows that head those under them."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from referatdesk.ui.painting import paint_ground, small, strong
from referatdesk.ui.theme import SPACE, tokens

Index = QModelIndex | QPersistentModelIndex
SIGN = 18
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class LineRole(IntEnum):
    BELOW = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2


class LinesView(QListView):
    """A list of such rows, measured for its own width."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "boxed")
        self.setAccessibleName(name)
        self.setItemDelegate(LinesDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class LinesDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        first, below = self._heights(index, self._room(index, width))
        return QSize(width, first + below + 2 * SPACE.small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        paint_ground(painter, option, option.rect)
        self._paint_words(painter, option.rect.adjusted(SPACE.medium, SPACE.small, -SPACE.small, -SPACE.small), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, index: Index) -> None:
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(sign, QIcon):
            sign.paint(painter, QRect(area.left(), area.top(), SIGN, SIGN))
            area.setLeft(area.left() + SIGN + SPACE.small)
        first, _below = self._heights(index, area.width())
        colours = tokens()
        heads = bool(index.data(LineRole.HEADING))
        self._write(painter, area, self._first_font(index), colours.accent if heads else colours.text, index.data())
        area.setTop(area.top() + first)
        self._write(painter, area, small(self._view.font()), colours.muted, index.data(LineRole.BELOW) or "")

    @staticmethod
    def _write(painter: QPainter, area: QRect, font: QFont, colour: QColor, words: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, WRAPPED, words)

    def _first_font(self, index: Index) -> QFont:
        is_strong = bool(index.data(LineRole.HEADING)) or bool(index.data(LineRole.BELOW))
        return strong(self._view.font()) if is_strong else self._view.font()

    @staticmethod
    def _room(index: Index, width: int) -> int:
        signed = isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon)
        return max(width - SPACE.medium - SPACE.small - (SIGN + SPACE.small if signed else 0), 40)

    def _heights(self, index: Index, room: int) -> tuple[int, int]:
        first = _height(self._first_font(index), index.data(), room)
        return first, _height(small(self._view.font()), index.data(LineRole.BELOW) or "", room)


def _height(font: QFont, words: str, room: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, room, 10_000), WRAPPED, words).height() if words else 0
