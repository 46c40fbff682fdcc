"""A vote and a statement are printed once: in the decision, or in the rows that a template has for them."""

import re

import pytest

from referatdesk.domain.changes import altered
from referatdesk.domain.codes import Access, StatementKind, VoteChoice
from referatdesk.domain.decisions import Vote
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.item.texts import set_blocks
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.output.outputs import Kind
from referatdesk.services.vote import ballots, statements, votes
from referatdesk.services.vote.ballots import Ballot
from tests.documents.word.building import control, line, parts_of, word_file
from tests.services.fictional_archive import line as text_line
from tests.services.voting_meeting import ITEM, voting_meeting

VOTED = "For stemte A, C og Tove Holm Skov fra V (3). Imod stemte Palle Nørre fra V."
ENTERED = "Palle Nørre ønskede følgende afvigende mening tilført beslutningsprotokollen: Prisen er for høj."
TEXTS = control("afsnit", line("afsnit.tekst"))
ROWS = control("afstemninger", line("afstemning.tekst")) + control("udtalelser", line("udtalelse.linje"))


@pytest.fixture
def records():
    records = voting_meeting()
    choices = {**ballots.all_for(records, ITEM), "palle": VoteChoice.AGAINST}
    records.apply(votes.write_vote(records, ITEM, Ballot(choices=choices)).pairs)
    dissent, _id = statements.add_statement(
        records, ITEM, StatementKind.DISSENT, attendance_id="palle", text="Prisen er for høj."
    )
    records.apply(dissent.pairs)
    return records


@pytest.fixture
def printed(tmp_path, records):
    def print_with(*parts, kind=Kind.PUBLICATION):
        template = tmp_path / "skabelon.docx"
        template.write_bytes(word_file(control("punkter", "".join(parts))))
        made = build(prepare(records, "meeting", template=str(template), kind=kind), number_pages=False)
        return [
            words
            for one in re.split("</w:p>", parts_of(made)["word/document.xml"].decode())
            if (words := "".join(re.findall(r"<w:t[^>]*>([^<]*)", one)))
        ]

    return print_with


def test_they_stand_in_the_decision_where_the_template_has_no_rows_for_them(printed):
    told = printed(TEXTS)
    assert told.count(VOTED) == told.count(ENTERED) == 1


def test_they_stand_in_the_rows_where_the_template_has_them(printed):
    told = printed(ROWS, TEXTS)
    assert told.count(VOTED) == told.count(ENTERED) == 1
    assert told.index(VOTED) < told.index("Det indstilles, at Sundhedsråd Østfjord:", told.index(VOTED))


def test_a_review_copy_keeps_its_text_whole(printed):
    told = printed(ROWS, TEXTS, kind=Kind.REVIEW)
    assert told.count(VOTED) == told.count(ENTERED) == 1
    assert told[-1] == ENTERED


def test_words_that_go_on_behind_a_vote_stay_in_the_decision(records, printed):
    going_on = (text_line("vote", f"{VOTED} Planen sendes i høring."), text_line("said", ENTERED))
    records.apply(set_blocks(records, ITEM, "three-dec", going_on).pairs)
    told = printed(ROWS, TEXTS)
    assert told.count(VOTED) == 1
    assert "Planen sendes i høring." in told


@pytest.mark.parametrize(
    "words",
    ["Indstillingen blev godkendt med 3 stemmer for og 1 imod.", "Efter afstemning (tre for, en imod) godkendt."],
)
def test_a_vote_that_is_told_in_other_words_is_not_told_again(records, printed, words):
    records.apply(set_blocks(records, ITEM, "three-dec", (text_line("hand", words), text_line("said", ENTERED))).pairs)
    told = printed(ROWS, TEXTS)
    assert VOTED not in told
    assert words in told
    assert told.count(ENTERED) == 1


def test_a_vote_that_the_text_says_nothing_of_has_its_row(records, printed):
    records.apply(set_blocks(records, ITEM, "three-dec", (text_line("hand", "Godkendt den 3. maj 2031."),)).pairs)
    assert printed(ROWS, TEXTS).count(VOTED) == 1


def test_of_an_election_the_candidates_are_told_with_their_votes():
    records = voting_meeting()
    vote = records.get(Vote, "vote")
    records.apply(altered([(vote, Vote(id="vote", meeting_id="meeting", item_id="two", decision_id="decision"))]))
    (scope,) = gather(records, "meeting").repeats["punkter"][1].repeats["afstemninger"]
    cast = {row.fields["stemme.hvem"]: row.fields["stemme.valg"] for row in scope.repeats["stemmer"]}
    assert cast == {"Merete Aaby, A": "for", "Ida Vester": "2 stemmer"}


@pytest.mark.parametrize("parts", [(TEXTS,), (ROWS, TEXTS), (ROWS,)])
def test_nothing_of_them_is_published_of_a_closed_item(records, printed, parts):
    item = records.get(AgendaItem, ITEM)
    closed = AgendaItem(id=item.id, meeting_id="meeting", sort=item.sort, title=item.title, access=Access.CLOSED)
    records.apply(altered([(item, closed)]))
    told = " ".join(printed(*parts))
    assert VOTED not in told
    assert "imod" not in told
    assert "Prisen" not in told
