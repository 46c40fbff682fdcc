"""Blocks to a document and back are the same blocks."""

import pytest
from hypothesis import given, settings

from referatdesk.domain.richtext import Block, Run, normalised, paragraph, walk
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.from_document import assembled, read_lines
from referatdesk.ui.richtext.look import RichTextLook
from tests.ui.richtext.rich_texts import texts

LOOK = RichTextLook(link="#ff0000ff", mark="#ff333333", line="#ff999999", header="#ffeeeeee", quote="#ff0055aa")


@pytest.mark.usefixtures("qapp")
@settings(max_examples=150)
@given(blocks=texts)
def test_any_text_comes_back_as_it_went_in(blocks):
    document = RichTextDocument(LOOK)
    document.set_blocks(blocks)
    assert document.blocks() == normalised(blocks)
    assert assembled(document, read_lines(document)) == normalised(blocks)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30)
@given(blocks=texts)
def test_a_second_text_in_the_same_document_comes_back_too(blocks):
    document = RichTextDocument(LOOK)
    document.set_blocks((paragraph("Punktet blev drøftet."),))
    document.set_blocks(blocks)
    assert document.blocks() == normalised(blocks)


def test_every_kind_of_line_comes_back(qapp, everything):
    document = RichTextDocument(LOOK)
    document.set_blocks(everything)
    assert document.blocks() == everything


def test_runs_of_one_form_come_back_as_one(qapp):
    document = RichTextDocument(LOOK)
    document.set_blocks((Block(id="a", runs=(Run("Mødet "), Run(""), Run("slut"))),))
    assert document.blocks() == (Block(id="a", runs=(Run("Mødet slut"),)),)


def test_signs_that_no_file_can_carry_are_left_out(qapp):
    document = RichTextDocument(LOOK)
    document.set_blocks((paragraph("a\x00b\ufffcc\ufdd0d\ud800e\x1bf\ufffeg\x0bh\r\ni\u2028j\u2029k"),))
    assert document.blocks()[0].text == "abcdefg\nh\ni\nj\nk"


def test_an_empty_text_and_a_text_of_one_empty_line_are_two_things(qapp):
    document = RichTextDocument(LOOK)
    document.set_blocks(())
    assert document.blocks() == ()
    line = (paragraph(""),)
    document.set_blocks(line)
    assert document.blocks() == line


def test_other_colours_leave_the_text_alone(qapp, everything):
    document = RichTextDocument(LOOK)
    document.set_blocks(everything)
    document.set_look(RichTextLook("#ffffaa00", "#ffcccccc", "#ff555555", "#ff222222", "#ff88bbff"))
    assert document.blocks() == everything
    assert len({block.id for block in walk(document.blocks())}) == len(list(walk(everything)))
