"""Every act on a person of the list, with its letter: for the mouse, and to learn the letters from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.presence.gestures import Gesture

if TYPE_CHECKING:
    from referatdesk.ui.panes.attendance import AttendancePane

LETTERS: Mapping[str, Gesture] = {
    "T": Gesture.HERE,
    "S": Gesture.LATE,
    "G": Gesture.LEFT,
    "A": Gesture.EXCUSED,
    "U": Gesture.STAYED_AWAY,
    "I": Gesture.DISQUALIFIED,
    "F": Gesture.OUT,
    "O": Gesture.REMOTE,
}
STAND_IN, REMARK = "V", "B"
WORDS: Mapping[str, str] = {
    "T": later("Present, or back again"),
    "S": later("Comes later"),
    "G": later("Left"),
    "A": later("Apologies"),
    "U": later("Stayed away"),
    "I": later("Disqualified (this item)"),
    "F": later("Out (this item)"),
    "O": later("Online"),
    STAND_IN: later("Stand-in…"),
    REMARK: later("Remark…"),
}


def attendance_menu(pane: AttendancePane, person: str) -> QMenu:
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for letter, words in WORDS.items():
        if letter in {"I", STAND_IN}:
            menu.addSeparator()
        menu.addAction(f"{_(words)}\t{letter}").triggered.connect(lambda _on, key=letter: pane.act(person, key))
    menu.addAction(_("Found not disqualified (this item)")).triggered.connect(lambda: pane.rule_fit(person))
    menu.addAction(_("Statement…")).triggered.connect(pane.statement_wanted)
    menu.addSeparator()
    menu.addAction(_("Change the time…") + "\tEnter").triggered.connect(lambda: pane.questions.time(person))
    menu.addAction(_("Remove from the list")).triggered.connect(lambda: pane.remove(person))
    return menu
