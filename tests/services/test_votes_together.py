"""Several votes on one item: the decision follows from all of them, however they came, also when one goes again."""

from dataclasses import replace

import pytest

from referatdesk.domain.codes import DecisionBasis, Outcome, VoteChoice, VoteSubject
from referatdesk.domain.voting import Count
from referatdesk.services.decision.decisions import own_decision, set_outcome
from referatdesk.services.errors import UserError
from referatdesk.services.vote import ballots, votes
from referatdesk.services.vote.ballots import Ballot
from tests.services.voting_meeting import ITEM, printed, voting_meeting

AMENDMENT = Ballot(subject=VoteSubject.AMENDMENT, count=Count(3, 1))
PROCEDURE = Ballot(subject=VoteSubject.PROCEDURE, about="lukning af debatten", count=Count(3, 1))
LOST_AMENDMENT = replace(AMENDMENT, count=Count(1, 3))


@pytest.fixture
def records():
    return voting_meeting()


def written(records, ballot, vote_id=None):
    records.apply(votes.write_vote(records, ITEM, ballot, vote_id).pairs)


def all_for(records):
    return Ballot(choices=ballots.all_for(records, ITEM))


def the_vote_on(records, subject):
    return next(vote for vote in votes.votes_of(records, ITEM) if vote.subject is subject)


def outcome(records):
    return own_decision(records, ITEM).outcome


def test_an_amendment_that_is_written_behind_the_vote_on_the_matter_changes_what_was_approved(records):
    written(records, all_for(records))
    written(records, AMENDMENT)
    assert outcome(records) is Outcome.APPROVED_CHANGED


def test_an_amendment_that_turns_out_lost_changed_nothing(records):
    written(records, AMENDMENT)
    written(records, all_for(records))
    written(records, LOST_AMENDMENT, the_vote_on(records, VoteSubject.AMENDMENT).id)
    assert outcome(records) is Outcome.APPROVED


def test_an_amendment_that_is_taken_away_changed_nothing(records):
    written(records, AMENDMENT)
    written(records, all_for(records))
    records.apply(votes.remove_vote(records, the_vote_on(records, VoteSubject.AMENDMENT).id).pairs)
    assert outcome(records) is Outcome.APPROVED
    assert printed(records) == ["Enstemmigt godkendt."]


def test_of_two_votes_on_the_matter_the_last_holds_and_the_other_once_it_is_gone(records):
    written(records, all_for(records))
    written(records, replace(all_for(records), choices=dict.fromkeys(all_for(records).choices, VoteChoice.AGAINST)))
    assert outcome(records) is Outcome.REJECTED
    records.apply(votes.remove_vote(records, votes.votes_of(records, ITEM)[-1].id).pairs)
    assert outcome(records) is Outcome.APPROVED
    assert printed(records) == ["Enstemmigt godkendt."]


def test_what_the_secretary_said_herself_stands_when_a_vote_goes(records):
    written(records, AMENDMENT)
    written(records, all_for(records))
    records.apply(set_outcome(records, ITEM, Outcome.AGREED).pairs)
    records.apply(votes.remove_vote(records, the_vote_on(records, VoteSubject.AMENDMENT).id).pairs)
    assert outcome(records) is Outcome.AGREED


def test_a_vote_that_was_held_after_all_takes_away_that_there_was_none(records):
    records.apply(votes.without_vote(records, ITEM).pairs)
    written(records, all_for(records))
    assert printed(records) == ["Enstemmigt godkendt."]
    assert own_decision(records, ITEM).basis is DecisionBasis.VOTE


def test_that_there_was_no_vote_is_not_said_of_an_item_that_was_voted_on(records):
    written(records, all_for(records))
    with pytest.raises(UserError, match=r"vote\.stands"):
        votes.without_vote(records, ITEM)


@pytest.mark.parametrize("ballot", [AMENDMENT, PROCEDURE])
def test_a_matter_may_be_adopted_without_a_vote_where_only_something_else_was_voted_on(records, ballot):
    written(records, ballot)
    records.apply(votes.without_vote(records, ITEM).pairs)
    assert (outcome(records), printed(records)[-1]) == (Outcome.ADOPTED, "Vedtaget uden afstemning.")
    written(records, PROCEDURE)
    assert "Vedtaget uden afstemning." in printed(records)
