"""Votes on what an item decides: all for, then the exceptions; written into the decision as the house prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from referatdesk.domain.changes import Change, Pair, altered, removed
from referatdesk.domain.codes import DecisionBasis, Outcome, VoteChoice, VoteSubject
from referatdesk.domain.decisions import Decision, Vote, VoteCast
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.domain.records import Records
from referatdesk.domain.voting import counted
from referatdesk.services.decision.lines import Decided, decided
from referatdesk.services.decision.told_by_vote import decides, outcome_of, tells_outcome, with_ledger
from referatdesk.services.decision.written_statements import where_they_begin
from referatdesk.services.decision.written_votes import (
    casts_of,
    in_voting_order,
    linked_line,
    told,
    vote_line,
    votes_of,
)
from referatdesk.services.errors import UserError
from referatdesk.services.vote.ballots import Ballot, casts_in, has_casting_vote, voted
from referatdesk.services.vote.voters import those_there
from referatdesk.services.wording.votes import WITHOUT_VOTE

__all__ = ["votes_of"]


def write_vote(records: Records, item_id: str, ballot: Ballot, vote_id: str | None = None) -> Change:
    """The vote, or another content for the one with the id, with its words in the decision and what follows from it.

    Raises UserError "vote.away", "vote.no_vote", "vote.sum", "vote.empty" or "vote.casting". A vote whose words were
    edited by hand changes without them.
    """
    _check(records, item_id, ballot)
    into = decided(records, item_id)
    stood = records.get(Vote, vote_id) if vote_id else None
    vote = voted(stood or _new(into.decision), ballot)
    casts_before = casts_of(records, vote)
    casts = _casts(casts_before, vote, ballot)
    said = _worded(records, into, stood, vote_line(records, vote, casts))
    others = [one for one in votes_of(records, item_id) if one.id != vote.id]
    said = _settled(records, said, [*others, vote], {vote.id: casts})
    own = (Pair(None, vote),) if stood is None else altered([(stood, vote)])
    pairs = (*said.pairs(), *own, *_cast_pairs(casts_before, casts))
    return Change("vote.write", pairs, _title(records, item_id))


def without_vote(records: Records, item_id: str) -> Change:
    """Nobody asked for a vote: the recommendation is adopted all the same. Raises UserError "vote.stands"."""
    if any(decides(vote) for vote in votes_of(records, item_id)):
        raise UserError("vote.stands")
    into = decided(records, item_id)
    decision = _suggested(replace(into.decision, basis=DecisionBasis.NO_VOTE), Outcome.ADOPTED)
    said = into if into.place_of((WITHOUT_VOTE,)) is not None else into.with_new((WITHOUT_VOTE,))
    said = with_ledger(records, said, decision, is_told=decision.outcome is Outcome.ADOPTED)
    return Change("vote.none", said.pairs(), _title(records, item_id))


def write_again(records: Records, vote_id: str) -> Change:
    """The words of a vote once more, where they were edited or taken away by hand."""
    vote = records.get(Vote, vote_id)
    into = decided(records, vote.item_id)
    if linked_line(records, vote, into):
        return Change("vote.write", ())
    said = into.with_new((vote_line(records, vote),), where_they_begin(records, into))
    return Change("vote.write", said.pairs(), _title(records, vote.item_id))


def is_linked(records: Records, vote_id: str) -> bool:
    """Whether the decision has the words of the vote as they were written."""
    vote = records.get(Vote, vote_id)
    return linked_line(records, vote, decided(records, vote.item_id)) is not None


def remove_vote(records: Records, vote_id: str) -> Change:
    """Takes the vote away with its words, and with what it suggested."""
    vote = records.get(Vote, vote_id)
    into = decided(records, vote.item_id)
    line = linked_line(records, vote, into)
    said = into.with_other((line,), ()) if line else into
    others = [one for one in votes_of(records, vote.item_id) if one.id != vote_id]
    if any(decides(one) for one in others):
        said = _settled(records, said, others, {})
    elif decides(vote) and into.decision.basis is DecisionBasis.VOTE:
        decision = _suggested(replace(into.decision, basis=DecisionBasis.UNKNOWN), Outcome.UNCLASSIFIED)
        said = with_ledger(records, said, decision, is_told=False)
    gone = removed(*casts_of(records, vote), vote)
    return Change("vote.remove", (*said.pairs(), *gone), _title(records, vote.item_id))


def _check(records: Records, item_id: str, ballot: Ballot) -> None:
    there = those_there(records, item_id)
    for attendance_id, choice in ballot.choices.items():
        one = records.get(Attendance, attendance_id)
        if not one.has_vote:
            raise UserError("vote.no_vote", name=one.name)
        if choice is not VoteChoice.NOT_PRESENT and attendance_id not in there:
            raise UserError("vote.away", name=one.name)
    if ballot.count is not None and ballot.choices and counted(ballot.choices.values()) != ballot.count:
        raise UserError("vote.sum")
    if ballot.casting is not None and not has_casting_vote(records, item_id):
        raise UserError("vote.casting")
    is_election = ballot.subject is VoteSubject.ELECTION
    if not (ballot.candidates if is_election else ballot.counted.total):
        raise UserError("vote.empty")


def _new(decision: Decision) -> Vote:
    return Vote(id=new_id(), meeting_id=decision.meeting_id, item_id=decision.item_id, decision_id=decision.id)


def _casts(stood: Sequence[VoteCast], vote: Vote, ballot: Ballot) -> list[VoteCast]:
    """Who chose what. A person or candidate whose choice is known already keeps that record."""
    known = {(cast.attendance_id, cast.candidate): cast.id for cast in stood}
    new = casts_in(vote, ballot)
    return [replace(one, id=known.get((one.attendance_id, one.candidate), one.id)) for one in new]


def _cast_pairs(stood: Sequence[VoteCast], casts: Sequence[VoteCast]) -> tuple[Pair, ...]:
    before = {cast.id: cast for cast in stood}
    kept = {cast.id for cast in casts}
    gone = removed(*(cast for cast in stood if cast.id not in kept))
    return (*gone, *(Pair(before.get(cast.id), cast) for cast in casts if before.get(cast.id) != cast))


def _worded(records: Records, into: Decided, stood: Vote | None, line: str) -> Decided:
    """A new vote is told last, but before what was entered for somebody; one that was edited by hand stays so."""
    if stood is None:
        return into.with_new((line,) if line else (), where_they_begin(records, into))
    before = linked_line(records, stood, into)
    return into.with_other((before,), (line,) if line else ()) if before else into


def _settled(
    records: Records, said: Decided, votes: Sequence[Vote], casts: Mapping[str, Sequence[VoteCast]]
) -> Decided:
    """The decision as the last of the votes on the matter has it; `casts` are those that are not stored yet."""
    last = next((one for one in reversed(in_voting_order(votes)) if decides(one)), None)
    if last is None:
        return said
    outcome = outcome_of(last, votes)
    decision = _suggested(replace(said.decision, basis=DecisionBasis.VOTE), outcome)
    is_told = tells_outcome(told(records, last, casts.get(last.id))) and decision.outcome is outcome
    bare = said.with_other((WITHOUT_VOTE,), ()) if said.place_of((WITHOUT_VOTE,)) is not None else said
    return with_ledger(records, bare, decision, is_told=is_told)


def _suggested(decision: Decision, outcome: Outcome) -> Decision:
    """What the secretary said herself stands."""
    return decision if decision.confirmed else replace(decision, outcome=outcome)


def _title(records: Records, item_id: str) -> str:
    return records.get(AgendaItem, item_id).title
