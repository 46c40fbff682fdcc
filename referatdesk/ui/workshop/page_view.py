"""Pages as they will be printed, one below the other, as wide as the window or larger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import SPACE

POINT_BYTES = 4
STEPS = (0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0)
"""Widths, as shares of the room there is."""
WIDEST = 900


class Picture(Protocol):
    """A page as points of four bytes: blue, green, red, unused."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def pixels(self) -> bytes: ...


class PageView(QScrollArea):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "pages")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._page = QWidget(self)
        self._page.setProperty("look", "page")
        self._box = QVBoxLayout(self._page)
        self._box.setSpacing(SPACE.large)
        self._box.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._page)
        self._pictures: list[QPixmap] = []
        self._labels: list[QLabel] = []
        self._step = STEPS.index(1.0)

    @property
    def count(self) -> int:
        return len(self._pictures)

    def show_pages(self, pictures: Sequence[Picture]) -> None:
        for old in self._labels:
            self._box.removeWidget(old)
            old.deleteLater()
        self._pictures = [_pixmap(picture) for picture in pictures]
        self._labels = [self._label(number) for number in range(1, len(pictures) + 1)]
        for made in self._labels:
            self._box.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def _label(self, number: int) -> QLabel:
        made = QLabel(self._page)
        made.setFrameShape(QFrame.Shape.Box)
        made.setAccessibleName(_("Page {number} of {count}").format(number=number, count=len(self._pictures)))
        return made

    def zoom(self, by: int) -> None:
        self._step = min(max(self._step + by, 0), len(STEPS) - 1)
        self._fit()

    def _fit(self) -> None:
        room = min(self.viewport().width() - 2 * SPACE.huge, WIDEST) * STEPS[self._step]
        ratio = self.devicePixelRatioF()
        for made, picture in zip(self._labels, self._pictures, strict=True):
            size = QSize(int(room * ratio), int(room * ratio * picture.height() / max(picture.width(), 1)))
            scaled = picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            scaled.setDevicePixelRatio(ratio)
            made.setPixmap(scaled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _pixmap(picture: Picture) -> QPixmap:
    form = QImage.Format.Format_RGB32
    image = QImage(picture.pixels, picture.width, picture.height, picture.width * POINT_BYTES, form)
    return QPixmap.fromImage(image.copy())
