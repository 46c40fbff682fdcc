"""Paints one line of the attendance list: a person with a mark and words for the status, or a group's heading.

Who is simply there, or whom nobody has said anything of, takes one line: the mark's shape says it, on every row alike.
Whoever stands otherwise takes a second one for what is to be said of it. A `crowded` list moves its lines together.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from referatdesk.i18n.catalogue import _
from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, paint_ground, paint_key, small, strong
from referatdesk.ui.panes.agenda_delegate import laid_out
from referatdesk.ui.panes.attendance_list import PersonRole, PersonRow

DOT = 16
GROUP_GAP = 10
CROWDED_GAP = 1
FOLDED = 4
TARGET = 24
"""The lowest row that a pointer is sure to hit."""
PADDING = 8
INDENT = 16
BADGE = 20
GAP = 10
LEFT = Qt.AlignmentFlag.AlignLeft
MIDDLE = Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """Shows the keys that find people while `badges` is set, and dims those that what was typed cannot mean."""

    badges = False
    typed = ""
    crowded = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PersonRow = index.data(PersonRole.ROW)
        if not row.id and self._folds_headings():
            return QSize(120, FOLDED)
        if not row.id:
            height = ceil(self._heading(row, option).boundingRect().height())
            return QSize(120, height + self._gap() + (0 if self.crowded else 4))
        lines = 1 + bool(self._below(row)) + bool(row.warning)
        padding = PADDING // 2 if self.crowded else PADDING
        return QSize(120, max(TARGET, lines * option.fontMetrics.height() + padding))

    def _folds_headings(self) -> bool:
        """While a key at a name is looked for among many, the names have the room."""
        return self.crowded and self.badges

    def _gap(self) -> int:
        return CROWDED_GAP if self.crowded else GROUP_GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(PersonRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.id:
            self._paint_person(painter, option, row)
        else:
            self._paint_group(painter, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, row: PersonRow) -> None:
        if self._folds_headings():
            middle = option.rect.center().y()
            painter.setPen(colour("edge"))
            painter.drawLine(option.rect.left() + 8, middle, option.rect.right() - 8, middle)
            return
        painter.setPen(colour("text"))
        self._heading(row, option).draw(painter, QPointF(option.rect.left() + 8, option.rect.top() + self._gap()))

    @staticmethod
    def _heading(row: PersonRow, option: QStyleOptionViewItem) -> QTextLayout:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return laid_out(row.name, strong(option.font), width - 16)

    def _below(self, row: PersonRow) -> str:
        """What is said below the name: how the person stands, where the mark does not say it, and the remark."""
        return "" if (row.is_plain or row.here is None) and not row.note else row.state

    def _paint_person(self, painter: QPainter, option: QStyleOptionViewItem, row: PersonRow) -> None:
        area: QRect = option.rect
        paint_ground(painter, option, area)
        left = area.left() + 8 + (INDENT if row.stands_in else 0)
        line = option.fontMetrics.height()
        lines = 1 + bool(self._below(row)) + bool(row.warning)
        top = area.top() + (area.height() - lines * line) // 2
        if self.badges:
            place = QRect(left, top, BADGE, line)
            paint_key(painter, place, row.badge, fits=row.badge.startswith(self.typed))
            left += BADGE + 6
        mark = QRect(left, top + (line - DOT) // 2, DOT, DOT)
        icon(self._mark(row), self._tone(row)).paint(painter, mark)
        words = QRect(left + DOT + 8, top, area.right() - left - DOT - 14, line)
        self._paint_name(painter, option.fontMetrics, words, row)
        painter.setFont(small(option.font))
        if below := self._below(row):
            words.translate(0, line)
            self._paint_state(painter, words, row, below)
        if row.warning:
            words.translate(0, line)
            painter.setPen(colour("bad"))
            painter.drawText(words, int(LEFT | MIDDLE), self._short(painter, f"⚠ {row.warning}", words.width()))

    def _paint_name(self, painter: QPainter, metrics: QFontMetrics, words: QRect, row: PersonRow) -> None:
        """The name, and behind it the organisation or party where nothing is said below and it can be read whole."""
        name = _("↳ dep. {name}").format(name=row.name) if row.stands_in else row.name
        painter.setPen(colour("text"))
        painter.drawText(words, int(LEFT | MIDDLE), self._short(painter, name, words.width()))
        if not self._below(row):
            font = painter.font()
            painter.setFont(small(font))
            self._paint_whole(painter, words.adjusted(metrics.horizontalAdvance(name) + GAP, 0, 0, 0), row.detail)
            painter.setFont(font)

    def _paint_state(self, painter: QPainter, words: QRect, row: PersonRow, state: str) -> None:
        painter.setPen(colour(self._tone(row)))
        painter.drawText(words, int(LEFT | MIDDLE), self._short(painter, state, words.width()))
        rest = words.adjusted(painter.fontMetrics().horizontalAdvance(state) + GAP, 0, 0, 0)
        self._paint_whole(painter, rest, self._short(painter, row.note, rest.width()) or row.detail)

    @staticmethod
    def _paint_whole(painter: QPainter, room: QRect, words: str) -> None:
        if painter.fontMetrics().horizontalAdvance(words) <= room.width():
            painter.setPen(colour("muted"))
            painter.drawText(room, int(LEFT | MIDDLE), words)

    @staticmethod
    def _short(painter: QPainter, words: str, width: int) -> str:
        return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)

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
