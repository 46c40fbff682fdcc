"""What is spelt wrong is marked when the writing rests, and mended by keys."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from referatdesk.domain.decisions import Statement
from referatdesk.domain.richtext import paragraph
from referatdesk.domain.writing import OwnWord
from referatdesk.services.writing import spelling
from referatdesk.ui.dialogs.own_words import OwnWordsDialog
from referatdesk.ui.votes.statement_pane import StatementPane
from referatdesk.ui.widgets.toast import Toast
from referatdesk.ui.writing.waves import marked_spans
from tests.ui.window.conftest import PATIENCE_MS, settle

pytestmark = pytest.mark.usefixtures("dictionary")


@pytest.fixture
def editor(meeting):
    editor = meeting.view.item.decision.editor
    editor.set_blocks((paragraph(""),))
    editor.setFocus()
    return editor


def marked(meeting, editor):
    """The words of the editor that are underlined."""
    marks = meeting.view.writing._marks[editor]
    block, found = editor.document().firstBlock(), []
    while block.isValid():
        found += [block.text()[start:end] for start, end in marks.shown(block)]
        block = block.next()
    return found


def press(editor, key, *modifiers):
    QTest.keyClick(editor, key, *modifiers)
    settle()


def offered(meeting, qtbot):
    picks = meeting.view.writing.picks
    qtbot.waitUntil(lambda: picks.is_open, timeout=PATIENCE_MS)
    return picks.choices()


def test_a_misspelt_word_is_marked_when_the_next_one_is_begun(meeting, editor, qtbot):
    QTest.keyClicks(editor, "Mødet bleev")
    marks = meeting.view.writing._marks[editor]
    marks.look_through()
    qtbot.waitUntil(lambda: any(checked.wrong for checked in marks._checked.values()), timeout=PATIENCE_MS)
    assert marked(meeting, editor) == []  # it is being typed
    QTest.keyClicks(editor, " godkendt")
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)


def test_what_somebody_wants_entered_is_checked_too(meeting, qtbot):
    pane = StatementPane(meeting)
    pane.open()
    pane.text.setFocus()
    QTest.keyClicks(pane.text, "Mødet bleev")
    block = pane.text.document().firstBlock()
    assert pane.text.wrong_in(block) == []  # it is being typed
    QTest.keyClicks(pane.text, " godkendt")
    qtbot.waitUntil(lambda: pane.text.wrong_in(block) == [(6, 11)], timeout=PATIENCE_MS)
    pane.text.grab()
    assert pane.text.toPlainText() == "Mødet bleev godkendt"


@pytest.fixture
def statement(meeting, qtbot):
    """The box of a statement, with two words that are spelt wrong."""
    with qtbot.waitActive(meeting):
        meeting.activateWindow()
    meeting.view.item.decision.editor.set_blocks((paragraph("Mødet bleev"),))
    pane = StatementPane(meeting)
    pane.open()
    pane.text.setFocus()
    QTest.keyClicks(pane.text, "Mødet bleev og sageen")
    pane.text.moveCursor(QTextCursor.MoveOperation.Start)
    return pane


def test_a_statement_is_mended_by_the_keys_of_the_minutes(meeting, statement, qtbot):
    meeting.actions_by_id["writing.next_error"].trigger()
    assert offered(meeting, qtbot)[0] == "blev"
    assert statement.text.textCursor().selectedText() == "bleev"
    press(statement.text, Qt.Key.Key_Return)
    assert statement.text.toPlainText() == "Mødet blev og sageen"
    meeting.actions_by_id["writing.next_error"].trigger()
    assert "sagen" in offered(meeting, qtbot)
    press(statement.text, Qt.Key.Key_Escape)
    assert statement.isVisible()
    assert statement.text.hasFocus()
    assert meeting.view.item.decision.editor.toPlainText() == "Mødet bleev"


def test_the_word_at_the_caret_of_a_statement_is_mended_and_kept(meeting, statement, qtbot):
    statement.who.setText("Ida Vester")
    statement.text.moveCursor(QTextCursor.MoveOperation.End)
    meeting.actions_by_id["writing.suggest"].trigger()
    place = offered(meeting, qtbot).index("sagen") + 1
    QTest.keyClicks(statement.text, str(place))
    settle()
    assert statement.text.toPlainText() == "Mødet bleev og sagen"
    statement.leave()
    assert [one.text for one in meeting.desk.workspace.all(Statement)][-1] == "Mødet bleev og sagen"


def test_another_statement_takes_the_offers_away(meeting, statement, qtbot):
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)
    statement.text.setPlainText("Noget andet")
    assert not meeting.view.writing.picks.is_open


def test_a_wave_under_marked_letters_has_their_colour(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    cursor, block = editor.textCursor(), editor.document().firstBlock()
    spans = meeting.view.writing._marks[editor].shown(block)
    assert marked_spans(cursor, block, spans) == []
    cursor.setPosition(0)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    assert marked_spans(cursor, block, spans) == [(6, 9)]


class WholePaints(QObject):
    """Counts how often all of a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and event.rect() == watched.rect():
            self.count += 1
        return False


def test_a_wave_is_painted_again_when_the_caret_has_gone_from_the_word(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    marks = meeting.view.writing._marks[editor]
    qtbot.waitUntil(lambda: not marks._pause.isActive(), timeout=PATIENCE_MS)
    settle()
    paints = WholePaints(editor.viewport())
    QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: paints.count > 0, timeout=PATIENCE_MS)


