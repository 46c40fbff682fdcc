"""Pictures of a text are shown in Word, with the words that describe them for those who cannot see them."""

import io

import docx
import pytest

from referatdesk.documents.word.template import compile_template
from referatdesk.documents.word.values import PictureFile
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Block, Picture, plain_runs
from tests.documents.word.building import PROPERTIES, RICH, block, body_of, parts_of, rich, word_file, words
from tests.documents.word.png import png

FILES = {"map": PictureFile(png(40, 20), "image/png"), "sketch": PictureFile(b"nothing", "image/x-emf")}


def picture(file_id, alt, width=0.0, height=0.0):
    shown = Picture(file_id, width, height)
    return Block(id=file_id + alt, kind=BlockKind.PICTURE, runs=plain_runs(alt), picture=shown)


def made(*blocks):
    return compile_template(word_file(RICH)).fill(rich(*blocks), PROPERTIES, pictures=FILES).content


def test_a_picture_has_its_file_its_type_and_its_description():
    content = made(block("Se kortet."), picture("map", 'Kort over "Egeby" & omegn'))
    parts = parts_of(content)
    assert parts["word/media/referat1.png"] == FILES["map"].content
    assert b'PartName="/word/media/referat1.png" ContentType="image/png"' in parts["[Content_Types].xml"]
    (shape,) = docx.Document(io.BytesIO(content)).inline_shapes
    assert shape._inline.docPr.get("descr") == 'Kort over "Egeby" & omegn'
    assert words(body_of(content)) == ["Se kortet.", ""]


def test_the_same_picture_twice_is_one_file():
    content = made(picture("map", "Et"), picture("map", "To"))
    assert [name for name in parts_of(content) if "media/referat" in name] == ["word/media/referat1.png"]
    assert len(docx.Document(io.BytesIO(content)).inline_shapes) == 2


@pytest.mark.parametrize(("width", "height", "shape"), [(80, 40, 2.0), (500, 100, 5.0), (0, 0, 2.0)])
def test_a_picture_keeps_its_shape_and_never_leaves_the_text(width, height, shape):
    (shown,) = docx.Document(io.BytesIO(made(picture("map", "Kort", width, height)))).inline_shapes
    assert shown.width / shown.height == pytest.approx(shape, rel=0.01)
    assert shown.width.mm <= 165


@pytest.mark.parametrize("file_id", ["sketch", "lost"])
def test_where_the_file_cannot_be_shown_its_description_is_printed(file_id):
    content = made(picture(file_id, "Skitse af torvet"))
    assert words(body_of(content)) == ["Skitse af torvet"]
    assert "<w:drawing>" not in body_of(content)
    assert body_of(made(block("Ord."), picture(file_id, ""))) == body_of(made(block("Ord.")))


def test_a_text_without_pictures_adds_no_part():
    assert not [name for name in parts_of(made(block("Ord."))) if "media" in name]
