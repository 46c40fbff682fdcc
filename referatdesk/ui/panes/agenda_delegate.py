"""Paints one line of the agenda: number, wrapped title, and the marks for done, closed and open points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, is_chosen, paint_ground, small
from referatdesk.ui.panes.agenda_list import AgendaRole, AgendaRow
from referatdesk.ui.panes.agenda_marks import AFTER_SIGN, BETWEEN_MARKS, Mark, lines_of, marks_of, width_of
from referatdesk.ui.panes.title_editor import TitleEditor

Index = QModelIndex | QPersistentModelIndex
MARGIN = 8
NUMBER_WIDTH = 26
LEVEL_INDENT = 16
MARK = 16
TONES = {"check": "good", "in-progress": "accent"}


class AgendaDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(AgendaRole.ROW)
        width = self._width(option)
        text = laid_out(row.title, option.font, self._text_width(width, row)).boundingRect()
        words = ceil(text.height()) + self._marks_height(row, option.font, width)
        beside = option.fontMetrics.height() + 2 + MARK if self._mark(row) else 0
        return QSize(width, max(words, beside) + 2 * MARGIN + self._theme_height(row, option))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(AgendaRole.ROW)
        chosen = is_chosen(option)
        painter.save()
        area = self._paint_theme(painter, option, row)
        paint_ground(painter, option, area)
        self._paint_words(painter, option, area, row, chosen)
        self._paint_marks(painter, option, area, row)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = TitleEditor(parent)
        editor.setAccessibleName(index.data(Qt.ItemDataRole.DisplayRole))
        editor.finished.connect(partial(self._finish, editor))
        return editor

    def _finish(self, editor: TitleEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Called again when the list changes meanwhile, which takes away nothing that is being typed."""
        if isinstance(editor, TitleEditor) and not editor.begun:
            editor.show_title(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Once: the list asks again when the keyboard leaves, and that may be because the meeting is left."""
        if isinstance(editor, TitleEditor) and editor.document().isModified():
            editor.document().setModified(False)
            model.setData(index, editor.title)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the row below its theme, and a line higher than the title: there is room to write on."""
        row = index.data(AgendaRole.ROW)
        area = option.rect.adjusted(0, self._theme_height(row, option), 0, 0)
        area.setHeight(area.height() - self._marks_height(row, option.font, area.width()) + option.fontMetrics.height())
        editor.setGeometry(area)

    def _paint_theme(self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaRow) -> QRect:
        area = QRect(option.rect)
        height = self._theme_height(row, option)
        if row.theme:
            painter.setPen(colour("muted"))
            words = self._theme(row.theme, option)
            words.draw(painter, QPointF(area.left() + MARGIN, area.top() + MARGIN))
        area.setTop(area.top() + height)
        return area

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: AgendaRow, chosen: bool
    ) -> None:
        done = row.status in {ItemStatus.DONE, ItemStatus.WITHDRAWN, ItemStatus.POSTPONED}
        left = area.left() + MARGIN + row.level * LEVEL_INDENT
        top = area.top() + MARGIN
        painter.setFont(option.font)
        painter.setPen(colour("muted"))
        painter.drawText(
            QRect(left, top, NUMBER_WIDTH, area.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop),
            row.number or "",
        )
        painter.setPen(colour("muted") if done and not chosen else colour("text"))
        text = laid_out(row.title, painter.font(), self._text_width(area.width(), row))
        text.draw(painter, QPointF(left + NUMBER_WIDTH, top))

    def _paint_marks(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: AgendaRow) -> None:
        left = area.left() + MARGIN + row.level * LEVEL_INDENT
        below = QRect(left - 2, area.top() + MARGIN + option.fontMetrics.height() + 2, MARK, MARK)
        mark = self._mark(row)
        if mark:
            icon(mark, TONES[mark]).paint(painter, below)
        painter.setFont(small(option.font))
        lines = self._mark_lines(row, option.font, area.width())
        line = QRect(left + NUMBER_WIDTH, area.bottom() - MARGIN, area.width(), painter.fontMetrics().height())
        line.translate(0, -len(lines) * line.height())
        for marks in lines:
            self._paint_line(painter, line, marks, self._tone(row), area.right() - MARGIN)
            line.translate(0, line.height())

    @staticmethod
    def _paint_line(painter: QPainter, line: QRect, marks: Sequence[Mark], tone: str, right: int) -> None:
        """The last mark is cut where even a line of its own is too short for it."""
        painter.setPen(colour(tone))
        metrics, at = painter.fontMetrics(), QRect(line)
        for mark in marks:
            end = at.left() + width_of(mark, metrics)
            if mark.sign:
                icon(mark.sign, tone).paint(painter, QRect(at.left(), at.top(), at.height(), at.height()))
                at.setLeft(at.left() + at.height() + AFTER_SIGN)
            at.setRight(right)
            words = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
            at.setLeft(end + BETWEEN_MARKS)

    @staticmethod
    def _mark(row: AgendaRow) -> str:
        return {ItemStatus.DONE: "check", ItemStatus.IN_PROGRESS: "in-progress"}.get(row.status, "")

    @staticmethod
    def _tone(row: AgendaRow) -> str:
        """What is open in an item that is still to come is nothing to warn of."""
        is_calm = row.status is ItemStatus.NOT_BEGUN and row.access is Access.OPEN
        return "muted" if is_calm else "warn"

    def _mark_lines(self, row: AgendaRow, font: QFont, width: int) -> list[list[Mark]]:
        return lines_of(marks_of(row), QFontMetrics(small(font)), self._text_width(width, row))

    def _marks_height(self, row: AgendaRow, font: QFont, width: int) -> int:
        return len(self._mark_lines(row, font, width)) * QFontMetrics(small(font)).height()

    def _theme_height(self, row: AgendaRow, option: QStyleOptionViewItem) -> int:
        return ceil(self._theme(row.theme, option).boundingRect().height()) + MARGIN if row.theme else 0

    def _theme(self, words: str, option: QStyleOptionViewItem) -> QTextLayout:
        return laid_out(words, small(option.font), self._width(option) - 2 * MARGIN)

    @staticmethod
    def _width(option: QStyleOptionViewItem) -> int:
        view = option.widget
        return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()

    @staticmethod
    def _text_width(width: int, row: AgendaRow) -> int:
        return max(60, width - 2 * MARGIN - NUMBER_WIDTH - row.level * LEVEL_INDENT)


def laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """The text in lines of a width, broken between words, and within one that is longer than a line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
