"""A picture stands above the words that describe it, and is as safe as they are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Picture, paragraph, plain_runs
from tests.ui.richtext.test_keys import caret_to_end, put_caret, said

MAP = Block(
    id="map",
    kind=BlockKind.PICTURE,
    runs=plain_runs("Kort over lægehuse"),
    picture=Picture("file", width=80, height=40),
)
COLOUR = QColor("#cc8844")


def test_a_picture_is_painted_above_its_words(editor):
    found = QPixmap(200, 100)
    found.fill(COLOUR)
    editor.set_pictures(lambda file_id: found if file_id == "file" else None)
    editor.set_blocks((paragraph("Se kortet."), MAP))
    words = editor.cursorRect(_cursor_in(editor, "map"))
    shown = editor.grab().toImage()
    assert shown.pixelColor(words.left() + 40, words.top() - 30) == COLOUR
    assert shown.pixelColor(words.left() + 40, words.bottom() + 20) != COLOUR


def test_enter_below_a_picture_gives_a_paragraph_and_the_picture_is_there_once(editor):
    editor.set_blocks((MAP,))
    caret_to_end(editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Tekst")
    assert said(editor) == [("picture", 0, "Kort over lægehuse"), ("paragraph", 0, "Tekst")]
    assert [block.picture for block in editor.blocks()] == [MAP.picture, None]


def test_enter_amid_the_words_leaves_the_picture_with_the_first_of_them(editor):
    editor.set_blocks((MAP,))
    put_caret(editor, 0, 4)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert [block.picture for block in editor.blocks()] == [MAP.picture, None]


def test_a_command_for_lines_leaves_a_picture_a_picture(editor):
    editor.set_blocks((paragraph("Se kortet."), MAP))
    editor.selectAll()
    editor.make_list(BlockKind.BULLET)
    assert [block.kind for block in editor.blocks()] == [BlockKind.BULLET, BlockKind.PICTURE]


def test_backspace_before_the_words_takes_the_picture_away_and_undo_brings_it_back(editor):
    editor.set_blocks((paragraph("Se kortet."), MAP))
    put_caret(editor, 1)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert said(editor)[1] == ("paragraph", 0, "Kort over lægehuse")
    editor.undo()
    assert editor.blocks()[1] == MAP


def _cursor_in(editor, block_id):
    cursor = editor.textCursor()
    cursor.setPosition(editor.text_document.find_line(block_id).position())
    return cursor
