"""Finds a person by one key and acts on that person by the next, whatever had the keyboard before.

The list shows a key at each name while this is open. Enter is in or out, a letter any other act, and the keyboard goes
back to where it was: three keys in all. What is neither a key nor an act is the beginning of a name, or of nobody's: it
does nothing to anybody, and nothing typed after it does until it is taken back.

A key and a letter are the beginning of many a name too: "Sanne" is S, then A. So a letter acts once nothing has
followed it for a moment, or something that is not typing. Enter begins no name and acts at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.panes.attendance_list import AttendanceListModel, PersonRow
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.keyboard import give_back, keyboard_holder

NAMED_MS = 400
"""How long a letter waits where a name goes on with it; more than lies between two letters of a name."""
UNNAMED_MS = 200
"""Where nobody here is called so: for names of people who are not here, and for those that are spelled otherwise."""
_CORRECTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class PersonFinder(QLineEdit):
    """`typing` carries what was typed so far, `found` the id of the person, `acted` the key of the act with it (empty
    is in or out), `closed` that the keys at the names are to go. `hint` says what a name, or what leads nowhere, is.
    """

    typing = Signal(str)
    found = Signal(str)
    acted = Signal(str, str)
    closed = Signal()

    def __init__(self, model: AttendanceListModel, acts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._acts = acts
        self._row: PersonRow | None = None
        self._typed = ""
        self._letter = ""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.act_now)
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
            self._back = keyboard_holder()
        self._row, self._typed, self._letter, self.hint = None, "", "", ""
        self.clear()
        self.setPlaceholderText(_("The key at the name"))
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typing.emit("")

    def close_up(self) -> None:
        """The keyboard goes back to where it was, before the line goes and hands it to whatever is next."""
        back, self._back = self._back, None
        self._letter = self.hint = ""
        if self.hasFocus():
            give_back(back)
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Letters and Enter are this line's own while it is open, whatever else they are keys for.

        What is not typing finds done what the letter before it said.
        """
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        is_plain = event.modifiers() in _PLAIN
        if self._letter and event.key() not in _MODIFIERS and not (is_plain and _is_typing(event)):
            self.act_now()
            return super().event(event)
        if is_plain:
            event.accept()
            return True
        return super().event(event)

    def act_now(self) -> None:
        """What the letter that waits says, if one does."""
        if self._letter:
            self._act(self._letter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() == Qt.Key.Key_Backspace:
            self._look_for(self._typed[:-1])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entered()
        elif not _has_letter(event):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif self._row is not None and not self._letter and event.text().upper() in self._acts:
            self._wait(event.text())
        elif self._typed or not event.text().isspace():
            self._look_for(self._typed + event.text().casefold())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.act_now()
            self.close_up()

    def _wait(self, letter: str) -> None:
        """Shown at once, done when nothing follows."""
        self._typed, self._letter = self._typed + letter.casefold(), letter.upper()
        self._rest.start(NAMED_MS if self._model.named(self._typed) else UNNAMED_MS)
        if self._row is not None:
            self.setText(f"{self._row.name}: {_(self._acts[self._letter])}")
            self.home(False)

    def _look_for(self, typed: str) -> None:
        self._typed, self._letter, self.hint = typed, "", ""
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
        self._row, self._letter, self.hint = row, "", ""
        self.found.emit(row.id)
        self.setText(f"{row.name}: {row.state}")
        self.home(False)
        announce(self, row.said)

    def _entered(self) -> None:
        """In or out of whoever was found, or what the letter says; of a name, whole or begun, that person is found."""
        called = self._model.called(self._typed) if self._letter else None
        if called is not None:
            self._show(called)
        elif self._row is not None:
            self._act(self._letter)
        elif self.hint and (named := self._model.named(self._typed)) is not None:
            self._show(named)

    def _act(self, key: str) -> None:
        if self._row is not None:
            person = self._row.id
            self.close_up()
            self.acted.emit(person, key)


def _is_typing(event: QKeyEvent) -> bool:
    return _has_letter(event) or event.key() in _CORRECTING


def _has_letter(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()
