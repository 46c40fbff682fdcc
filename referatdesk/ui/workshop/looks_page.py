"""Which style of the template each kind of section is set in, chosen by how it looks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from referatdesk.domain.boards import SectionForm
from referatdesk.i18n.catalogue import _
from referatdesk.services.board import boards
from referatdesk.ui.asking.frame import scrolled
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.pick_field import PickField
from referatdesk.ui.words.codes import word
from referatdesk.ui.workshop.bench import Bench
from referatdesk.ui.workshop.page import Page

SAMPLE_POINTS = (8.0, 18.0)
"""Smaller and larger letters are shown in these, so that a row stays a row."""


PICK_LETTERS = 20


class Look(Protocol):
    """How a style of the template looks."""

    @property
    def name(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def points(self) -> float: ...
    @property
    def bold(self) -> bool: ...
    @property
    def italic(self) -> bool: ...
    @property
    def colour(self) -> str: ...


class LooksPage(Page):
    """One row for each kind of section that the house prints; what is chosen is kept with the house style."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench = bench
        self.picks: dict[str, PickField] = {}
        self._shown: object = None
        self._words = label("", self, tone="muted")
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._grid.setHorizontalSpacing(SPACE.large)
        self._grid.setVerticalSpacing(SPACE.small)
        self._grid.setColumnStretch(2, 1)
        self._area = scrolled(self._page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACE.medium, 0, 0)
        box.addWidget(self._words)
        box.addWidget(self._area, 1)
        self.main = self._area
        for told in (bench.chosen, bench.checked, bench.used):
            told.connect(self._show)
        self._show()

    def _show(self) -> None:
        style, report = self._bench.style, self._bench.report
        forms = style.sections if style is not None else ()
        looks = report.styles if report is not None else ()
        if (forms, looks) == self._shown:
            return
        self._shown = (forms, looks)
        focused = next((kind for kind, pick in self.picks.items() if pick.hasFocus()), None)
        self._clear()
        if forms and looks:
            self._words.setText(_("Which style of the template each section is set in"))
            for row, form in enumerate(forms):
                self._add_row(row, form, looks)
            self._grid.setRowStretch(len(forms), 1)
            self.main = next(iter(self.picks.values()))
            if focused in self.picks:
                self.picks[focused].show()
                self.picks[focused].setFocus()
        else:
            self._words.setText(_("Choose a template and a board whose sections are to be set in its styles."))

    def _clear(self) -> None:
        self.main = self._area
        self.picks.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_row(self, row: int, form: SectionForm, looks: Sequence[Look]) -> None:
        name = word(form.kind)
        choices = [(_("As the template has it"), None), *((look.name, look.name) for look in looks)]
        if form.style is not None and form.style not in {look.name for look in looks}:
            choices.append((_("{style} (not in the template)").format(style=form.style), form.style))
        pick = PickField(name, choices, self._page)
        pick.setMinimumContentsLength(PICK_LETTERS)
        pick.set_value(form.style)
        for place, look in enumerate(looks, 1):
            pick.setItemData(place, _font(look, pick.font()), Qt.ItemDataRole.FontRole)
        pick.changed.connect(partial(self._keep, form))
        self.picks[form.kind] = pick
        words = QLabel(name, self._page)
        words.setBuddy(pick)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(pick, row, 1)
        self._grid.addWidget(self._sample(next((look for look in looks if look.name == form.style), None)), row, 2)

    def _sample(self, look: Look | None) -> QLabel:
        """A line of the style on paper: white, whatever the colours of the window."""
        made = QLabel(_("The council discussed it.") if look else "", self._page)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if look is not None:
            font = _font(look, made.font())
            made.setFrameShape(QFrame.Shape.StyledPanel)
            weight, slant = "bold" if look.bold else "normal", "italic" if look.italic else "normal"
            letters = f"font: {slant} {weight} {font.pointSizeF():g}pt '{font.family()}';"
            made.setStyleSheet(f"background: #ffffff; color: #{look.colour or '000000'}; padding: 2px 6px; {letters}")
            made.setAccessibleName(_("{style} looks like this").format(style=look.name))
        return made

    def _keep(self, form: SectionForm, style: object) -> None:
        house = self._bench.style
        if house is not None:
            desk = self._bench.desk
            change = boards.edit_section_form(desk.workspace, house.id, form.kind, style=style)
            desk.attempt(partial(desk.do, change))


def _font(look: Look, otherwise: QFont) -> QFont:
    font = QFont(look.family or otherwise.family())
    font.setPointSizeF(min(max(look.points, SAMPLE_POINTS[0]), SAMPLE_POINTS[1]))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    return font
