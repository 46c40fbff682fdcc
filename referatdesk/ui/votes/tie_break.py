"""What decides a tie: the chair's vote where the board's own rules say so, and the lot between candidates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referatdesk.domain.codes import VoteChoice
from referatdesk.domain.voting import Candidate, drawn_between
from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.flow_row import FlowRow


class TieBreak(QWidget):
    """Hidden while there is nothing to decide. `changed` tells that it was decided, or is open again; `rebuilt` that
    there are other chips.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", self)
        self._words.setWordWrap(False)
        self._row = FlowRow(self)
        self._offered: tuple[tuple[str, object], ...] = ()
        self.value: object = None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.small)
        box.addWidget(self._words)
        box.addWidget(self._row, 1)
        self.hide()

    def offer(self, candidates: Sequence[Candidate], *, chair: bool) -> None:
        """The lot between those who have equally many votes, or the chair's vote."""
        ahead = drawn_between(candidates)
        if ahead:
            self._offer(_("Drawn by lot:"), [(one.name, one.name) for one in ahead])
        elif chair:
            sides = ((_("for"), VoteChoice.FOR), (_("against"), VoteChoice.AGAINST))
            self._offer(_("If the chair's vote decides:"), sides)
        else:
            self._offer("", ())

    def set_value(self, value: object) -> None:
        """What was decided before, told to nobody."""
        self.value = value
        self._tick()

    def chips(self) -> list[Chip]:
        return [one for one in self._row.widgets() if isinstance(one, Chip)]

    def _offer(self, words: str, offered: Sequence[tuple[str, object]]) -> None:
        self.setVisible(bool(offered))
        if tuple(offered) == self._offered:
            return
        self._offered = tuple(offered)
        self._words.setText(words)
        self._row.clear()
        for name, value in offered:
            chip = Chip(name, "○", self._row)
            chip.setAccessibleDescription(self._words.text())
            chip.clicked.connect(partial(self._pick, value))
            self._row.add(chip)
            chip.show()
        if self.value not in [value for _name, value in offered]:
            self.value = None
        self._tick()
        self.rebuilt.emit()

    def _pick(self, value: object, checked: bool = True) -> None:
        self.value = value if checked else None
        self._tick()
        self.changed.emit()

    def _tick(self) -> None:
        for chip, (_name, value) in zip(self.chips(), self._offered, strict=False):
            chip.setChecked(value == self.value)
