"""The decision pane: outcome, the points of the recommendation, and the words of the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import Outcome
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.decision import decisions
from referatdesk.services.decision.following import LABEL, Following, follow_again, following, has_other_words
from referatdesk.services.decision.suggesting import Suggestion, suggestion, take
from referatdesk.ui.aloud.changed_note import ReadAloudNote
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.ledger_line import LedgerLine, SuggestionButton, suggestion_words
from referatdesk.ui.panes.points import PointsList, point_rows
from referatdesk.ui.panes.printed import section_words
from referatdesk.ui.panes.whole_item import WholeItemButton
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.richtext.height import height_of
from referatdesk.ui.text_binding import TextBinding
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.chip import Chip
from referatdesk.ui.widgets.flow_row import FlowRow
from referatdesk.ui.widgets.panel import Panel
from referatdesk.ui.words.codes import word

OUTCOMES = (
    Outcome.APPROVED,
    Outcome.NOTED,
    Outcome.DISCUSSED,
    Outcome.AGREED,
    Outcome.POSTPONED,
    Outcome.REJECTED,
)
"""The outcomes on the chips; the number keys follow this order."""
LEAST_EDITOR = 84
GAP = SPACE.small - 2
LINES = 3
"""Of text, which are shown before all the points are."""
LONGEST_LABEL = 20
REST_MS = 300
"""What is written is looked at once it has rested this long."""


class DecisionPane(Panel):
    """`regrown` tells that it needs another height than before."""

    regrown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Decision"), parent)
        self._desk = desk
        self._item_id = ""
        self.setObjectName("decisionPane")
        self.editor = RichTextEdit(self)
        self.editor.setAccessibleName(_("Text of the decision"))
        self.editor.setPlaceholderText(_("Write what was decided …"))
        self.editor.setMinimumHeight(LEAST_EDITOR)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._binding = TextBinding(self.editor, desk)
        self.points = PointsList(self)
        self.points.settled.connect(self._settle_point)
        self.points.said.connect(self._say_further)
        desk.settle_with(self, self.points.settle)
        self.points.left.connect(self.editor.setFocus)
        self.ledger = LedgerLine(desk.preferences, self)
        self.ledger.follow_again.connect(self.follow_again)
        self.suggested = SuggestionButton(desk.preferences, self)
        self.suggested.clicked.connect(self.take_suggestion)
        self.whole = WholeItemButton(OUTCOMES, self)
        self.whole.picked.connect(self._whole_picked)
        for beside in (self.whole, self.ledger, self.suggested):
            self.set_beside(beside)
        self._is_low = False
        self._least = 0
        self._suggested: Suggestion | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._suggest)
        self._chips = {outcome: self._chip(number, outcome) for number, outcome in enumerate(OUTCOMES, 1)}
        self.read_aloud = ReadAloudNote(desk, self)
        self.body = QWidget(self)
        self._row = FlowRow(self.body)
        self._lay_out()
        desk.watch(self, self._heard)

    def _lay_out(self) -> None:
        for chip in self._chips.values():
            self._row.add(chip)
        box = QVBoxLayout(self.body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        for part in (self._row, self.points, self.points.legend, self.read_aloud):
            box.addWidget(part)
        box.addWidget(self.editor, 1)
        self.body.installEventFilter(self)
        self.set_content(self.body)

    def set_low(self, is_low: bool) -> None:
        """There the chips give way to the points, and one line is enough where nothing is written."""
        self._is_low = is_low
        self.points.legend.set_low(is_low)
        self.editor.setMinimumHeight(height_of(self.editor, 1) if is_low else LEAST_EDITOR)
        self._show_outcome()
        self._show_label()
        self._share_body()

    def wanted_height(self) -> int:
        """What the points and some lines of text need beside the rest, also while the keys of the points are told."""
        points = [self.points.sizeHint().height(), self.points.legend.heightForWidth(self.body.width())]
        parts = [*self._heights_of(self._row, self.read_aloud), *points, self.editor.minimumHeight()]
        return self.height() - self.body.height() + sum(parts) + GAP * (len(parts) - 1)

    def _heights_of(self, *parts: QWidget) -> list[int]:
        width = self.body.width()
        return [
            part.heightForWidth(width) if part.hasHeightForWidth() else part.minimumSizeHint().height()
            for part in parts
            if not part.isHidden()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.body and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._share_body()
            self._tell_least()
        return super().eventFilter(watched, event)

    def _tell_least(self) -> None:
        least = self.minimumSizeHint().height()
        if least != self._least:
            self._least = least
            self.regrown.emit()

    def _share_body(self) -> None:
        """The points get whole rows of what the words do not need; while they have the keyboard those need a line."""
        words = max(self.editor.minimumHeight(), 0 if self.points.has_keyboard else height_of(self.editor, LINES))
        others = self._heights_of(self._row, self.points.legend, self.read_aloud)
        self.points.take(self.body.height() - words - sum(others) - GAP * (len(others) + 1))

    def _chip(self, number: int, outcome: Outcome) -> Chip:
        chip = Chip(word(outcome), str(number), self)
        chip.clicked.connect(partial(self._chip_clicked, outcome))
        return chip

    def show_item(self, item_id: str) -> None:
        self._item_id = item_id
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            return
        kind = style_of(records, meeting).decision_kind
        self._binding.show_kind(item_id, kind)
        self._show_outcome()
        self.read_aloud.show_item(item_id)
        self._suggest()

    def clear(self) -> None:
        self._item_id = ""
        self._binding.clear()
        self.points.show_points([])
        self.read_aloud.show_item("")
        self._suggest()

    def focusable(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        heading = [self.suggested, self.ledger.again, self.whole]
        return [*heading, *self._chips.values(), *self.points.buttons(), self.editor]

    def pick(self, number: int) -> None:
        """The outcome on the chip with that number, or none when it was that already."""
        if self._item_id and 1 <= number <= len(OUTCOMES):
            outcome = OUTCOMES[number - 1]
            self._set_outcome(None if self._outcome() is outcome else outcome)

    def approve_all(self) -> None:
        self._attempt(lambda: decisions.approve_all(self._desk.workspace, self._item_id))

    def focus_points(self) -> None:
        """Where there are no points, the decision itself is what is settled."""
        if not self.points.focus_open():
            self.editor.setFocus()

    def follow_again(self) -> None:
        self._attempt(lambda: follow_again(self._desk.workspace, self._item_id))

    def take_suggestion(self) -> None:
        """What is typed up to this moment counts."""
        self._desk.settle()
        self._suggest()
        suggested = self._suggested
        if suggested is not None:
            self._attempt(lambda: take(self._desk.workspace, self._item_id, suggested))

    def _whole_picked(self, outcome: Outcome) -> None:
        self.pick(OUTCOMES.index(outcome) + 1)

    def _chip_clicked(self, outcome: Outcome, checked: bool = True) -> None:
        self._set_outcome(outcome if checked else None)

    def _set_outcome(self, outcome: Outcome | None) -> None:
        self._attempt(lambda: decisions.set_outcome(self._desk.workspace, self._item_id, outcome))

    def _settle_point(self, point_id: str, outcome: Outcome | None) -> None:
        self._attempt(lambda: decisions.set_point_outcome(self._desk.workspace, point_id, outcome))

    def _say_further(self, point_id: str, words: str, step: str) -> None:
        self._attempt(lambda: replace(decisions.set_point_addition(self._desk.workspace, point_id, words), step=step))

    def _attempt(self, make: Callable[[], Change]) -> None:
        if self._item_id:
            self._desk.attempt(lambda: self._put_in_force(make()))

    def _put_in_force(self, change: Change) -> None:
        """Words that are left as they were written by hand are told of, so that nobody thinks they followed."""
        self._desk.do(change)
        state = following(self._desk.workspace, self._item_id)
        if change and state is Following.BY_HAND:
            announce(self, _("The text is written by hand and was left as it is"))
        elif change and state is Following.AGAINST_VOTE:
            announce(self, _("The vote says otherwise"))
        elif change and change.label == LABEL and has_other_words(self._desk.workspace, self._item_id):
            self._desk.say(_("The sentence is written. What was written by hand stands below it: see that they agree."))

    def _show_label(self) -> None:
        """Where other things share a short line with it, a long label is told by its first word alone."""
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            return
        kind, section = style_of(records, meeting).decision_kind, self._section()
        label = section_words(records, section) if section is not None else word(kind)
        self.set_title(label, word(kind) if self._is_low and len(label) > LONGEST_LABEL else "")

    def _outcome(self) -> Outcome | None:
        records = self._desk.workspace
        section = self._section()
        found = (one for one in records.all(Decision) if one.item_id == self._item_id)
        ours = next((one for one in found if section is None or one.section_id == section.id), None)
        return ours.outcome if ours else None

    def _section(self) -> Section | None:
        records, meeting = self._desk.workspace, self._desk.workspace.meeting
        if meeting is None:
            return None
        kind = style_of(records, meeting).decision_kind
        text = records.find(ItemText, self._item_id)
        return next(iter(text.of_kind(kind)), None) if text is not None else None

    def _show_outcome(self) -> None:
        if self._desk.workspace.find(ItemText, self._item_id) is None:
            return
        current = self._outcome()
        for outcome, chip in self._chips.items():
            chip.setChecked(outcome is current)
        told = current if current is not Outcome.UNCLASSIFIED else None
        self.whole.show_outcome(told)
        self.points.show_points(point_rows(self._desk.workspace, self._item_id))
        self._row.setVisible(not self._is_crowded)
        self.whole.setVisible(self._is_crowded)
        self.set_note(word(told) if told and told not in self._chips and not self._is_crowded else "")
        self.ledger.show_state(following(self._desk.workspace, self._item_id))
        self._share_heading()

    def _suggest(self) -> None:
        self._rest.stop()
        records, item_id = self._desk.workspace, self._item_id
        self._suggested = suggestion(records, item_id) if item_id and records.find(ItemText, item_id) else None
        marks = [(row.id, row.mark) for row in point_rows(records, item_id)] if self._suggested else []
        self.suggested.show_words(suggestion_words(self._suggested, marks))
        self._share_heading()

    @property
    def _is_crowded(self) -> bool:
        return self._is_low and bool(self.points.buttons())

    def _share_heading(self) -> None:
        """Where it also holds the outcome, what is suggested takes the place of where the words come from."""
        self.ledger.setVisible(not self._is_crowded or self.suggested.isHidden())

    def _heard(self, event: object) -> None:
        shown = (Decision, PointOutcome, RecommendationPoint, ItemText)
        if isinstance(event, Applied) and any(
            isinstance(pair.record, shown) and self._item_id in (pair.record.id, getattr(pair.record, "item_id", ""))
            for pair in event.change.pairs
        ):
            self._show_outcome()
            self._rest.start()
