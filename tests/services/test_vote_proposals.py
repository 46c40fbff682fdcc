"""What a new vote begins with follows from what was decided of the points, and what goes against it is told."""

from dataclasses import replace

import pytest

from referatdesk.domain.codes import Outcome, VoteChoice, VoteSubject
from referatdesk.services.decision.decisions import set_outcome
from referatdesk.services.vote import ballots, votes
from referatdesk.services.vote.ballots import Ballot
from tests.services.recommending import GODKENDT, UDSAT, points, recommend, settle, settle_all
from tests.services.voting_meeting import ITEM, printed, voting_meeting

AFVIST, TILBAGE, VIDERE = Outcome.REJECTED, Outcome.RETURNED, Outcome.REFERRED


@pytest.fixture
def records():
    records = voting_meeting()
    recommend(records)
    return records


def would_print(records):
    ballot = ballots.proposed(records, ITEM)
    return ballots.words_of(records, ballots.previewed(records, ITEM, ballot))


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ((), "Enstemmigt godkendt."),
        ((GODKENDT, None, None), "Enstemmigt godkendt."),
        ((GODKENDT, GODKENDT, GODKENDT), "Enstemmigt godkendt."),
        ((Outcome.APPROVED_CHANGED, Outcome.NOTED, None), "Enstemmigt godkendt."),
        ((GODKENDT, UDSAT, GODKENDT), "Indstillingens punkt 1 og 3: Enstemmigt godkendt."),
        ((AFVIST, None, None), "Indstillingens punkt 2 og 3: Enstemmigt godkendt."),
        ((AFVIST, GODKENDT, UDSAT), "Indstillingens punkt 2: Enstemmigt godkendt."),
        ((AFVIST, AFVIST, AFVIST), "Enstemmigt forkastet."),
        ((AFVIST, UDSAT, UDSAT), "Indstillingens punkt 1: Enstemmigt forkastet."),
        ((UDSAT, UDSAT, UDSAT), "Afstemning om udsættelse af sagen: Enstemmigt vedtaget."),
        ((TILBAGE, TILBAGE, TILBAGE), "Afstemning om tilbagesendelse af sagen: Enstemmigt vedtaget."),
        ((UDSAT, TILBAGE, VIDERE), "Afstemning om sagens behandling: Enstemmigt vedtaget."),
    ],
)
def test_what_is_proposed_never_goes_against_the_ledger(records, outcomes, words):
    settle_all(records, *outcomes)
    assert would_print(records) == words
    assert ballots.contradictions(records, ITEM, ballots.proposed(records, ITEM)) == ()
    assert ballots.is_open(records, ITEM) is (words == "Enstemmigt godkendt.")


def test_what_was_said_of_the_whole_counts_where_there_are_no_points():
    records = voting_meeting()
    recommend(records, count=0)
    assert points(records) == []
    records.apply(set_outcome(records, ITEM, AFVIST).pairs)
    assert would_print(records) == "Enstemmigt forkastet."


def test_what_a_vote_made_of_the_whole_says_nothing_of_the_next_one(records):
    lost = dict.fromkeys(ballots.all_for(records, ITEM), VoteChoice.AGAINST)
    records.apply(votes.write_vote(records, ITEM, Ballot(choices=lost)).pairs)
    assert would_print(records) == "Enstemmigt godkendt."


@pytest.mark.parametrize(
    ("outcomes", "choice", "doubts"),
    [
        ((GODKENDT, UDSAT, None), VoteChoice.FOR, ("ledger",)),
        ((AFVIST, AFVIST, AFVIST), VoteChoice.FOR, ("ledger",)),
        ((AFVIST, AFVIST, AFVIST), VoteChoice.AGAINST, ()),
        ((GODKENDT, UDSAT, None), VoteChoice.AGAINST, ("ledger",)),
        ((GODKENDT, GODKENDT, GODKENDT), VoteChoice.FOR, ()),
        ((), VoteChoice.AGAINST, ()),
    ],
)
def test_a_vote_on_the_whole_that_goes_against_the_ledger_is_told(records, outcomes, choice, doubts):
    settle_all(records, *outcomes)
    whole = Ballot(choices=dict.fromkeys(ballots.all_for(records, ITEM), choice))
    assert ballots.contradictions(records, ITEM, whole) == doubts
    assert ballots.contradictions(records, ITEM, replace(whole, about="indstillingens punkt 1")) == ()
    assert ballots.contradictions(records, ITEM, replace(whole, subject=VoteSubject.PROCEDURE)) == ()


def test_the_points_and_the_vote_on_some_of_them_are_told_side_by_side(records):
    settle(records, 2, UDSAT)
    records.apply(votes.write_vote(records, ITEM, ballots.proposed(records, ITEM)).pairs)
    assert printed(records) == ["Indstilling 2 blev udsat.", "Indstillingens punkt 1 og 3: Enstemmigt godkendt."]
