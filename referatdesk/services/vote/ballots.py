"""What is known of a vote before it is written down, and of one that was written, to be corrected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import Outcome, VoteChoice, VoteResult, VoteSubject
from referatdesk.domain.decisions import Vote, VoteCast
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.domain.voting import Candidate, Count, counted, office_in, result_of, with_elected
from referatdesk.services.board.kinds import board_kind
from referatdesk.services.decision.told_by_vote import decides
from referatdesk.services.decision.written_votes import casts_of, told
from referatdesk.services.lookup import board_of_item, style_of_item
from referatdesk.services.vote.points import standing
from referatdesk.services.vote.voters import voters
from referatdesk.services.wording.votes import Voted, vote_words

_CASTING = {VoteResult.CARRIED: VoteChoice.FOR, VoteResult.LOST: VoteChoice.AGAINST}
"""What the chair chose where the chair's vote decided a tie."""
_PROCEDURES = {Outcome.POSTPONED: "udsættelse af sagen", Outcome.RETURNED: "tilbagesendelse af sagen"}
"""What was voted on where nothing else came of the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What is known of a vote. `choices` goes by the ids of attendances and says who chose what; `count` is given where
    only numbers were said. `lot` is who was drawn where candidates had equally many; `casting` the chair's vote.
    """

    subject: VoteSubject = VoteSubject.MAIN
    about: str | None = None
    choices: Mapping[str, VoteChoice] = field(default_factory=dict)
    count: Count | None = None
    candidates: tuple[Candidate, ...] = ()
    lot: str | None = None
    blank: int = 0
    casting: VoteChoice | None = None

    @property
    def counted(self) -> Count:
        return self.count or counted(self.choices.values())


def all_for(records: Records, item_id: str) -> dict[str, VoteChoice]:
    """Everybody with a vote who is in the room at the item is for."""
    return {one.id: VoteChoice.FOR for one in voters(records, item_id)}


def proposed(records: Records, item_id: str) -> Ballot:
    """Where every vote begins: at an election with the office, else all are for what the ledger leaves to be approved.

    Where it leaves nothing they are against what was not approved, or for what became of the case instead.
    """
    ledger, every = standing(records, item_id), all_for(records, item_id)
    office = office_in(records.get(AgendaItem, item_id).title)
    if office is not None:
        return Ballot(subject=VoteSubject.ELECTION, about=office, choices=every)
    if not ledger.contrary or ledger.approvable:
        return Ballot(choices=every, about=ledger.named(ledger.approvable) if ledger.contrary else None)
    if Outcome.REJECTED in ledger.contrary:
        about = ledger.named(ledger.of(Outcome.REJECTED))
        return Ballot(choices=dict.fromkeys(every, VoteChoice.AGAINST), about=about)
    procedure = _PROCEDURES.get(next(iter(ledger.contrary))) if len(ledger.contrary) == 1 else None
    return Ballot(subject=VoteSubject.PROCEDURE, about=procedure, choices=every)


def has_casting_vote(records: Records, item_id: str) -> bool:
    return board_kind(board_of_item(records, item_id).kind).casting_vote


def is_open(records: Records, item_id: str) -> bool:
    """Whether all of the recommendation may still be adopted, as far as the ledger goes."""
    return not standing(records, item_id).contrary


def previewed(records: Records, item_id: str, ballot: Ballot) -> Voted:
    """The vote as it would be written."""
    vote = _unwritten(records, item_id, ballot)
    return told(records, vote, tuple(casts_in(vote, ballot)))


def _unwritten(records: Records, item_id: str, ballot: Ballot) -> Vote:
    meeting_id = records.get(AgendaItem, item_id).meeting_id
    return voted(Vote(id="", meeting_id=meeting_id, item_id=item_id, decision_id=""), ballot)


def words_of(records: Records, known: Voted) -> str:
    """What the house prints of it."""
    return vote_words(known, style_of_item(records, known.vote.item_id).vote_form)


