"""What was counted and is not written yet is not lost when the window, or its archive, is left."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from referatdesk.config.settings import Language
from referatdesk.domain.decisions import Vote
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.item.agenda import remove_item
from referatdesk.ui.asking.message import WaysOut
from tests.ui.window.conftest import settle
from tests.ui.window.test_leaving import SessionEnd
from tests.ui.window.test_voting import decision_text, open_pane, pane_of, press, written

Key = Qt.Key
TOLD = "3 stemte for, og 1 stemte imod (Sanne Brix)."


def asked(window):
    return next((one for one in window.findChildren(WaysOut) if one.isVisible()), None)


def words_of(dialog):
    return [one.text() for one in dialog.findChildren(QLabel)]


def choose(window, words):
    buttons = asked(window).findChildren(QPushButton)
    next(one for one in buttons if one.text().replace("&", "") == words).click()
    settle()


@pytest.fixture
def counted(voting):
    """One is against, and nothing is written."""
    open_pane(voting)
    press("s", "i")
    return voting


@pytest.fixture(params=["open", "left"])
def unwritten(request, counted):
    """The pane stands there, or another item is shown by now."""
    if request.param == "left":
        counted.view.agenda.choose(counted.view.agenda.item_ids[2])
        settle()
    return counted


def test_the_window_asks_with_the_count_in_sight_and_writes_it(unwritten):
    item_id = unwritten.view.agenda.item_ids[1]
    title = unwritten.desk.workspace.get(AgendaItem, item_id).title
    assert not unwritten.close()
    settle()
    assert asked(unwritten).accessibleDescription() == "3 for · 1 against – carried"
    assert f"The vote at “{title}” is not written in the decision." in words_of(asked(unwritten))
    assert unwritten.view.item.item_id == item_id
    assert pane_of(unwritten).sum.text() == "3 for · 1 against – carried"
    told = []
    unwritten.leaving.connect(lambda: told.extend(decision_text(unwritten)))
    choose(unwritten, "Write the vote")
    assert told[-1] == TOLD
    assert not unwritten.isVisible()


def test_it_closes_without_the_count_where_that_is_chosen(unwritten):
    unwritten.close()
    settle()
    told = []
    unwritten.leaving.connect(lambda: told.extend(written(unwritten)))
    choose(unwritten, "Leave without it")
    assert not unwritten.isVisible()
    assert told == []


def test_escape_stays_at_the_count(unwritten):
    unwritten.close()
    settle()
    QTest.keyClick(asked(unwritten), Key.Key_Escape)
    settle()
    assert unwritten.isVisible()
    assert pane_of(unwritten).sum.text() == "3 for · 1 against – carried"
    assert not unwritten.close()


def test_each_count_is_asked_about(counted):
    press(Key.Key_Escape)
    counted.view.agenda.choose(counted.view.agenda.item_ids[2])
    counted.view.item.focus_decision()
    open_pane(counted)
    press("m", "u")
    counted.close()
    settle()
    choose(counted, "Leave without it")
    assert counted.isVisible()
    assert pane_of(counted).sum.text() == "3 for · 1 abstained – carried"
    choose(counted, "Leave without it")
    assert not counted.isVisible()


def test_a_count_at_another_meeting_is_gone_to(counted):
    item_id = counted.view.item.item_id
    counted.show_start()
    settle()
    assert not counted.close()
    settle()
    assert counted.view.item.item_id == item_id
    choose(counted, "Write the vote")
    assert not counted.isVisible()


def test_numbers_that_cannot_be_read_are_left_to_be_put_right(voting):
    open_pane(voting)
    press("3", "-x")
    voting.close()
    settle()
    choose(voting, "Finish it")
    assert voting.isVisible()
    assert pane_of(voting).numbers.text() == "3-x"


def test_nothing_is_asked_about_a_vote_that_is_written_or_was_begun_again(counted):
    pane_of(counted).drop.click()
    press("s", "i", Key.Key_Return)
    open_pane(counted)
    assert counted.close()


def test_another_archive_is_not_opened_over_a_count(counted, tmp_path):
    before = counted.desk.workspace
    counted.archives.open(tmp_path / "andet.referatdesk", make=True)
    settle()
    assert counted.desk.workspace is before
    choose(counted, "Write the vote")
    assert counted.desk.workspace is not before


def test_another_language_waits_for_the_count(counted):
    counted.preferences.set(replace(counted.preferences.now, language=Language.DANISH))
    settle()
    choose(counted, "Skriv afstemningen")
    assert decision_text(counted)[-1] == TOLD
    assert counted.windowTitle()


def test_the_end_of_a_session_is_held_up_over_a_count(counted):
    session = SessionEnd(may_ask=True)
    counted.trouble.end_session(session)
    assert session.cancelled
    assert asked(counted) is not None
    silent = SessionEnd(may_ask=False)
    counted.trouble.end_session(silent)
    assert not silent.cancelled


def test_a_count_at_an_item_that_was_taken_away_is_not_asked_about(counted, qtbot):
    item = counted.desk.workspace.get(AgendaItem, counted.view.item.item_id)
    press(Key.Key_Escape)
    counted.view.agenda.choose(counted.view.agenda.item_ids[2])
    counted.desk.do(remove_item(counted.desk.workspace, item.id))
    settle()
    counted.close()
    qtbot.waitUntil(lambda: not counted.isVisible())
    assert asked(counted) is None


def test_what_was_to_correct_a_vote_that_is_undone_is_kept_as_a_new_one(voting):
    open_pane(voting)
    press("s", "i", Key.Key_Return)
    (vote,) = written(voting)
    pane = open_pane(voting)
    pane.written.changed.emit(vote.id)
    pane.voters.setFocus()
    press("p", "u", Key.Key_Escape)
    voting.desk.workspace.undo()
    settle()
    assert voting.desk.workspace.find(Vote, vote.id) is None
    pane = open_pane(voting)
    assert pane.sum.text() == "2 for · 1 against · 1 abstained – carried"
    assert not pane.remove.isVisible()


def test_a_count_begun_beside_a_written_vote_comes_back_when_that_is_undone(voting):
    open_pane(voting)
    press(Key.Key_Return)
    open_pane(voting)
    pane, vote = pane_of(voting), voting.desk.workspace.all(Vote)[0]
    pane.take_up(None)
    press("s", "i")
    pane.take_up(vote.id)
    voting.actions_by_id["history.undo"].trigger()
    settle()
    assert written(voting) == []
    assert pane_of(voting).sum.text() == "3 for · 1 against – carried"
