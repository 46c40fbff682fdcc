"""Votes and statements follow when words of theirs are replaced in the text of the decision."""

import pytest

from referatdesk.domain.codes import StatementKind, VoteChoice, VoteSubject
from referatdesk.domain.decisions import Statement, VoteCast
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.voting import Candidate
from referatdesk.services.item.texts import set_blocks
from referatdesk.services.vote import ballots, statements, votes
from referatdesk.services.vote.ballots import Ballot
from referatdesk.services.writing.replacing import Query, matches_in, replaced
from tests.services.fictional_archive import line
from tests.services.voting_meeting import ITEM, printed, voting_meeting


@pytest.fixture
def records():
    return voting_meeting()


def enter(records, text):
    change, statement_id = statements.add_statement(
        records, ITEM, StatementKind.DISSENT, attendance_id="palle", text=text
    )
    records.apply(change.pairs)
    return statement_id


def vote_on(records, ballot):
    records.apply(votes.write_vote(records, ITEM, ballot).pairs)
    return votes.votes_of(records, ITEM)[-1].id


def exchange(records, words, other, *places):
    """Replaces all that is found, or only the places named."""
    found = list(matches_in(records, records.get(AgendaItem, ITEM), Query(words)))
    chosen = [found[place] for place in places] if places else found
    change = replaced(records, chosen, other)
    records.apply(change.pairs)
    return change


def text_of(records, statement_id):
    return records.get(Statement, statement_id).text


def test_a_statement_follows_all_places_in_one_change(records):
    statement = enter(records, "Egeby betaler.\nPrisen i egeby er for høj")
    change = exchange(records, "egeby", "Klitved")
    assert text_of(records, statement) == "Klitved betaler.\nPrisen i Klitved er for høj"
    assert statements.is_linked(records, statement)
    records.apply(change.turned.pairs)
    assert text_of(records, statement) == "Egeby betaler.\nPrisen i egeby er for høj"
    assert statements.is_linked(records, statement)


@pytest.mark.parametrize(("place", "text"), [(0, "broen, vejen og huset"), (1, "Huset, vejen og broen")])
def test_one_place_alone_is_the_one_that_was_meant(records, place, text):
    statement = enter(records, "Huset, vejen og huset")
    exchange(records, "huset", "broen", place)
    assert text_of(records, statement) == text
    assert statements.is_linked(records, statement)


def test_what_was_edited_by_hand_leaves_the_statement_alone(records):
    statement = enter(records, "Egeby betaler")
    records.apply(set_blocks(records, ITEM, "three-dec", (line("hand", "Palle sagde, at Egeby betaler."),)).pairs)
    exchange(records, "Egeby", "Klitved")
    assert text_of(records, statement) == "Egeby betaler"
    assert printed(records) == ["Palle sagde, at Klitved betaler."]


def test_the_name_of_a_person_is_not_the_words_of_a_statement(records):
    statement = enter(records, "Egeby betaler")
    exchange(records, "Palle Nørre", "Nogen")
    assert text_of(records, statement) == "Egeby betaler"
    assert not statements.is_linked(records, statement)


def test_what_was_voted_on_follows(records):
    choices = {**ballots.all_for(records, ITEM), "palle": VoteChoice.AGAINST}
    vote = vote_on(records, Ballot(subject=VoteSubject.AMENDMENT, about="om en kortere frist", choices=choices))
    exchange(records, "kortere", "længere")
    assert printed(records)[-1].startswith("Ændringsforslag om en længere frist: ")
    assert votes.is_linked(records, vote)
    assert votes.votes_of(records, ITEM)[-1].about == "om en længere frist"


def test_a_candidate_follows(records):
    candidates = (Candidate("Ida Wester", 3), Candidate("Palle Nørre", 1))
    vote = vote_on(records, Ballot(subject=VoteSubject.ELECTION, about="næstformand", candidates=candidates))
    exchange(records, "Wester", "Vester")
    assert votes.is_linked(records, vote)
    named = [one.candidate for one in records.all(VoteCast) if one.vote_id == vote]
    assert named == ["Ida Vester", "Palle Nørre"]


def test_words_of_the_house_are_replaced_in_the_text_alone(records):
    vote = vote_on(records, Ballot(choices=ballots.all_for(records, ITEM)))
    exchange(records, "Enstemmigt", "Helt enigt")
    assert printed(records) == ["Helt enigt godkendt."]
    assert not votes.is_linked(records, vote)
