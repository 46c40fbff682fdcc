"""Commands for the table in which the caret stands."""

import pytest

from referatdesk.domain.codes import CaptionPosition
from referatdesk.domain.richtext import paragraph
from tests.ui.richtext.conftest import table_block


@pytest.fixture
def in_table(editor):
    """The caret in the second row, first column of a table between two paragraphs."""
    editor.set_blocks((paragraph("før"), table_block(widths=(0.5, 0.25, 0.25)), paragraph("efter")))
    line = editor.text_document.find_line(editor.blocks()[1].table.rows[1][0].blocks[0].id)
    cursor = editor.textCursor()
    cursor.setPosition(line.position())
    editor.setTextCursor(cursor)
    return editor


def words(editor):
    return next(block.text for block in editor.blocks() if block.table is not None)


def table(editor):
    return next(block.table for block in editor.blocks() if block.table is not None)


def test_rows_come_above_and_below(in_table):
    in_table.tables.insert_row()
    in_table.tables.insert_row(below=False)
    assert words(in_table) == "Kommune\tBeløb\tAndel\n\t\t\nEgeby\t300.000 kr.\thalvt\n\n\t\t\nKlitved\t\t"
    assert table(in_table).header_rows == 1


def test_columns_come_left_and_right_and_widths_are_shared_anew(in_table):
    in_table.tables.insert_column()
    assert table(in_table).widths == ()
    in_table.tables.insert_column(right=False)
    assert words(in_table).split("\n")[0] == "\tKommune\t\tBeløb\tAndel"


def test_rows_and_columns_are_removed_and_the_last_takes_the_table(in_table):
    before = in_table.blocks()
    in_table.tables.remove_column()
    assert words(in_table).split("\n")[0] == "Beløb\tAndel"
    for _row in range(3):
        in_table.tables.remove_row()
    assert [block.text for block in in_table.blocks()] == ["før", "efter"]
    while in_table.can_undo():
        in_table.undo()
    assert in_table.blocks() == before


def into_table(editor):
    line = editor.text_document.find_line(table(editor).rows[1][0].blocks[0].id)
    cursor = editor.textCursor()
    cursor.setPosition(line.position())
    editor.setTextCursor(cursor)


def test_a_table_is_removed_with_its_caption(editor):
    editor.set_blocks((paragraph("før"), table_block("Tabel 1"), table_block("Tabel 2", CaptionPosition.AFTER)))
    into_table(editor)
    editor.tables.remove()
    assert [block.text.split("\n")[-1] for block in editor.blocks()] == ["før", "Tabel 2"]
    into_table(editor)
    editor.tables.remove()
    assert [block.text for block in editor.blocks()] == ["før"]
    editor.undo()
    editor.undo()
    assert [block.table.caption for block in editor.blocks()[1:]] == ["Tabel 1", "Tabel 2"]


def test_outside_a_table_the_commands_do_nothing(editor):
    editor.set_blocks((paragraph("Tekst"),))
    tables = editor.tables
    for command in (tables.insert_row, tables.insert_column, tables.remove_row, tables.remove_column, tables.remove):
        command()
    assert not tables.is_inside()
    assert [block.text for block in editor.blocks()] == ["Tekst"]
    assert not editor.can_undo()
