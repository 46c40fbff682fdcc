"""What the ledger says of a recommendation, as far as a vote on it has to go with that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from referatdesk.domain.codes import Outcome
from referatdesk.domain.records import Records
from referatdesk.services.decision.decisions import outcomes_of, own_decision, states_of
from referatdesk.services.decision.ledger import marks_of
from referatdesk.services.item.points import points_of
from referatdesk.services.wording.recommendation import named_points

NOT_APPROVED = frozenset(
    {
        Outcome.REJECTED,
        Outcome.LAPSED,
        Outcome.POSTPONED,
        Outcome.RETURNED,
        Outcome.REFERRED,
        Outcome.WITHDRAWN,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the points stand that the secretary has disposed of, in their order (None: open), or the whole where there
    are none; `marks` are what is printed before them. Nothing where she has said nothing.
    """

    marks: tuple[str, ...]
    outcomes: tuple[Outcome | None, ...]

    @property
    def contrary(self) -> frozenset[Outcome]:
        """What was decided of those that are not approved."""
        return frozenset(one for one in self.outcomes if one in NOT_APPROVED)

    @property
    def approves_any(self) -> bool:
        return any(one is not None and one not in NOT_APPROVED for one in self.outcomes)

    @property
    def approvable(self) -> tuple[int, ...]:
        """The places of those that a vote may still approve, or has."""
        return tuple(place for place, one in enumerate(self.outcomes) if one not in NOT_APPROVED)

    def of(self, outcome: Outcome) -> tuple[int, ...]:
        return tuple(place for place, one in enumerate(self.outcomes) if one is outcome)

    def named(self, places: Iterable[int]) -> str | None:
        """ "indstillingens punkt 1 og 3"; None where that is all of them."""
        chosen = tuple(places)
        return None if len(chosen) == len(self.outcomes) else named_points(self.marks, chosen)


def standing(records: Records, item_id: str) -> Standing:
    decision, rows = own_decision(records, item_id), outcomes_of(records, item_id)
    if decision is None or not (rows or decision.confirmed):
        return Standing((), ())
    points = points_of(records, item_id)
    if not points:
        return Standing(("",), (decision.outcome,))
    states, marks = states_of(records, item_id, decision, rows), marks_of(records, item_id)
    printed = tuple(marks[point.id] or str(place) for place, point in enumerate(points, 1))
    return Standing(printed, tuple(states[point.id] for point in points))
