"""A picture of a text lies in the archive, is found by its id and is printed."""

import hashlib
from dataclasses import replace

import pytest

from referatdesk.domain.changes import Change, Content, added, altered
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.reading import FileKind, SourceFile
from referatdesk.domain.richtext import Block, Picture, plain_runs
from referatdesk.services.output.exporting import build, prepare
from referatdesk.services.output.pictures import picture_content, pictures_of
from tests.documents.word.building import parts_of
from tests.documents.word.png import png
from tests.services.desk import Desk
from tests.services.printed_meeting import CREATED, printed_meeting

CONTENT = png(30, 20)
NAME = hashlib.sha256(CONTENT).hexdigest()
CONTENTS = {NAME: CONTENT}.get


def file(**changes):
    given = {"kind": FileKind.PICTURE, "media_type": "image/png", "kept": True, "sha256": NAME}
    return SourceFile(id="f", meeting_id="m", name="kort.png", size=len(CONTENT), **(given | changes))


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
    assert picture_content(meeting, "f", CONTENTS) == CONTENT
    assert pictures_of(meeting, CONTENTS) == {"f": (CONTENT, "image/png")}


@pytest.mark.parametrize(
    "changes", [{"kind": FileKind.DOCUMENT}, {"kept": False}, {"sha256": "0" * 64}], ids=["document", "no", "lost"]
)
def test_what_is_no_picture_is_none(changes, meeting):
    meeting.apply(added(file(**changes)))
    assert picture_content(meeting, "f", CONTENTS) is None
    assert pictures_of(meeting, CONTENTS) == {}


def test_the_picture_of_a_text_is_printed_with_it(meeting):
    text = next(one for one in meeting.all(ItemText) if any(section.blocks for section in one.sections))
    shown = Block(id="p", kind=BlockKind.PICTURE, runs=plain_runs("Kort"), picture=Picture("f", 30, 20))
    first = next(section for section in text.sections if section.blocks)
    sections = tuple(replace(one, blocks=(*one.blocks, shown)) if one is first else one for one in text.sections)
    meeting.apply((*added(file()), *altered([(text, replace(text, sections=sections))])))
    content = build(prepare(meeting, "m", contents=CONTENTS, created=CREATED), number_pages=False)
    assert parts_of(content)["word/media/referat1.png"] == CONTENT


def test_a_picture_is_there_before_it_is_on_the_disk_and_after(desk):
    shown = added(replace(file(), meeting_id="meeting"))
    desk.workspace.apply(Change("meeting.import", shown, contents=(Content(NAME, CONTENT),)))
    assert picture_content(desk.workspace, "f", desk.workspace.content) == CONTENT
    desk.save()
    assert picture_content(desk.workspace, "f", desk.workspace.content) == CONTENT


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00",
        b"\xd7\xcd\xc6\x9a" + bytes(40),
    ],
    ids=["drawing", "endless", "metafile"],
)
def test_what_could_point_elsewhere_or_never_end_is_not_shown(meeting, content):
    name = hashlib.sha256(content).hexdigest()
    meeting.apply(added(replace(file(sha256=name), size=len(content))))
    assert picture_content(meeting, "f", {name: content}.get) is None
