"""Keys that were meant for a list which is not there yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

LONGEST_MS = 4_000
"""Who has waited this long has seen that there is no list."""

_Key = Qt.Key
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_OF_A_LIST = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Up, _Key.Key_Down})
_MODIFIERS = frozenset({_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta})
_SIGNS_OF_A_LIST = frozenset("123456789+-")


class HeldKeys(QObject):
    """Holds back what a list would take, from the asking for it until it is there.

    `given_up` tells that none is wanted, or that the widget is gone.
    """

    given_up = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._from: QWidget | None = None
        self._held: list[QKeyEvent] = []
        self._limit = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._limit.timeout.connect(self.drop)

    def hold(self, widget: QWidget) -> None:
        """Those of the widget from now on; what another held before is kept."""
        if widget is not self._from:
            self._let_go()
            self._from = widget
            widget.installEventFilter(self)
        self._limit.start()

    def release(self) -> None:
        """The list is there: it gets them as if they were pressed now."""
        widget, held = self._from, self._held
        self.drop()
        for event in held:
            if widget is not None:
                QApplication.sendEvent(widget, event)

    def drop(self) -> None:
        self._limit.stop()
        self._let_go()
        self._held = []

    def _let_go(self) -> None:
        if self._from is not None:
            self._from.removeEventFilter(self)
            self._from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._from and event.type() == QEvent.Type.Hide:
            self.drop()
            self.given_up.emit()
        if watched is not self._from or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and _is_of_a_list(event):
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or event.key() in _MODIFIERS:
            return False
        if _is_of_a_list(event):
            self._held.append(event.clone())
            return True
        self.drop()
        self.given_up.emit()
        return event.key() == _Key.Key_Escape


def _is_of_a_list(event: QKeyEvent) -> bool:
    return (event.modifiers() in _PLAIN and event.key() in _OF_A_LIST) or (
        bool(event.text()) and event.text() in _SIGNS_OF_A_LIST
    )
