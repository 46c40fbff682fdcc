"""The decision pane: outcome, the points of the recommendation, and the words of the decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import Outcome, SectionKind
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.decision import decisions
from referatdesk.services.decision.following import Following, follow_again, following
from referatdesk.services.decision.suggesting import Suggestion, suggestion, take
from referatdesk.ui.aloud.changed_note import ReadAloudNote
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.ledger_line import LedgerLine, SuggestionButton, suggestion_words
from referatdesk.ui.panes.points import PointsList, point_rows
from referatdesk.ui.panes.printed import section_words
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.text_binding import TextBinding
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
REST_MS = 300
"""What is written is looked at once it has rested this long."""


class DecisionPane(Panel):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Decision"), parent)
        self._desk = desk
        self._item_id = ""
        self.setObjectName("decisionPane")
        self.editor = RichTextEdit(self)
        self.editor.setAccessibleName(_("Text of the decision"))
        self.editor.setPlaceholderText(_("Write what was decided …"))
        self.editor.setMinimumHeight(LEAST_EDITOR)
        self._binding = TextBinding(self.editor, desk)
        self.points = PointsList(self)
        self.points.settled.connect(self._settle_point)
        self.points.said.connect(self._say_further)
        self.points.left.connect(self.editor.setFocus)
        self.ledger = LedgerLine(self)
        self.ledger.follow_again.connect(self.follow_again)
        self.suggested = SuggestionButton(self)
        self.suggested.clicked.connect(self.take_suggestion)
        self.set_beside(self.ledger)
        self._suggested: Suggestion | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._suggest)
        self._chips = {outcome: self._chip(number, outcome) for number, outcome in enumerate(OUTCOMES, 1)}
        self.read_aloud = ReadAloudNote(desk, self)
        self._lay_out()
        desk.watch(self, self._heard)

    def _lay_out(self) -> None:
        chips = FlowRow(self)
        for chip in self._chips.values():
            chips.add(chip)
        chips.add(self.suggested)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(chips)
        box.addWidget(self.points)
        box.addWidget(self.points.legend)
        box.addWidget(self.read_aloud)
        box.addWidget(self.editor, 1)
        self.set_content(box)

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
        self.set_title(self._label(kind))
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
        return [self.ledger.again, *self._chips.values(), self.suggested, *self.points.buttons(), self.editor]

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

    def _chip_clicked(self, outcome: Outcome, checked: bool = True) -> None:
        self._set_outcome(outcome if checked else None)

    def _set_outcome(self, outcome: Outcome | None) -> None:
        self._attempt(lambda: decisions.set_outcome(self._desk.workspace, self._item_id, outcome))

    def _settle_point(self, point_id: str, outcome: Outcome | None) -> None:
        self._attempt(lambda: decisions.set_point_outcome(self._desk.workspace, point_id, outcome))

    def _say_further(self, point_id: str, words: str) -> None:
        self._attempt(lambda: decisions.set_point_addition(self._desk.workspace, point_id, words))

    def _attempt(self, make: Callable[[], Change]) -> None:
        if self._item_id:
            self._desk.attempt(lambda: self._put_in_force(make()))

    def _put_in_force(self, change: Change) -> None:
        """Words that are left as they were written by hand are told of, so that nobody thinks they followed."""
        self._desk.do(change)
        if change and following(self._desk.workspace, self._item_id) is Following.BY_HAND:
            announce(self, _("The text is written by hand and was left as it is"))

    def _label(self, kind: SectionKind) -> str:
        section = self._section()
        return section_words(self._desk.workspace, section) if section is not None else word(kind)

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
        beside = current is not None and current not in self._chips and current is not Outcome.UNCLASSIFIED
        self.set_note(word(current) if beside and current else "")
        self.points.show_points(point_rows(self._desk.workspace, self._item_id))
        self.ledger.show_state(following(self._desk.workspace, self._item_id))

    def _suggest(self) -> None:
        self._rest.stop()
        records, item_id = self._desk.workspace, self._item_id
        self._suggested = suggestion(records, item_id) if item_id and records.find(ItemText, item_id) else None
        marks = [(row.id, row.mark) for row in point_rows(records, item_id)] if self._suggested else []
        self.suggested.show_words(suggestion_words(self._suggested, marks))

    def _heard(self, event: object) -> None:
        shown = (Decision, PointOutcome, RecommendationPoint, ItemText)
        if isinstance(event, Applied) and any(
            isinstance(pair.record, shown) and self._item_id in (pair.record.id, getattr(pair.record, "item_id", ""))
            for pair in event.change.pairs
        ):
            self._show_outcome()
            self._rest.start()
