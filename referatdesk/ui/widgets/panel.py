"""A rounded ground with a heading, a note at its right end, and a content."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.elided_label import ElidedLabel

UNBOUNDED = (1 << 24) - 1
"""As high as a widget may be."""


class Panel(QFrame):
    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAccessibleName(title)
        self._content: QWidget | None = None
        self._title = ElidedLabel(title, self)
        self._title.setProperty("type", "strong")
        self._note = QLabel(self)
        self._note.setProperty("tone", "muted")
        self._note.setProperty("type", "small")
        self._note.hide()
        self._header = QHBoxLayout()
        self._header.setContentsMargins(SPACE.hair, 0, 0, 0)
        self._header.setSpacing(SPACE.hair)
        self._header.addWidget(self._title, 1)
        self._header.addWidget(self._note)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        self._box.setSpacing(SPACE.small - 2)
        self._box.addLayout(self._header)

    @property
    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str, short: str = "") -> None:
        """Where `short` is shown instead, the tool tip has the whole of it."""
        self._title.set_words(short or title, title)
        self.setAccessibleName(title)

    def set_note(self, words: str) -> None:
        """A few muted words beside the heading."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def set_beside(self, widget: QWidget) -> None:
        """A widget at the right end of the heading."""
        self._header.insertWidget(1, widget)

    def fold(self, is_folded: bool) -> None:
        """Leaves the heading. What is below can be given the keyboard still: it has no height, but is not hidden."""
        if self._content is not None:
            self._content.setMaximumHeight(0 if is_folded else UNBOUNDED)

    def set_content(self, content: QWidget | QLayout) -> None:
        if isinstance(content, QWidget):
            self._content = content
            self._box.addWidget(content, 1)
        else:
            self._box.addLayout(content, 1)