def test_marking_is_no_edit(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    before = editor.blocks()
    told = []
    editor.edited.connect(lambda: told.append(1))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    editor.grab()
    assert (editor.blocks(), told, editor.can_undo()) == (before, [], False)


def test_the_marks_move_with_the_words(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev og sagn godkendt 😀 igne og"),))
    qtbot.waitUntil(lambda: len(marked(meeting, editor)) == 3, timeout=PATIENCE_MS)
    QTest.keyClicks(editor, "Vi og ")
    shown = meeting.view.writing._marks[editor].shown(editor.document().firstBlock())
    text = editor.document().firstBlock().text().encode("utf-16-le")
    assert [text[2 * a : 2 * b].decode("utf-16-le") for a, b in shown] == ["bleev", "sagn", "igne"]


def test_names_in_the_archive_are_spelt_right(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Merete Aabys møde bleev"),))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)


def test_the_next_misspelling_is_mended_by_two_keys(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    assert offered(meeting, qtbot)[0] == "blev"
    press(editor, Qt.Key.Key_1)
    assert editor.toPlainText() == "Mødet blev godkendt"
    editor.undo()
    assert editor.toPlainText() == "Mødet bleev godkendt"


def test_enter_takes_the_likeliest_word(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)
    press(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Mødet blev"


def test_a_word_added_to_the_list_is_right_from_then_on(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Klyngen mødes"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    assert "Add to the word list" in offered(meeting, qtbot)
    QTest.keyClicks(editor, "+")
    assert [own.word for own in meeting.desk.workspace.all(OwnWord)] == ["Klyngen"]
    meeting.view.writing.learn_names()
    qtbot.waitUntil(lambda: marked(meeting, editor) == [], timeout=PATIENCE_MS)


def test_the_own_list_is_added_to_changed_and_shortened(meeting):
    meeting.actions_by_id["writing.own_words"].trigger()
    dialog = meeting.findChild(OwnWordsDialog)
    model = dialog.table.model
    model.setData(model.index(0, 0), "klynge")
    model.setData(model.index(1, 0), "borgerting")
    assert [own.word for own in spelling.own_words(meeting.desk.workspace)] == ["borgerting", "klynge"]
    model.setData(model.index(1, 0), "klyngen")
    dialog.table.view.setCurrentIndex(model.index(0, 0))
    dialog.table.remove_row()
    assert [own.word for own in meeting.desk.workspace.all(OwnWord)] == ["klyngen"]
    dialog.close()


def test_what_is_skipped_is_not_come_to_again(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Klyngen mødes igne"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)
    QTest.keyClicks(editor, "-")
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)
    assert editor.textCursor().selectedText() == "igne"


def test_typing_on_closes_the_suggestions(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)
    QTest.keyClicks(editor, "x")
    assert not meeting.view.writing.picks.is_open
    assert editor.toPlainText() == "Mødet x"


def test_suggestions_are_had_for_the_word_at_the_caret(meeting, editor, qtbot):
    editor.set_blocks((paragraph("sagn bleev godkendt"),))
    press(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _step in range(10):
        press(editor, Qt.Key.Key_Left)
    meeting.actions_by_id["writing.suggest"].trigger()
    assert offered(meeting, qtbot)[0] == "blev"


def test_the_spelling_can_be_switched_off(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)
    meeting.preferences.set(replace(meeting.preferences.now, spell_check=False))
    assert marked(meeting, editor) == []
    meeting.preferences.set(replace(meeting.preferences.now, spell_check=True))
    qtbot.waitUntil(lambda: marked(meeting, editor) == ["bleev"], timeout=PATIENCE_MS)


def open_list(meeting, editor, qtbot):
    QTest.keyClicks(editor, "Mødet bleev")
    meeting.desk.settle()
    meeting.actions_by_id["writing.next_error"].trigger()
    offered(meeting, qtbot)


def test_a_suggestion_is_never_written_into_another_item(meeting, editor, qtbot):
    open_list(meeting, editor, qtbot)
    shown = meeting.view.item.item_id
    meeting.actions_by_id["items.next"].trigger()
    settle()
    assert meeting.view.item.item_id != shown
    there = editor.toPlainText()
    assert not meeting.view.writing.picks.is_open
    editor.setFocus()
    press(editor, Qt.Key.Key_1)
    assert editor.toPlainText() == there + "1"


def test_a_suggestion_goes_only_where_the_word_still_stands(meeting, editor, qtbot):
    open_list(meeting, editor, qtbot)
    act = meeting.view.writing.picks._choices[0].act
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert not meeting.view.writing.picks.is_open
    act()
    assert editor.toPlainText() == "Mødet bleev"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_1])
def test_a_key_pressed_before_the_list_is_there_waits_for_it(meeting, editor, qtbot, key):
    editor.set_blocks((paragraph("Mødet bleev godkendt"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    QTest.keyClick(editor, key)
    assert editor.toPlainText() == "Mødet bleev godkendt"
    qtbot.waitUntil(lambda: editor.toPlainText() == "Mødet blev godkendt", timeout=PATIENCE_MS)


def test_who_types_on_before_the_list_is_there_gets_none_and_loses_no_word(meeting, editor, qtbot):
    editor.set_blocks((paragraph("Mødet bleev"),))
    meeting.actions_by_id["writing.next_error"].trigger()
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == "xMødet bleev"
    told = []
    meeting.view.writing.speller.suggest("bleev", told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    settle()
    assert not meeting.view.writing.picks.is_open


def test_enter_where_nothing_is_misspelt_breaks_no_line(meeting, editor, qtbot):
    for other in meeting.view.findChildren(type(editor)):
        other.set_blocks((paragraph("Mødet blev"),))
    editor.setFocus()
    meeting.actions_by_id["writing.next_error"].trigger()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: meeting.findChild(Toast) is not None, timeout=PATIENCE_MS)
    assert meeting.findChild(Toast).words == "No misspelt words here"
    assert editor.toPlainText() == "Mødet blev"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "\nMødet blev"
