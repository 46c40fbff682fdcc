"""Whether the words of a decision follow the recommendation, and what they seem to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _, later
from referatdesk.services.decision.following import Following
from referatdesk.services.decision.suggesting import Suggestion
from referatdesk.ui.icons import icon
from referatdesk.ui.key_in_force import key_in_force
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.elided_label import ElidedLabel
from referatdesk.ui.widgets.sign import Sign
from referatdesk.ui.words.codes import word

SIGN = 16
SHORT_OFFER, LONGEST_OFFER = 14, 28
"""Letters of what is suggested."""
_WORDS: Mapping[Following, str] = {
    Following.FOLLOWS: later("Follows the recommendation"),
    Following.FOLLOWS_VOTE: later("The sentence follows the vote"),
    Following.AGAINST_VOTE: later("The vote says otherwise"),
    Following.BY_HAND: later("Written by hand"),
    Following.UNWRITTEN: later("Not written"),
}
_SIGNS: Mapping[Following, tuple[str, str]] = {
    Following.FOLLOWS: ("link", "good"),
    Following.FOLLOWS_VOTE: ("link", "good"),
    Following.AGAINST_VOTE: ("warning", "warn"),
    Following.BY_HAND: ("minutes", "warn"),
    Following.UNWRITTEN: ("unknown", "warn"),
}


class LedgerLine(QWidget):
    """Stands beside the heading. `follow_again` tells that the words shall follow again."""

    follow_again = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._sign = Sign(SIGN, self)
        self.state = ElidedLabel("", self)
        mark(self.state, tone="muted", type="small")
        self.again = QToolButton(self)
        mark(self.again, type="small")
        self.again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.again.clicked.connect(self.follow_again)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.hair)
        for widget in (self._sign, self.state, self.again):
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.again.sizeHint().height())
        self.show_state(Following.NOTHING)

    def show_state(self, state: Following) -> None:
        words = _(_WORDS[state]) if state in _WORDS else ""
        self.state.setText(words)
        self.state.setAccessibleName(words)
        self.state.setVisible(bool(words))
        self._sign.setVisible(bool(words))
        if words:
            self._sign.show_sign(*_SIGNS[state])
        words = _("Write it ({key})") if state is Following.UNWRITTEN else _("Link again ({key})")
        self.again.setText(words.format(key=key_in_force(self._preferences, "decisions.follow")))
        self.again.setToolTip(_("Writes the sentence of the recommendation anew"))
        self.again.setVisible(state in {Following.BY_HAND, Following.UNWRITTEN})


class SuggestionButton(QToolButton):
    """What the words look like; a click takes it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        mark(self, type="small")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon("info", "accent"))
        self._texts = ["", ""]
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Nothing where there is nothing to suggest."""
        key = key_in_force(self._preferences, "decisions.take")
        offer = _("Looks like: {outcome} ({key})")
        self._texts = [offer.format(outcome=_cut(words, most), key=key) for most in (SHORT_OFFER, LONGEST_OFFER)]
        self._fit()
        self.setAccessibleName(offer.format(outcome=words, key=key))
        self.setToolTip(_("{key} takes it: {outcome}").format(outcome=words, key=key))
        self.setVisible(bool(words))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self._size_with(self._texts[0])

    def sizeHint(self) -> QSize:
        return self._size_with(self._texts[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fewer words where the heading has less room."""
        self.setText(self._texts[self.width() >= self.sizeHint().width()])

    def _size_with(self, words: str) -> QSize:
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(words) - metrics.horizontalAdvance(self.text())
        return super().sizeHint() + QSize(more, 0)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip(" ,;") + "…"


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
