"""Paints a row: the word and colour of its part in the margin, its words as they look in the document."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.services.drafts import Part
from referatdesk.ui import icons
from referatdesk.ui.painting import small
from referatdesk.ui.reading.layouts import LaidRow, lay
from referatdesk.ui.reading.part_colours import ground, stripe
from referatdesk.ui.reading.row_model import RowModel, RowRole, is_struck, tag_of
from referatdesk.ui.reading.rows import Row, Weight
from referatdesk.ui.theme import tokens
from referatdesk.ui.words.parts import PARTS, part_word

Index = QModelIndex | QPersistentModelIndex
STRIPE = 4
PAD = 4
STEP = 18
"""How far each level stands in."""
SIGN = 14
KEPT_LAYOUTS = 200
FEW = 40


class RowDelegate(QStyledItemDelegate):
    """Heights are kept by form and width, so that what was measured once is known when the document is read anew.

    Of the layouts only those seen last are kept.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._margin: int | None = None
        self._heights: dict[tuple[object, ...], int] = {}
        self._laid: OrderedDict[tuple[int, int], LaidRow] = OrderedDict()

    def forget(self) -> None:
        """For another theme or another size of letters."""
        self._margin = None
        self._heights.clear()
        self._laid.clear()

    def forget_layouts(self) -> None:
        """For other rows."""
        self._laid.clear()

    def knows(self, rows: Sequence[Row]) -> bool:
        """Whether next to nothing has to be measured before all is laid out."""
        return sum(self._key(row) not in self._heights for row in rows) <= FEW

    @property
    def _font(self) -> QFont:
        return self._view.font()

    def margin(self) -> int:
        """Room for the longest word of a part."""
        if self._margin is None:
            metrics = QFontMetricsF(small(self._font))
            longest = max(metrics.horizontalAdvance(part_word(part)) for part in PARTS)
            self._margin = round(longest) + STRIPE + 3 * PAD + SIGN
        return self._margin

    def _room(self, row: Row) -> int:
        width = self._view.viewport().width() - self.margin() - 2 * PAD - row.level * STEP
        return max(width, 40)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(RowRole.ROW)
        key = self._key(row)
        height = self._heights.get(key)
        if height is None:
            height = row.gap + round(lay(row, self._room(row), self._font).height) + (0 if row.boxed else 2 * PAD)
            self._heights[key] = height
        return QSize(1, height)

    def _key(self, row: Row) -> tuple[object, ...]:
        return row.cells, row.weight, row.header, row.gap, self._room(row)

    def _layout(self, number: int, row: Row) -> LaidRow:
        key = (number, self._room(row))
        if key not in self._laid:
            self._laid[key] = lay(row, key[1], self._font)
            if len(self._laid) > KEPT_LAYOUTS:
                self._laid.popitem(last=False)
        self._laid.move_to_end(key)
        return self._laid[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole.ROW)
        area = option.rect.adjusted(0, row.gap, 0, 0)
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option, row, area)
        self._paint_margin(painter, row, area, self._is_doubtful(row))
        self._paint_words(painter, row, self._layout(index.row(), row), area)
        painter.restore()

    def _is_doubtful(self, row: Row) -> bool:
        model = self._view.model()
        return isinstance(model, RowModel) and row.place is not None and row.place.line_from in model.doubtful

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, area: QRect) -> None:
        colours = tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        words = area.adjusted(self.margin(), 0, 0, 0)
        painter.fillRect(words, colours.selection if chosen else ground(row.part))
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(colours.focus, 2 if focused else 1))
            painter.drawRect(QRectF(words).adjusted(1, 1, -1, -1))

    def _paint_margin(self, painter: QPainter, row: Row, area: QRect, doubtful: bool) -> None:
        colours = tokens()
        margin = self.margin()
        painter.fillRect(QRect(margin - STRIPE, area.top(), STRIPE, area.height()), stripe(row.part))
        painter.setFont(small(self._font))
        painter.setPen(colours.text if row.part is Part.UNPLACED else colours.muted)
        line = QFontMetricsF(small(self._font)).height() + 2 * PAD
        room = QRectF(PAD, area.top(), margin - STRIPE - 2 * PAD - (SIGN if doubtful else 0), line)
        words = QFontMetricsF(small(self._font)).elidedText(tag_of(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        if doubtful:
            picture = icons.pixmap("warning", colours.warn.name(), SIGN, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(margin - STRIPE - PAD - SIGN + 2, area.top() + (line - SIGN) / 2), picture)

    def _paint_words(self, painter: QPainter, row: Row, laid: LaidRow, area: QRect) -> None:
        colours = tokens()
        top = area.top() + (0 if row.boxed else PAD)
        corner = QPointF(self.margin() + PAD + row.level * STEP, top)
        for box in laid.boxes:
            if row.header:
                painter.fillRect(box.translated(corner), colours.raised)
            painter.setPen(QPen(colours.line, 1))
            painter.drawRect(box.translated(corner))
        muted = row.weight is Weight.NOTE or is_struck(row)
        painter.setPen(colours.muted if muted else colours.text)
        for one in laid.lines:
            if one.mark is not None:
                one.mark.draw(painter, corner + one.mark_at)
            one.words.draw(painter, corner + one.at)
        if is_struck(row):
            middle = area.center().y()
            painter.drawLine(round(corner.x()), middle, area.right() - PAD, middle)
