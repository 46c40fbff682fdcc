"""What is half written when one goes elsewhere in the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.decisions import Decision
from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.domain.richtext import paragraph
from referatdesk.services.decision.decisions import outcomes_of
from referatdesk.services.item import agenda, texts
from referatdesk.services.presence.guests import known_people
from tests.ui.window.conftest import PATIENCE_MS, settle
from tests.ui.window.test_points import press, type_words


def add_item(window, title, points):
    """An item with so many numbered points."""
    records = window.desk.workspace
    change, item_id = agenda.add_item(records, records.meeting.id, title)
    records.apply(change)
    change, section = texts.ensure_section(records, item_id, SectionKind.RECOMMENDATION)
    records.apply(change)
    lines = [paragraph(f"at {title} {number}", BlockKind.NUMBERED) for number in range(points)]
    records.apply(texts.set_blocks(records, item_id, section, lines))
    settle()
    return item_id


def clear_away():
    """What was given up is gone for good."""
    for _turn in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.fixture
def two(upcoming):
    """The window with two items that have points, at the first of them."""
    upcoming.first, upcoming.second = add_item(upcoming, "Plan", 3), add_item(upcoming, "Budget", 3)
    upcoming.view.agenda.choose(upcoming.first)
    settle()
    return upcoming


def go(window, *actions):
    for action_id in actions:
        window.actions_by_id[action_id].trigger()
        settle()


def test_who_wrote_in_the_case_text_writes_on_in_the_next_item(two):
    go(two, "view.case", "items.next")
    clear_away()
    type_words("Sagen blev drøftet")
    two.desk.settle()
    assert two.view.item.main_editor.toPlainText() == "Sagen blev drøftet"
    assert not [one for one in two.desk.workspace.all(Decision) if one.item_id == two.second]


def test_a_title_that_is_being_written_is_kept_when_the_meeting_is_left(two):
    go(two, "items.rename")
    type_words("Plan for Egeby")
    go(two, "meetings.overview")
    two.open_meeting(two.desk.workspace.meeting_rows()[0].id, two.first)
    assert two.desk.workspace.get(AgendaItem, two.first).title == "Plan for Egeby"


def test_a_title_that_is_being_written_goes_to_the_disk_and_is_written_on(two):
    go(two, "items.rename")
    type_words("Plan for")
    two.save_now()
    assert two.desk.workspace.get(AgendaItem, two.first).title == "Plan for"
    settle()
    type_words(" Egeby")
    press(Qt.Key.Key_Return)
    assert two.desk.workspace.get(AgendaItem, two.first).title == "Plan for Egeby"


def test_escape_leaves_a_title_as_it_was(two):
    go(two, "items.rename")
    type_words("Nej")
    press(Qt.Key.Key_Escape)
    assert two.desk.workspace.get(AgendaItem, two.first).title == "Plan"


def test_the_title_of_a_new_item_waits_in_its_meeting_until_it_is_entered(two):
    here, other = (row.id for row in two.desk.workspace.meeting_rows()[:2])
    two.view.agenda.new_item.setFocus()
    type_words("Lukket orientering")
    go(two, "course.treat")
    two.open_meeting(other)
    assert two.view.agenda.new_item.text() == ""
    two.open_meeting(here)
    assert two.view.agenda.new_item.text() == "Lukket orientering"


def test_lines_that_are_pasted_into_a_title_or_a_name_become_one(two):
    QApplication.clipboard().setText("Budget\nog regnskab")
    for line in (two.view.agenda.new_item, two.view.attendance.new_person):
        line.setFocus()
        line.paste()
        press(Qt.Key.Key_Return)
    records = two.desk.workspace
    assert "Budget og regnskab" in {one.title for one in records.all(AgendaItem)}
    assert "Budget og regnskab" in {one.name for one in records.all(Attendance)}


def test_a_guest_who_was_picked_from_the_names_leaves_nothing_in_the_line(two):
    people, line = two.view.attendance, two.view.attendance.new_person
    for one in two.desk.workspace.all(Attendance)[-3:]:
        people.remove(one.id)
    settle()
    line.setFocus()
    name = known_people(two.desk.workspace, two.desk.workspace.meeting.id)[0].name
    type_words(name[:3])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(line.completer().popup(), key)
    settle()
    type_words("Ida Vester")
    press(Qt.Key.Key_Return)
    assert {name, "Ida Vester"} <= {one.name for one in two.desk.workspace.all(Attendance)}
    assert line.text() == ""


def phrase_with_a_place(window, editor):
    return next(one for one in window.view.writing.completer.phrases(editor) if "{hvem}" in one.text)


def test_a_phrase_that_was_begun_in_a_text_that_has_gone_stops_nothing(two):
    go(two, "view.case")
    completer, case = two.view.writing.completer, two.view.editor_in_focus()
    completer.insert(case, phrase_with_a_place(two, case))
    assert completer.placeholders.is_walking
    go(two, "items.next")
    clear_away()
    editor = two.view.item.decision.editor
    editor.setFocus()
    completer.insert(editor, phrase_with_a_place(two, editor))
    assert completer.placeholders.is_walking


def test_a_walk_through_misspelt_words_ends_with_the_text_it_was_begun_in(two):
    go(two, "view.case")
    type_words("forkeeert")
    go(two, "writing.next_error", "items.next")
    clear_away()
    two.view.writing.speller.learnt.emit()
    go(two, "writing.next_error")
    assert two.view.item.item_id == two.second


def give_a_reason(window, words):
    """Of the first point, which is approved by its letter."""
    go(window, "decisions.points")
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_words(words)


def reasons(window, item_id):
    return [one.text for one in outcomes_of(window.desk.workspace, item_id).values() if one.text]


def open_lines(window):
    return [one.further.text() for one in window.view.item.decision.points._widgets() if one.further]


def test_a_reason_goes_with_the_item_it_was_typed_at(two):
    two.view.agenda.choose(two.second)
    go(two, "decisions.points")
    press(Qt.Key.Key_I)
    two.view.agenda.choose(two.first)
    give_a_reason(two, "af hensyn til planen")
    go(two, "items.next")
    assert open_lines(two) == []
    assert [text for text in reasons(two, two.first) if "af hensyn til planen" in text]
    assert reasons(two, two.second) == []


def test_a_reason_is_kept_while_it_is_typed_and_is_one_step_to_undo(two, qtbot):
    give_a_reason(two, "af hensyn")
    qtbot.waitUntil(lambda: bool(reasons(two, two.first)), timeout=PATIENCE_MS)
    line = QApplication.focusWidget()
    type_words(" til planen")
    assert QApplication.focusWidget() is line
    press(Qt.Key.Key_Return)
    assert [text for text in reasons(two, two.first) if "af hensyn til planen" in text]
    two.desk.workspace.undo()
    assert reasons(two, two.first) == []


def test_escape_takes_back_a_reason_that_was_kept_while_it_was_typed(two):
    give_a_reason(two, "af hensyn til planen")
    two.desk.settle()
    assert reasons(two, two.first)
    press(Qt.Key.Key_Escape)
    assert reasons(two, two.first) == []
    assert open_lines(two) == []


def test_a_reason_is_kept_when_the_meeting_is_left(two):
    give_a_reason(two, "af hensyn til planen")
    go(two, "meetings.overview")
    two.open_meeting(two.desk.workspace.meeting_rows()[0].id, two.first)
    assert reasons(two, two.first)


def test_the_command_line_closes_over_another_item_and_knows_the_points_of_that(two):
    go(two, "view.case", "writing.line")
    line = two.view.writing._line
    type_words("!3")
    go(two, "items.next")
    clear_away()
    assert not line.isVisible()
    assert two.view.editor_in_focus() is two.view.item.main_editor
    go(two, "writing.line", "course.treat")
    assert line.isVisible()
    press(Qt.Key.Key_Escape)
    assert two.view.editor_in_focus() is two.view.item.main_editor


@pytest.mark.parametrize("action_id", ["writing.line", "people.find", "palette.open"])
def test_what_borrows_the_keyboard_while_the_menu_bar_has_it_gives_it_back_to_the_text(two, action_id):
    editor = two.view.item.decision.editor
    editor.setFocus()
    two.menuBar().setFocus()
    go(two, action_id)
    press(Qt.Key.Key_Escape)
    assert editor.hasFocus()


def test_a_finder_opened_over_a_text_that_has_gone_closes(two):
    go(two, "view.case", "people.find", "items.next")
    clear_away()
    press(Qt.Key.Key_Escape)
    assert two.view.attendance.finder.isHidden()
