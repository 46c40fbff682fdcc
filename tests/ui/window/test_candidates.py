"""An election in the window: who is up for it, and the votes for each."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.domain.codes import VoteSubject
from tests.ui.window.conftest import settle
from tests.ui.window.test_voting import decision_text, open_pane, press

Key = Qt.Key


def test_only_figures_stand_for_the_votes_of_a_candidate(voting):
    pane = open_pane(voting)
    press(Key.Key_Left)
    pane.candidates.focus_first()
    press("Ida Vester", Key.Key_Tab, "+1.2,", Key.Key_Tab)
    assert [(one.name, one.votes) for one in pane.candidates.candidates] == [("Ida Vester", 12)]


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
