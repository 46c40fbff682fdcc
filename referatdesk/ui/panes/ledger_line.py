"""Beside the heading of the decision: whether its words follow the recommendation, and what they seem to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _, later
from referatdesk.services.following import Following
from referatdesk.services.suggesting import Suggestion
from referatdesk.ui.icons import icon
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.words.codes import word

SIGN = 16
_WORDS: Mapping[Following, str] = {
    Following.FOLLOWS: later("Follows the recommendation"),
    Following.BY_HAND: later("Written by hand"),
    Following.UNWRITTEN: later("Not written"),
}
_SIGNS: Mapping[Following, tuple[str, str]] = {
    Following.FOLLOWS: ("link", "good"),
    Following.BY_HAND: ("minutes", "warn"),
    Following.UNWRITTEN: ("unknown", "warn"),
}


class LedgerLine(QWidget):
    """`follow_again` and `taken` tell that the words shall follow again, and that the suggestion is taken."""

    follow_again = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self.state = ElidedLabel("", self)
        mark(self.state, tone="muted", type="small")
        self.again = self._button()
        self.again.clicked.connect(self.follow_again)
        self.suggested = self._button()
        self.suggested.clicked.connect(self.taken)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.hair)
        for widget in (self.suggested, self._sign, self.state, self.again):
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.again.sizeHint().height())
        self.show_state(Following.NOTHING)
        self.show_suggestion("")

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        mark(button, type="small")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def show_state(self, state: Following) -> None:
        words = _(_WORDS[state]) if state in _WORDS else ""
        self.state.setText(words)
        self.state.setAccessibleName(words)
        self.state.setVisible(bool(words))
        self._sign.setVisible(bool(words))
        if words:
            self._sign.setPixmap(icon(*_SIGNS[state]).pixmap(QSize(SIGN, SIGN), self.devicePixelRatioF()))
        self.again.setText(_("Write it (Alt+I)") if state is Following.UNWRITTEN else _("Link again (Alt+I)"))
        self.again.setToolTip(_("Writes the sentence of the recommendation anew"))
        self.again.setVisible(state in {Following.BY_HAND, Following.UNWRITTEN})

    def show_suggestion(self, words: str) -> None:
        self.suggested.setText(_("Looks like: {outcome} – Alt+G takes it").format(outcome=words))
        self.suggested.setAccessibleName(self.suggested.text())
        self.suggested.setVisible(bool(words))

    def buttons(self) -> list[QWidget]:
        return [self.suggested, self.again]


def suggestion_words(suggested: Suggestion | None, marks: Sequence[tuple[str, str]]) -> str:
    """ "Approved", or "1, 2 approved, 3 postponed"; `marks` are the ids of the points with what is printed before."""
    if suggested is None:
        return ""
    if not suggested.points or len(marks) == 1:
        made = set(suggested.points.values()) or {suggested.outcome}
        return word(made.pop())
    if set(suggested.points) == {point_id for point_id, _mark in marks} and len(set(suggested.points.values())) == 1:
        return _("all {outcome}").format(outcome=word(next(iter(suggested.points.values()))).lower())
    groups: dict[Outcome, list[str]] = {}
    for point_id, printed in marks:
        if point_id in suggested.points:
            groups.setdefault(suggested.points[point_id], []).append(printed)
    return "; ".join(f"{', '.join(listed)} {word(outcome).lower()}" for outcome, listed in groups.items())
