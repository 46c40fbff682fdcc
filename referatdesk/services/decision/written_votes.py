"""Votes as they are stored, and the line of each in the text of the decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from referatdesk.domain.codes import VoteChoice, VoteForm, VoteSubject
from referatdesk.domain.decisions import Vote, VoteCast
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.records import Records
from referatdesk.domain.voting import Candidate
from referatdesk.services.decision.lines import Decided
from referatdesk.services.lookup import people_of, style_of_item
from referatdesk.services.wording.camps import Voice
from referatdesk.services.wording.votes import Voted, vote_words

_ORDER = (VoteSubject.PROCEDURE, VoteSubject.AMENDMENT, VoteSubject.MAIN, VoteSubject.ELECTION)


def in_voting_order(votes: Iterable[Vote]) -> list[Vote]:
    """How the case is treated is voted on first, then what would change it, then the matter itself."""
    return sorted(votes, key=lambda vote: _ORDER.index(vote.subject))


def votes_of(records: Records, item_id: str) -> list[Vote]:
    return in_voting_order(vote for vote in records.all(Vote) if vote.item_id == item_id)


def casts_of(records: Records, vote: Vote) -> list[VoteCast]:
    return [cast for cast in records.all(VoteCast) if cast.vote_id == vote.id]


def told_vote(vote: Vote, casts: Sequence[VoteCast], people: Sequence[Attendance]) -> Voted:
    """The vote with names; people in the order of the list, parties and lists after them."""
    by_person = {cast.attendance_id: cast for cast in casts if cast.attendance_id}
    persons = [Voice(by_person[one.id].choice, one.name, one.party) for one in people if one.id in by_person]
    parties = [
        Voice(cast.choice, None, cast.party, cast.count or 1) for cast in casts if cast.party and not cast.attendance_id
    ]
    candidates = tuple(
        Candidate(cast.candidate, cast.count, cast.choice is VoteChoice.FOR) for cast in casts if cast.candidate
    )
    names = frozenset(name for one in people for name in (one.name, one.party) if name)
    return Voted(vote, (*persons, *parties), candidates, names)


def told(records: Records, vote: Vote, casts: Sequence[VoteCast] | None = None) -> Voted:
    known = casts_of(records, vote) if casts is None else casts
    return told_vote(vote, known, people_of(records, vote.meeting_id))


def vote_line(records: Records, vote: Vote, casts: Sequence[VoteCast] | None = None) -> str:
    """What the house prints of the vote."""
    return vote_words(told(records, vote, casts), style_of_item(records, vote.item_id).vote_form)


def linked_line(records: Records, vote: Vote, into: Decided, casts: Sequence[VoteCast] | None = None) -> str | None:
    """The line of the vote that stands in the decision, in whatever form; None where it was edited by hand."""
    known = told(records, vote, casts)
    own = style_of_item(records, vote.item_id).vote_form
    lines = [vote_words(known, form) for form in sorted(VoteForm, key=lambda form: form is not own)]
    return next((line for line in lines if line and into.place_of((line,)) is not None), None)
