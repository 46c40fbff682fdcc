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
    """The waves under the spans of a laid out text, one on each line that a span is on."""
    found: list[Stretch] = []
    for start, end in spans:
        place = start
        while place < end:
            line = layout.lineForTextPosition(place)
            stop = min(end, line.textStart() + line.textLength()) if line.isValid() else place
            if stop <= place:
                break
            left = _x(line, place)
            found.append((left, line.y() + line.ascent() + BELOW, _x(line, stop) - left))
            place = stop
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
