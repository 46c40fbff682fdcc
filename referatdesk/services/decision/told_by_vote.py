"""The ledger's words beside those of a vote: what came of it is told once, by the one or by the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from referatdesk.domain.codes import DecisionBasis, Outcome, VoteResult, VoteSubject
from referatdesk.domain.decisions import Decision, Vote
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Blocks, is_blank
from referatdesk.services.decision.decisions import outcomes_of
from referatdesk.services.decision.ledger import is_first, with_words, words_of
from referatdesk.services.decision.lines import Decided
from referatdesk.services.decision.linked_words import place_of, put_in, rewritten
from referatdesk.services.decision.written_statements import lines_of, statements_of
from referatdesk.services.decision.written_votes import linked_line, told, votes_of
from referatdesk.services.wording.votes import WITHOUT_VOTE, Voted


def decides(vote: Vote) -> bool:
    """A vote on the whole matter; on an amendment, a single point or the procedure it does not."""
    return vote.subject is VoteSubject.ELECTION or (vote.subject is VoteSubject.MAIN and not vote.about)


def outcome_of(vote: Vote, votes: Iterable[Vote]) -> Outcome:
    """What the vote makes of the matter, among all votes on it."""
    if vote.subject is VoteSubject.ELECTION:
        return Outcome.ELECTED if vote.result is VoteResult.CARRIED else Outcome.UNCLASSIFIED
    if vote.result is VoteResult.CARRIED:
        changed = any(one.subject is VoteSubject.AMENDMENT and one.result is VoteResult.CARRIED for one in votes)
        return Outcome.APPROVED_CHANGED if changed else Outcome.APPROVED
    outcomes = {VoteResult.LOST: Outcome.REJECTED, VoteResult.TIE_LAPSED: Outcome.LAPSED}
    return outcomes[vote.result] if vote.result else Outcome.UNCLASSIFIED


def goes_against_vote(records: Records, decision: Decision) -> bool:
    """Whether the outcome that somebody chose is the opposite of what the last vote on the matter came to."""
    mains = [vote for vote in votes_of(records, decision.item_id) if decides(vote) and vote.subject is VoteSubject.MAIN]
    if not mains or mains[-1].result is None:
        return False
    opposite = _TURNED_DOWN if mains[-1].result is VoteResult.CARRIED else _CARRIED
    return decision.outcome in opposite


_TURNED_DOWN = frozenset({Outcome.REJECTED, Outcome.LAPSED})
_CARRIED = frozenset({Outcome.APPROVED, Outcome.APPROVED_CHANGED, Outcome.ADOPTED, Outcome.RECOMMENDED})


def tells_outcome(known: Voted) -> bool:
    """Whether the line of the vote says what came of it: all but that of a majority in favour."""
    vote = known.vote
    is_bare = vote.result is VoteResult.CARRIED and not known.is_unanimous and not known.count.is_tie
    return decides(vote) and not (is_bare and vote.subject is VoteSubject.MAIN)


def outcome_is_told(records: Records, into: Decided) -> bool:
    """Whether a vote in the decision, or its having been none, tells the outcome that the decision has."""
    decision = into.decision
    if decision.basis is DecisionBasis.NO_VOTE and into.place_of((WITHOUT_VOTE,)) is not None:
        return decision.outcome is Outcome.ADOPTED
    votes = votes_of(records, decision.item_id)
    last = [vote for vote in votes if decides(vote)][-1:]
    return any(
        outcome_of(vote, votes) is decision.outcome
        and tells_outcome(told(records, vote))
        and linked_line(records, vote, into) is not None
        for vote in last
    )


def apart_from_lines(records: Records, into: Decided) -> Blocks:
    """What stands in the decision beside the lines of votes and statements."""
    blocks = into.blocks
    for lines in _lines(records, into):
        blocks = rewritten(blocks, lines, ())
    return blocks


def _lines(records: Records, into: Decided) -> Iterator[tuple[str, ...]]:
    item_id = into.decision.item_id
    linked = (linked_line(records, vote, into) for vote in votes_of(records, item_id))
    yield from ((line,) for line in linked if line)
    yield from (lines_of(records, one) for one in statements_of(records, item_id))
    yield (WITHOUT_VOTE,)


def with_ledger(records: Records, into: Decided, decision: Decision, *, is_told: bool) -> Decided:
    """The decision as it is to be, with the ledger's words for it; they give way where a vote has told it.

    What was written by hand stays as it is.
    """
    item_id = decision.item_id
    rows = outcomes_of(records, item_id)
    before = words_of(records, item_id, into.stored, rows)
    after = words_of(records, item_id, decision, rows)
    after = () if is_told and len(after) == 1 else after
    settled = replace(into, decision=decision)
    if place_of(into.blocks, before) is not None:
        return settled.with_other(before, after)
    bare = settled.having(apart_from_lines(records, into))
    section = settled.text.section(decision.section_id)
    by_hand = bool(before) and not is_blank(bare.blocks)
    if by_hand or section is None or with_words(bare.text, decision, (), after) == bare.text:
        return settled
    return settled.having(put_in(into.blocks, after, first=is_first(section)))
