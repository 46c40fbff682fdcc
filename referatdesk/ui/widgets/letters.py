"""Letters to press with Alt: given to the buttons and the labels of fields on a page that have none of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QStackedWidget, QWidget

Lettered = QPushButton | QCheckBox | QRadioButton | QLabel
_OWN = re.compile(r"&(\w)")
_LETTER = re.compile(r"[a-zæøå]", re.IGNORECASE)


def give_letters(page: QWidget) -> None:
    """Within each sheet of a stack of sheets a letter means one thing, and never what it means beside the stack."""
    by_sheet: dict[QWidget | None, list[Lettered]] = {}
    for widget in _lettered(page):
        by_sheet.setdefault(_sheet(widget, page), []).append(widget)
    everywhere = by_sheet.pop(None, [])
    named = set().union(*(_own(widgets) for widgets in by_sheet.values())) if by_sheet else set()
    common = _give(everywhere, named)
    for widgets in by_sheet.values():
        _give(widgets, common)


def _lettered(page: QWidget) -> Iterator[Lettered]:
    """Buttons first: there are few, and they are pressed most."""
    yield from page.findChildren(QPushButton)
    yield from page.findChildren(QCheckBox)
    yield from page.findChildren(QRadioButton)
    yield from (one for one in page.findChildren(QLabel) if one.buddy() is not None)


def _sheet(widget: QWidget, page: QWidget) -> QWidget | None:
    above: QWidget | None = widget
    while above is not None and above is not page:
        parent = above.parentWidget()
        if isinstance(parent, QStackedWidget):
            return above
        above = parent
    return None


def _own(widgets: list[Lettered]) -> set[str]:
    return {found[1].casefold() for widget in widgets if (found := _OWN.search(widget.text()))}


def _give(widgets: list[Lettered], taken: set[str]) -> set[str]:
    """All letters that are then taken. Where none is left a widget goes without."""
    known = taken | _own(widgets)
    for widget in widgets:
        words = widget.text()
        place = None if "&" in words else _place(words, known)
        if place is not None:
            known.add(words[place].casefold())
            widget.setText(f"{words[:place]}&{words[place:]}")
    return known


def _place(words: str, taken: set[str]) -> int | None:
    """Where the letter stands: at the beginning of a word where that can be."""
    letters = [found.start() for found in _LETTER.finditer(words)]
    first = [place for place in letters if place == 0 or not words[place - 1].isalnum()]
    return next((place for place in (*first, *letters) if words[place].casefold() not in taken), None)