def ballot_of(records: Records, vote_id: str) -> Ballot:
    """What is known of a vote that was written, to be corrected."""
    vote = records.get(Vote, vote_id)
    casts = casts_of(records, vote)
    candidates = tuple(Candidate(cast.candidate, cast.count) for cast in casts if cast.candidate)
    elected = next((cast.candidate for cast in casts if cast.candidate and cast.choice is VoteChoice.FOR), None)
    choices = {cast.attendance_id: cast.choice for cast in casts if cast.attendance_id}
    known = told(records, vote, casts)
    decided_by_chair = known.count.is_tie and vote.result in _CASTING
    return Ballot(
        subject=vote.subject,
        about=vote.about,
        choices=choices,
        count=None if choices or vote.subject is VoteSubject.ELECTION else known.count,
        candidates=candidates,
        lot=elected,
        blank=(vote.abstentions or 0) if candidates else 0,
        casting=_CASTING[vote.result] if decided_by_chair and vote.result else None,
    )


def contradictions(records: Records, item_id: str, ballot: Ballot) -> tuple[str, ...]:
    """What does not agree with who is there, "more" votes or "fewer", or with the "ledger". Told, never in the way."""
    return (*_against_ledger(records, item_id, ballot), *_against_presence(records, item_id, ballot))


def _against_ledger(records: Records, item_id: str, ballot: Ballot) -> tuple[str, ...]:
    vote = _unwritten(records, item_id, ballot)
    if vote.subject is VoteSubject.ELECTION or not decides(vote) or vote.result is None:
        return ()
    ledger = standing(records, item_id)
    is_otherwise = ledger.contrary if vote.result is VoteResult.CARRIED else ledger.approves_any
    return ("ledger",) if is_otherwise else ()


def _against_presence(records: Records, item_id: str, ballot: Ballot) -> tuple[str, ...]:
    there = len(voters(records, item_id))
    if ballot.subject is VoteSubject.ELECTION:
        cast = sum(one.votes or 0 for one in ballot.candidates) + ballot.blank
        return ("more",) if cast > there else ()
    if ballot.count is None or ballot.count.total == there:
        return ()
    return ("more",) if ballot.count.total > there else ("fewer",)


def voted(vote: Vote, ballot: Ballot) -> Vote:
    """The vote with what the ballot says."""
    about = (ballot.about or "").strip() or None
    if ballot.subject is VoteSubject.ELECTION:
        chosen = any(one.is_elected for one in with_elected(ballot.candidates, ballot.lot))
        return replace(
            vote,
            subject=ballot.subject,
            about=about,
            votes_for=None,
            votes_against=None,
            abstentions=ballot.blank or None,
            not_voting=None,
            result=VoteResult.CARRIED if chosen else VoteResult.TIE_LAPSED,
        )
    count = ballot.counted
    return replace(
        vote,
        subject=ballot.subject,
        about=about,
        votes_for=count.votes_for,
        votes_against=count.votes_against,
        abstentions=count.abstentions,
        not_voting=count.not_voting,
        result=result_of(count, ballot.casting),
    )


def casts_in(vote: Vote, ballot: Ballot) -> Iterator[VoteCast]:
    """One for each who chose. Of an election, one for each candidate, with FOR for the one that is elected."""
    if ballot.subject is VoteSubject.ELECTION:
        for one in with_elected(ballot.candidates, ballot.lot):
            choice = VoteChoice.FOR if one.is_elected else VoteChoice.AGAINST
            yield VoteCast(
                id=new_id(),
                meeting_id=vote.meeting_id,
                vote_id=vote.id,
                choice=choice,
                candidate=one.name,
                count=one.votes,
            )
        return
    for attendance_id, choice in ballot.choices.items():
        yield VoteCast(
            id=new_id(), meeting_id=vote.meeting_id, vote_id=vote.id, attendance_id=attendance_id, choice=choice
        )
