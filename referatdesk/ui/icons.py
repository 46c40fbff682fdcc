"""The icon set: one stroke, one grid, drawn in the colours of the theme in force at the moment of painting.

The files in `resources/icons` are 20 by 20 with `currentColor` for every line. An icon is kept by name and its pictures
by colour and size, so a change of theme needs no new icons and each resolution of the screen gets its own drawing.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from referatdesk.config.places import resource
from referatdesk.ui import theme

_clones: list[QIconEngine] = []
"""Engines that only Qt holds. Python would free them under its hands; there are as many as icons were ever altered."""


class UnknownIconError(LookupError):
    """No drawing of that name comes with the program."""


@cache
def icon(name: str, tone: str = "text") -> QIcon:
    """The icon of that name (a file name without its ending), in the colour that the theme gives to the tone."""
    _drawing(name)
    return QIcon(_Engine(name, tone))


def pixmap(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """The drawing in one colour, `size` in device independent pixels; for widgets that paint themselves."""
    return _rendered(name, colour, size, size, scale)


@cache
def _drawing(name: str) -> str:
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise UnknownIconError(name)
    return path.read_text(encoding="utf-8")


@cache
def _rendered(name: str, colour: str, width: int, height: int, scale: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    picture = QPixmap(QSize(round(width * scale), round(height * scale)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._tone)
        _clones.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _rendered(self._name, self._colour(mode, state), size.width(), size.height(), scale)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colours = theme.tokens()
        if mode is QIcon.Mode.Disabled:
            return colours.disabled.name()
        if state is QIcon.State.On and self._tone == "text":
            return colours.accent.name()
        return QColor(getattr(colours, self._tone)).name()
