"""Wavy lines under words, drawn from a tile so that many of them cost a key next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextLayout, QTextLine

from referatdesk.ui.theme import tokens

LENGTH, HEIGHT = 4, 4
BELOW = 1.5
"""From the line that letters stand on to the top of the wave."""


Stretch = tuple[float, float, float]
"""Where a wave begins, from the upper left corner of its text, and how wide it is."""


def stretches_of(layout: QTextLayout, spans: Sequence[tuple[int, int]]) -> list[Stretch]:
    """The waves under the spans of a laid out text, which come in their order; one on each line that a span is on."""
    found: list[Stretch] = []
    at = 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        last = first + line.textLength()
        while at < len(spans) and spans[at][0] < last:
            start, end = spans[at]
            if end > first:
                left, right = _x(line, max(start, first)), _x(line, min(end, last))
                found.append((left, line.y() + line.ascent() + BELOW, right - left))
            if end > last:
                break  # it goes on in the next line
            at += 1
    return found


def paint_waves(painter: QPainter, origin: QPointF, stretches: Sequence[Stretch], clip: QRectF) -> None:
    tile = _tile(tokens().bad.name(), painter.device().devicePixelRatioF())
    x, y = origin.x(), origin.y()
    above, below = clip.top() - HEIGHT - y, clip.bottom() - y
    for left, top, width in stretches:
        if above <= top <= below:
            painter.drawTiledPixmap(round(x + left), round(y + top), round(width), HEIGHT, tile)


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
