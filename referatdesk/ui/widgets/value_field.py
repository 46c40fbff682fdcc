"""Lines to type a value into: what is typed is read when the line is left, and shown in its full form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.days import day_words
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.typed import read_clock, read_day
from referatdesk.ui.widgets.calendar import Calendar
from referatdesk.ui.widgets.controls import tool


class ValueField(QLineEdit):
    """`changed` carries the value, None for nothing. What is not understood stays, is marked, and changes nothing."""

    changed = Signal(object)

    def __init__(
        self, name: str, read: Callable[[str], str | None], show: Callable[[str | None], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._read = read
        self._show = show
        self._value: str | None = None
        self.editingFinished.connect(self.settle)
        self.textEdited.connect(lambda _text: self._set_wrong(False))

    @property
    def value(self) -> str | None:
        return self._value

    @property
    def is_wrong(self) -> bool:
        return bool(self.property("wrong"))

    def set_value(self, value: str | None) -> None:
        """Shows a value without telling anybody."""
        self._value = value
        self.setText(self._show(value))
        self.setCursorPosition(0)
        self._set_wrong(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MouseFocusReason):
            self.selectAll()

    def settle(self) -> None:
        """Reads what was typed; leaving the line does so too."""
        typed = self.text().strip()
        if typed == self._show(self._value):
            return
        value = self._read(typed) if typed else None
        if typed and value is None:
            self._set_wrong(True)
            return
        before = self._value
        self.set_value(value)
        if value != before:
            self.changed.emit(value)

    def _set_wrong(self, wrong: bool) -> None:
        if wrong != self.is_wrong:
            mark(self, wrong=wrong)
            words = _("Not understood: nothing is changed") if wrong else ""
            self.setAccessibleDescription(words)
            self.setToolTip(words)


class TextField(ValueField):
    """A line of text; blank is None."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, lambda text: text, lambda value: value or "", parent)


class WordsField(TextField):
    """Words or names divided by commas; records have them one by one."""

    def set_value(self, value: str | tuple[str, ...] | None) -> None:
        super().set_value(", ".join(value) if isinstance(value, tuple) else value)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for part in (self.value or "").split(",") if (word := part.strip()))


class ClockField(ValueField):
    """A time of day, "HH:MM" in records and "13.00" on the screen."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, read_clock, lambda value: (value or "").replace(":", "."), parent)
        self.setPlaceholderText(_("e.g. 13.00"))
        self.setMaximumWidth(120)


class NumberField(ValueField):
    """A whole number from 1, or nothing."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, lambda text: text if text.isdecimal() and int(text) else None, lambda v: v or "", parent)
        self.setMaximumWidth(90)


class DayField(QWidget):
    """A day, typed or picked in a calendar. Records have it as ISO text; one without a year stays as it is."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self.line = ValueField(name, self._read, day_words, self)
        self.line.setPlaceholderText(_("e.g. 4/2 or 4 Feb 2027"))
        self.line.changed.connect(self.changed)
        self.button = tool(_("Choose in a calendar"), "calendar", self.open_calendar, self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.hair)
        box.addWidget(self.line, 1)
        box.addWidget(self.button)
        self.setFocusProxy(self.line)

    @property
    def value(self) -> str | None:
        return self.line.value

    def set_value(self, value: str | None) -> None:
        self.line.set_value(value)

    def _read(self, text: str) -> str | None:
        day = read_day(text, self._today())
        return day.isoformat() if day else None

    def open_calendar(self) -> Calendar:
        calendar = Calendar(self.value or self._today().isoformat(), self)
        calendar.chosen.connect(self._pick)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + SPACE.hair)))
        calendar.show()
        return calendar

    def _pick(self, day: str) -> None:
        if day != self.value:
            self.set_value(day)
            self.changed.emit(day)
        self.line.setFocus()
