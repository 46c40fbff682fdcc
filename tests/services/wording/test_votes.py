"""Every vote and statement in every form of a house, word for word."""

import pytest

from referatdesk.domain.codes import VoteForm, VoteResult, VoteSubject
from referatdesk.domain.decisions import Vote
from referatdesk.services.wording.statements import statement_lines
from referatdesk.services.wording.votes import Voted, vote_words
from tests.documents.reading.test_matters_statements import read as read_statements
from tests.documents.reading.test_matters_votes import read
from tests.services.wording.election_cases import ELECTIONS
from tests.services.wording.statement_cases import STATEMENTS
from tests.services.wording.vote_cases import CASES
from tests.services.wording.vote_lead_cases import AMENDMENTS, NAMES, PROCEDURES


@pytest.mark.parametrize("form", list(VoteForm), ids=str)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_vote_is_printed_as_the_house_prints_it(case, form):
    assert vote_words(case.told, form) == case.printed[form]


@pytest.mark.parametrize(
    ("subject", "about", "lead"),
    [
        (VoteSubject.AMENDMENT, "Fristen udskydes", "Ændringsforslag om, at fristen udskydes: "),
        (VoteSubject.AMENDMENT, "punkt 2 udgår", "Ændringsforslag om, at punkt 2 udgår: "),
        (VoteSubject.AMENDMENT, "at fristen udskydes", "Ændringsforslag om, at fristen udskydes: "),
        (VoteSubject.AMENDMENT, "Ny høringsfrist", "Ændringsforslag om ny høringsfrist: "),
        (VoteSubject.AMENDMENT, "kommunernes andel", "Ændringsforslag om kommunernes andel: "),
        (VoteSubject.AMENDMENT, "Ida Vester", "Ændringsforslag fra Ida Vester: "),
        (VoteSubject.AMENDMENT, "Ida Vester og Palle Nørre", "Ændringsforslag fra Ida Vester og Palle Nørre: "),
        (VoteSubject.AMENDMENT, "Byens Liste og V", "Ændringsforslag fra Byens Liste og V: "),
        (VoteSubject.AMENDMENT, "Fjordlisten", "Ændringsforslag fra Fjordlisten: "),
        (VoteSubject.AMENDMENT, "Venstre", "Ændringsforslag fra Venstre: "),
        (VoteSubject.AMENDMENT, "Formanden", "Ændringsforslag fra formanden: "),
        (VoteSubject.AMENDMENT, "formandens honorar", "Ændringsforslag om formandens honorar: "),
        (VoteSubject.AMENDMENT, "Ændringsforslag fra Ida Vester", "Ændringsforslag fra Ida Vester: "),
        (VoteSubject.AMENDMENT, "Ændringsforslag", "Ændringsforslag: "),
        (VoteSubject.AMENDMENT, "2", "Ændringsforslag 2: "),
        *((VoteSubject.AMENDMENT, typed, f"Ændringsforslag {told}: ") for typed, told in AMENDMENTS),
        *((VoteSubject.PROCEDURE, typed, f"Afstemning {told}: ") for typed, told in PROCEDURES),
        (VoteSubject.PROCEDURE, "Lukning af debatten", "Afstemning om lukning af debatten: "),
        (VoteSubject.PROCEDURE, "Klitved Kommunes forslag", "Afstemning om Klitved Kommunes forslag: "),
        (VoteSubject.PROCEDURE, "KKR's udtalelse", "Afstemning om KKR's udtalelse: "),
    ],
)
def test_a_vote_begins_with_what_it_was_about(subject, about, lead):
    vote = Vote(
        id="v", meeting_id="m", item_id="i", decision_id="d", subject=subject, about=about, votes_for=1, votes_against=0
    )
    assert vote_words(Voted(vote, names=NAMES), VoteForm.NUMBERS).startswith(lead)


@pytest.mark.parametrize(
    ("about", "what"),
    [
        ("indstillingens punkt 1", "Punktet"),
        ("punkt 1 og 2", "Punkterne"),
        ("Indstillingspunkt 3", "Punktet"),
        ("tidspunktet for åbningen", "Forslaget"),
        ("nyt knudepunkt i Egeby", "Forslaget"),
    ],
)
def test_what_came_of_it_is_told_of_what_was_voted_on(about, what):
    vote = Vote(
        id="v",
        meeting_id="m",
        item_id="i",
        decision_id="d",
        about=about,
        votes_for=3,
        votes_against=1,
        result=VoteResult.CARRIED,
    )
    assert f" {what} blev dermed " in vote_words(Voted(vote), VoteForm.NUMBERS)


@pytest.mark.parametrize(("office", "candidates", "blank", "printed"), ELECTIONS, ids=[one[-1] for one in ELECTIONS])
def test_an_election_says_who_was_chosen_and_how(office, candidates, blank, printed):
    vote = Vote(
        id="v",
        meeting_id="m",
        item_id="i",
        decision_id="d",
        subject=VoteSubject.ELECTION,
        about=office,
        abstentions=blank,
        result=VoteResult.CARRIED,
    )
    for form in VoteForm:
        assert vote_words(Voted(vote, (), candidates), form) == printed


@pytest.mark.parametrize(("kind", "who", "text", "book", "goes_to", "printed"), STATEMENTS)
def test_a_statement_is_entered_in_the_words_of_its_kind(kind, who, text, book, goes_to, printed):
    assert statement_lines(kind, who, text, book=book, forward_to=goes_to) == printed


def test_numbers_that_were_never_said_are_not_made_up():
    vote = Vote(id="v", meeting_id="m", item_id="i", decision_id="d", votes_for=7, result=VoteResult.CARRIED)
    assert vote_words(Voted(vote), VoteForm.NUMBERS) == "7 stemte for."


@pytest.mark.parametrize("form", [VoteForm.NUMBERS, VoteForm.NAMES], ids=str)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_printed_is_read_again_as_the_same_vote(case, form):
    """But for what is told without a number: unanimity, and parties by their names alone."""
    vote, printed = case.told.vote, case.printed[form]
    numbers = [tuple(number or None for number in read_again[0]) for read_again in read(printed)]
    named_by_party = form is VoteForm.NAMES and any(one.name is None for one in case.told.voices)
    if "Enstemmigt" in printed:
        assert numbers == []
    elif not named_by_party:
        assert numbers == [tuple(number or None for number in (vote.votes_for, vote.votes_against, vote.abstentions))]


@pytest.mark.parametrize(
    ("kind", "who", "printed"),
    [(kind, who, printed) for kind, who, text, *_rest, printed in STATEMENTS if printed and not text.startswith(who)],
)
def test_a_printed_statement_is_read_again_as_the_same_kind(kind, who, printed):
    (found,) = read_statements("\n".join(printed))
    assert found[0] is kind
    assert " og ".join(found[1]) == who
