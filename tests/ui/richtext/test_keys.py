"""The keys a writer knows from Word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Run, paragraph
from referatdesk.ui.richtext.editor import RichTextEdit
from tests.ui.richtext.conftest import table_block

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def said(editor):
    return [(block.kind.value, block.level, block.text) for block in editor.blocks()]


def put_caret(editor, block_number, offset=0):
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(block_number).position() + offset)
    editor.setTextCursor(cursor)


def caret_to_end(editor):
    editor.moveCursor(QTextCursor.MoveOperation.End)


def test_typed_words_are_a_paragraph(editor):
    QTest.keyClicks(editor, "Punktet blev udsat.")
    assert said(editor) == [("paragraph", 0, "Punktet blev udsat.")]


def test_enter_gives_the_new_line_an_id_of_its_own(editor):
    editor.set_blocks((paragraph("Første linje"),))
    first = editor.blocks()[0].id
    put_caret(editor, 0, 7)
    QTest.keyClick(editor, Key.Key_Return)
    assert [block.text for block in editor.blocks()] == ["Første ", "linje"]
    assert editor.blocks()[0].id == first
    assert editor.blocks()[1].id not in {"", first}


def test_enter_at_the_start_of_a_line_lets_the_words_keep_their_id(editor):
    editor.set_blocks((paragraph("at planen godkendes", BlockKind.NUMBERED),))
    known = editor.blocks()[0].id
    QTest.keyClick(editor, Key.Key_Return)
    assert said(editor) == [("numbered", 0, ""), ("numbered", 0, "at planen godkendes")]
    assert editor.blocks()[1].id == known


def test_line_ends_that_come_in_by_other_ways_give_ids_too(editor):
    editor.set_blocks((paragraph("Et"),))
    caret_to_end(editor)
    editor.textCursor().insertText("\nTo\nTre")
    ids = [block.id for block in editor.blocks()]
    assert [block.text for block in editor.blocks()] == ["Et", "To", "Tre"]
    assert len(set(ids)) == 3


def test_shift_enter_breaks_the_line_within_the_paragraph(editor):
    QTest.keyClicks(editor, "Egeby")
    QTest.keyClick(editor, Key.Key_Return, SHIFT)
    QTest.keyClicks(editor, "Klitved")
    assert said(editor) == [("paragraph", 0, "Egeby\nKlitved")]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("- ", "bullet"),
        ("* ", "bullet"),
        ("1. ", "numbered"),
        ("1) ", "numbered"),
        ("a) ", "lettered"),
        ("2. ", "paragraph"),
        ("a ", "paragraph"),
    ],
)
def test_a_typed_mark_begins_a_list(editor, typed, kind):
    QTest.keyClicks(editor, typed + "punkt")
    text = "punkt" if kind != "paragraph" else typed + "punkt"
    assert said(editor) == [(kind, 0, text)]


def test_one_undo_gives_the_typed_mark_back(editor):
    QTest.keyClicks(editor, "- ")
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert said(editor) == [("paragraph", 0, "- ")]


def test_a_mark_within_a_line_is_only_a_mark(editor):
    QTest.keyClicks(editor, "fra 8 - 10")
    assert said(editor) == [("paragraph", 0, "fra 8 - 10")]


def test_enter_goes_on_with_the_list_and_leaves_it_from_an_empty_item(editor):
    QTest.keyClicks(editor, "1. et")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "to")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "efter")
    assert said(editor) == [("numbered", 0, "et"), ("numbered", 0, "to"), ("paragraph", 0, "efter")]


def test_enter_in_an_empty_inner_item_goes_a_level_up(editor):
    editor.set_blocks((paragraph("et", BlockKind.BULLET), paragraph("", BlockKind.BULLET, 1)))
    caret_to_end(editor)
    QTest.keyClick(editor, Key.Key_Return)
    assert said(editor)[1] == ("bullet", 0, "")


def test_backspace_at_the_start_of_an_item_goes_up_and_then_out(editor):
    editor.set_blocks((paragraph("et", BlockKind.BULLET), paragraph("to", BlockKind.BULLET, 1)))
    put_caret(editor, 1)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert said(editor)[1] == ("bullet", 0, "to")
    QTest.keyClick(editor, Key.Key_Backspace)
    assert said(editor)[1] == ("paragraph", 0, "to")
    QTest.keyClick(editor, Key.Key_Backspace)
    assert said(editor) == [("bullet", 0, "etto")]


def test_enter_after_a_subheading_gives_a_paragraph(editor):
    editor.set_blocks((paragraph("Økonomi", BlockKind.SUBHEADING, 1),))
    caret_to_end(editor)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "Tekst")
    assert said(editor) == [("subheading", 1, "Økonomi"), ("paragraph", 0, "Tekst")]
    assert not editor.is_bold()
    assert editor.textCursor().charFormat().fontWeight() == 400


def test_words_that_leave_a_subheading_look_like_where_they_stand(editor):
    editor.set_blocks((paragraph("Tekst "), paragraph("Økonomi", BlockKind.SUBHEADING)))
    put_caret(editor, 1)
    QTest.keyClick(editor, Key.Key_Backspace)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert said(editor) == [("paragraph", 0, "Tekst Økonomi")]
    put_caret(editor, 0, 10)
    assert editor.textCursor().charFormat().fontWeight() == 400


def test_delete_joins_lines_and_their_looks(editor):
    editor.set_blocks((paragraph("Tekst "), paragraph("Økonomi", BlockKind.SUBHEADING)))
    put_caret(editor, 0, 6)
    QTest.keyClick(editor, Key.Key_Delete)
    put_caret(editor, 0, 10)
    assert said(editor) == [("paragraph", 0, "Tekst Økonomi")]
    assert editor.textCursor().charFormat().fontWeight() == 400


def test_deleting_an_empty_line_leaves_the_next_one_what_it_is(editor):
    editor.set_blocks((paragraph(""), paragraph("Økonomi", BlockKind.SUBHEADING)))
    known = editor.blocks()[1].id
    QTest.keyClick(editor, Key.Key_Delete)
    assert said(editor) == [("subheading", 0, "Økonomi")]
    assert editor.blocks()[0].id == known


def test_printed_marks_stay_until_the_list_gains_or_loses_an_item(editor):
    editor.set_blocks(
        tuple(paragraph(text, BlockKind.NUMBERED, marker=marker) for text, marker in (("et", "1)"), ("to", "2)")))
    )
    caret_to_end(editor)
    QTest.keyClicks(editor, " og mere")
    assert [block.marker for block in editor.blocks()] == ["1)", "2)"]
    put_caret(editor, 0, 2)
    QTest.keyClick(editor, Key.Key_Return)
    assert [block.marker for block in editor.blocks()] == [None, None, None]
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert [block.marker for block in editor.blocks()] == ["1)", "2)"]


def test_a_new_line_beside_a_list_leaves_its_printed_marks(editor):
    editor.set_blocks((paragraph("Det indstilles"), paragraph("et", BlockKind.NUMBERED, marker="1)")))
    put_caret(editor, 0, 14)
    QTest.keyClick(editor, Key.Key_Return)
    assert editor.blocks()[2].marker == "1)"


@pytest.mark.parametrize(("key", "form"), [(Key.Key_B, "bold"), (Key.Key_I, "italic"), (Key.Key_U, "underline")])
def test_ctrl_and_a_letter_give_form_to_selected_words_and_take_it_back(editor, key, form):
    editor.set_blocks((paragraph("Enstemmigt vedtaget"),))
    cursor = editor.textCursor()
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, key, CTRL)
    assert editor.blocks()[0].runs == (Run("Enstemmigt", **{form: True}), Run(" vedtaget"))
    QTest.keyClick(editor, key, CTRL)
    assert editor.blocks()[0].runs == (Run("Enstemmigt vedtaget"),)


def test_ctrl_and_a_letter_give_form_to_what_is_typed_next(editor):
    QTest.keyClicks(editor, "Blev ")
    QTest.keyClick(editor, Key.Key_B, CTRL)
    QTest.keyClicks(editor, "godkendt")
    QTest.keyClick(editor, Key.Key_B, CTRL)
    QTest.keyClicks(editor, ".")
    assert editor.blocks()[0].runs == (Run("Blev "), Run("godkendt", bold=True), Run("."))


def test_ctrl_k_deletes_nothing(editor):
    editor.set_blocks((paragraph("Punktet blev udsat"),))
    QTest.keyClick(editor, Key.Key_K, CTRL)
    assert said(editor) == [("paragraph", 0, "Punktet blev udsat")]


@pytest.mark.parametrize(
    ("inwards", "outwards"),
    [
        ((Key.Key_Right, ALT | SHIFT), (Key.Key_Left, ALT | SHIFT)),
        ((Key.Key_BracketRight, CTRL), (Key.Key_BracketLeft, CTRL)),
    ],
)
def test_list_items_go_in_and_out_by_keys(editor, inwards, outwards):
    editor.set_blocks((paragraph("et", BlockKind.BULLET),))
    for _step in range(7):
        QTest.keyClick(editor, *inwards)
    assert said(editor) == [("bullet", 4, "et")]
    for _step in range(5):
        QTest.keyClick(editor, *outwards)
    assert said(editor) == [("paragraph", 0, "et")]


def test_words_typed_after_a_link_do_not_belong_to_it(editor):
    editor.set_blocks((Block(id="a", runs=(Run("planen", link="https://egeby.example"),)),))
    put_caret(editor, 0, 3)
    QTest.keyClicks(editor, "x")
    caret_to_end(editor)
    QTest.keyClicks(editor, " er klar")
    assert editor.blocks()[0].runs == (Run("plaxnen", link="https://egeby.example"), Run(" er klar"))


@pytest.fixture
def two_boxes(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.edit, window.line = RichTextEdit(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(window.edit)
    layout.addWidget(window.line)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.edit.setFocus()
    return window


def test_tab_moves_an_empty_list_item_in_and_out_and_then_leaves(two_boxes):
    editor = two_boxes.edit
    editor.set_blocks((paragraph("første", BlockKind.BULLET),))
    caret_to_end(editor)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Tab)
    assert said(editor) == [("bullet", 0, "første"), ("bullet", 1, "")]
    QTest.keyClick(editor, Key.Key_Tab, SHIFT)
    QTest.keyClicks(editor, "anden")
    assert said(editor) == [("bullet", 0, "første"), ("bullet", 0, "anden")]
    QTest.keyClick(editor, Key.Key_Tab)
    assert two_boxes.line.hasFocus()


def test_tab_leaves_the_box_and_writes_nothing(two_boxes):
    two_boxes.edit.set_blocks((paragraph("et", BlockKind.BULLET),))
    QTest.keyClick(two_boxes.edit, Key.Key_Tab)
    assert two_boxes.line.hasFocus()
    QTest.keyClick(two_boxes.line, Key.Key_Tab, SHIFT)
    assert two_boxes.edit.hasFocus()
    assert said(two_boxes.edit) == [("bullet", 0, "et")]


def test_tab_goes_from_cell_to_cell_and_then_leaves(two_boxes):
    two_boxes.edit.set_blocks((table_block(),))
    put_caret(two_boxes.edit, 1)
    for _cell in range(8):
        QTest.keyClick(two_boxes.edit, Key.Key_Tab)
        assert two_boxes.edit.hasFocus()
    QTest.keyClick(two_boxes.edit, Key.Key_Tab)
    assert two_boxes.line.hasFocus()


@pytest.fixture
def window(qtbot):
    """An editor in a window that has actions to undo and redo of its own."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.edit, made.asked = RichTextEdit(), []
    made.setCentralWidget(made.edit)
    for name, key in (("undo", "Ctrl+Z"), ("redo", "Ctrl+Y"), ("link", "Ctrl+K"), ("bold", "Ctrl+B")):
        action = QAction(name, made)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, name=name: made.asked.append(name))
        made.addAction(action)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.edit.setFocus()
    return made


