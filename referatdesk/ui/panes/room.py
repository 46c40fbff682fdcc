"""How the height of the item pane is shared, and what gives way in a low window: all of that is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from referatdesk.ui.panes.item import ItemPane

LOW, LOW_OF_TWO = 33, 36
"""Lines below which a pane is low, where minutes and decision are written in one place and where in two."""


class Room(QObject):
    """In a low pane what is needed less becomes smaller: the outcomes a menu, the chips of the case one row, the keys
    of the points one line; and what does not have the keyboard shrinks to its least.
    """

    def __init__(self, pane: ItemPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._written: QWidget = pane.decision
        """Which of the three parts had the keyboard last."""
        self._bar: QWidget | None = None
        self.is_low = False
        self.is_bare = False
        """Low, and a bar above takes of it."""
        self._is_by_hand = False
        """Whether the user has given the parts other shares since."""
        pane.split.splitterMoved.connect(self._moved_by_hand)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    def lend(self, bar: QWidget | None) -> None:
        """Room for a bar above the title, until None takes it back."""
        self._bar = bar
        self.fit()

    def fit(self) -> None:
        """To the height there is now. Shares that the user has made are left to her, but in a low pane."""
        pane, was_low = self._pane, self.is_low
        height = pane.height() - (self._bar.sizeHint().height() if self._bar is not None else 0)
        lines = LOW if pane.minutes.isHidden() else LOW_OF_TWO
        self.is_low = height < lines * pane.fontMetrics().lineSpacing()
        self.is_bare = self.is_low and self._bar is not None
        for part in (pane.minutes, pane.decision):
            part.set_low(self.is_low)
        pane.case.set_low(self.is_low, bare=self.is_bare, kept=not self.is_low or pane.minutes.isHidden())
        pane.show_head()
        if self.is_low or was_low or not self._is_by_hand:
            self.share()

    def share(self) -> None:
        """The case text gets no more than it needs, and leaves the larger part to write in."""
        self._is_by_hand = False
        pane = self._pane
        reads = self.is_low and self._written is pane.case and pane.case.any_open
        for part in (pane.minutes, pane.decision):
            part.fold(reads)
        shown = [part for part in (pane.case, pane.minutes, pane.decision) if not part.isHidden()]
        room = pane.split.height() - (len(shown) - 1) * pane.split.handleWidth()
        sizes = self._low_sizes(room, reads) if self.is_low else self._sizes(room)
        pane.split.setSizes(sizes)

    def _moved_by_hand(self, _place: int, _handle: int) -> None:
        self._is_by_hand = True

    def fit_chips(self) -> None:
        """To the lines that the chips need now; nothing is read for it, since it also comes while an archive closes."""
        if self.is_low or not self._is_by_hand:
            self.share()

    def fit_low(self) -> None:
        """Where room is short it goes to what has the keyboard; elsewhere the user's own shares are left alone."""
        if self.is_low:
            self.share()

    def _sizes(self, room: int) -> list[int]:
        case, minutes, decision = self._pane.case, self._pane.minutes, self._pane.decision
        of_case = min(case.wanted_height(), room * 9 // 20)
        rest = room - of_case
        of_decision = (
            rest if minutes.isHidden() else max(rest // 2, min(decision.wanted_height(), rest - _least(minutes)))
        )
        return [of_case, rest - of_decision, of_decision]

    def _low_sizes(self, room: int, reads: bool) -> list[int]:
        """The part with the keyboard takes what the others leave of it."""
        case, minutes, decision = self._pane.case, self._pane.minutes, self._pane.decision
        takes = case if reads else minutes if self._written is minutes and not minutes.isHidden() else decision
        parts = (case, minutes, decision)
        left = room - sum(_least(part) for part in parts if part is not takes)
        return [left if part is takes else _least(part) for part in parts]

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        parts = (self._pane.case, self._pane.minutes, self._pane.decision)
        written = next((part for part in parts if now is not None and part.isAncestorOf(now)), self._written)
        if written is not self._written:
            self._written = written
            self.fit_low()


def _least(part: QWidget) -> int:
    return 0 if part.isHidden() else part.minimumSizeHint().height()
