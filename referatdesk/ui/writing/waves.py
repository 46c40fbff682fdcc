"""Wavy lines under words, drawn from a tile so that many of them cost a key next to nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextLayout, QTextLine

from referatdesk.ui.theme import tokens

LENGTH, HEIGHT = 4, 4
BELOW = 1.5
"""From the line that letters stand on to the top of the wave."""


def paint_waves(
    painter: QPainter, layout: QTextLayout, origin: QPointF, spans: Iterable[tuple[int, int]], clip: QRectF
) -> None:
    """Under each span of a laid out text whose line can be seen."""
    tile = _tile(tokens().bad.name(), painter.device().devicePixelRatioF())
    for start, end in spans:
        place = start
        while place < end:
            line = layout.lineForTextPosition(place)
            if not line.isValid():
                break
            stop = min(end, line.textStart() + line.textLength())
            top = origin.y() + line.y() + line.ascent() + BELOW
            if clip.top() <= top + HEIGHT and top <= clip.bottom():
                left, right = origin.x() + _x(line, place), origin.x() + _x(line, stop)
                painter.drawTiledPixmap(QRectF(left, top, right - left, HEIGHT), tile, QPointF(0, 0))
            place = stop if stop > place else end


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # with the place that it belongs to, which Qt's types leave out
    return float(found[0])


@cache
def _tile(colour: str, scale: float) -> QPixmap:
    """One wave; the next tile goes on where it ends."""
    tile = QPixmap(round(LENGTH * scale), round(HEIGHT * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.2))
    low, high = HEIGHT - 0.8, 0.8
    wave = [(-LENGTH / 2, high), (0, low), (LENGTH / 2, high), (LENGTH, low), (LENGTH * 1.5, high)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in wave]))
    painter.end()
    return tile
