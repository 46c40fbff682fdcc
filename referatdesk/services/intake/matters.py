"""What an item of a draft led to as records: decisions, votes, statements, presence, promises, money and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.draft import (
    DraftCast,
    DraftItem,
    DraftOutcome,
    DraftPointOutcome,
    DraftSection,
    DraftStatement,
    DraftVote,
)
from referatdesk.documents.reading.source import Place
from referatdesk.domain.changes import Record
from referatdesk.domain.codes import DecisionScope, SectionKind, VoteResult
from referatdesk.domain.decisions import (
    Decision,
    FollowUp,
    MoneyAmount,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Section
from referatdesk.services.intake.head import Around
from referatdesk.services.intake.matching import same_name

_PARTY = re.compile(r"[A-ZÆØÅ]{1,2}\d?|liste [A-ZÆØÅ]\d?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deciding:
    """A section of the draft in which something was decided, and what became of it in the item's text."""

    read: DraftSection
    section: Section


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of one item, each with the section that it stands in, in the order of the text."""

    decisions: tuple[tuple[DraftSection, Decision], ...]

    def at(self, place: Place) -> Decision | None:
        """The decision in whose section a line stands; else the first."""
        above = [decision for read, decision in self.decisions if read.place.line_from <= place.line_from]
        return above[-1] if above else next((decision for _, decision in self.decisions), None)


def named_decision(section_id: str, item_id: str, read: DraftSection, around: Around, place: int = 0) -> Decision:
    """The decision with the board and date of its label, where they are not the meeting's own."""
    other_board = read.board is not None and same_name(read.board) != same_name(around.board.name)
    outcome = read.outcome or DraftOutcome()
    return Decision(
        id=new_id(),
        meeting_id=around.meeting.id,
        item_id=item_id,
        section_id=section_id,
        board_name=read.board if other_board else None,
        date=read.date if read.date != around.meeting.date else None,
        sort=place,
        outcome=outcome.outcome,
        basis=outcome.basis,
        scope=DecisionScope.POINTS if len(outcome.points) > 1 else DecisionScope.WHOLE,
        confirmed=outcome.confirmed,
    )


def deciding(read: DraftItem, sections: Sequence[Deciding], around: Around) -> list[Deciding]:
    """Where this item's decisions stand: in the house's own section for them, or in the one that it has.

    Votes counted elsewhere make a decision of the text around them.
    """
    kind = _decision_kind(read, around)
    chosen = [one for one in sections if one.section.kind is kind]
    if chosen or not read.votes:
        return chosen
    first = read.votes[0].place.line_from
    above = [one for one in sections if one.read.place.line_from <= first]
    return above[-1:] or list(sections[:1])


def _decision_kind(read: DraftItem, around: Around) -> SectionKind:
    own = around.style.decision_kind
    other = SectionKind.MINUTES if own is SectionKind.DECISION else SectionKind.DECISION
    return other if not read.of_kind(own) and read.of_kind(other) else own


def matters(
    read: DraftItem,
    item: AgendaItem,
    chosen: Sequence[Deciding],
    points: Sequence[RecommendationPoint],
    around: Around,
) -> Iterator[Record]:
    """Every record of what was decided, said and promised at an item, each after those that it refers to."""
    decisions = [
        (one.read, named_decision(one.section.id, item.id, one.read, around, place)) for place, one in enumerate(chosen)
    ]
    for section, decision in decisions:
        yield decision
        yield from _point_outcomes(section.outcome, decision, points)
    decided = Decided(tuple(decisions))
    for vote in read.votes:
        yield from _vote(vote, decided.at(vote.place), around)
    for statement in read.statements:
        yield from _statements(statement, item, decided.at(statement.place), around)
    yield from _promises(read, item, decided)
    yield from _amounts(read, item)


def _point_outcomes(
    outcome: DraftOutcome | None, decision: Decision, points: Sequence[RecommendationPoint]
) -> Iterator[PointOutcome]:
    settled: dict[int, DraftPointOutcome] = {one.point: one for one in outcome.points} if outcome else {}
    for at, one in settled.items():
        if 0 <= at < len(points):
            yield PointOutcome(
                id=new_id(),
                meeting_id=decision.meeting_id,
                item_id=decision.item_id,
                decision_id=decision.id,
                point_id=points[at].id,
                outcome=one.outcome,
                text=one.text,
            )


def _vote(read: DraftVote, decision: Decision | None, around: Around) -> Iterator[Record]:
    if decision is None:
        return
    vote = Vote(
        id=new_id(),
        meeting_id=decision.meeting_id,
        item_id=decision.item_id,
        decision_id=decision.id,
        votes_for=read.votes_for,
        votes_against=read.votes_against,
        abstentions=read.abstentions,
        result=_result(read),
    )
    yield vote
    for cast in read.casts:
        who = around.person(cast.name) if cast.name else None
        if who is not None or cast.party or cast.name:
            yield VoteCast(
                id=new_id(),
                meeting_id=vote.meeting_id,
                vote_id=vote.id,
                attendance_id=who.id if who else None,
                party=_list_name(cast) if who is None else None,
                choice=cast.choice,
            )


def _list_name(cast: DraftCast) -> str | None:
    """The party; else the name of somebody who is not in the list, as printed."""
    return cast.party or cast.name


def _result(read: DraftVote) -> VoteResult | None:
    if read.votes_for is None or read.votes_against is None:
        return None
    if read.votes_for == read.votes_against:
        return VoteResult.TIE_LAPSED
    return VoteResult.CARRIED if read.votes_for > read.votes_against else VoteResult.LOST


def _statements(
    read: DraftStatement, item: AgendaItem, decision: Decision | None, around: Around
) -> Iterator[Statement]:
    """One for each who is named; one for nobody where no one is."""
    for who in read.who or ("",):
        person = around.person(who) if who and not _PARTY.fullmatch(who) else None
        yield Statement(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            decision_id=decision.id if decision else None,
            attendance_id=person.id if person else None,
            party=(who or None) if person is None else None,
            kind=read.kind,
            text=read.text,
        )


def _promises(read: DraftItem, item: AgendaItem, decided: Decided) -> Iterator[FollowUp]:
    for place, one in enumerate(read.promises):
        decision = decided.at(one.place)
        yield FollowUp(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            decision_id=decision.id if decision else None,
            sort=place,
            text=one.text,
            responsible=one.responsible,
            role_word=one.role_word,
            due=one.due,
            due_precision=one.due_precision,
            due_raw=one.due_raw,
        )


def _amounts(read: DraftItem, item: AgendaItem) -> Iterator[MoneyAmount]:
    for one in read.money:
        yield MoneyAmount(
            id=new_id(),
            meeting_id=item.meeting_id,
            item_id=item.id,
            block_id=one.block_id,
            amount_ore=one.amount_ore,
            raw=one.raw,
            approximate=one.approximate,
            kind=one.kind,
            year=one.year,
        )