def test_undo_is_the_box_s_own_first_and_then_the_window_s(window):
    window.edit.set_blocks((paragraph("Før"),))
    caret_to_end(window.edit)
    QTest.keyClicks(window.edit, " og efter")
    QTest.keyClick(window.edit, Key.Key_Z, CTRL)
    assert (said(window.edit), window.asked) == ([("paragraph", 0, "Før")], [])
    QTest.keyClick(window.edit, Key.Key_Z, CTRL)
    assert window.asked == ["undo"]
    QTest.keyClick(window.edit, Key.Key_Y, CTRL)
    assert (said(window.edit), window.asked) == ([("paragraph", 0, "Før og efter")], ["undo"])
    QTest.keyClick(window.edit, Key.Key_Y, CTRL)
    assert window.asked == ["undo", "redo"]


def test_the_window_s_actions_for_form_and_links_come_first(window):
    QTest.keyClick(window.edit, Key.Key_K, CTRL)
    QTest.keyClick(window.edit, Key.Key_B, CTRL)
    assert window.asked == ["link", "bold"]
    assert not window.edit.is_bold()


def test_what_is_loaded_can_not_be_undone(editor):
    editor.set_blocks((paragraph("Læst"),))
    assert not editor.can_undo()
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert said(editor) == [("paragraph", 0, "Læst")]


def test_a_box_to_read_in_takes_no_keys(editor, everything):
    editor.set_blocks(everything)
    editor.setReadOnly(True)
    for key in (Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_A):
        QTest.keyClick(editor, key)
    for key in (Key.Key_B, Key.Key_V):
        QTest.keyClick(editor, key, CTRL)
    assert editor.blocks() == everything
