"""One button for the outcome of the item as a whole, where there is no room for a chip for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _
from referatdesk.ui.icons import icon
from referatdesk.ui.theme import mark
from referatdesk.ui.words.codes import word


class WholeItemButton(QToolButton):
    """Says which it is. `picked` carries one of the outcomes offered, whether or not it is that already."""

    picked = Signal(object)

    def __init__(self, outcomes: Sequence[Outcome], parent: QWidget) -> None:
        super().__init__(parent)
        self._outcomes = outcomes
        self._outcome: Outcome | None = None
        mark(self, type="small")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(_("The outcome of the whole item (Ctrl+1–6)"))
        self.clicked.connect(self.offer)
        self.show_outcome(None)

    def show_outcome(self, outcome: Outcome | None) -> None:
        self._outcome = outcome
        words = word(outcome) if outcome else _("Whole item")
        self.setText(f"{words} ▾")
        self.setIcon(icon("check", "accent") if outcome else QIcon())
        self.setAccessibleName(_("Whole item: {outcome}").format(outcome=word(outcome) if outcome else _("Open")))

    def offer(self) -> QMenu:
        """In the order of the number keys, which pick here too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, outcome in enumerate(self._outcomes, 1):
            action = menu.addAction(f"&{number}  {word(outcome)}")
            action.setCheckable(True)
            action.setChecked(outcome is self._outcome)
            action.triggered.connect(partial(self._pick, outcome))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def _pick(self, outcome: Outcome, _checked: bool = False) -> None:
        self.picked.emit(outcome)
