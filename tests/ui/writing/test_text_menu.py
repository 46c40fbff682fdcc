"""The menu of a text: what may be meant by a word, and what every program offers there."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from referatdesk.domain.richtext import paragraph
from referatdesk.domain.writing import OwnWord
from referatdesk.services.writing.spelling import words_in
from referatdesk.ui.writing import text_menu
from tests.ui.window.conftest import PATIENCE_MS

pytestmark = pytest.mark.usefixtures("dictionary")


@pytest.fixture
def editor(meeting, qtbot, monkeypatch):
    monkeypatch.setattr(text_menu, "WAIT_MS", PATIENCE_MS)
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    editor.setFocus()
    speller = meeting.view.writing.speller
    words = list(words_in("Mødet bleev godkendt"))
    qtbot.waitUntil(lambda: speller.wrong_among(words) is not None, timeout=PATIENCE_MS)
    return editor


@pytest.fixture
def menu_at(editor, qtbot):
    """Opens the menu at a letter of the text and closes it in the end."""
    opened = []

    def open_menu(place, reason=QContextMenuEvent.Reason.Mouse):
        cursor = QTextCursor(editor.document())
        cursor.setPosition(place)
        at = editor.cursorRect(cursor).center()
        asked = editor.viewport() if reason is QContextMenuEvent.Reason.Mouse else editor
        event = QContextMenuEvent(reason, at, editor.viewport().mapToGlobal(at))
        QApplication.sendEvent(asked, event)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE_MS)
        opened.append(QApplication.activePopupWidget())
        return opened[-1]

    yield open_menu
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def rows(menu):
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def row(menu, words):
    return next(action for action in menu.actions() if action.text().startswith(words))


def test_over_a_misspelt_word_what_may_be_meant_comes_first(editor, menu_at):
    menu = menu_at(8)
    assert rows(menu)[0] == "blev"
    assert "Add to the word list" in rows(menu)
    row(menu, "blev").trigger()
    assert editor.toPlainText() == "Mødet blev godkendt"
    editor.undo()
    assert editor.toPlainText() == "Mødet bleev godkendt"


def test_a_word_is_taken_into_the_list_by_the_menu(meeting, menu_at):
    row(menu_at(8), "Add to the word list").trigger()
    assert [own.word for own in meeting.desk.workspace.all(OwnWord)] == ["bleev"]


def test_elsewhere_it_is_steps_back_and_the_clipboard(meeting, editor, menu_at):
    assert rows(menu_at(2)) == [
        meeting.actions_by_id["history.undo"].text(),
        meeting.actions_by_id["history.redo"].text(),
        "Cu&t",
        "&Copy",
        "&Paste",
        "&Select all",
    ]


def test_the_menu_key_asks_about_the_word_at_the_caret(editor, menu_at):
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    assert rows(menu_at(8, QContextMenuEvent.Reason.Keyboard))[0] == "blev"


def test_shift_f10_is_the_menu_key(editor, menu_at, qtbot):
    editor.activateWindow()
    QTest.keyClick(editor, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE_MS)
    assert "&Select all" in rows(QApplication.activePopupWidget())


def test_where_suggestions_take_their_time_the_menu_comes_without_them(meeting, editor, menu_at, monkeypatch):
    told = []
    monkeypatch.setattr(text_menu, "WAIT_MS", 0)
    monkeypatch.setattr(meeting.view.writing.speller, "suggest", lambda _word, tell: told.append(tell))
    menu = menu_at(8)
    assert row(menu, meeting.actions_by_id["writing.suggest"].text()).isEnabled()
    assert "Add to the word list" in rows(menu)
    told[0](("blev",))
    assert QApplication.activePopupWidget() is menu


def test_whoever_writes_on_meanwhile_gets_no_menu(meeting, editor, monkeypatch):
    told = []
    monkeypatch.setattr(meeting.view.writing.speller, "suggest", lambda _word, tell: told.append(tell))
    editor.moveCursor(QTextCursor.MoveOperation.NextWord)
    meeting.view.writing.menu_wanted.emit(editor, editor.cursorRect().center())
    QTest.keyClicks(editor, "x")
    told[0](("blev",))
    assert QApplication.activePopupWidget() is None
    assert editor.toPlainText() == "Mødet xbleev godkendt"


def test_nothing_is_said_of_spelling_where_it_is_switched_off(meeting, menu_at):
    meeting.preferences.set(replace(meeting.preferences.now, spell_check=False))
    assert "Add to the word list" not in rows(menu_at(8))


def test_what_is_marked_stays_marked_and_can_be_cut(editor, menu_at):
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    menu = menu_at(2)
    assert row(menu, "Cu&t").isEnabled()
    row(menu, "Cu&t").trigger()
    assert editor.toPlainText() == "bleev godkendt"
    menu.close()
    row(menu_at(0), "&Paste").trigger()
    assert editor.toPlainText() == "Mødet bleev godkendt"


def test_without_marked_letters_there_is_nothing_to_cut_and_the_caret_goes_to_the_pointer(editor, menu_at):
    menu = menu_at(2)
    assert not row(menu, "Cu&t").isEnabled()
    assert not row(menu, "&Copy").isEnabled()
    assert editor.textCursor().position() == 2
    row(menu, "&Select all").trigger()
    assert editor.textCursor().selectedText() == "Mødet bleev godkendt"


def test_a_word_that_is_gone_meanwhile_is_not_mended(editor, menu_at):
    menu = menu_at(8)
    editor.set_blocks((paragraph("Noget andet"),))
    row(menu, "blev").trigger()
    assert editor.toPlainText() == "Noget andet"
