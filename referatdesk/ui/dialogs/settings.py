"""The user's own settings; each is in force at once."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QWidget

from referatdesk.config.settings import LARGEST_TEXT, SMALLEST_TEXT, Language, Theme
from referatdesk.i18n.catalogue import _
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.outside import open_outside
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.form import Form
from referatdesk.ui.widgets.pick_field import Choices, PickField


def _themes() -> Choices:
    return [
        (_("As the computer"), Theme.SYSTEM),
        (_("Light"), Theme.LIGHT),
        (_("Dark"), Theme.DARK),
        (_("High contrast"), Theme.CONTRAST),
    ]


class SettingsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Settings"), parent, heading=_("Settings"), sign="settings")
        self._desk = desk
        now = desk.preferences.now
        self.theme = PickField(_("Theme"), _themes(), self)
        self.theme.set_value(now.theme)
        self.theme.changed.connect(lambda chosen: self._set(theme=chosen))
        self.language = PickField(_("Language"), [("Dansk", Language.DANISH), ("English", Language.ENGLISH)], self)
        self.language.set_value(now.language)
        self.language.changed.connect(self._set_language)
        self.spelling = QCheckBox(_("Mark misspelt Danish words"), self)
        self.spelling.setChecked(now.spell_check)
        self.spelling.toggled.connect(lambda on: self._set(spell_check=on))
        self.text_size = QSlider(Qt.Orientation.Horizontal, self)
        self.text_size.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        self.text_size.setAccessibleName(_("Size of the text"))
        self._points = QLabel(self)
        self.text_size.setValue(now.text_size)
        self._show_points(now.text_size)
        self.text_size.valueChanged.connect(self._set_text_size)
        self.body.addWidget(self._form(), 1)
        self.add_button(_("Close"), self.reject, look="primary", default=True)
        self.size_to(580, 440)

    def _form(self) -> Form:
        form = Form(self)
        form.heading(_("Appearance"))
        form.row(_("Theme"), self.theme)
        form.row(_("Language"), self.language, _("Minutes are printed in Danish, whatever the window speaks."))
        size = QHBoxLayout()
        size.setSpacing(SPACE.medium)
        size.addWidget(self.text_size, 1)
        size.addWidget(self._points)
        form.row(_("Size of the text"), size)
        form.row(_("Spelling"), self.spelling)
        form.heading(_("Your data"))
        place = QHBoxLayout()
        place.setSpacing(SPACE.small)
        place.addWidget(ElidedLabel(str(self._desk.workspace.path), self), 1)
        place.addWidget(button(_("Open folder"), self._open_folder, self, sign="open"))
        form.row(_("The archive"), place)
        safe = _("Everything is saved while you write, and nothing leaves this computer.")
        form.wide(label(safe, self, tone="muted", kind="small"))
        form.end()
        return form

    def _set(self, **chosen: Any) -> None:
        self._desk.preferences.set(replace(self._desk.preferences.now, **chosen))

    def _set_language(self, chosen: object) -> None:
        """The window is built anew in the other language, and so is this page of it."""
        self._set(language=chosen)
        again = SettingsDialog(self._desk, self.parentWidget())
        again.setGeometry(self.geometry())
        self.close()
        again.open()

    def _set_text_size(self, points: int) -> None:
        self._show_points(points)
        self._set(text_size=points)

    def _show_points(self, points: int) -> None:
        self._points.setText(_("{points} points").format(points=points))

    def _open_folder(self) -> None:
        open_outside(self._desk.workspace.path.parent)
