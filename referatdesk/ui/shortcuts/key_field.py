"""A box that takes the next key pressed, whatever it would do elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.i18n.catalogue import _

_HELD_ALONE = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_unknown}
)
_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Pressed alone these do what they do in any dialog; no action can have them."""

_FIRST_NAMED = Qt.Key.Key_Escape.value
"""Below it a key is the sign that it types."""
_FIGURES = dict(zip('!"#¤%&/()=', "1234567890", strict=True))
"""What the row of figures types on a Danish keyboard while Shift is held; keys are named by the figure."""


class KeyField(QLineEdit):
    """`pressed` carries the key in the portable words of the settings ("Ctrl+Shift+F")."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("New key"))
        self.setPlaceholderText(_("Press the key"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.key = ""

    def event(self, event: QEvent) -> bool:
        """No letter of the dialog's buttons takes the key away."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _leaves(event):
            event.ignore()
        elif event.key() not in _HELD_ALONE:
            self.show_key(_portable(event))
            self.pressed.emit(self.key)

    def show_key(self, key: str) -> None:
        self.key = key
        self.setText(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))


def _leaves(event: QKeyEvent) -> bool:
    alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return alone and Qt.Key(event.key()) in _LEAVING


def _portable(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = event.key()
    if held & Qt.KeyboardModifier.ShiftModifier and key < _FIRST_NAMED:
        key = ord(_FIGURES.get(chr(key), chr(key)))
    return QKeySequence(QKeyCombination(held, Qt.Key(key))).toString()
