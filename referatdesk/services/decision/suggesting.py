"""What the words of a decision seem to say was decided: offered, and put in force only when it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from referatdesk.domain.changes import Change
from referatdesk.domain.codes import DecisionBasis, Outcome, SectionKind
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.outcome_words import basis_of, recognised
from referatdesk.domain.point_outcomes import LONGEST_PLAIN, Line, point_outcomes
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Blocks, plain_text
from referatdesk.services.decision.decisions import (
    make_ready,
    outcomes_of,
    own_decision,
    rows_after,
    scope_of,
    states_of,
    whole_after,
)
from referatdesk.services.decision.ledger import Rows, looked_at, words_of
from referatdesk.services.decision.lines import decided
from referatdesk.services.decision.linked_words import place_of
from referatdesk.services.decision.told_by_vote import outcome_is_told
from referatdesk.services.item.points import points_of
from referatdesk.services.lookup import style_of_item

_TALK = frozenset({Outcome.DISCUSSED, Outcome.INFORMED, Outcome.NOTHING})
"""What nearly every account of a debate says somewhere."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The outcome of the whole, or where `points` has any, of points by their ids; and the words that say so."""

    outcome: Outcome
    points: Mapping[str, Outcome]
    words: str


def suggestion(records: Records, item_id: str) -> Suggestion | None:
    """What the words say and nobody has confirmed; None where they say nothing, or follow the ledger or a vote."""
    section = next(iter(records.text(item_id).of_kind(style_of_item(records, item_id).decision_kind)), None)
    decision, rows = own_decision(records, item_id), outcomes_of(records, item_id)
    if section is None or place_of(section.blocks, words_of(records, item_id, decision, rows)) is not None:
        return None
    if decision is not None and outcome_is_told(records, decided(records, item_id)):
        return None
    confirmed = decision.outcome if decision is not None and decision.confirmed else None
    blocks = looked_at(section.blocks)
    points = [point.id for point in points_of(records, item_id)]
    said = {points[at]: outcome for at, outcome in point_outcomes(_lines(blocks), len(points)).items()}
    told = {point: outcome for point, outcome in said.items() if confirmed is None or not _stands(rows, point, outcome)}
    outcome = _outcome_of(section.kind, plain_text(blocks))
    is_known = outcome in {Outcome.UNCLASSIFIED, confirmed} or (confirmed is not None and bool(rows))
    if (said and not told) or (not said and is_known):
        return None
    return Suggestion(outcome, told, plain_text(blocks))


def take(records: Records, item_id: str, suggested: Suggestion) -> Change:
    """Puts a suggestion in force. The words that it was seen in stay as they are."""
    ready = make_ready(records, item_id)
    if suggested.points:
        before = ready.states(records)
        after = {**before, **suggested.points}
        whole = whole_after(ready.decision, before, after)
    else:
        said = states_of(records, item_id, None, ready.rows)
        after = {point: one or suggested.outcome for point, one in said.items()}
        whole = replace(ready.decision, outcome=suggested.outcome, scope=scope_of(after), confirmed=True)
    if whole.basis is DecisionBasis.UNKNOWN:
        whole = replace(whole, basis=basis_of(suggested.words))
    pairs = ready.pairs(whole, ready.text, rows_after(whole, ready.rows, after))
    return Change("decision.outcome", pairs, records.get(AgendaItem, item_id).title)


def _stands(rows: Rows, point_id: str, outcome: Outcome) -> bool:
    return point_id in rows and rows[point_id].outcome is outcome


def _outcome_of(kind: SectionKind, words: str) -> Outcome:
    outcome = recognised(words)
    is_talk = kind is SectionKind.MINUTES and len(words) > LONGEST_PLAIN and outcome in _TALK
    return Outcome.UNCLASSIFIED if is_talk else outcome


def _lines(blocks: Blocks) -> list[Line]:
    return [Line(block.text, block.marker) for block in blocks if block.text.strip()]
