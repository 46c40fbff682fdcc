"""An election in the window: who is up for it, and the votes for each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.domain.codes import VoteSubject
from referatdesk.services.item.agenda import rename_item
from tests.ui.window.conftest import settle
from tests.ui.window.test_voting import decision_text, open_pane, press

Key = Qt.Key


def test_only_figures_stand_for_the_votes_of_a_candidate(voting):
    pane = open_pane(voting)
    press(Key.Key_Left)
    pane.candidates.focus_first()
    press("Ida Vester", Key.Key_Tab, "+1.2,", Key.Key_Tab)
    assert [(one.name, one.votes) for one in pane.candidates.candidates] == [("Ida Vester", 12)]


def open_election(window):
    pane = open_pane(window)
    press(Key.Key_Left)
    pane.candidates.focus_first()
    return pane


@pytest.mark.parametrize("leaves_by", [Key.Key_Return, Key.Key_Tab])
def test_a_part_of_a_name_becomes_the_name_and_leads_to_the_votes(voting, leaves_by):
    pane = open_election(voting)
    press("Vest", leaves_by)
    assert pane.candidates.fields()[0].text() == "Ida Vester"
    assert pane.candidates.fields()[1].hasFocus()
    assert decision_text(voting) == []
    press(Key.Key_Return)
    assert decision_text(voting) == ["Ida Vester blev valgt uden afstemning."]


@pytest.mark.parametrize(
    ("typed", "told"),
    [(("", Key.Key_Tab, "4"), "Line 1 has votes but no name"), (("12",), "“12” is no name")],
)
def test_a_line_that_cannot_be_read_is_told_of_and_nothing_is_written(voting, typed, told):
    pane = open_election(voting)
    press(*typed, Key.Key_Return)
    assert pane.doubt.text() == told
    assert not pane.write.isEnabled()
    assert decision_text(voting) == []


def test_an_item_that_is_an_election_opens_the_vote_with_its_office(voting):
    title = "Valg af ny næstformand for Sundhedsråd Østfjord"
    voting.desk.do(rename_item(voting.desk.workspace, voting.view.item.item_id, title))
    pane = open_pane(voting)
    assert pane.question.subject is VoteSubject.ELECTION
    assert pane.question.about.text() == "næstformand for Sundhedsråd Østfjord"


def test_an_election_takes_candidates_and_the_lot(voting):
    pane = open_pane(voting)
    press(Key.Key_Left)
    assert pane.question.subject is VoteSubject.ELECTION
    assert pane.question.about.hasFocus()
    press("næstformand")
    pane.candidates.focus_first()
    press("Ida Vester", Key.Key_Tab, "2", Key.Key_Tab, "Palle Nørre", Key.Key_Tab, "2")
    assert pane.printed.words.endswith("Valget skal afgøres ved lodtrækning.")
    QTest.mouseClick(pane.tie.chips()[1], Qt.MouseButton.LeftButton)
    settle()
    told = "Ida Vester og Palle Nørre fik hver 2 stemmer. Ved lodtrækning blev Palle Nørre valgt til næstformand."
    assert pane.printed.words == told
    QTest.mouseClick(pane.write, Qt.MouseButton.LeftButton)
    settle()
    assert decision_text(voting) == [told]
