"""Which theme is in force, and putting another one in force."""

from __future__ import annotations

import sys

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.config.settings import Theme
from referatdesk.ui.theme.palette import palette_of
from referatdesk.ui.theme.sheet import sheet_of
from referatdesk.ui.theme.values import CONTRAST, DARK, LIGHT, Colours, TypeScale

SMALLEST_BASE = 10.0
"""Some systems set their windows in 9 points, which is small for a page that is read all day."""

FIRST_CHOICE_FONTS = ("Segoe UI Variable Text", "Segoe UI")
"""On Windows; elsewhere the system's own."""

_COLOURS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
_SCHEMES = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark, Theme.CONTRAST: Qt.ColorScheme.Dark}


class Look(msgspec.Struct, frozen=True):
    """The theme in force. `name` is never SYSTEM: that has been looked up."""

    name: Theme
    colours: Colours
    type: TypeScale


_look = Look(Theme.LIGHT, LIGHT, TypeScale.from_base(SMALLEST_BASE, 12))


def current() -> Look:
    return _look


def tokens() -> Colours:
    """The colours of the theme in force."""
    return _look.colours


class _Keeper(QObject):
    """Knows what was chosen, and follows the system when that was the choice."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._font = _base_font(app)
        self._choice = Theme.SYSTEM
        self._text_size = 12
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def choose(self, choice: Theme, text_size: int) -> None:
        self._choice, self._text_size = choice, text_size
        hints = self._app.styleHints()
        if choice is Theme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_SCHEMES[choice])
        self.put_in_force()

    def put_in_force(self) -> None:
        global _look  # noqa: PLW0603 - one application has one look, as it has one palette
        name = _system_theme(self._app) if self._choice is Theme.SYSTEM else self._choice
        sizes = TypeScale.from_base(self._font.pointSizeF(), self._text_size)
        look = Look(name, _COLOURS[name], sizes)
        if look == _look and self._app.styleSheet():
            return
        _look = look
        self._app.setFont(self._font)
        self._app.setPalette(palette_of(look.colours))
        self._app.setStyleSheet(sheet_of(look.name, look.colours, look.type))

    def _follow(self) -> None:
        if self._choice is Theme.SYSTEM:
            self.put_in_force()


def apply(app: QApplication, choice: Theme, text_size: int = 12) -> Look:
    """Puts a theme in force for every window, open ones too. `text_size` is that of the texts being written."""
    keeper = app.findChild(_Keeper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if keeper is None:
        app.setStyle("Fusion")
        keeper = _Keeper(app)
    keeper.choose(choice, text_size)
    return _look


def _system_theme(app: QApplication) -> Theme:
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Theme.CONTRAST
    return Theme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Theme.LIGHT


def _base_font(app: QApplication) -> QFont:
    font = QFont(app.font())
    for family in FIRST_CHOICE_FONTS if sys.platform == "win32" else ():
        if QFontDatabase.hasFamily(family):
            font.setFamily(family)
            break
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST_BASE))
    return font


def dress(window: QWidget) -> None:
    """Gives a top-level window, and all that is in it, the looks of the sheet."""
    window.setProperty("dressed", True)


def mark(widget: QWidget, **properties: str | bool) -> None:
    """Tells the sheet what a widget is, e.g. `mark(label, tone="muted", type="small")`; see `sheet` for the words."""
    new = {name: value for name, value in properties.items() if widget.property(name) != value}
    if not new:
        return
    for name, value in new.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
