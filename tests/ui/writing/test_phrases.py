"""A standard sentence costs three keys at most, and nothing comes into the text unasked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.richtext import paragraph
from referatdesk.domain.writing import Snippet
from referatdesk.services.writing import snippets
from referatdesk.ui import theme
from referatdesk.ui.dialogs.phrases import PhrasesDialog
from referatdesk.ui.theme import SPACE
from referatdesk.ui.writing.pick_rows import PickRole
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.usefixtures("no_dictionary")
NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(meeting):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph(""),))
    editor.setFocus()
    meeting.view.writing.learn_names()
    return editor


@pytest.fixture
def picks(meeting):
    return meeting.view.writing.picks


def press(editor, *keys):
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(editor, key)
        else:
            QTest.keyClick(editor, key)
    settle()


def test_three_keys_write_a_standard_sentence(editor):
    press(editor, ";", "i", Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Indstillingen blev godkendt."


def test_enter_takes_a_phrase_that_was_asked_for(editor):
    press(editor, "Ja. ;til", Qt.Key.Key_Return)
    assert editor.toPlainText() == "Ja. Taget til efterretning."


def test_one_undo_takes_the_phrase_back(editor):
    press(editor, ";i", Qt.Key.Key_Tab)
    editor.undo()
    assert editor.toPlainText() == ";i"


def test_a_semicolon_in_prose_is_a_semicolon(editor, picks):
    press(editor, "ja; nej;i")
    assert not picks.is_open
    assert editor.toPlainText() == "ja; nej;i"


def test_escape_sends_the_list_away_until_the_next_word(editor, picks):
    press(editor, ";i", Qt.Key.Key_Escape, "n")
    assert not picks.is_open
    press(editor, " ;i")
    assert picks.is_open


def test_taking_a_letter_back_widens_the_list(editor, picks):
    press(editor, ";inx")
    assert not picks.is_open
    press(editor, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "n")
    assert picks.choices()[0].startswith("Indstillingen")


def test_a_key_and_a_figure_write_a_sentence(meeting, editor, picks):
    meeting.actions_by_id["writing.phrases"].trigger()
    assert picks.is_open
    press(editor, "4")
    assert editor.toPlainText() == "Drøftet."


def test_the_list_tells_what_is_to_be_filled_in_by_dots_and_the_short_name_apart(meeting, editor, picks):
    press(editor, ";aft")
    assert picks.choices()[0] == "Det blev aftalt, at …"
    assert picks.item(0).data(PickRole.BESIDE) == ";aft"


def test_the_words_of_the_chosen_row_stand_where_those_of_the_others_do(meeting, editor, picks):
    meeting.actions_by_id["writing.phrases"].trigger()
    settle()
    ground = theme.tokens().text

    def left_edge(row):
        picture = picks.viewport().grab(picks.visualItemRect(picks.item(row))).toImage()
        key_ends = 2 * SPACE.medium
        return next(
            x
            for x in range(key_ends, picture.width())
            if any(picture.pixelColor(x, y) == ground for y in range(picture.height()))
        )

    picks.item(0).setText("Indstillingen")
    picks.item(1).setText("Indstillingen")
    assert left_edge(0) == left_edge(1)


def test_the_list_of_all_phrases_is_narrowed_by_typing(meeting, editor, picks):
    meeting.actions_by_id["writing.phrases"].trigger()
    press(editor, "afstem")
    assert editor.toPlainText() == ""
    press(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Indstillingen blev godkendt uden afstemning."
    assert not picks.is_open


def test_the_places_to_fill_in_are_gone_through_by_tab(editor):
    press(editor, ";val", Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "{hvem}"
    press(editor, "Ida Vester", Qt.Key.Key_Tab)
    assert editor.textCursor().selectedText() == "{hverv}"
    QTest.keyClick(editor, Qt.Key.Key_Backtab, SHIFT)
    assert editor.textCursor().selectedText() == "Ida Vester"
    press(editor, Qt.Key.Key_Tab, "formand", Qt.Key.Key_Tab, " Slut.")
    assert editor.toPlainText() == "Ida Vester blev valgt til formand. Slut."


def test_escape_leaves_the_places_and_tab_is_the_windows_again(meeting, editor):
    press(editor, ";val", Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    assert not meeting.view.writing.completer.placeholders.is_walking


def test_a_caret_put_elsewhere_leaves_the_places(meeting, editor):
    press(editor, "Ja. ;val", Qt.Key.Key_Tab, Qt.Key.Key_Home)
    assert not meeting.view.writing.completer.placeholders.is_walking


def test_the_time_is_filled_in_by_itself_as_the_house_writes_it(meeting, editor, monkeypatch):
    monkeypatch.setattr("referatdesk.ui.writing.completion.now_text", lambda: "13:42")
    press(editor, ";hæv", Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Mødet blev hævet kl. 13:42."


def test_a_short_name_before_the_caret_is_written_out_by_one_key(meeting, editor):
    press(editor, "Ja. god")
    meeting.actions_by_id["writing.expand"].trigger()
    assert editor.toPlainText() == "Ja. Godkendt."


def test_an_abbreviation_is_written_out_by_the_space_and_taken_back_by_one_undo(editor):
    press(editor, "Sagen bl udsat")
    assert editor.toPlainText() == "Sagen blev udsat"
    press(editor, " bl ")
    assert editor.toPlainText() == "Sagen blev udsat blev "
    editor.undo()
    assert editor.toPlainText() == "Sagen blev udsat bl "


def test_a_measure_is_no_abbreviation(editor):
    press(editor, "250 ml saft og ml os ")
    assert editor.toPlainText() == "250 ml saft og mellem os "


def test_a_name_is_completed_from_its_third_letter_and_enter_stays_enter(editor, picks):
    press(editor, "Me")
    assert not picks.is_open
    press(editor, "r")
    assert picks.choices() == ["Merete Aaby"]
    press(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Merete Aaby"
    press(editor, " og Rav", Qt.Key.Key_Return)
    assert editor.toPlainText() == "Merete Aaby og Rav\n"
    press(editor, "Rav", Qt.Key.Key_Tab)
    assert editor.toPlainText().endswith("\nRavn Lund")


def test_small_letters_are_no_name(editor, picks):
    press(editor, "mer")
    assert not picks.is_open


def test_a_selected_sentence_is_kept_as_a_phrase_of_the_board(meeting, editor):
    asked = []
    meeting.desk.ask.text = lambda question, act, initial="": (asked.append(initial), act(initial))
    editor.set_blocks((paragraph("Sagen tages op igen til foråret."),))
    editor.selectAll()
    meeting.actions_by_id["writing.keep_phrase"].trigger()
    (kept,) = meeting.desk.workspace.all(Snippet)
    assert (asked, kept.text, kept.board_id) == (["sag"], "Sagen tages op igen til foråret.", kept.board_id)
    editor.set_blocks((paragraph(""),))
    press(editor, ";sag", Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Sagen tages op igen til foråret."


def test_own_phrases_are_added_and_changed_in_a_list(meeting):
    meeting.actions_by_id["writing.own_phrases"].trigger()
    dialog = meeting.findChild(PhrasesDialog)
    model = dialog.table.model
    model.setData(model.index(0, 0), "Rådet tog sagen til sig.")
    model.setData(model.index(0, 1), "sig")
    (kept,) = meeting.desk.workspace.all(Snippet)
    assert (kept.short, kept.text) == ("sig", "Rådet tog sagen til sig.")
    dialog.table.view.setCurrentIndex(model.index(0, 0))
    dialog.table.remove_row()
    assert meeting.desk.workspace.all(Snippet) == []
    dialog.close()


def test_phrases_of_the_archive_are_found_at_once(meeting, editor):
    change = snippets.add_snippet(meeting.desk.workspace, None, "Alt vel.", "vel")
    meeting.desk.do(change)
    press(editor, ";vel", Qt.Key.Key_Tab)
    assert editor.toPlainText() == "Alt vel."
    assert QApplication.focusWidget() is editor


def test_no_phrase_goes_into_another_item_than_it_was_asked_for_in(upcoming):
    editor, picks = upcoming.view.item.decision.editor, upcoming.view.writing.picks
    editor.setFocus()
    upcoming.actions_by_id["writing.phrases"].trigger()
    assert picks.is_open
    upcoming.actions_by_id["items.next"].trigger()
    settle()
    assert not picks.is_open


def test_a_sign_an_exact_short_name_and_a_space_typed_at_speed_write_the_phrase(editor, picks):
    QTest.keyClicks(editor, ";ind ")
    assert editor.toPlainText() == "Indstillingen blev godkendt. "
    assert not picks.is_open
    editor.undo()
    assert editor.toPlainText() == ";ind "


def test_a_short_name_that_is_only_begun_is_left_alone_by_a_space(editor):
    QTest.keyClicks(editor, ";qqq ; ja;i ")
    assert editor.toPlainText() == ";qqq ; ja;i "
