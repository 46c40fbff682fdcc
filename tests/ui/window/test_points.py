"""The points of a recommendation in the real window, settled by single letters."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from referatdesk.domain.codes import BlockKind, ItemStatus, Outcome, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.richtext import paragraph, plain_text
from referatdesk.services.decision import decisions
from referatdesk.services.decision.decisions import outcomes_of
from referatdesk.services.item import agenda, texts
from referatdesk.services.item.points import points_of
from referatdesk.ui.panes import points
from referatdesk.ui.panes.point_choices import LETTERS, outcome_sign
from referatdesk.ui.words.unsettled import unsettled_words
from tests.ui.window.conftest import settle

POINTS = ("at planen godkendes", "at der afsættes midler", "at der følges op i maj")


@pytest.fixture
def planned(upcoming):
    """At an item with three numbered points."""
    records = upcoming.desk.workspace
    change, item_id = agenda.add_item(records, records.meeting.id, "Fælles plan for Egeby og Klitved")
    records.apply(change)
    change, section = texts.ensure_section(records, item_id, SectionKind.RECOMMENDATION)
    if change:
        records.apply(change)
    lines = [paragraph(words, BlockKind.NUMBERED) for words in POINTS]
    records.apply(texts.set_blocks(records, item_id, section, lines))
    settle()
    upcoming.view.agenda.choose(item_id)
    settle()
    return upcoming


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def type_words(words):
    QTest.keyClicks(QApplication.focusWidget(), words)
    settle()


def to_points(window):
    window.actions_by_id["decisions.points"].trigger()
    settle()


def made(window):
    rows = outcomes_of(window.desk.workspace, window.view.item.item_id)
    listed = points_of(window.desk.workspace, window.view.item.item_id)
    return [rows[point.id].outcome if point.id in rows else None for point in listed]


def decided(window):
    window.desk.settle()
    records = window.desk.workspace
    return plain_text(records.text(window.view.item.item_id).of_kind(SectionKind.DECISION)[0].blocks)


def agenda_row(window):
    return next(row for row in window.view.agenda._model.rows if row.id == window.view.item.item_id)


def test_two_keys_settle_the_first_open_point_from_anywhere(planned):
    planned.view.attendance.list.setFocus()
    press(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_G)
    assert made(planned) == [Outcome.APPROVED, None, None]
    assert decided(planned) == "Indstilling 1 blev godkendt."


def test_three_keys_settle_any_point(planned):
    press(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_U)
    assert made(planned) == [None, None, Outcome.POSTPONED]


@pytest.mark.parametrize(
    ("letter", "outcome"),
    [
        ("g", Outcome.APPROVED),
        ("æ", Outcome.APPROVED_CHANGED),
        ("i", Outcome.REJECTED),
        ("u", Outcome.POSTPONED),
        ("d", Outcome.DISCUSSED),
        ("e", Outcome.NOTED),
        ("a", Outcome.RECOMMENDED),
        ("v", Outcome.ADOPTED),
        ("s", Outcome.REFERRED),
        ("t", Outcome.RETURNED),
        ("b", Outcome.DECIDED),
    ],
)
def test_each_letter_gives_its_outcome(planned, letter, outcome):
    to_points(planned)
    type_words(letter)
    assert made(planned)[0] is outcome


def test_each_letter_goes_on_to_the_next_open_point(planned):
    to_points(planned)
    type_words("g")
    type_words("g")
    type_words("u")
    assert made(planned) == [Outcome.APPROVED, Outcome.APPROVED, Outcome.POSTPONED]
    assert decided(planned) == "Indstilling 1 og 2 blev godkendt. Indstilling 3 blev udsat."


def test_arrows_move_and_a_letter_leaves_the_point_open_again(planned):
    to_points(planned)
    type_words("g")
    press(Qt.Key.Key_Up)
    type_words("å")
    assert made(planned) == [None, None, None]
    assert decided(planned) == ""


def test_each_key_is_one_step_to_undo(planned):
    to_points(planned)
    type_words("g")
    type_words("u")
    planned.actions_by_id["history.undo"].trigger()
    settle()
    assert made(planned) == [Outcome.APPROVED, None, None]
    assert decided(planned) == "Indstilling 1 blev godkendt."
    planned.actions_by_id["history.undo"].trigger()
    settle()
    assert made(planned) == [None, None, None]
    assert decided(planned) == ""


def test_a_key_after_typing_is_undone_before_the_typing(planned):
    editor = planned.view.item.decision.editor
    editor.setFocus()
    QTest.keyClicks(editor, "Godkendt efter drøftelse.")
    planned.view.item.decision.pick(1)
    settle()
    planned.actions_by_id["history.undo"].trigger()
    settle()
    assert decided(planned) == "Godkendt efter drøftelse."
    assert made(planned) == [None, None, None]


def test_a_change_is_told_in_a_line_that_opens_by_itself(planned):
    to_points(planned)
    type_words("æ")
    type_words("fristen er 1. maj")
    press(Qt.Key.Key_Return)
    assert decided(planned) == "Indstilling 1 blev godkendt med den ændring, at fristen er 1. maj."
    type_words("g")
    assert made(planned)[1] is Outcome.APPROVED


def test_a_reason_is_kept_when_the_line_is_left_and_not_after_escape(planned):
    to_points(planned)
    type_words("g")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_words("midlerne findes")
    planned.view.item.decision.editor.setFocus()
    settle()
    assert decided(planned) == "Indstilling 1 blev godkendt, idet midlerne findes."
    planned.view.item.decision.points.buttons()[0].setFocus()
    press(Qt.Key.Key_Return)
    type_words(" i 2027")
    press(Qt.Key.Key_Escape)
    assert decided(planned) == "Indstilling 1 blev godkendt, idet midlerne findes."


def test_escape_leads_back_to_the_text(planned):
    to_points(planned)
    press(Qt.Key.Key_Escape)
    assert planned.view.editor_in_focus() is planned.view.item.decision.editor


def test_the_keys_are_told_only_while_a_point_has_the_keyboard(planned):
    points = planned.view.item.decision.points
    assert not points.legend.isVisible()
    to_points(planned)
    assert points.legend.isVisible()
    press(Qt.Key.Key_Escape)
    assert not points.legend.isVisible()


def test_a_screen_reader_hears_the_point_and_how_it_stands(planned):
    to_points(planned)
    type_words("u")
    names = [button.accessibleName() for button in planned.view.item.decision.points.buttons()]
    assert names[:2] == ["Recommendation 1, postponed", "Recommendation 2, open"]
    assert planned.view.item.decision.points.buttons()[0].accessibleDescription() == POINTS[0]


def test_open_points_stand_in_the_agenda_and_in_the_head_of_the_item(planned):
    assert agenda_row(planned).open_points == 3
    assert "3 open points" in planned.view.item.facts.text()
    to_points(planned)
    type_words("g")
    assert agenda_row(planned).open_points == 2
    assert "2 open points" in planned.view.item.facts.text()
    planned.actions_by_id["decisions.approve_all"].trigger()
    settle()
    assert agenda_row(planned).open_points == 0
    assert "open point" not in planned.view.item.facts.text()


def test_an_item_that_is_done_without_a_decision_says_so_in_the_agenda(planned):
    records, item_id = planned.desk.workspace, planned.view.item.item_id
    records.apply(agenda.set_status(records, item_id, ItemStatus.DONE))
    settle()
    assert agenda_row(planned).lacks_decision
    editor = planned.view.item.decision.editor
    editor.setFocus()
    QTest.keyClicks(editor, "Godkendt.")
    planned.desk.settle()
    settle()
    assert not agenda_row(planned).lacks_decision


def test_words_changed_by_hand_are_told_and_linked_again_by_a_key(planned):
    pane = planned.view.item.decision
    planned.actions_by_id["decisions.approve_all"].trigger()
    settle()
    assert pane.ledger.state.text() == "Follows the recommendation"
    assert not pane.ledger.again.isVisible()
    pane.editor.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    type_words(", idet midlerne findes.")
    planned.desk.settle()
    settle()
    assert pane.ledger.state.text() == "Written by hand"
    assert pane.ledger.again.isVisible()
    press(Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert pane.ledger.state.text() == "Follows the recommendation"
    assert decided(planned) == "Indstillingen blev godkendt, idet midlerne findes."


def test_what_is_typed_is_offered_after_a_rest_and_taken_by_a_key(planned, qtbot):
    pane = planned.view.item.decision
    pane.editor.setFocus()
    type_words("Punkt 1 og 2 godkendes, 3 udsættes")
    qtbot.waitUntil(pane.suggested.isVisible)
    assert "1, 2 approved; 3 postponed" in pane.suggested.text()
    assert made(planned) == [None, None, None]
    press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert made(planned) == [Outcome.APPROVED, Outcome.APPROVED, Outcome.POSTPONED]
    assert decided(planned) == "Punkt 1 og 2 godkendes, 3 udsættes"
    qtbot.waitUntil(lambda: not pane.suggested.isVisible())


def test_an_offer_that_is_not_taken_leaves_the_decision_unconfirmed(planned, qtbot):
    pane = planned.view.item.decision
    pane.editor.setFocus()
    type_words("Indstillingen blev godkendt.")
    qtbot.waitUntil(pane.suggested.isVisible)
    item_id = planned.view.item.item_id
    assert not [one for one in planned.desk.workspace.all(Decision) if one.item_id == item_id]


def test_an_item_without_points_takes_the_key_to_its_decision(upcoming):
    upcoming.actions_by_id["decisions.points"].trigger()
    settle()
    assert upcoming.view.editor_in_focus() is upcoming.view.item.decision.editor


def test_the_end_of_the_meeting_tells_what_is_not_settled(planned):
    numbers = [row.number for row in planned.view.agenda._model.rows if row.open_points]
    told = unsettled_words(planned.desk.workspace, planned.desk.workspace.meeting.id)
    assert told.startswith("Not settled yet: ")
    assert all(number in told for number in numbers)
    for item_id in planned.view.agenda.item_ids:
        planned.desk.do(decisions.approve_all(planned.desk.workspace, item_id))
    assert unsettled_words(planned.desk.workspace, planned.desk.workspace.meeting.id) == ""


def test_down_right_after_a_letter_skips_no_point(planned):
    to_points(planned)
    type_words("g")
    press(Qt.Key.Key_Down)
    type_words("u")
    assert made(planned) == [Outcome.APPROVED, Outcome.POSTPONED, None]


def test_down_a_while_after_a_letter_or_pressed_twice_goes_on(planned, monkeypatch):
    to_points(planned)
    type_words("g")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    type_words("u")
    assert made(planned) == [Outcome.APPROVED, None, Outcome.POSTPONED]
    type_words("å")
    press(Qt.Key.Key_1)
    monkeypatch.setattr(points, "SAME_MOMENT_MS", 0)
    type_words("g")
    press(Qt.Key.Key_Down)
    type_words("i")
    assert made(planned) == [Outcome.APPROVED, None, Outcome.REJECTED]


def test_the_line_for_a_reason_is_in_sight_where_the_list_is_short(planned):
    listed = planned.view.item.decision.points
    planned.resize(911, 420)
    to_points(planned)
    press(Qt.Key.Key_3)
    type_words("i")
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    settle()
    assert listed.viewport().rect().contains(line.rect().translated(line.mapTo(listed.viewport(), QPoint(0, 0))))


def test_only_what_was_approved_has_a_check_mark():
    approved = {Outcome.APPROVED, Outcome.APPROVED_CHANGED, Outcome.ADOPTED, Outcome.RECOMMENDED}
    assert {outcome for outcome in LETTERS.values() if outcome_sign(outcome)[0] == "check"} == approved
    others = [outcome_sign(outcome) for outcome in LETTERS.values() if outcome not in approved]
    assert len(set(others)) == len(others)
