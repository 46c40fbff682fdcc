"""What somebody wants entered, typed while it is said: kept at once, and told in the decision."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change, altered
from referatdesk.domain.codes import StatementKind, VoteChoice
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.services.item.agenda import remove_item
from referatdesk.services.vote import votes
from referatdesk.services.vote.ballots import Ballot, all_for
from referatdesk.ui.panes.attendance_menu import attendance_menu
from referatdesk.ui.text_binding import LONGEST_WAIT_MS, PAUSE_MS
from referatdesk.ui.votes.statement_pane import StatementPane
from tests.ui.window.conftest import PATIENCE_MS, settle
from tests.ui.window.test_voting import decision_text, pane_of, press
from tests.ui.window.test_window import SMALLEST, cut_off, spoken

Key = Qt.Key
NOTE, DISSENT, HALT = StatementKind.PROTOCOL_NOTE, StatementKind.DISSENT, StatementKind.HALT
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sitting(voting):
    return voting


def open_statement(window):
    press((CTRL | SHIFT, Key.Key_S))
    return shown(window)


def shown(window):
    return next((one for one in window.view.item.findChildren(StatementPane) if one.isVisible()), None)


def entered(window):
    return [one for one in window.desk.workspace.all(Statement) if one.item_id == window.view.item.item_id]


def choose_kind(pane, kind):
    pane.kind.set_value(kind)
    pane.kind.changed.emit(kind)
    settle()


def test_words_are_kept_while_they_are_typed_and_are_one_step(sitting, qtbot):
    pane = open_statement(sitting)
    before = len(sitting.desk.workspace.undo_steps)
    press("Ida Vester", Key.Key_Return)
    assert pane.text.hasFocus()
    press("Prisen er")
    qtbot.waitUntil(lambda: [one.text for one in entered(sitting)] == ["Prisen er"], timeout=PATIENCE_MS)
    assert PAUSE_MS < LONGEST_WAIT_MS < 1500
    press(" for høj")
    press((CTRL, Key.Key_Return))
    assert shown(sitting) is None
    (one,) = entered(sitting)
    assert (one.kind, one.text) == (DISSENT, "Prisen er for høj")
    assert decision_text(sitting) == [
        "Ida Vester ønskede følgende afvigende mening tilført beslutningsprotokollen: Prisen er for høj."
    ]
    assert len(sitting.desk.workspace.undo_steps) == before + 1
    sitting.desk.workspace.undo()
    assert entered(sitting) == []
    assert decision_text(sitting) == []


def test_a_part_of_a_name_stands_for_the_only_one_who_has_it(sitting):
    pane = open_statement(sitting)
    press("Vest", Key.Key_Tab)
    assert pane.who.text() == "Ida Vester"
    pane.who.setFocus()
    pane.who.setText("V")
    press(Key.Key_Tab)
    assert pane.who.text() == "V"


def test_words_without_a_name_are_kept_and_told_once_somebody_is_named(sitting):
    pane = open_statement(sitting)
    pane.text.setFocus()
    press("Sagen bør udsættes.")
    pane.settle()
    assert [one.text for one in entered(sitting)] == ["Sagen bør udsættes."]
    assert decision_text(sitting) == []
    pane.who.setText("A og V")
    pane.settle()
    assert pane.printed.words.startswith("A og V ønskede følgende afvigende mening")
    assert decision_text(sitting) == [pane.printed.words]


def test_leaving_for_another_item_keeps_what_was_typed(sitting):
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setFocus()
    press("Nej.")
    item = sitting.view.item.item_id
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[2])
    settle()
    assert shown(sitting) is None
    assert [one.text for one in sitting.desk.workspace.all(Statement) if one.item_id == item] == ["Nej."]


def test_what_an_undo_makes_another_kind_or_another_persons_is_shown_so(sitting):
    pane = open_statement(sitting)
    press("Ida Vester", Key.Key_Return, "Imod")
    press((CTRL, Key.Key_Return))
    pane = open_statement(sitting)
    pane._take_up(entered(sitting)[0].id)
    choose_kind(pane, NOTE)
    pane.who.setText("Sanne Brix")
    pane.settle()
    sitting.desk.workspace.undo()
    settle()
    assert (pane.kind.value, pane.who.text()) == (DISSENT, "Ida Vester")


def test_a_meeting_without_items_has_no_statements(sitting):
    records = sitting.desk.workspace
    while items := records.all(AgendaItem):
        sitting.desk.do(remove_item(records, items[-1].id))
    settle()
    for action_id in ("votes.vote", "votes.statement", "votes.statement_of_person"):
        assert not sitting.actions_by_id[action_id].isEnabled()


def test_who_voted_for_gets_a_note_and_is_told_why(sitting):
    item = sitting.view.item.item_id
    records = sitting.desk.workspace
    sanne = next(one.id for one in records.all(Attendance) if one.name == "Sanne Brix")
    choices = {**all_for(records, item), sanne: VoteChoice.AGAINST}
    sitting.desk.do(votes.write_vote(records, item, Ballot(choices=choices)))
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setFocus()
    press("Jeg er alligevel imod.")
    pane.settle()
    assert pane.kind.value is NOTE
    assert pane.doubt.text().startswith("Written as a note in the minutes. Ida Vester voted for")
    assert "Nothing is written" not in pane.doubt.text()
    press(" Og mere.")
    pane.settle()
    assert "Ida Vester voted for" in pane.doubt.text()
    assert [(one.kind, one.text) for one in entered(sitting)] == [(NOTE, "Jeg er alligevel imod. Og mere.")]
    pane.who.setText("Sanne Brix")
    choose_kind(pane, DISSENT)
    assert not pane.doubt.isVisible()
    assert [one.kind for one in entered(sitting)] == [DISSENT]


def test_halts_are_offered_where_the_board_has_them_and_said_where_not(sitting):
    pane = open_statement(sitting)
    kinds = [pane.kind.itemText(place) for place in range(pane.kind.count())]
    assert "Brought before the council" not in kinds
    assert any("section 23" in words for words in texts(pane))
    press(Key.Key_Escape)
    for board in sitting.desk.workspace.all(Board):
        sitting.desk.do(Change("board.edit", altered([(board, replace(board, kind="standing_committee"))])))
    pane = open_statement(sitting)
    assert not any("section 23" in words for words in texts(pane))
    pane.who.setText("Merete Aaby")
    choose_kind(pane, HALT)
    assert decision_text(sitting) == [
        "Merete Aaby begærede sagen indbragt for kommunalbestyrelsen efter § 23 i kommunestyrelsesloven."
    ]
    pane.goes_to.setText("byrådet")
    pane.settle()
    assert "indbragt for byrådet" in pane.printed.words


def texts(pane):
    return [one.text() for one in pane.findChildren(QWidget) if hasattr(one, "text") and callable(one.text)]


def test_the_chosen_person_is_named_already(sitting):
    sitting.view.attendance.choose(next(one.id for one in people(sitting) if one.name == "Palle Nørre"))
    menu = attendance_menu(sitting.view.attendance, sitting.view.attendance.current)
    next(one for one in menu.actions() if one.text() == "Statement…").trigger()
    settle()
    pane = shown(sitting)
    assert pane.who.text() == "Palle Nørre"
    assert pane.text.hasFocus()


def people(window):
    return window.desk.workspace.all(Attendance)


def test_a_statement_is_taken_up_again_and_removed(sitting):
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setPlainText("Nej.")
    press((CTRL, Key.Key_Return))
    pane = open_statement(sitting)
    assert pane.entered.isVisible()
    pane.entered.changed.emit(entered(sitting)[0].id)
    assert pane.text.toPlainText() == "Nej."
    pane.text.setPlainText("Nej og nej.")
    pane.settle()
    assert [one.text for one in entered(sitting)] == ["Nej og nej."]
    pane.remove.click()
    settle()
    assert entered(sitting) == []
    assert decision_text(sitting) == []
    assert pane.text.toPlainText() == ""


def test_words_changed_by_hand_in_the_decision_stay_and_it_is_said(sitting):
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setPlainText("Nej.")
    pane.settle()
    assert not pane.by_hand.isVisible()
    press((CTRL, Key.Key_Return), (CTRL, Key.Key_Home), "Se: ")
    sitting.desk.settle()
    pane = open_statement(sitting)
    pane.entered.changed.emit(entered(sitting)[0].id)
    assert pane.by_hand.isVisible()
    pane.text.setPlainText("Nej og nej.")
    pane.settle()
    (words,) = decision_text(sitting)
    assert words.endswith("beslutningsprotokollen: Nej.")


def test_an_undo_while_it_is_open_is_followed(sitting):
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setPlainText("Nej.")
    pane.settle()
    sitting.desk.workspace.undo()
    settle()
    assert pane.text.toPlainText() == ""
    pane.who.setText("Ida Vester")
    pane.text.setPlainText("Jo.")
    pane.settle()
    assert [one.text for one in entered(sitting)] == ["Jo."]


def test_nothing_is_kept_where_nothing_was_said(sitting):
    before = len(sitting.desk.workspace.undo_steps)
    open_statement(sitting)
    press("Ida Vester")
    press(Key.Key_Escape)
    assert len(sitting.desk.workspace.undo_steps) == before


def test_one_key_leads_from_the_vote_to_the_statement(sitting):
    press((CTRL | SHIFT, Key.Key_A))
    pane_of(sitting).statement.click()
    settle()
    assert pane_of(sitting) is None
    assert shown(sitting) is not None


def test_the_form_fits_the_smallest_window_and_tells_its_names(sitting):
    sitting.resize(*SMALLEST)
    pane = open_statement(sitting)
    pane.who.setText("Ida Vester")
    pane.text.setPlainText("En lang bemærkning. " * 20)
    pane.settle()
    settle()
    assert sitting.size().toTuple() == SMALLEST
    assert cut_off(pane) == []
    unnamed = [
        f"{type(one).__name__} {one.objectName()}"
        for one in pane.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not spoken(one)
    ]
    assert unnamed == []
    pane.who.setFocus()
    press(Key.Key_Tab)
    assert pane.text.hasFocus()
    visited = []
    while (widget := QApplication.focusWidget()) not in visited and len(visited) < 30:
        visited.append(widget)
        press(Key.Key_Tab)
    assert {pane.who, pane.kind, pane.text, pane.goes_to, pane.done, pane.remove} <= set(visited)
