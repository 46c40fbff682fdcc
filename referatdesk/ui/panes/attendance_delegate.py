"""Paints one line of the attendance list: a person with a mark and words for the status, or a group's heading."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, paint_ground, small, strong
from referatdesk.ui.panes.agenda_delegate import laid_out
from referatdesk.ui.panes.attendance_list import PersonRole, PersonRow

DOT = 16
GROUP_GAP = 10


class PersonDelegate(QStyledItemDelegate):
    """Paints a group's heading, or a person with a mark and words for the status."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: PersonRow = index.data(PersonRole.ROW)
        if row.id:
            return QSize(120, 2 * option.fontMetrics.height() + 8)
        return QSize(120, ceil(self._heading(row, option).boundingRect().height()) + GROUP_GAP + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: PersonRow = index.data(PersonRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id:
            self._paint_person(painter, option, row)
        else:
            self._paint_group(painter, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, row: PersonRow) -> None:
        painter.setPen(colour("text"))
        self._heading(row, option).draw(painter, QPointF(option.rect.left() + 8, option.rect.top() + GROUP_GAP))

    @staticmethod
    def _heading(row: PersonRow, option: QStyleOptionViewItem) -> QTextLayout:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return laid_out(row.name, strong(option.font), width - 16)

    def _paint_person(self, painter: QPainter, option: QStyleOptionViewItem, row: PersonRow) -> None:
        area: QRect = option.rect
        paint_ground(painter, option, area)
        left = area.left() + (24 if row.stands_in else 8)
        icon(self._mark(row), self._tone(row)).paint(
            painter, QRect(left, area.top() + (area.height() - DOT) // 2, DOT, DOT)
        )
        words = QRect(left + DOT + 8, area.top() + 4, area.right() - left - DOT - 14, area.height() - 8)
        line = option.fontMetrics.height()
        painter.setPen(colour("text"))
        name = option.fontMetrics.elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(small(option.font))
        metrics = painter.fontMetrics()
        below = QRect(words.left(), words.top() + line, words.width(), line)
        painter.setPen(colour(self._tone(row)))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), row.state)
        used = metrics.horizontalAdvance(row.state + "   ") if row.state else 0
        rest = below.adjusted(used, 0, 0, 0)
        painter.setPen(colour("muted"))
        detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), detail)

    @staticmethod
    def _mark(row: PersonRow) -> str:
        if row.partly:
            return "partly"
        return {True: "present", False: "absent", None: "unknown"}[row.here]

    @staticmethod
    def _tone(row: PersonRow) -> str:
        if row.partly:
            return "warn"
        return {True: "good", False: "bad", None: "muted"}[row.here]
