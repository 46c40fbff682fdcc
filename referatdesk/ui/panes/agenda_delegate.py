"""Paints one line of the agenda: number, wrapped title, and the marks for done, closed and open points."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.ui.icons import icon
from referatdesk.ui.painting import colour, is_chosen, paint_ground, small
from referatdesk.ui.panes.agenda_list import AgendaRole, AgendaRow
from referatdesk.ui.panes.title_editor import TitleEditor
from referatdesk.ui.words.codes import word

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
        words = ceil(text.height()) + self._badge_height(row, option.font)
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
        if isinstance(editor, TitleEditor):
            model.setData(index, editor.title)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the row below its theme, and a line higher than the title: there is room to write on."""
        row = index.data(AgendaRole.ROW)
        area = option.rect.adjusted(0, self._theme_height(row, option), 0, 0)
        area.setHeight(area.height() - self._badge_height(row, option.font) + option.fontMetrics.height())
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
        badge = self._badge(row)
        if badge:
            painter.setFont(small(option.font))
            tone = self._tone(row)
            painter.setPen(colour(tone))
            left += NUMBER_WIDTH
            height = self._badge_height(row, option.font)
            line = QRect(left, area.bottom() - MARGIN - height, area.right() - MARGIN - left, height)
            for sign in self._signs(row):
                icon(sign, tone).paint(painter, QRect(line.left(), line.top(), height, height))
                line.setLeft(line.left() + height + 4)
            words = painter.fontMetrics().elidedText(badge, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    @staticmethod
    def _mark(row: AgendaRow) -> str:
        return {ItemStatus.DONE: "check", ItemStatus.IN_PROGRESS: "in-progress"}.get(row.status, "")

    @staticmethod
    def _signs(row: AgendaRow) -> list[str]:
        """In front of the words below the title; what the meeting made of the item stands below the number."""
        return [*(["lock"] if row.access is not Access.OPEN else []), *(["unknown"] if _lacks(row) else [])]

    @staticmethod
    def _tone(row: AgendaRow) -> str:
        """What is open in an item that is still to come is nothing to warn of."""
        is_calm = row.status is ItemStatus.NOT_BEGUN and row.access is Access.OPEN
        return "muted" if is_calm else "warn"

    @staticmethod
    def _badge(row: AgendaRow) -> str:
        marks = [word(row.status)] if row.status in {ItemStatus.WITHDRAWN, ItemStatus.POSTPONED} else []
        marks += [word(row.access)] if row.access is not Access.OPEN else []
        marks += [_("changed since read")] if row.is_changed else []
        return " · ".join((*marks, *_lacks(row)))

    def _badge_height(self, row: AgendaRow, font: QFont) -> int:
        return QFontMetrics(small(font)).height() if self._badge(row) else 0

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


def _lacks(row: AgendaRow) -> tuple[str, ...]:
    """What is still to be settled, in words."""
    points = (
        (ngettext("{count} open", "{count} open", row.open_points).format(count=row.open_points),)
        if row.open_points
        else ()
    )
    return (*points, _("no decision")) if row.lacks_decision else points


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
