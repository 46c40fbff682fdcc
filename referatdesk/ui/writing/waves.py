"""Wavy lines under words, cut from a long one so that many of them cost a key next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTextBlock, QTextCursor, QTextLayout, QTextLine

from referatdesk.ui.theme import tokens

HEIGHT = 4
HALF = 2
"""From where the wave is highest to where it is lowest."""
LONGEST = 2_000
BELOW = 1.5
"""From the line that letters stand on to the top of the wave."""


Span = tuple[int, int]
"""From one place in a line to another, as Qt counts them."""
Stretch = tuple[float, float, float, float]
"""Where a wave begins, from the upper left corner of its text, how wide it is, and how much of it is in its line."""


def stretches_of(layout: QTextLayout, spans: Sequence[Span]) -> list[Stretch]:
    """The waves under the spans of a laid out text, one on each line that a span is on."""
    found: list[Stretch] = []
    line, stop, top, within = QTextLine(), 0, 0.0, 0.0
    for start, end in spans:
        place = start
        while place < end:
            if place >= stop:
                line = layout.lineForTextPosition(place)
                if not line.isValid():
                    return found
                stop, top = line.textStart() + line.textLength(), line.y() + line.ascent() + BELOW
                within = min(line.descent() - BELOW, HEIGHT)
            left, last = _x(line, place), min(end, stop)
            found.append((left, top, _x(line, last) - left, within))
            place = last
    return found


def marked_spans(cursor: QTextCursor, block: QTextBlock, spans: Sequence[Span]) -> list[Span]:
    """The parts of the spans of a line that are marked by the cursor: there a wave has the colour of the letters."""
    first, last = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
    parts = [(max(start, first), min(end, last)) for start, end in spans]
    return [(start, end) for start, end in parts if start < end]


def paint_waves(
    painter: QPainter, origin: QPointF, stretches: Sequence[Stretch], clip: QRectF, *, marked: bool = False
) -> None:
    """Those of marked letters go no further down than the ground of these."""
    scale = painter.device().devicePixelRatioF()
    wave = _longest_wave((tokens().marked_text if marked else tokens().bad).name(), scale)
    x, y = origin.x(), origin.y()
    above, below = clip.top() - HEIGHT - y, clip.bottom() - y
    for left, top, width, within in stretches:
        if above <= top <= below:
            height = round(within * scale) if marked else wave.height()
            painter.drawPixmap(round(x + left), round(y + top), wave, 0, 0, round(width * scale), height)


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # with the place that it belongs to, which Qt's types leave out
    return float(found[0])


@cache
def _longest_wave(colour: str, scale: float) -> QPixmap:
    """The first bit of it over and over: to draw it in one go takes the time of many keys."""
    tile, drawn = _clear(2 * HALF, scale), _clear(LONGEST, scale)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.2))
    low, high = HEIGHT - 0.8, 0.8
    painter.drawPolyline(QPolygonF([QPointF(HALF * at, low if at % 2 == 0 else high) for at in range(-1, 4)]))
    painter.end()
    painter = QPainter(drawn)
    painter.drawTiledPixmap(0, 0, LONGEST, HEIGHT, tile)
    painter.end()
    return drawn


def _clear(width: int, scale: float) -> QPixmap:
    made = QPixmap(round(width * scale), round(HEIGHT * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    return made
