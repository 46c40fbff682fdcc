"""What was decided: the class of a decision and of each point of the recommendation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import DecisionScope, Outcome
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.lookup import board_of_item, style_of_item
from referatdesk.services.points import points_of
from referatdesk.services.texts import ensure_section
from referatdesk.services.wording.outcomes import OUTCOME_SENTENCES


@dataclass(frozen=True, slots=True)
class _Ready:
    """The decision to be edited, as it is stored (None: not yet), and what had to be made first to hold it."""

    stored: Decision | None
    decision: Decision
    stored_text: ItemText
    text: ItemText

    def pairs(self, decision: Decision) -> tuple[Pair, ...]:
        said = altered([(self.stored, decision)]) if self.stored else (Pair(None, decision),)
        text = _worded(self.text, self.decision, decision.outcome)
        return (*altered([(self.stored_text, text)]), *said)


def own_decision(records: Records, item_id: str) -> Decision | None:
    """The item's decision by the board that meets; an item may also quote what other boards decided."""
    kind = style_of_item(records, item_id).decision_kind
    board = board_of_item(records, item_id).name
    sections = {section.id for section in records.text(item_id).of_kind(kind)}
    here = [
        one
        for one in records.all(Decision)
        if one.item_id == item_id and one.section_id in sections and one.board_name in {None, board}
    ]
    return max(here, key=lambda one: one.sort, default=None)


def set_outcome(records: Records, item_id: str, outcome: Outcome | None) -> Change:
    """The class of the decision, picked by the secretary; None takes it back. What is said of single points stays.

    Where nothing else is written, the words of the decision follow.
    """
    ready = _ready(records, item_id)
    title = records.get(AgendaItem, item_id).title
    if outcome is None:
        if ready.stored is None:
            return Change("decision.outcome", (), title)
        unsaid = replace(ready.decision, outcome=Outcome.UNCLASSIFIED, confirmed=False)
        return Change("decision.outcome", ready.pairs(unsaid), title)
    said = replace(ready.decision, outcome=outcome, confirmed=True)
    return Change("decision.outcome", ready.pairs(said), title)


def set_point_outcome(records: Records, point_id: str, outcome: Outcome | None) -> Change:
    """What was made of one point; None leaves it open. Once all points agree, the whole decision has their class."""
    point = records.get(RecommendationPoint, point_id)
    before = _outcomes(records, point.item_id)
    after = {**before, point_id: outcome}
    return _points_change(records, point.item_id, before, after)


def approve_all(records: Records, item_id: str) -> Change:
    """Approves every point that is still open, and the whole where nothing was decided otherwise."""
    points = points_of(records, item_id)
    if not points:
        return set_outcome(records, item_id, Outcome.APPROVED)
    before = _outcomes(records, item_id)
    after = {point.id: before[point.id] or Outcome.APPROVED for point in points}
    return _points_change(records, item_id, before, after)


def open_points(records: Records, item_id: str) -> list[RecommendationPoint]:
    outcomes = _outcomes(records, item_id)
    return [point for point in points_of(records, item_id) if outcomes[point.id] is None]


def point_text(records: Records, point_id: str) -> str:
    """The words of the point; empty where they are gone."""
    point = records.get(RecommendationPoint, point_id)
    blocks = item_point_blocks(records.text(point.item_id))
    return next((block.text for block in blocks if block.id == point.block_id), "")


def _ready(records: Records, item_id: str) -> _Ready:
    stored = own_decision(records, item_id)
    text = records.text(item_id)
    if stored is not None:
        return _Ready(stored, stored, text, text)
    item = records.get(AgendaItem, item_id)
    change, section_id = ensure_section(records, item_id, style_of_item(records, item_id).decision_kind)
    new = Decision(id=new_id(), meeting_id=item.meeting_id, item_id=item_id, section_id=section_id)
    made = next((pair.after for pair in change.pairs if isinstance(pair.after, ItemText)), text)
    return _Ready(None, new, text, made)


def _worded(text: ItemText, before: Decision, outcome: Outcome) -> ItemText:
    """The text with the sentence of the outcome, where the decision is empty or says that of the outcome before."""
    section = text.section(before.section_id) if before.section_id else None
    if section is None:
        return text
    written, sentence = plain_text(section.blocks).strip(), OUTCOME_SENTENCES.get(outcome, "")
    if written == sentence or written not in {"", OUTCOME_SENTENCES.get(before.outcome, "")}:
        return text
    worded = replace(section, blocks=(paragraph(sentence),) if sentence else ())
    return replace(text, sections=tuple(worded if one is section else one for one in text.sections))


def _rows(records: Records, item_id: str) -> dict[str, PointOutcome]:
    decision = own_decision(records, item_id)
    if decision is None:
        return {}
    return {one.point_id: one for one in records.all(PointOutcome) if one.decision_id == decision.id}


def _outcomes(records: Records, item_id: str) -> dict[str, Outcome | None]:
    rows = _rows(records, item_id)
    return {point.id: rows[point.id].outcome if point.id in rows else None for point in points_of(records, item_id)}


def _points_change(
    records: Records, item_id: str, before: Mapping[str, Outcome | None], after: Mapping[str, Outcome | None]
) -> Change:
    title = records.get(AgendaItem, item_id).title
    ready = _ready(records, item_id)
    if ready.stored is None and not any(after.values()):
        return Change("point.outcome", (), title)
    whole = _whole_after(ready.decision, before, after)
    rows = _rows(records, item_id)
    outcomes = tuple(
        pair for point_id, outcome in after.items() for pair in _row_pairs(whole, rows.get(point_id), point_id, outcome)
    )
    return Change("point.outcome", (*ready.pairs(whole), *outcomes), title)


def _whole_after(
    decision: Decision, before: Mapping[str, Outcome | None], after: Mapping[str, Outcome | None]
) -> Decision:
    """The decision once its points stand so: what all agree on, else what was said of the whole apart from them."""
    shared, shared_before = _shared(after), _shared(before)
    scope = DecisionScope.POINTS if any(after.values()) else DecisionScope.WHOLE
    if shared is not None:
        return replace(decision, outcome=shared, scope=scope, confirmed=True)
    if shared_before is not None and decision.outcome is shared_before:
        return replace(decision, outcome=Outcome.UNCLASSIFIED, scope=scope, confirmed=any(after.values()))
    return replace(decision, scope=scope, confirmed=decision.confirmed or any(after.values()))


def _shared(outcomes: Mapping[str, Outcome | None]) -> Outcome | None:
    kinds = set(outcomes.values())
    return next(iter(kinds)) if len(kinds) == 1 else None


def _row_pairs(
    decision: Decision, row: PointOutcome | None, point_id: str, outcome: Outcome | None
) -> tuple[Pair, ...]:
    if row is None:
        if outcome is None:
            return ()
        new = PointOutcome(
            id=new_id(),
            meeting_id=decision.meeting_id,
            item_id=decision.item_id,
            decision_id=decision.id,
            point_id=point_id,
            outcome=outcome,
        )
        return (Pair(None, new),)
    if outcome is None:
        return (Pair(row, None),)
    return altered([(row, replace(row, outcome=outcome))])
