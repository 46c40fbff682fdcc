"""A picture of a text lies in the archive, is found by its id and is printed."""

from base64 import b64encode
from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, added, altered
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.reading import FileKind, SourceFile
from referatdesk.domain.richtext import Block, Picture, plain_runs
from referatdesk.services.exporting import build, prepare
from referatdesk.services.pictures import picture_content, pictures_of
from tests.documents.word.building import parts_of
from tests.documents.word.png import png
from tests.services.desk import Desk
from tests.services.printed_meeting import CREATED, printed_meeting

CONTENT = png(30, 20)


def file(**changes):
    given = {"kind": FileKind.PICTURE, "media_type": "image/png", "content": b64encode(CONTENT).decode()}
    return SourceFile(id="f", meeting_id="m", name="kort.png", sha256="0" * 64, size=len(CONTENT), **(given | changes))


@pytest.fixture
def meeting():
    return printed_meeting()


@pytest.fixture
def desk(tmp_path):
    one = Desk(tmp_path / "referater.referatdesk").fill()
    yield one
    one.close()


def test_a_picture_is_found_by_its_id(meeting):
    meeting.apply(added(file()))
    assert picture_content(meeting, "f") == CONTENT
    assert pictures_of(meeting) == {"f": (CONTENT, "image/png")}


@pytest.mark.parametrize(
    "changes", [{"kind": FileKind.DOCUMENT}, {"content": None}, {"content": "no base64"}], ids=["document", "no", "odd"]
)
def test_what_is_no_picture_is_none(changes, meeting):
    meeting.apply(added(file(**changes)))
    assert picture_content(meeting, "f") is None
    assert pictures_of(meeting) == {}


def test_the_picture_of_a_text_is_printed_with_it(meeting):
    text = next(one for one in meeting.all(ItemText) if any(section.blocks for section in one.sections))
    shown = Block(id="p", kind=BlockKind.PICTURE, runs=plain_runs("Kort"), picture=Picture("f", 30, 20))
    first = next(section for section in text.sections if section.blocks)
    sections = tuple(replace(one, blocks=(*one.blocks, shown)) if one is first else one for one in text.sections)
    meeting.apply((*added(file()), *altered([(text, replace(text, sections=sections))])))
    content = build(prepare(meeting, "m", created=CREATED), number_pages=False)
    assert parts_of(content)["word/media/referat1.png"] == CONTENT


def test_one_file_is_read_without_the_others(desk):
    """A kept original may be large, and the window asks for a picture while it paints."""
    desk.workspace.apply(Change("meeting.import", added(replace(file(), meeting_id="meeting"))))
    assert picture_content(desk.workspace, "f") == CONTENT
    assert desk.workspace.find(SourceFile, "elsewhere") is None
    assert [one.id for one in desk.workspace.all(SourceFile)][-1] == "f"
