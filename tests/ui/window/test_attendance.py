"""Presence while the meeting runs: by the key at the name, by the letters, and as the pane and a reader say it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referatdesk.domain.changes import Change, Pair, added
from referatdesk.domain.codes import AttendanceStatus, Outcome, Role, VoteChoice
from referatdesk.domain.decisions import Decision, Vote, VoteCast
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.services.course import treating
from referatdesk.services.decision.decisions import set_outcome
from referatdesk.services.lookup import people_of
from referatdesk.services.presence import attendance
from referatdesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import settle

NOON = "12:55"


@pytest.fixture
def sitting(upcoming, monkeypatch):
    """The meeting runs at its second item, at 12.55; all are there."""
    monkeypatch.setattr("referatdesk.ui.panes.attendance.now_text", lambda: NOON)
    desk = upcoming.desk
    desk.do(attendance.all_present(desk.workspace, desk.workspace.meeting.id))
    for time in ("12:30:00", "12:40:00"):
        act = treating.start if time == "12:30:00" else treating.go_on
        desk.do(act(desk.workspace, desk.workspace.meeting.id, time))
    upcoming.view.agenda.choose(upcoming.view.agenda.item_ids[1])
    settle()
    upcoming.view.item.focus_minutes()
    return upcoming


def row(window, place=0):
    return [row for row in window.view.attendance._model.rows if row.id][place]


def noted(window):
    return [(one.status, one.from_time or one.to_time) for one in window.desk.workspace.all(ItemAttendance)]


def press(window, *keys):
    """One key right after the other, and then none for a while."""
    type_at_speed(window, *keys)
    window.view.attendance.finder.act_now()
    settle()


def type_at_speed(window, *keys):
    for key in keys:
        QTest.keyClick(window.focusWidget(), *key if isinstance(key, tuple) else (key,))


FIND = (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_three_keys_take_somebody_out_and_the_keyboard_is_back_in_the_minutes(sitting):
    before = sitting.focusWidget()
    someone = row(sitting)
    press(sitting, FIND, someone.badge, Qt.Key.Key_Return)
    assert noted(sitting) == [(AttendanceStatus.LEFT_EARLY, NOON)]
    assert row(sitting).state == "Until 12.55"
    assert row(sitting).here is False
    assert sitting.focusWidget() is before


def test_three_keys_bring_somebody_in_who_sent_apologies(sitting):
    someone = row(sitting)
    press(sitting, FIND, someone.badge, "a")
    assert row(sitting).state == "Apologies"
    press(sitting, FIND, someone.badge, Qt.Key.Key_Return)
    assert row(sitting).state == "From 12.55"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("g", "Until 12.55"),
        ("i", "Disqualified from item 2"),
        ("f", "Out for item 2"),
        ("o", "Online for item 2"),
        ("u", "Stayed away"),
    ],
)
def test_a_letter_after_the_persons_key_does_what_it_says_and_again_takes_it_back(sitting, key, state):
    someone = row(sitting)
    press(sitting, FIND, someone.badge, key)
    assert row(sitting).state == state
    press(sitting, FIND, someone.badge, key)
    assert row(sitting).state == "Present"


def test_three_keys_say_that_somebody_is_late_and_three_that_he_came(sitting):
    someone = row(sitting)
    press(sitting, FIND, someone.badge, "s")
    assert (row(sitting).state, row(sitting).here) == ("Not there yet", False)
    assert noted(sitting) == []
    press(sitting, FIND, someone.badge, Qt.Key.Key_Return)
    assert row(sitting).state == "From 12.55"
    assert noted(sitting) == [(AttendanceStatus.LATE, NOON)]


def test_the_time_of_somebody_who_was_late_can_be_asked_for(sitting, monkeypatch):
    press(sitting, FIND, row(sitting).badge, "s")
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial: act("12.50"))
    sitting.view.attendance.list.setFocus()
    press(sitting, Qt.Key.Key_Return)
    assert noted(sitting) == [(AttendanceStatus.LATE, "12:50")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Down, Qt.Key.Key_F1, Qt.Key.Key_CapsLock])
def test_a_key_without_a_letter_does_nothing_to_whom_was_found(sitting, key):
    someone = row(sitting)
    press(sitting, FIND, someone.badge, key)
    assert noted(sitting) == []
    assert sitting.view.attendance.finder.has_found
    press(sitting, "g")
    assert row(sitting).state == "Until 12.55"


def test_one_gesture_is_one_step_back(sitting):
    press(sitting, FIND, row(sitting).badge, "i")
    sitting.actions_by_id["history.undo"].trigger()
    settle()
    assert row(sitting).state == "Present"


def test_at_the_next_item_the_disqualified_is_back_and_who_left_is_not(sitting):
    first, second = row(sitting), row(sitting, 1)
    press(sitting, FIND, first.badge, "i")
    press(sitting, FIND, second.badge, "g")
    assert "9 of 11" in sitting.view.attendance.quorum.text()
    desk = sitting.desk
    desk.do(treating.go_on(desk.workspace, desk.workspace.meeting.id, "13:00:00"))
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[2])
    settle()
    assert (row(sitting).state, row(sitting, 1).state) == ("Present", "Until 12.55")
    assert "10 of 11" in sitting.view.attendance.quorum.text()


def test_at_another_item_than_the_one_that_runs_the_line_says_which(sitting):
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[0])
    settle()
    assert sitting.view.attendance.quorum.text().startswith("Item 1: ")
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[1])
    settle()
    assert not sitting.view.attendance.quorum.text().startswith("Item")


def test_escape_and_a_key_of_nobody_change_nothing(sitting):
    before = sitting.focusWidget()
    press(sitting, FIND, "9", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert noted(sitting) == []
    assert sitting.view.attendance.finder.isHidden()
    assert sitting.focusWidget() is before


def hint(window):
    label = window.view.attendance.hint
    return "" if label.isHidden() else label.text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("w", "Nobody has the key W · Backspace corrects · Esc leaves"),
        ("wa", "Nobody is called that · Backspace corrects · Esc leaves"),
        ("dam afbud", "Nobody is called that · Backspace corrects · Esc leaves"),
        ("m afbud", "Nobody is called that · Backspace corrects · Esc leaves"),
    ],
)
def test_what_leads_nowhere_stays_in_the_line_and_does_nothing_to_anybody(sitting, typed, said):
    before, rows = sitting.focusWidget(), sitting.view.attendance._model.rows
    minutes = before.toPlainText()
    press(sitting, FIND, *typed, Qt.Key.Key_Return)
    assert (sitting.view.attendance.finder.text(), hint(sitting)) == (typed, said)
    press(sitting, Qt.Key.Key_Escape)
    assert sitting.focusWidget() is before
    assert before.toPlainText() == minutes
    assert sitting.view.attendance._model.rows == rows
    assert noted(sitting) == []
    assert hint(sitting) == ""


def test_what_was_typed_too_much_is_taken_back(sitting):
    press(sitting, FIND, "m", " ", Qt.Key.Key_Backspace, "a")
    assert row(sitting).state == "Apologies"


@pytest.mark.parametrize("typed", ["d", "dam", "erik d"])
def test_a_name_that_is_typed_finds_that_person_by_enter(sitting, typed):
    press(sitting, FIND, *typed)
    assert hint(sitting) == "Enter finds Erik Dam"
    press(sitting, Qt.Key.Key_Return)
    assert row(sitting, 3).name == "Erik Dam"
    assert row(sitting, 3).state == "Present"
    press(sitting, "a")
    assert row(sitting, 3).state == "Apologies"


def test_the_keyboard_goes_back_where_it_was_when_the_key_that_finds_is_pressed_twice(sitting):
    before = sitting.focusWidget()
    press(sitting, FIND, FIND, Qt.Key.Key_Escape)
    assert sitting.focusWidget() is before


def test_the_keys_at_the_names_show_only_while_somebody_is_looked_for(sitting):
    pane = sitting.view.attendance
    assert not pane._delegate.badges
    press(sitting, FIND)
    assert pane._delegate.badges
    assert pane.finder.isVisible()
    press(sitting, row(sitting).badge)
    assert pane.current == row(sitting).id
    press(sitting, Qt.Key.Key_Escape)
    assert not pane._delegate.badges


def test_the_stand_in_of_somebody_disqualified_sits_there_for_the_item(sitting, monkeypatch):
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial: act("Ida Vester"))
    press(sitting, FIND, row(sitting).badge, "i")
    press(sitting, FIND, row(sitting).badge, "v")
    deputy = row(sitting, 1)
    assert (deputy.name, deputy.state, deputy.for_whom) == ("Ida Vester", "Standing in for item 2", row(sitting).name)
    assert "11 of 11" in sitting.view.attendance.quorum.text()


def test_a_remark_is_typed_freely(sitting, monkeypatch):
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial: act("sidder ved døren"))
    press(sitting, FIND, row(sitting).badge, "b")
    assert row(sitting).note == "sidder ved døren"


def test_the_time_of_a_leaving_is_changed_by_enter_in_the_list(sitting, monkeypatch):
    press(sitting, FIND, row(sitting).badge, "g")
    monkeypatch.setattr(sitting.desk.ask, "text", lambda _question, act, _initial: act("12.50"))
    sitting.view.attendance.list.setFocus()
    sitting.view.attendance.choose(row(sitting).id)
    press(sitting, Qt.Key.Key_Return)
    assert noted(sitting) == [(AttendanceStatus.LEFT_EARLY, "12:50")]


def test_a_guest_comes_at_the_item_with_what_is_typed_and_what_is_known(sitting):
    field = sitting.view.attendance.new_person
    field.setText("Ditte Holm, projektleder, Egeby Kommune")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    records = sitting.desk.workspace
    guest = next(one for one in people_of(records, records.meeting.id) if one.name == "Ditte Holm")
    assert (guest.title, guest.organisation, guest.roles) == ("projektleder", "Egeby Kommune", (Role.GUEST,))
    assert not guest.has_vote
    assert noted(sitting) == [(AttendanceStatus.LATE, NOON)]


def test_what_cannot_be_is_said_beside_the_person(sitting):
    records, someone = sitting.desk.workspace, row(sitting)
    item = sitting.view.item.item_id
    sitting.desk.do(set_outcome(records, item, Outcome.APPROVED))
    decision = next(one for one in records.all(Decision) if one.item_id == item)
    vote = Vote(id="v", meeting_id=records.meeting.id, item_id=item, decision_id=decision.id)
    cast = VoteCast(id="c", meeting_id=records.meeting.id, vote_id="v", attendance_id=someone.id, choice=VoteChoice.FOR)
    sitting.desk.do(Change("votes.set", added(vote, cast)))
    press(sitting, FIND, someone.badge, "i")
    assert row(sitting).warning == "Has voted on item 2, but was disqualified."


def test_a_screen_reader_hears_name_role_and_state(sitting):
    pane = sitting.view.attendance
    place = pane._model.row_of(row(sitting).id)
    said = pane._model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"{row(sitting).name}, ")
    assert "Present" in said


def test_what_is_noted_at_an_item_that_is_over_has_no_time(sitting):
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[0])
    settle()
    press(sitting, FIND, row(sitting).badge, "g")
    assert noted(sitting) == [(AttendanceStatus.LEFT_EARLY, None)]


def test_the_letters_are_shown_while_they_act(sitting):
    pane = sitting.view.attendance
    assert pane.hint.isHidden()
    pane.list.setFocus()
    settle()
    assert not pane.hint.isHidden()
    press(sitting, FIND)
    assert pane.hint.isHidden()
    press(sitting, row(sitting).badge)
    assert not pane.hint.isHidden()
    press(sitting, Qt.Key.Key_Escape)
    sitting.view.item.focus_minutes()
    settle()
    assert pane.hint.isHidden()


def test_many_who_are_simply_there_take_a_line_each_that_a_pointer_can_hit(sitting):
    pane = sitting.view.attendance
    for number in range(24):
        change = attendance.add_person(
            sitting.desk.workspace, sitting.desk.workspace.meeting.id, f"Ida Vester {number}"
        )
        sitting.desk.do(change)
    press(sitting, FIND, row(sitting).badge, "g")
    settle()
    rows = [place for place, one in enumerate(pane._model.rows) if one.is_plain]
    heights = {pane.list.visualRect(pane._model.index(place)).height() for place in rows}
    assert len(heights) == 1
    assert 24 <= min(heights) < 32


def test_the_button_for_all_goes_when_nobody_is_left_to_be_ticked(sitting):
    pane = sitting.view.attendance
    assert pane.all_present.isHidden()
    person = pane._model.rows[pane._model.row_of(row(sitting).id)].id
    sitting.desk.do(attendance.set_status(sitting.desk.workspace, person, AttendanceStatus.UNKNOWN))
    settle()
    assert not pane.all_present.isHidden()


def in_groups(window):
    """The people in two groups, so that the list begins with a heading."""
    everybody = window.desk.workspace.all(Attendance)
    named = [Pair(one, replace(one, group_label="Regionen" if one.sort < 4 else "Kommunerne")) for one in everybody]
    window.desk.do(Change("attendance.group", tuple(named)))
    settle()


def test_home_and_end_go_to_the_first_and_the_last_person_past_the_headings(sitting):
    in_groups(sitting)
    pane = sitting.view.attendance
    pane.list.setFocus()
    press(sitting, Qt.Key.Key_End)
    assert pane.current == row(sitting, -1).id
    press(sitting, Qt.Key.Key_Home)
    assert pane.current == row(sitting).id


def test_how_somebody_stands_has_a_line_of_its_own_also_where_the_list_is_long(sitting):
    press(sitting, FIND, row(sitting).badge, Qt.Key.Key_Return)
    pane = sitting.view.attendance
    sitting.resize(911, 512)
    settle()
    heights = [pane.list.sizeHintForIndex(pane._model.index(pane._model.row_of(row(sitting, at).id))) for at in (0, 1)]
    assert heights[0].height() > heights[1].height()


@pytest.mark.parametrize("typed", ["sanne", "SANNE", "lisette", "bo", "palle", "torben", "afbud"])
def test_a_name_typed_at_speed_does_nothing_to_anybody_and_nothing_to_the_text(sitting, typed):
    minutes, rows = sitting.focusWidget(), sitting.view.attendance._model.rows
    written = minutes.toPlainText()
    type_at_speed(sitting, FIND, *typed)
    assert sitting.view.attendance._model.rows == rows
    press(sitting, Qt.Key.Key_Escape)
    assert minutes.toPlainText() == written
    assert sitting.view.attendance._model.rows == rows
    assert noted(sitting) == []


def test_a_name_that_begins_as_a_key_and_a_letter_finds_whom_it_names(sitting):
    press(sitting, FIND, *"sanne")
    assert hint(sitting) == "Enter finds Sanne Brix"
    press(sitting, Qt.Key.Key_Return, "i")
    assert row(sitting, 5).state == "Disqualified from item 2"


def test_a_letter_is_shown_at_once_and_done_when_nothing_follows_it(sitting):
    finder = sitting.view.attendance.finder
    type_at_speed(sitting, FIND, "s", "a")
    assert finder.text() == "Sanne Brix: Apologies"
    assert row(sitting, 5).state == "Present"
    finder._rest.timeout.emit()
    settle()
    assert row(sitting, 5).state == "Apologies"


def test_a_letter_waits_longer_where_somebodys_name_goes_on_with_it(sitting):
    finder = sitting.view.attendance.finder
    type_at_speed(sitting, FIND, "s", "a")
    named = finder._rest.interval()
    press(sitting, Qt.Key.Key_Escape)
    type_at_speed(sitting, FIND, "s", "i")
    assert finder._rest.interval() < named


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, FIND, Qt.Key.Key_F6, Qt.Key.Key_Down])
def test_whatever_is_no_typing_finds_the_letter_done(sitting, key):
    type_at_speed(sitting, FIND, "s", "a", key)
    settle()
    assert row(sitting, 5).state == "Apologies"


def test_a_letter_is_done_at_the_item_where_it_was_pressed(sitting):
    type_at_speed(sitting, FIND, "s", "i")
    sitting.actions_by_id["course.go_on"].trigger()
    settle()
    records = sitting.desk.workspace
    assert [one.item_id for one in records.all(ItemAttendance)] == [sitting.view.agenda.item_ids[1]]


def test_a_letter_is_taken_back_and_another_does_what_that_one_says(sitting):
    press(sitting, FIND, "s", "a", Qt.Key.Key_Backspace, "g")
    assert row(sitting, 5).state == "Until 12.55"


def test_a_name_of_two_letters_is_found_by_enter_although_it_is_a_key_and_an_act(sitting):
    someone = replace(sitting.desk.workspace.get(Attendance, row(sitting, 2).id), name="Bo Krogh")
    before = sitting.desk.workspace.get(Attendance, someone.id)
    sitting.desk.do(Change("attendance.edit", (Pair(before, someone),)))
    settle()
    press(sitting, FIND, "b", "o", Qt.Key.Key_Return)
    assert row(sitting, 2).state == "Present"
    press(sitting, Qt.Key.Key_Return)
    assert row(sitting, 2).state == "Until 12.55"


def test_whoever_is_typed_and_is_at_the_meeting_already_is_chosen_and_not_added_again(sitting):
    pane, people = sitting.view.attendance, len(sitting.desk.workspace.all(Attendance))
    pane.new_person.setText("Palle Nørre")
    QTest.keyClick(pane.new_person, Qt.Key.Key_Return)
    settle()
    assert len(sitting.desk.workspace.all(Attendance)) == people
    assert pane.current == row(sitting, 6).id
    assert sitting.findChild(Toast).words == "Palle Nørre is on the list already."
    assert pane.new_person.text() == ""


def test_from_the_list_one_comes_to_the_line_for_guests_before_the_button_for_all(sitting):
    pane = sitting.view.attendance
    someone = sitting.desk.workspace.get(Attendance, row(sitting).id)
    sitting.desk.do(attendance.set_status(sitting.desk.workspace, someone.id, AttendanceStatus.UNKNOWN))
    settle()
    pane.list.setFocus()
    press(sitting, Qt.Key.Key_Tab)
    assert pane.new_person.hasFocus()


def said(window):
    return window.findChild(Toast).words


def test_what_cannot_be_noted_of_somebody_who_is_out_is_said(sitting):
    press(sitting, FIND, "b", "g")
    desk = sitting.desk
    desk.do(treating.go_on(desk.workspace, desk.workspace.meeting.id, "13:00:00"))
    sitting.view.agenda.choose(sitting.view.agenda.item_ids[2])
    settle()
    before = noted(sitting)
    press(sitting, FIND, "b", "i")
    assert noted(sitting) == before
    assert said(sitting) == "Bodil Krogh is not here. Nothing is noted."


def test_that_somebody_is_here_already_is_said(sitting):
    press(sitting, FIND, "b", "t")
    assert said(sitting) == "Bodil Krogh is here already. Nothing is noted."


def test_enter_on_somebody_who_has_neither_come_nor_left_says_that_there_is_no_time(sitting):
    sitting.view.attendance.list.setFocus()
    press(sitting, Qt.Key.Key_Return)
    assert said(sitting) == f"{row(sitting).name} has no time to change."
