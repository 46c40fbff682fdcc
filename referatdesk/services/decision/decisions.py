"""What was decided: the class of a decision and of each point of the recommendation, and the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from referatdesk.domain.changes import Change, Pair, altered
from referatdesk.domain.codes import DecisionScope, Outcome
from referatdesk.domain.decisions import Decision, PointOutcome, RecommendationPoint
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.recommendation import item_point_blocks
from referatdesk.domain.records import Records
from referatdesk.services.decision.ledger import Rows, with_words, words_of
from referatdesk.services.item.points import points_of
from referatdesk.services.item.texts import ensure_section
from referatdesk.services.lookup import board_of_item, style_of_item
from referatdesk.services.wording.additions import as_addition, fitting, goes_on

Outcomes = Mapping[str, Outcome | None]
"""What was made of each point by its id, None where it is open."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The decision to be edited, as it is stored (None: not yet), and what had to be made first to hold it."""

    stored: Decision | None
    decision: Decision
    stored_text: ItemText
    text: ItemText
    rows: Rows

    def states(self, records: Records) -> dict[str, Outcome | None]:
        return states_of(records, self.decision.item_id, self.decision, self.rows)

    def change(self, records: Records, label: str, decision: Decision, rows: Rows) -> Change:
        """The decision and the outcomes of its points as they are now, and the words that tell them."""
        item = records.get(AgendaItem, decision.item_id)
        before = words_of(records, item.id, self.stored, self.rows)
        text = with_words(self.text, decision, before, words_of(records, item.id, decision, rows))
        return Change(label, self.pairs(decision, text, rows), item.title)

    def pairs(self, decision: Decision, text: ItemText, rows: Rows) -> tuple[Pair, ...]:
        said = altered([(self.stored, decision)]) if self.stored else (Pair(None, decision),)
        return (*altered([(self.stored_text, text)]), *said, *_row_pairs(self.rows, rows))


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


def outcomes_of(records: Records, item_id: str) -> dict[str, PointOutcome]:
    """What the item's own decision made of its points, by their ids; an open one is not there."""
    decision = own_decision(records, item_id)
    if decision is None:
        return {}
    return {one.point_id: one for one in records.all(PointOutcome) if one.decision_id == decision.id}


def set_outcome(records: Records, item_id: str, outcome: Outcome | None) -> Change:
    """The class of the decision, picked by the secretary; None takes it back.

    The points that are open follow, all points where they went with the class before, and the words where nobody wrote
    others. What is said of single points stays.
    """
    ready = make_ready(records, item_id)
    if outcome is None and ready.stored is None:
        return Change("decision.outcome", (), records.get(AgendaItem, item_id).title)
    before = ready.states(records)
    follow = _shared(before) is ready.decision.outcome
    after = {point: outcome if follow or one is None else one for point, one in before.items()}
    said = replace(
        ready.decision,
        outcome=outcome or Outcome.UNCLASSIFIED,
        scope=scope_of(after),
        confirmed=outcome is not None,
        conditions=fitting(ready.decision.conditions, ready.decision.outcome, outcome) if outcome else None,
    )
    return ready.change(records, "decision.outcome", said, rows_after(said, ready.rows, after))


def set_point_outcome(records: Records, point_id: str, outcome: Outcome | None) -> Change:
    """What was made of one point; None leaves it open. Once all points agree, the whole decision has their class."""
    item_id = records.get(RecommendationPoint, point_id).item_id
    return set_point_outcomes(records, item_id, {point_id: outcome})


def set_point_outcomes(records: Records, item_id: str, outcomes: Outcomes) -> Change:
    """What was made of several points at once; the others stay as they are."""
    ready = make_ready(records, item_id)
    before = ready.states(records)
    after = {**before, **outcomes}
    if ready.stored is None and not any(after.values()):
        return Change("point.outcome", (), records.get(AgendaItem, item_id).title)
    whole = whole_after(ready.decision, before, after)
    rows = rows_after(whole, ready.rows, after)
    if whole.conditions and _shared(after) is None:
        whole, rows = _parted(whole, rows, ready.decision.outcome)
    return ready.change(records, "point.outcome", whole, rows)


def set_point_addition(records: Records, point_id: str, typed: str) -> Change:
    """What is said further of a point that was disposed of: a change, a reason, a time. Blank takes it away."""
    item_id = records.get(RecommendationPoint, point_id).item_id
    ready = make_ready(records, item_id)
    row = ready.rows.get(point_id)
    if row is None:
        return Change("point.addition", (), records.get(AgendaItem, item_id).title)
    rows = {**ready.rows, point_id: replace(row, text=as_addition(row.outcome, typed))}
    return ready.change(records, "point.addition", ready.decision, rows)


