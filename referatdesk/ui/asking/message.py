"""Telling something, asking for a yes, and asking for one of a few ways to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import label

WIDTH = 440


class Message(Dialog):
    """`title` says what happened; `heading` is the name of the window where that is something else."""

    def __init__(
        self, title: str, words: str, parent: QWidget | None, *, sign: str = "info", heading: str = "Referatdesk"
    ) -> None:
        super().__init__(heading, parent, heading=title, sign=sign)
        self.setAccessibleDescription(words)
        _say(self, words)
        self.add_button(_("Close"), self.reject, look="primary", default=True).setFocus()
        announce(self, f"{title}\n{words}")


class Confirmation(Dialog):
    """Accepted on yes. Where yes is dangerous, Enter means no."""

    def __init__(self, question: str, detail: str, yes: str, parent: QWidget | None, *, dangerous: bool) -> None:
        super().__init__("Referatdesk", parent, heading=question, sign="warning" if dangerous else "info")
        self.setAccessibleDescription(detail)
        _say(self, detail)
        self.yes = self.add_button(yes, self.accept, look="danger" if dangerous else "primary", default=not dangerous)
        self.no = self.add_button(_("Cancel"), self.reject, default=dangerous)
        (self.no if dangerous else self.yes).setFocus()


class Ways(Dialog):
    """A few ways to go on; `chosen` stays None where it is closed without one. Enter takes the one that `enter` names.

    It is the first where none is named. The first stands out in either case.
    """

    def __init__(self, title: str, words: str, ways: Sequence[str], *, sign: str = "info", enter: str = "") -> None:
        super().__init__("Referatdesk", None, heading=title, sign=sign)
        self.setAccessibleDescription(words)
        _say(self, words)
        self.chosen: str | None = None
        for place, way in enumerate(ways):
            look, is_entered = "primary" if place == 0 else "", way == (enter or ways[0])
            made = self.add_button(way, partial(self._choose, way), look=look, default=is_entered)
            if is_entered:
                made.setFocus()
        self.add_button(_("Close"), self.reject)

    def _choose(self, way: str) -> None:
        self.chosen = way
        self.accept()


class WaysOut(Dialog):
    """Ways to go on from an open window; what was chosen is done once the dialog is gone. Escape changes nothing."""

    def __init__(self, title: str, words: str, ways: Mapping[str, Callable[[], object]], parent: QWidget) -> None:
        super().__init__("Referatdesk", parent, heading=title, sign="warning")
        self._window = parent
        self.setAccessibleDescription(words)
        _say(self, words)
        self._chosen: Callable[[], object] | None = None
        for place, (way, act) in enumerate(ways.items()):
            first = place == 0
            self.add_button(way, partial(self._choose, act), look="primary" if first else "", default=first)
        self.add_button(_("Cancel"), self.reject)
        self.finished.connect(self._act)
        announce(self, f"{title}\n{words}")

    def _choose(self, act: Callable[[], object]) -> None:
        self._chosen = act
        self.accept()

    def _act(self) -> None:
        if self._chosen is not None:
            QTimer.singleShot(0, self._window, self._chosen)


def ask_way(title: str, words: str, ways: Sequence[str], *, sign: str = "info", enter: str = "") -> str | None:
    """Waits for the way to go: for what must be known before there is a window. None where the user gives up."""
    dialog = Ways(title, words, ways, sign=sign, enter=enter)
    dialog.exec()
    return dialog.chosen


def _say(dialog: Dialog, words: str) -> None:
    text = label(words, dialog)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setVisible(bool(words))
    dialog.body.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
    dialog.setMinimumWidth(WIDTH)
