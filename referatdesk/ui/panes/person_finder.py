"""Finds a person by one key and acts on that person by the next, whatever had the keyboard before.

The list shows a key at each name while this is open. Enter is in or out, a letter any other act, and the keyboard goes
back to where it was: three keys in all. What is neither a key nor an act is the beginning of a name, or of nobody's: it
does nothing to anybody, and nothing typed after it does until it is taken back.
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
    is in or out), `closed` that the keys at the names are to go. `hint` says what a name, or what leads nowhere, is.
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
        self._typed = ""
        self._back: QWidget | None = None
        self.hint = ""
        self.setReadOnly(True)
        self.setAccessibleName(_("Find a person"))
        self.setObjectName("personFinder")
        self.hide()

    @property
    def has_found(self) -> bool:
        return self._row is not None and not self.isHidden()

    def open(self) -> None:
        if not self.hasFocus():
            self._back = QApplication.focusWidget()
        self._row, self._typed, self.hint = None, "", ""
        self.clear()
        self.setPlaceholderText(_("The key at the name"))
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typing.emit("")

    def close_up(self) -> None:
        """The keyboard goes back to where it was, before the line goes and hands it to whatever is next."""
        back, self._back = self._back, None
        self.hint = ""
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
            self._look_for(self._typed[:-1])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entered()
        elif not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)
        elif self._row is not None and event.text().upper() in self._acts:
            self._act(event.text().upper())
        elif self._typed or not event.text().isspace():
            self._look_for(self._typed + event.text().casefold())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.close_up()

    def _look_for(self, typed: str) -> None:
        self._typed, self.hint = typed, ""
        self._row = self._model.with_badge(typed)
        if self._row is None and not self._model.begins_badge(typed):
            self.hint = self._said_of_name()
        self.setText(typed)
        self.typing.emit(typed)
        announce(self, self.hint)
        if self._row is not None:
            self._show(self._row)

    def _said_of_name(self) -> str:
        named = self._model.named(self._typed)
        if named is not None:
            self.found.emit(named.id)
            return _("Enter finds {name}").format(name=named.name)
        if len(self._typed) > 1:
            return _("Nobody is called that · Backspace corrects · Esc leaves")
        return _("Nobody has the key {key} · Backspace corrects · Esc leaves").format(key=self._typed.upper())

    def _show(self, row: PersonRow) -> None:
        self._row, self.hint = row, ""
        self.found.emit(row.id)
        self.setText(f"{row.name}: {row.state}")
        self.home(False)
        announce(self, row.said)

    def _entered(self) -> None:
        """In or out of whoever was found; of a name that was begun, that person is found."""
        if self._row is not None:
            self._act("")
        elif self.hint and (named := self._model.named(self._typed)) is not None:
            self._show(named)

    def _act(self, key: str) -> None:
        if self._row is not None:
            person = self._row.id
            self.close_up()
            self.acted.emit(person, key)
