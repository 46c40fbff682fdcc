"""What is voted on: the kind of vote by chips, and a line that says it more exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referatdesk.domain.codes import VoteSubject
from referatdesk.i18n.catalogue import _, later
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.offers import Offers
from referatdesk.ui.words.codes import word

SUBJECTS = (VoteSubject.MAIN, VoteSubject.AMENDMENT, VoteSubject.PROCEDURE, VoteSubject.ELECTION)
_ASKED: Mapping[VoteSubject, str] = {
    VoteSubject.MAIN: later("Only where it is not all of it: “indstillingens punkt 1”"),
    VoteSubject.AMENDMENT: later("Who moved it, or what it is about: “Sanne Brix”, “om en kortere frist”"),
    VoteSubject.PROCEDURE: later("What about the procedure: “lukning af debatten”"),
    VoteSubject.ELECTION: later("Which office: “næstformand”"),
}
PROCEDURES = ("lukning af debatten", "udsættelse af sagen", "tilbagesendelse af sagen", "behandling for lukkede døre")
OFFICES = ("formand", "næstformand", "medlem", "suppleant")
"""Danish words of minutes, in whatever language the window is."""


class Question(QWidget):
    """`changed` tells that something else is voted on."""

    changed = Signal()

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self.subject = VoteSubject.MAIN
        self.chips = {subject: Chip(word(subject), "○", self) for subject in SUBJECTS}
        row = FlowRow(self)
        for subject, chip in self.chips.items():
            chip.setAccessibleDescription("")
            chip.clicked.connect(partial(self._pick, subject))
            row.add(chip)
        self.about = QLineEdit(self)
        self._offered = QStringListModel(self)
        Offers(self._offered, self.about)
        self.about.setAccessibleName(_("What is voted on"))
        self.about.textChanged.connect(self.changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.hair)
        box.addWidget(row)
        box.addWidget(self.about)
        self.show_subject(VoteSubject.MAIN, "")

    def show_subject(self, subject: VoteSubject, about: str) -> None:
        self.subject = subject
        for one, chip in self.chips.items():
            chip.setChecked(one is subject)
        offered = {
            VoteSubject.AMENDMENT: self._names,
            VoteSubject.PROCEDURE: PROCEDURES,
            VoteSubject.ELECTION: OFFICES,
        }
        self._offered.setStringList(list(offered.get(subject, ())))
        self.about.setPlaceholderText(_(_ASKED[subject]))
        self.about.setText(about)
        self.changed.emit()

    def turn(self, step: int) -> None:
        """The kind of vote before or behind."""
        self._pick(SUBJECTS[(SUBJECTS.index(self.subject) + step) % len(SUBJECTS)])
        announce(self, word(self.subject))

    def _pick(self, subject: VoteSubject, _checked: bool = True) -> None:
        self.show_subject(subject, "" if subject is not self.subject else self.about.text())
