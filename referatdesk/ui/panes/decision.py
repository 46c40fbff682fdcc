"""The decision pane: outcome, the points of the recommendation, and the words of the decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from referatdesk.domain.codes import Outcome, SectionKind
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services import decisions
from referatdesk.services.events import Applied
from referatdesk.ui.desk import Desk
from referatdesk.ui.panes.points import PointsList, point_rows
from referatdesk.ui.panes.printed import section_words
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.text_binding import TextBinding
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
LEAST_EDITOR = 64


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
        self._chips = {outcome: self._chip(number, outcome) for number, outcome in enumerate(OUTCOMES, 1)}
        chips = FlowRow(self)
        for chip in self._chips.values():
            chips.add(chip)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(chips)
        box.addWidget(self.points)
        box.addWidget(self.editor, 1)
        self.set_content(box)
        desk.watch(self, self._heard)

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

    def clear(self) -> None:
        self._item_id = ""
        self._binding.clear()
        self.points.show_points([])

    def focusable(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [*self._chips.values(), *self.points.buttons(), self.editor]

    def pick(self, number: int) -> None:
        """The outcome on the chip with that number, or none when it was that already."""
        if self._item_id and 1 <= number <= len(OUTCOMES):
            outcome = OUTCOMES[number - 1]
            self._set_outcome(None if self._outcome() is outcome else outcome)

    def approve_all(self) -> None:
        if self._item_id:
            self._desk.attempt(lambda: self._apply_approval(self._item_id))

    def _apply_approval(self, item_id: str) -> None:
        self._desk.do(decisions.approve_all(self._desk.workspace, item_id))

    def _chip_clicked(self, outcome: Outcome, checked: bool = True) -> None:
        self._set_outcome(outcome if checked else None)

    def _set_outcome(self, outcome: Outcome | None) -> None:
        item_id = self._item_id
        if item_id:
            self._desk.attempt(lambda: self._desk.do(decisions.set_outcome(self._desk.workspace, item_id, outcome)))

    def _settle_point(self, point_id: str, outcome: Outcome | None) -> None:
        self._desk.attempt(lambda: self._desk.do(decisions.set_point_outcome(self._desk.workspace, point_id, outcome)))

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
        if not self._item_id:
            return
        current = self._outcome()
        for outcome, chip in self._chips.items():
            chip.setChecked(outcome is current)
        beside = current is not None and current not in self._chips and current is not Outcome.UNCLASSIFIED
        self.set_note(word(current) if beside and current else "")
        self.points.show_points(point_rows(self._desk.workspace, self._item_id))

    def _heard(self, event: object) -> None:
        shown = (Decision, PointOutcome, RecommendationPoint, ItemText)
        if isinstance(event, Applied) and any(
            isinstance(pair.record, shown) and self._item_id in (pair.record.id, getattr(pair.record, "item_id", ""))
            for pair in event.change.pairs
        ):
            self._show_outcome()
