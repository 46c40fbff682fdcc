"""A drop-down list of values with words for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from referatdesk.ui.words.codes import word

Choices = Sequence[tuple[str, object]]


def words_of(codes: Iterable[StrEnum]) -> list[tuple[str, object]]:
    return [(word(code), code) for code in codes]


class PickField(QComboBox):
    """`changed` carries the value the user picked. The wheel scrolls the page and never changes a value in passing."""

    changed = Signal(object)

    def __init__(self, name: str, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[object] = []
        self.set_choices(choices)
        self.activated.connect(lambda place: self.changed.emit(self._values[place]))

    @property
    def value(self) -> object:
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def set_choices(self, choices: Choices) -> None:
        kept = self.value
        self._values = [value for _words, value in choices]
        self.clear()
        self.addItems([words for words, _value in choices])
        self.set_value(kept)

    def set_value(self, value: object) -> None:
        """Shows a value without telling anybody; one that is not in the list shows nothing."""
        places = [place for place, one in enumerate(self._values) if type(one) is type(value) and one == value]
        self.setCurrentIndex(places[0] if places else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
