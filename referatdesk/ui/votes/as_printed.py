"""The words as they will be printed, in a frame of their own that scrolls where they are many."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label

MOST_LINES = 5


class AsPrinted(QScrollArea):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "well")
        self.setAccessibleName(_("As it will be printed"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = label("", self)
        self._words.setContentsMargins(SPACE.small, SPACE.hair, SPACE.small, SPACE.hair)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._words)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the words need, up to a few lines."""
        line = self.fontMetrics().height()
        needed = self._words.heightForWidth(max(self.width(), 200))
        return QSize(200, min(max(needed, line + SPACE.small), MOST_LINES * line + SPACE.small))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + SPACE.small)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.updateGeometry()
