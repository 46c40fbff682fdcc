"""How a text looks: marks of lists, colours by the palette, and a box that grows with its text."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Run, paragraph
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.richtext.look import RichTextLook
from referatdesk.ui.richtext.markers import shown_markers
from tests.ui.richtext.conftest import table_block

NUMBERED, LETTERED, BULLET = BlockKind.NUMBERED, BlockKind.LETTERED, BlockKind.BULLET


def marks(*items):
    blocks = [paragraph("x", *item) for item in items]
    found = shown_markers(blocks)
    return [found.get(block.id) for block in blocks]


def test_items_are_counted_level_by_level():
    assert marks((NUMBERED,), (LETTERED, 1), (LETTERED, 1), (NUMBERED,), (LETTERED, 1)) == [
        "1.",
        "a)",
        "b)",
        "2.",
        "a)",
    ]


def test_a_paragraph_or_another_kind_begins_the_count_anew():
    assert marks((NUMBERED,), (BlockKind.PARAGRAPH,), (NUMBERED,), (LETTERED,), (LETTERED,)) == [
        "1.",
        None,
        "1.",
        "a)",
        "b)",
    ]


def test_letters_go_on_after_z():
    assert marks(*[(LETTERED,)] * 28)[25:] == ["z)", "aa)", "ab)"]


def test_a_printed_mark_is_shown_as_it_was_printed():
    assert marks((NUMBERED, 0, "1)"), (LETTERED, 1, "- b)"), (NUMBERED, 0, "2)")) == ["1)", "- b)", "2)"]


def test_each_cell_counts_for_itself():
    block = table_block()
    assert set(shown_markers([block]).values()) == {"•"}


def colours_of(editor):
    image = editor.viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_marks_are_painted_and_follow_a_change_of_the_list(editor):
    editor.set_blocks((paragraph("", NUMBERED), paragraph("", NUMBERED)))
    numbered = editor.viewport().grab().toImage()
    editor.make_list(BULLET)
    assert editor.viewport().grab().toImage() != numbered


def test_colours_come_from_the_palette_and_follow_it(editor):
    editor.set_blocks(
        (Block(id="a", runs=(Run("planen", link="https://egeby.example"),)), paragraph("x", BlockKind.QUOTE))
    )
    palette = QPalette(editor.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#202124"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e8eaed"))
    palette.setColor(QPalette.ColorRole.Link, QColor("#8ab4f8"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#ff00aa"))
    editor.setPalette(palette)
    seen = colours_of(editor)
    assert {"#202124", "#8ab4f8", "#ff00aa"} <= seen
    assert editor.text_document.look == RichTextLook.of(palette)


def test_what_was_typed_can_still_be_undone_after_a_new_size_of_letters(editor):
    QTest.keyClicks(editor, "Drøftet")
    font = editor.font()
    font.setPointSizeF(22)
    editor.setFont(font)
    assert editor.document().defaultFont().pointSizeF() == 22
    editor.undo()
    assert editor.blocks() == ()


def test_lists_stand_in_further_with_larger_letters(editor):
    before = editor.document().indentWidth()
    font = editor.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    editor.setFont(font)
    assert editor.document().indentWidth() > before * 1.5


@pytest.fixture
def growing(qtbot):
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    layout = QVBoxLayout(page)
    editor = RichTextEdit(page)
    editor.fit_height(2, 6)
    layout.addWidget(editor)
    layout.addStretch()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(400, 500)
    with qtbot.waitExposed(area):
        area.show()
    editor.area = area
    return editor


def test_a_box_grows_with_its_text_up_to_its_most_lines(growing):
    least = growing.height()
    heights = []
    for count in range(1, 12):
        growing.set_blocks(tuple(paragraph("linje") for _line in range(count)))
        QApplication.processEvents()
        heights.append(growing.height())
        has_room = growing.document().size().height() <= growing.viewport().height()
        assert has_room != growing.verticalScrollBar().isVisible()
    assert heights[0] == least
    assert heights == sorted(heights)
    assert heights[-1] == heights[-2] > 2 * least


def test_a_narrower_box_is_higher(growing):
    growing.set_blocks((paragraph("Det blev aftalt at mødes igen i foråret. " * 3),))
    QApplication.processEvents()
    before = growing.height()
    growing.window().resize(250, 500)
    QApplication.processEvents()
    assert growing.height() > before


def test_the_height_settles(growing):
    resized = []
    growing.document().documentLayout().documentSizeChanged.connect(resized.append)
    growing.set_blocks(tuple(paragraph("linje " * 12) for _line in range(7)))
    QApplication.processEvents()
    assert len(resized) < 12
    count = len(resized)
    QApplication.processEvents()
    assert len(resized) == count


def test_words_that_ask_for_text_are_shown_while_there_is_none(editor):
    editor.setPlaceholderText("Skriv, hvad der blev besluttet")
    with_words = editor.viewport().grab().toImage()
    QTest.keyClicks(editor, " ")
    assert editor.viewport().grab().toImage() != with_words
    assert editor.document().isEmpty() is False
