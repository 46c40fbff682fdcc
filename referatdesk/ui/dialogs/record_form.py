"""A page of fields over one record: shown from the archive, and saved field by field as each is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QCheckBox, QWidget

from referatdesk.ui.desk import Desk
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.pick_field import Choices, PickField
from referatdesk.ui.widgets.value_field import ClockField, DayField, NumberField, TextField, ValueField, WordsField

Save = Callable[[str, Any], None]


class _Shows(Protocol):
    def set_value(self, value: Any) -> None: ...


class Tick(QCheckBox):
    """A check box with the `set_value` of the other fields."""

    def set_value(self, value: object) -> None:
        self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(False)


class RecordForm(Form):
    """`save` is told the field's name and its new value. `show_record` fills all fields without saving."""

    def __init__(self, desk: Desk, save: Save, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._fields: dict[str, _Shows] = {}
        desk.settle_with(self, self.settle)

    def settle(self) -> None:
        """Saves what was typed into a line that has not been left."""
        for line in self.findChildren(ValueField):
            line.settle()

    def field(self, name: str) -> Any:
        """The control of a field, for what a page wants beyond showing and saving."""
        return self._fields[name]

    def show_record(self, record: object) -> None:
        for name, field in self._fields.items():
            value = getattr(record, name)
            field.set_value(str(value) if isinstance(field, NumberField) and value is not None else value)

    def text(self, name: str, words: str, *, hint: str = "") -> TextField:
        made = TextField(words, self)
        made.changed.connect(lambda value: self._save(name, value))
        self.row(words, made, hint)
        self._fields[name] = made
        return made

    def words(self, name: str, words: str, *, hint: str = "") -> WordsField:
        made = WordsField(words, self)
        made.changed.connect(lambda _value: self._save(name, made.words))
        self.row(words, made, hint)
        self._fields[name] = made
        return made

    def number(self, name: str, words: str, *, hint: str = "") -> NumberField:
        made = NumberField(words, self)
        made.changed.connect(lambda value: self._save(name, int(value) if value else None))
        self.row(words, made, hint)
        self._fields[name] = made
        return made

    def day(self, name: str, words: str) -> DayField:
        made = DayField(words, self)
        made.changed.connect(lambda value: self._save(name, value))
        self.row(words, made)
        self._fields[name] = made
        return made

    def clock(self, name: str, words: str) -> ClockField:
        """Made without a row of its own, to stand beside another."""
        made = ClockField(words, self)
        made.changed.connect(lambda value: self._save(name, value))
        self._fields[name] = made
        return made

    def pick(self, name: str, words: str, choices: Choices, *, hint: str = "") -> PickField:
        made = PickField(words, choices, self)
        made.changed.connect(lambda value: self._save(name, value))
        self.row(words, made, hint)
        self._fields[name] = made
        return made

    def tick(self, name: str, words: str) -> Tick:
        made = Tick(words, self)
        made.toggled.connect(lambda value: self._save(name, value))
        self.row("", made)
        self._fields[name] = made
        return made
