"""The command palette over the window, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.ui.actions import ACTIONS
from referatdesk.ui.palette.entries import Kind
from referatdesk.ui.palette.gathering import ALSO_CALLED
from referatdesk.ui.palette.palette import Palette
from tests.ui.window.conftest import settle


def opened_in(window):
    window.actions_by_id["palette.open"].trigger()
    settle()
    return window.findChild(Palette)


@pytest.fixture
def palette(meeting):
    meeting.view.item.main_editor.setFocus()
    return opened_in(meeting)


def seek(palette, qtbot, typed):
    qtbot.keyClicks(palette.line, typed)
    settle()
    return [entry.words for entry in palette.shown]


def test_it_finds_every_command_every_item_and_every_person(meeting, palette):
    workspace = meeting.desk.workspace
    found = {entry.key for entry in palette.shown}
    assert {spec.id for spec in ACTIONS} - {"palette.open"} <= found
    assert {f"item:{item.id}" for item in workspace.all(AgendaItem)} <= found
    assert {f"person:{person.name}" for person in workspace.all(Attendance) if person.name} <= found


def test_the_key_of_a_command_stands_beside_it(palette):
    beside = {entry.key: entry.beside for entry in palette.shown}
    assert (beside["course.go_on"], beside["items.next"]) == ("F5", "Ctrl+PgDown")


@pytest.mark.parametrize(
    ("typed", "command"),
    [("take off", "course.withdraw"), ("add a n", "votes.statement"), ("joint", "course.together")],
)
def test_a_command_is_found_by_everyday_words_too(palette, qtbot, typed, command):
    seek(palette, qtbot, typed)
    assert command in [entry.key for entry in palette.shown][:3]


def test_the_everyday_words_are_of_commands_that_there_are():
    assert set(ALSO_CALLED) <= {spec.id for spec in ACTIONS}


def test_enter_does_what_stands_first(meeting, palette, qtbot):
    item = meeting.desk.workspace.all(AgendaItem)[2]
    seek(palette, qtbot, item.title[:12])
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle()
    assert meeting.view.item.item_id == item.id
    assert not palette.isVisible()
    assert meeting.view.item.main_editor.hasFocus()


def test_an_item_is_found_by_its_number(meeting, palette, qtbot):
    assert seek(palette, qtbot, "item 3")[0].startswith("3 ")


def test_a_person_is_found_by_initials_and_jumped_to(meeting, palette, qtbot):
    person = next(one for one in meeting.desk.workspace.all(Attendance) if len(one.name.split()) == 3)
    initials = "".join(word[0] for word in person.name.split()).lower()
    assert person.name in seek(palette, qtbot, initials)
    palette.list.setCurrentIndex(palette.list.model().index([one.words for one in palette.shown].index(person.name), 0))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle()
    assert meeting.view.attendance.current == person.id
    assert meeting.view.attendance.list.hasFocus()


def test_escape_leads_back_to_the_caret(meeting, qtbot):
    editor = meeting.view.item.main_editor
    editor.setFocus()
    editor.insert_text("Rådet drøftede ")
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    palette = opened_in(meeting)
    assert palette.line.hasFocus()
    qtbot.keyClicks(palette.line, "bud")
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert editor.hasFocus()
    assert editor.textCursor().position() == 5
    assert not palette.isVisible()


def test_a_command_about_the_text_finds_the_caret_in_it(meeting, palette, qtbot):
    editor = meeting.view.item.main_editor
    before = editor.is_bold()
    seek(palette, qtbot, "bold")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle()
    assert editor.is_bold() is not before


def test_arrows_go_through_what_fits(palette, qtbot):
    seek(palette, qtbot, "item")
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    assert palette.line.hasFocus()


def test_what_cannot_be_had_says_why_and_does_nothing(window, qtbot):
    palette = opened_in(window)
    qtbot.keyClicks(palette.line, "approve all points")
    [entry] = [one for one in palette.shown if one.key == "decisions.approve_all"]
    assert entry.why
    palette.list.setCurrentIndex(palette.list.model().index(palette.shown.index(entry), 0))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_without_a_caret_the_commands_about_text_say_so(meeting):
    meeting.view.agenda.list.setFocus()
    palette = opened_in(meeting)
    assert next(one for one in palette.shown if one.key == "text.bold").why == "put the caret in a text first"


def test_what_was_used_last_stands_first_the_next_time(meeting, palette, qtbot):
    seek(palette, qtbot, "larger text")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle()
    assert opened_in(meeting).shown[0].key == "view.larger"


def test_it_says_in_words_that_nothing_fits(palette, qtbot):
    assert seek(palette, qtbot, "qqqq") == []
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_leaving_it_for_the_text_closes_it(meeting, palette):
    meeting.view.item.main_editor.setFocus()
    settle()
    assert not palette.isVisible()


def test_the_same_key_closes_it_again(meeting, palette):
    opened_in(meeting)
    assert not palette.isVisible()
    assert meeting.view.item.main_editor.hasFocus()


def test_danish_letters_are_found_however_they_are_typed(upcoming, qtbot):
    [title] = [one.title for one in upcoming.desk.workspace.all(AgendaItem) if one.title.startswith("Fælles råd")]
    palette = opened_in(upcoming)
    assert any(title in words for words in seek(palette, qtbot, "faelles raadg"))


def test_a_phrase_is_written_at_the_caret(upcoming, qtbot):
    editor = upcoming.view.item.main_editor
    editor.setFocus()
    palette = opened_in(upcoming)
    phrase = next(one for one in palette.shown if one.kind is Kind.PHRASE and "{" not in one.words)
    seek(palette, qtbot, phrase.beside.removeprefix(";"))
    row = [one.key for one in palette.shown].index(phrase.key)
    palette.list.setCurrentIndex(palette.list.model().index(row, 0))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle()
    assert editor.toPlainText() == phrase.words


def test_a_screen_reader_hears_a_list_and_what_stands_in_it(palette):
    view = QAccessible.queryAccessibleInterface(palette.list)
    assert view.role() is QAccessible.Role.List
    assert view.text(QAccessible.Text.Name) == "What fits"
    assert palette.line.accessibleName() == "Command, item or person"
    spoken = palette.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(palette.shown[0].words)
