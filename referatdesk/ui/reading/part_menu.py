"""The menu of what a line can be said to be, with the key of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from referatdesk.domain.codes import SectionKind
from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Part
from referatdesk.ui.reading.row_view import JOIN_KEY
from referatdesk.ui.theme import dress
from referatdesk.ui.words.codes import word
from referatdesk.ui.words.parts import KEYS, part_word

_GAPS_BEFORE = frozenset({Part.LABEL, Part.TITLE, Part.LEFT_OUT})


def part_menu(
    parent: QWidget, act: Callable[[Part], None], label: Callable[[SectionKind], None], join: Callable[[], None]
) -> QMenu:
    """`label` is called where a line is said to be the label of a section of that kind."""
    menu = QMenu(parent)
    dress(menu)
    for key, part in KEYS.items():
        if part in _GAPS_BEFORE:
            menu.addSeparator()
        menu.addAction(f"{part_word(part)}\t{key}", partial(act, part))
        if part is Part.LABEL:
            menu.addMenu(_kinds(menu, label))
    menu.addSeparator()
    menu.addAction(_("Join with the line above, or part from it") + f"\t{JOIN_KEY}", join)
    return menu


def _kinds(menu: QMenu, label: Callable[[SectionKind], None]) -> QMenu:
    kinds = QMenu(_("Label of"), menu)
    dress(kinds)
    for kind in SectionKind:
        kinds.addAction(word(kind), partial(label, kind))
    return kinds
