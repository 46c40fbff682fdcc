"""Who is up for election, a line each: the name, completed from those who are known, and the votes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from referatdesk.domain.voting import Candidate
from referatdesk.i18n.catalogue import _
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import label
from referatdesk.ui.widgets.offers import Offers, the_only_one

LINES = 2
VOTES = QRegularExpression("[0-9]{0,3}")
"""Nothing but figures: a sign that a number may begin with is none yet."""
NUMBER_WIDTH = 72


class NameLine(QLineEdit):
    """A part of a name becomes the name where only one has it: by Enter, which tells so by `completed`, and when the
    line is left.
    """

    completed = Signal()

    def __init__(self, name: str, names: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(name, parent)
        self._names = names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._complete():
            self.completed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """A line whose offers are open is not told that it is left."""
        self._complete()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._complete()
        super().focusOutEvent(event)

    def _complete(self) -> bool:
        name = the_only_one(self._names, self.text())
        if name is None or name == self.text():
            return False
        self.setText(name)
        return True


class Candidates(QScrollArea):
    """There is always one empty line more. `changed` tells that something was typed, `rebuilt` that there are other
    lines.
    """

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._lines: list[tuple[NameLine, QLineEdit]] = []
        page = QWidget(self)
        page.setProperty("look", "page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(SPACE.hair, SPACE.hair, SPACE.hair, SPACE.hair)
        self._grid.setSpacing(SPACE.hair)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(label(_("Candidate"), page, tone="muted", kind="small"), 0, 0)
        self._grid.addWidget(label(_("Votes"), page, tone="muted", kind="small"), 0, 1)
        self.blank = self._number(_("Blank votes"))
        self._blank_label = label(_("Blank votes"), page, tone="muted")
        self._blank_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_candidates(self, candidates: Sequence[Candidate], blank: int, names: Sequence[str]) -> None:
        """`names` are those that are offered while a name is typed."""
        self._names = names
        for name, votes in self._lines:
            for one in (name, votes):
                self._grid.removeWidget(one)
                one.deleteLater()
        self._lines = []
        for known in candidates:
            self._add(known.name, "" if known.votes is None else str(known.votes))
        while len(self._lines) < max(LINES, len(candidates) + 1):
            self._add()
        self.blank.setText(str(blank) if blank else "")

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        typed = ((name.text().strip(), votes.text()) for name, votes in self._lines)
        return tuple(Candidate(name, int(votes) if votes else None) for name, votes in typed if name)

    @property
    def unclear(self) -> str:
        """What keeps the lines from being read, in words; empty where nothing does, or nobody sees them."""
        for place, (name, votes) in enumerate(() if self.isHidden() else self._lines, 1):
            if votes.text() and not name.text().strip():
                return _("Line {number} has votes but no name").format(number=place)
            if name.text().strip() and not any(letter.isalpha() for letter in name.text()):
                return _("“{typed}” is no name").format(typed=name.text().strip())
        return ""

    @property
    def blank_votes(self) -> int:
        return int(self.blank.text() or 0)

    def fields(self) -> list[QWidget]:
        return [*(field for line in self._lines for field in line), self.blank]

    def focus_first(self) -> None:
        self._lines[0][0].setFocus()

    def _add(self, name: str = "", votes: str = "") -> None:
        place = len(self._lines) + 1
        who = NameLine(name, self._names, self.widget())
        who.setAccessibleName(_("Candidate {number}").format(number=place))
        offers = Offers(self._names, who)
        number = self._number(_("Votes for candidate {number}").format(number=place))
        offers.activated.connect(lambda _name: number.setFocus())
        who.completed.connect(number.setFocus)
        number.setText(votes)
        who.textChanged.connect(self._typed)
        self._grid.addWidget(who, place, 0)
        self._grid.addWidget(number, place, 1)
        self._lines.append((who, number))
        self._grid.addWidget(self._blank_label, place + 1, 0)
        self._grid.addWidget(self.blank, place + 1, 1)
        self._grid.setRowStretch(place + 1, 0)
        self._grid.setRowStretch(place + 2, 1)
        self.rebuilt.emit()

    def _number(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setValidator(QRegularExpressionValidator(VOTES, field))
        field.setFixedWidth(NUMBER_WIDTH)
        field.textChanged.connect(self.changed)
        return field

    def _typed(self) -> None:
        if self._lines[-1][0].text().strip():
            self._add()
        self.changed.emit()
