"""The round-ended button that chips are made of, painted from the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from referatdesk.ui import icons
from referatdesk.ui.theme import SPACE, Colours, tokens

MARK = 16
"""Side of the picture or the figure in front."""


class Pill(QAbstractButton):
    """A checkable button: something in front, words, and sometimes a muted figure behind."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def behind(self) -> str:
        return ""

    def paint_front(self, painter: QPainter, place: QRect, colour: QColor) -> None:
        raise NotImplementedError

    def grounds(self, colours: Colours) -> tuple[QColor, QColor, QColor]:
        """Ground, outline and letters in the present state."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = 2 * SPACE.medium + MARK + SPACE.hair + 2 + metrics.horizontalAdvance(self.text())
        if self.behind():
            width += SPACE.small + metrics.horizontalAdvance(self.behind())
        return QSize(width, metrics.height() + SPACE.medium)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        ground, outline, letters = self.grounds(colours)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(ground)
        painter.setPen(QPen(outline, 1))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        if self.hasFocus():
            self._paint_focus(painter, shape, colours)
        self._paint_content(painter, letters, colours)
        painter.end()

    def _paint_focus(self, painter: QPainter, shape: QRectF, colours: Colours) -> None:
        on_accent = self.isChecked() and self.grounds(colours)[0] == colours.accent
        ring = shape.adjusted(2, 2, -2, -2) if on_accent else shape
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent_text if on_accent else colours.focus, 2))
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _paint_content(self, painter: QPainter, letters: QColor, colours: Colours) -> None:
        height = self.height()
        front = QRect(SPACE.medium, (height - MARK) // 2, MARK, MARK)
        self.paint_front(painter, front, letters)
        painter.setPen(letters)
        room = QRect(front.right() + SPACE.hair + 2, 0, self.width() - front.right() - SPACE.medium, height)
        line = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, line, self.text())
        if self.behind():
            painter.setPen(colours.muted)
            room.setLeft(room.left() + QFontMetrics(self.font()).horizontalAdvance(self.text()) + SPACE.small)
            painter.drawText(room, line, self.behind())

    def paint_icon(self, painter: QPainter, place: QRect, name: str, colour: QColor) -> None:
        picture = icons.pixmap(name, colour.name(), place.width(), self.devicePixelRatioF())
        painter.drawPixmap(place.topLeft(), picture)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)
