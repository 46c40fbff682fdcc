"""Small things that the lists paint in the same way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from referatdesk.ui import theme

ROUND = 6


def colour(name: str) -> QColor:
    """The colour of that name in the theme in force."""
    return QColor(getattr(theme.current().colours, name))


def small(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.88)
    return smaller


def strong(font: QFont) -> QFont:
    bolder = QFont(font)
    bolder.setWeight(QFont.Weight.DemiBold)
    return bolder


def is_chosen(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
    """The ground of a row: the chosen one has a bar as well as a colour, the one with the keyboard a frame."""
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not is_chosen(option) and not hovered:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = is_chosen(option) and bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(colour("focus") if focused else Qt.PenStyle.NoPen)
    painter.setBrush(colour("selection") if is_chosen(option) else colour("hover"))
    painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), ROUND, ROUND)
    if is_chosen(option):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(area.left() + 2, area.top() + 7, 3, area.height() - 14), 1.5, 1.5)


def paint_key(painter: QPainter, area: QRect, sign: str, *, fits: bool = True) -> None:
    """A key that finds the row, as a key looks; a dim one where what was typed cannot mean it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour("accent") if fits else colour("edge"))
    painter.setBrush(colour("raised"))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour("text") if fits else colour("muted"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), sign.upper())
