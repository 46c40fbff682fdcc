"""Finds a person by one key and acts on that person by the next, whatever had the keyboard before.

The list shows a key at each name while this is open. Enter is in or out, a letter any other act, and the keyboard goes
back to where it was: three keys in all.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.panes.attendance_list import AttendanceListModel, PersonRow
from referatdesk.ui.widgets.announce import announce

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class PersonFinder(QLineEdit):
    """`typing` carries what was typed so far, `found` the id of the person, `acted` the key of the act with it (empty
    is in or out), `closed` that the keys at the names are to go.
    """

    typing = Signal(str)
    found = Signal(str)
    acted = Signal(str, str)
    closed = Signal()

    def __init__(self, model: AttendanceListModel, acts: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._acts = acts
        self._row: PersonRow | None = None
        self._back: QWidget | None = None
        self.setReadOnly(True)
        self.setAccessibleName(_("Find a person"))
        self.setObjectName("personFinder")
        self.hide()

    @property
    def has_found(self) -> bool:
        return self._row is not None and not self.isHidden()

    def open(self) -> None:
        self._back = QApplication.focusWidget()
        self._row = None
        self.clear()
        self.setPlaceholderText(_("The key at the name"))
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typing.emit("")

    def close_up(self) -> None:
        """The keyboard goes back to where it was, before the line goes and hands it to whatever is next."""
        back, self._back = self._back, None
        if back is not None and back.isVisible() and self.hasFocus():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Letters and Enter are this line's own while it is open, whatever else they are keys for."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() == Qt.Key.Key_Backspace:
            self._look_for("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._act("")
        elif not event.text():
            super().keyPressEvent(event)
        elif self._row is not None:
            self._act(event.text().upper())
        elif event.text().isalnum():
            self._look_for(self.text() + event.text().casefold())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.close_up()

    def _look_for(self, typed: str) -> None:
        self._row = self._model.with_badge(typed)
        goes_on = any(row.badge.startswith(typed) for row in self._model.rows if row.id)
        self.setText(typed if goes_on and self._row is None else "")
        self.typing.emit(typed if goes_on else "")
        if self._row is not None:
            self.found.emit(self._row.id)
            self.setText(f"{self._row.name}: {self._row.state}")
            self.home(False)
            announce(self, self._row.said)

    def _act(self, key: str) -> None:
        if self._row is not None and (not key or key in self._acts):
            person = self._row.id
            self.close_up()
            self.acted.emit(person, key)