def approve_all(records: Records, item_id: str) -> Change:
    """Approves every point that is still open, and the whole where nothing was decided otherwise."""
    if not points_of(records, item_id):
        return set_outcome(records, item_id, Outcome.APPROVED)
    before = make_ready(records, item_id).states(records)
    return set_point_outcomes(records, item_id, {point: one or Outcome.APPROVED for point, one in before.items()})


def open_points(records: Records, item_id: str) -> list[RecommendationPoint]:
    """Those that nobody decided, neither one by one nor with the whole."""
    states = states_of(records, item_id, own_decision(records, item_id), outcomes_of(records, item_id))
    return [point for point in points_of(records, item_id) if states[point.id] is None]


def decides_the_whole(decision: Decision) -> bool:
    return decision.scope is DecisionScope.WHOLE and decision.outcome is not Outcome.UNCLASSIFIED


def point_text(records: Records, point_id: str) -> str:
    """The words of the point; empty where they are gone."""
    point = records.get(RecommendationPoint, point_id)
    blocks = item_point_blocks(records.text(point.item_id))
    return next((block.text for block in blocks if block.id == point.block_id), "")


def make_ready(records: Records, item_id: str) -> Ready:
    stored = own_decision(records, item_id)
    text = records.text(item_id)
    if stored is not None:
        return Ready(stored, stored, text, text, outcomes_of(records, item_id))
    item = records.get(AgendaItem, item_id)
    change, section_id = ensure_section(records, item_id, style_of_item(records, item_id).decision_kind)
    new = Decision(id=new_id(), meeting_id=item.meeting_id, item_id=item_id, section_id=section_id)
    made = next((pair.after for pair in change.pairs if isinstance(pair.after, ItemText)), text)
    return Ready(None, new, text, made, {})


def rows_after(decision: Decision, rows: Rows, outcomes: Outcomes) -> dict[str, PointOutcome]:
    """The rows for these outcomes. What is said further of a point stays; the sentence it was read from does not."""
    return {point: _row(decision, rows.get(point), point, outcome) for point, outcome in outcomes.items() if outcome}


def _row(decision: Decision, row: PointOutcome | None, point_id: str, outcome: Outcome) -> PointOutcome:
    if row is not None:
        text = fitting(row.text, row.outcome, outcome)
        return replace(row, outcome=outcome, text=text)
    return PointOutcome(
        id=new_id(),
        meeting_id=decision.meeting_id,
        item_id=decision.item_id,
        decision_id=decision.id,
        point_id=point_id,
        outcome=outcome,
    )


def _row_pairs(before: Rows, after: Rows) -> Iterator[Pair]:
    for point_id in dict.fromkeys((*before, *after)):
        old, new = before.get(point_id), after.get(point_id)
        if old != new:
            yield Pair(old, new)


def states_of(records: Records, item_id: str, decision: Decision | None, rows: Rows) -> dict[str, Outcome | None]:
    """Points of which nothing was said one by one go with the whole that was decided."""
    is_whole = decision is not None and not rows and decides_the_whole(decision)
    whole = decision.outcome if decision is not None and is_whole else None
    return {point.id: rows[point.id].outcome if point.id in rows else whole for point in points_of(records, item_id)}


def whole_after(decision: Decision, before: Outcomes, after: Outcomes) -> Decision:
    """The decision once its points stand so: what all agree on, else what was said of the whole apart from them."""
    shared, shared_before = _shared(after), _shared(before)
    scope = scope_of(after)
    if shared is not None:
        said = fitting(decision.conditions, decision.outcome, shared)
        return replace(decision, outcome=shared, scope=scope, confirmed=True, conditions=said)
    if decision.outcome in {shared_before, *(() if any(after.values()) else before.values())}:
        return replace(decision, outcome=Outcome.UNCLASSIFIED, scope=scope, confirmed=any(after.values()))
    return replace(decision, scope=scope, confirmed=decision.confirmed or any(after.values()))


def _parted(
    whole: Decision, rows: dict[str, PointOutcome], outcome: Outcome
) -> tuple[Decision, dict[str, PointOutcome]]:
    """What was said further of the whole is now said of the points that still go with its outcome."""
    parted = {
        point: replace(row, text=whole.conditions) if row.outcome is outcome and goes_on(row.text) is None else row
        for point, row in rows.items()
    }
    return replace(whole, conditions=None), parted


def scope_of(outcomes: Outcomes) -> DecisionScope:
    return DecisionScope.POINTS if any(outcomes.values()) else DecisionScope.WHOLE


def _shared(outcomes: Outcomes) -> Outcome | None:
    kinds = set(outcomes.values())
    return next(iter(kinds)) if len(kinds) == 1 else None
