"""The line of time: a slider over the versions of an item, moved by version and by five minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.rewind.rewinding import Version, at

LEAP = timedelta(minutes=5)
_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier


class TimeLine(QSlider):
    """`stepped` asks for the next difference in the text, or the one before; `taken` to bring back the sentence there,
    or its whole paragraph.
    """

    stepped = Signal(int)
    taken = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._versions: Sequence[Version] = ()
        self.setAccessibleName(_("Time"))
        self.setPageStep(1)
        self.setRange(0, 0)

    def set_versions(self, versions: Sequence[Version], place: int) -> None:
        self._versions = versions
        self.blockSignals(True)
        self.setRange(0, max(len(versions) - 1, 0))
        self.setValue(place)
        self.blockSignals(False)

    def leap(self, by: int) -> None:
        """Five minutes back or on; by a version where none is so near."""
        here = self._versions[self.value()].time if self._versions else None
        if here is None:
            self.setValue(self.value() + by)
            return
        goal = at(self._versions, here + by * LEAP)
        self.setValue(goal if goal != self.value() else self.value() + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, leaps = event.key(), event.modifiers() == _CTRL
        if leaps and key in {_Key.Key_Left, _Key.Key_Right}:
            self.leap(-1 if key == _Key.Key_Left else 1)
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            self.stepped.emit(-1 if key == _Key.Key_Up else 1)
        elif key in {_Key.Key_Return, _Key.Key_Enter} and not event.modifiers() & _CTRL:
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
