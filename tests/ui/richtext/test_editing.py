"""What the editor says about its text, and what it does when it is told to."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Run, normalised, paragraph, walk
from referatdesk.ui.richtext import document as document_module
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.richtext.from_document import assembled, read_lines
from tests.ui.richtext.conftest import table_block
from tests.ui.richtext.rich_texts import texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT


def select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def kinds(editor):
    return [(block.kind.value, block.level) for block in editor.blocks()]


@pytest.fixture
def counted(editor):
    """How often `edited` was told."""
    told = []
    editor.edited.connect(lambda: told.append(True))
    return told


class Marker(QSyntaxHighlighter):
    def highlightBlock(self, text):  # noqa: N802 - Qt's own name
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        self.setFormat(0, len(text), wavy)


def test_a_text_that_is_shown_is_no_edit(editor, counted, everything):
    editor.set_blocks(everything)
    editor.set_blocks(())
    assert counted == []


def test_each_key_is_one_edit(editor, counted):
    QTest.keyClicks(editor, "abc")
    assert len(counted) == 3
    QTest.keyClick(editor, Key.Key_Return)
    assert len(counted) == 4


def test_spelling_marks_new_colours_and_letters_are_no_edits(editor, counted, everything):
    editor.set_blocks(everything)
    highlighter = Marker(editor.document())
    highlighter.rehighlight()
    palette = editor.palette()
    palette.setColor(palette.ColorRole.Link, "#ffaa00")
    editor.setPalette(palette)
    font = editor.font()
    font.setPointSizeF(20)
    editor.setFont(font)
    QApplication.processEvents()
    assert counted == []
    assert editor.blocks() == everything


def test_taking_an_edit_back_is_an_edit(editor, counted):
    editor.insert_text("Drøftet.")
    editor.undo()
    assert len(counted) == 2
    assert editor.blocks() == ()


def test_after_one_key_one_line_is_read_however_long_the_text(editor, monkeypatch):
    editor.set_blocks(tuple(paragraph("Det blev drøftet, at planen skal følges. " * 3) for _line in range(100)))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    reads = []
    real = document_module.read_line
    monkeypatch.setattr(document_module, "read_line", lambda block: reads.append(block.blockNumber()) or real(block))
    QTest.keyClicks(editor, "x")
    assert editor.blocks()[-1].text.endswith("x")
    assert reads == [99]


def test_typed_words_are_read_where_they_stand_after_lines_were_put_in_before_them(editor):
    editor.set_blocks((paragraph("Første"), paragraph("Anden"), paragraph("Tredje")))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "xyz")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    editor.insert_text("Ny\nOg ny ")
    assert [block.text for block in editor.blocks()] == ["Ny", "Og ny Første", "Anden", "Tredjexyz"]


def test_asking_twice_for_the_blocks_gives_the_same_value(editor, everything):
    editor.set_blocks(everything)
    assert editor.blocks() is editor.blocks()


def test_the_caret_stays_in_its_line_when_the_text_is_shown_anew(editor):
    first, second = paragraph("Første"), paragraph("Anden linje")
    editor.set_blocks((first, second))
    select(editor, 10, 10)
    editor.set_blocks((paragraph("Ny linje foran"), first, second))
    cursor = editor.textCursor()
    assert (cursor.block().text(), cursor.positionInBlock()) == ("Anden linje", 3)


def test_another_text_is_shown_from_its_start(editor):
    editor.set_blocks((paragraph("Første"),))
    select(editor, 4, 4)
    editor.set_blocks((paragraph("Et andet punkt"),))
    assert editor.textCursor().position() == 0


def test_the_caret_s_place_is_found_again_after_another_text(editor):
    first = (paragraph("Første"), paragraph("Anden linje"))
    editor.set_blocks(first)
    select(editor, 12, 12)
    place = editor.cursor_place()
    editor.set_blocks((paragraph("x"),))
    editor.set_blocks(first)
    editor.restore_place(place)
    assert editor.textCursor().position() == 12


def test_a_place_in_a_line_that_is_gone_falls_within_the_text(editor):
    editor.set_blocks((paragraph("En lang linje med mange ord"),))
    select(editor, 20, 20)
    place = editor.cursor_place()
    editor.set_blocks((paragraph("kort"),))
    editor.restore_place(place)
    assert editor.textCursor().position() == 4


def test_text_put_in_takes_the_place_of_what_is_selected(editor):
    editor.set_blocks((paragraph("Mødet hæves kl. nu"),))
    select(editor, 16, 18)
    editor.insert_text("13.42")
    assert editor.blocks()[0].text == "Mødet hæves kl. 13.42"


def test_text_of_several_lines_becomes_paragraphs(editor):
    editor.insert_text("Et\nTo")
    assert [block.text for block in editor.blocks()] == ["Et", "To"]


def test_blocks_put_in_twice_are_two_texts(editor, everything):
    editor.insert_blocks(everything)
    editor.insert_blocks(everything)
    ids = [block.id for block in walk(editor.blocks())]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {block.id for block in walk(everything)}


def test_blocks_put_into_a_paragraph_flow_around_its_words(editor):
    editor.set_blocks((paragraph("foran bagved"),))
    known = editor.blocks()[0].id
    select(editor, 6, 6)
    editor.insert_blocks((paragraph("et "), paragraph("punkt", BlockKind.BULLET), paragraph("to ")))
    assert [block.text for block in editor.blocks()] == ["foran et ", "punkt", "to bagved"]
    assert kinds(editor) == [("paragraph", 0), ("bullet", 0), ("paragraph", 0)]
    assert editor.blocks()[0].id == known
    assert editor.textCursor().positionInBlock() == 3


def test_a_paragraph_put_in_at_the_start_of_a_line_leaves_it_its_id_and_kind(editor):
    editor.set_blocks((paragraph("planen godkendes", BlockKind.NUMBERED),))
    known = editor.blocks()[0].id
    editor.insert_blocks((Block(id="x", runs=(Run("at ", italic=True),)),))
    block = editor.blocks()[0]
    assert (block.id, block.kind, block.text) == (known, BlockKind.NUMBERED, "at planen godkendes")
    assert block.runs[0] == Run("at ", italic=True)


def test_a_table_put_in_splits_the_line_and_one_undo_takes_it_out(editor):
    editor.set_blocks((paragraph("foran bagved"), paragraph("sidst")))
    before = editor.blocks()
    select(editor, 6, 6)
    editor.insert_blocks((table_block("Tabel 1"),))
    assert [block.kind.value for block in editor.blocks()] == ["paragraph", "table", "paragraph", "paragraph"]
    assert editor.blocks()[1].table.caption == "Tabel 1"
    editor.undo()
    assert editor.blocks() == before


def test_a_table_put_into_a_cell_becomes_lines_of_it(editor):
    editor.set_blocks((table_block(),))
    editor.moveCursor(QTextCursor.MoveOperation.NextBlock)
    editor.insert_blocks((table_block(), paragraph("x")))
    assert len(editor.blocks()) == 1
    assert [block.text for block in editor.blocks()[0].table.rows[0][0].blocks][:2] == [
        "Kommune\tBeløb\tAndel",
        "Egeby\t300.000 kr.\thalvt ",
    ]


def test_lists_are_made_changed_and_unmade(editor):
    editor.set_blocks((paragraph("et"), paragraph("to"), paragraph("tre")))
    select(editor, 0, 5)
    editor.make_list(BlockKind.NUMBERED)
    assert kinds(editor) == [("numbered", 0), ("numbered", 0), ("paragraph", 0)]
    assert editor.list_kind() is BlockKind.NUMBERED
    editor.indent()
    editor.make_list(BlockKind.LETTERED)
    assert kinds(editor) == [("lettered", 1), ("lettered", 1), ("paragraph", 0)]
    editor.make_list(BlockKind.LETTERED)
    assert kinds(editor) == [("paragraph", 0)] * 3
    assert editor.list_kind() is None


def test_a_command_for_several_lines_is_one_step_to_undo(editor):
    editor.set_blocks((paragraph("et"), paragraph("to")))
    editor.selectAll()
    editor.make_list(BlockKind.BULLET)
    editor.undo()
    assert kinds(editor) == [("paragraph", 0)] * 2


def test_a_line_not_reached_by_the_selection_is_let_alone(editor):
    editor.set_blocks((paragraph("et"), paragraph("to")))
    select(editor, 0, 3)
    editor.set_subheading(0)
    assert kinds(editor) == [("subheading", 0), ("paragraph", 0)]


def test_subheadings_and_quotations_know_what_they_are(editor):
    editor.set_blocks((paragraph("Økonomi"),))
    editor.set_subheading(1)
    assert editor.is_subheading()
    assert editor.subheading_level() == 1
    editor.outdent()
    assert editor.subheading_level() == 0
    editor.set_quote()
    assert editor.is_quote()
    assert not editor.is_subheading()
    editor.set_quote()
    assert kinds(editor) == [("paragraph", 0)]


def test_a_subheading_s_weight_is_not_bold(editor):
    editor.set_blocks((paragraph("Økonomi", BlockKind.SUBHEADING),))
    editor.selectAll()
    assert not editor.is_bold()
    editor.toggle_bold()
    assert editor.blocks()[0].runs == (Run("Økonomi", bold=True),)
    editor.set_subheading(None)
    assert editor.blocks()[0].runs == (Run("Økonomi", bold=True),)


def test_selected_words_are_linked_and_unlinked(editor):
    editor.set_blocks((paragraph("se planen her"),))
    select(editor, 3, 9)
    assert editor.set_link("https://egeby.example/plan")
    assert editor.blocks()[0].runs[1] == Run("planen", link="https://egeby.example/plan")
    select(editor, 5, 5)
    assert editor.link() == "https://egeby.example/plan"
    assert editor.set_link(None)
    assert editor.blocks()[0].runs == (Run("se planen her"),)


def test_a_link_without_words_is_its_own_word(editor):
    assert editor.set_link("mailto:ida@egeby.example")
    assert editor.blocks()[0].runs == (Run("mailto:ida@egeby.example", link="mailto:ida@egeby.example"),)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "C:\\x", "", "https://"])
def test_only_web_and_mail_addresses_are_linked(editor, address):
    editor.set_blocks((paragraph("planen"),))
    editor.selectAll()
    assert not editor.set_link(address)
    assert editor.blocks()[0].runs == (Run("planen"),)


def test_a_new_table_has_the_caret_in_its_first_cell(editor):
    editor.set_blocks((paragraph("Tekst"),))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insert_table(2, 3)
    QTest.keyClicks(editor, "Kommune")
    table = editor.blocks()[1].table
    assert (len(table.rows), len(table.rows[0]), table.header_rows) == (2, 3, 1)
    assert table.rows[0][0].blocks[0].text == "Kommune"
    assert not editor.can_insert_table()
    editor.insert_table(2, 2)
    assert len(editor.blocks()) == 2


def test_words_typed_into_a_header_look_like_one(editor):
    editor.insert_table(2, 2)
    QTest.keyClicks(editor, "Beløb")
    assert editor.textCursor().charFormat().fontWeight() == 700
    assert editor.blocks()[0].table.rows[0][0].blocks[0].runs == (Run("Beløb"),)


def test_words_of_an_input_method_look_like_their_line_too(editor):
    editor.insert_table(2, 2)
    event = QInputMethodEvent()
    event.setCommitString("Beløb é")
    QApplication.sendEvent(editor, event)
    assert editor.textCursor().charFormat().fontWeight() == 700
    assert editor.blocks()[0].table.rows[0][0].blocks[0].runs == (Run("Beløb é"),)


def test_words_typed_in_one_go_are_one_step_to_undo(editor):
    for start in ((), (table_block(),), (paragraph("", BlockKind.SUBHEADING),)):
        editor.set_blocks(start)
        QTest.keyClicks(editor, "Drøftet")
        QTest.keyClick(editor, Key.Key_Z, CTRL)
        assert editor.blocks() == start
        assert not editor.can_undo()


def test_words_typed_into_an_empty_cell_are_one_step_to_undo(editor):
    editor.insert_table(2, 2)
    before = editor.blocks()
    QTest.keyClicks(editor, "Drøftet")
    QTest.keyClick(editor, Key.Key_Z, CTRL)
    assert editor.blocks() == before


def test_everything_deleted_is_an_empty_line_or_nothing(editor, everything):
    editor.set_blocks(everything)
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Delete)
    assert [block.text for block in editor.blocks()] in ([""], [])


def test_keys_beside_a_table_harm_nothing(editor):
    editor.set_blocks((paragraph("før"), table_block(), paragraph("efter")))
    before = editor.blocks()
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Key.Key_Delete)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert editor.blocks() == before


def test_a_word_typed_beside_a_table_is_a_paragraph(editor):
    editor.set_blocks((table_block(),))
    QTest.keyClicks(editor, "før")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "efter")
    assert [block.kind.value for block in editor.blocks()] == ["paragraph", "table", "paragraph"]


def test_the_caption_is_written_beside_the_table(editor):
    editor.set_blocks((table_block("Tabel"),))
    QTest.keyClicks(editor, "Ny ")
    assert editor.blocks()[0].table.caption == "Ny Tabel"
    editor.selectAll()
    editor.toggle_bold()
    assert editor.blocks()[0].table.caption == "Ny Tabel"


def test_a_caption_whose_table_is_deleted_is_a_paragraph(editor):
    editor.set_blocks((table_block("Tabel 1"), paragraph("efter")))
    select(editor, 3, editor.document().characterCount() - 3)
    QTest.keyClick(editor, Key.Key_Delete)
    assert [(block.kind.value, block.text) for block in editor.blocks()] == [("paragraph", "Taber")]


KEYS = [
    (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Return, SHIFT),
    (Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Left, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Up, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Down, SHIFT),
    (Key.Key_Right, SHIFT),
    (Key.Key_Right, CTRL | SHIFT),
    (Key.Key_Home, Qt.KeyboardModifier.NoModifier),
    (Key.Key_End, CTRL),
    (Key.Key_Backspace, CTRL),
    (Key.Key_Z, CTRL),
    (Key.Key_Y, CTRL),
    (Key.Key_B, CTRL),
    (Key.Key_U, CTRL),
    (Key.Key_C, CTRL),
    (Key.Key_X, CTRL),
    (Key.Key_V, CTRL),
    (Key.Key_V, CTRL | SHIFT),
    (Key.Key_Right, ALT_SHIFT),
    (Key.Key_Left, ALT_SHIFT),
]
COMMANDS = [
    lambda editor: editor.make_list(BlockKind.NUMBERED),
    lambda editor: editor.set_subheading(0),
    lambda editor: editor.set_quote(),
    lambda editor: editor.insert_table(2, 2),
    lambda editor: editor.set_link("https://egeby.example"),
    lambda editor: editor.tables.insert_row(),
    lambda editor: editor.tables.insert_column(),
    lambda editor: editor.tables.remove_row(),
    lambda editor: editor.tables.remove_column(),
    lambda editor: editor.tables.remove(),
]
strokes = st.one_of(
    st.sampled_from(KEYS),
    st.sampled_from(KEYS),
    st.sampled_from(["æ", "- ", "1. ", "ord "]),
    st.sampled_from(COMMANDS),
    st.integers(0, 400),
)


# Qt's redo places the caret by adding up lengths, and says so itself where the sum is beyond the end of the text.
@pytest.mark.qt_log_ignore("QTextCursor::setPosition: Position .* out of range", extend=True)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=texts, work=st.lists(st.tuples(strokes, st.booleans()), max_size=25))
def test_whatever_is_done_the_blocks_are_those_of_the_document(editor, blocks, work):
    """Looked at after each stroke or after several."""
    editor.set_blocks(blocks)
    for stroke, is_looked_at in work:
        do(editor, stroke)
        if is_looked_at:
            assert_sound(editor)
    assert_sound(editor)
    while editor.can_redo():
        editor.redo()
    end = editor.blocks()
    while editor.can_undo():
        editor.undo()
        assert_sound(editor)
    assert editor.blocks() == normalised(blocks)
    while editor.can_redo():
        editor.redo()
        assert_sound(editor)
    assert editor.blocks() == end


def assert_sound(editor):
    read_anew = assembled(editor.document(), read_lines(editor.document()))
    assert editor.blocks() == read_anew
    ids = [block.id for block in walk(read_anew)]
    assert "" not in ids
    assert len(set(ids)) == len(ids)


def do(editor, stroke):
    if isinstance(stroke, str):
        QTest.keyClicks(editor, stroke)
    elif isinstance(stroke, int):
        cursor = editor.textCursor()
        cursor.setPosition(stroke % editor.document().characterCount())
        editor.setTextCursor(cursor)
    elif isinstance(stroke, tuple):
        QTest.keyClick(editor, *stroke)
    else:
        stroke(editor)


def test_what_is_read_after_edits_can_be_shown_again(editor, everything):
    editor.set_blocks(everything)
    for key in (Key.Key_Return, Key.Key_A, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(editor, key)
    written = editor.blocks()
    other = RichTextEdit()
    other.set_blocks(written)
    assert other.blocks() == written
    other.deleteLater()
