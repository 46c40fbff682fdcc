"""A small document whose reading is plain to see: the user's word on a line, else what its first letters say."""

import hashlib

import pytest

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.richtext import Cell, Table, paragraph, plain_runs
from referatdesk.services.drafts import (
    Doubt,
    Draft,
    DraftHead,
    DraftItem,
    DraftPerson,
    DraftSection,
    Part,
    Place,
    SourceParagraph,
    SourceText,
)
from referatdesk.services.intake import importing
from referatdesk.services.intake.importing import ReadFile, ReadingWorker
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.preview import PreviewWindow
from referatdesk.ui.reading.reading import opened as opened_file
from tests.ui.dialogs.conftest import answers, board_id, desk, meeting_id, opened, window, workspace  # noqa: F401 - fixtures of dialogs

LINES = (
    "Referat Sundhedsråd Østfjord",
    "Merete Aaby",
    "1. Velkomst",
    "Formanden bød velkommen og",
    "gik straks til dagsordenen.",
    "Lægehus i Egeby",
    "Sagen blev drøftet.",
    "Referat: Sanne Brix",
)
FIRST = (Part.TITLE, Part.PEOPLE, Part.ITEM, Part.TEXT, Part.TEXT, Part.TEXT, Part.TEXT, Part.SIGN_OFF)


def a_source():
    paragraphs = [
        SourceParagraph(runs=plain_runs(text), place=Place(number, number)) for number, text in enumerate(LINES, 1)
    ]
    table = Table(rows=((Cell((paragraph("År"),)), Cell((paragraph("Beløb"),))), (Cell((paragraph("2027"),)), Cell())))
    paragraphs.append(SourceParagraph(runs=(), table=table, place=Place(9, 9)))
    return SourceText(tuple(paragraphs))


def read(source, corrections=None, habits=()):
    """A line is a new item where it is said to be one; a joined line goes on the one above."""
    said = dict(corrections or {})
    parts = {n: said[n].part if n in said else FIRST[n - 1] for n in range(1, 9)} | {9: Part.TABLE}
    items, places = [], {}
    for one in source.paragraphs:
        line = one.place.line_from
        if parts[line] is Part.ITEM:
            items.append((one.text, one.place, []))
        elif parts[line] in {Part.TEXT, Part.DECISION} and items:
            blocks = items[-1][2]
            if line in said and said[line].joined and blocks:
                block = paragraph(f"{blocks.pop().text} {one.text}")
            else:
                block = paragraph(one.text)
            places[block.id] = one.place
            blocks.append(block)
        elif parts[line] is Part.TABLE and items:
            block = paragraph("", BlockKind.TABLE)
            block = type(block)(id=block.id, kind=BlockKind.TABLE, table=one.table)
            places[block.id] = one.place
            items[-1][2].append(block)
    doubts = [] if 5 in said else [Doubt("paragraph.broken", Place(4, 5), LINES[4], "join")]
    doubts.append(Doubt("contents.no_item", Place(7, 7), LINES[6]))
    return Draft(
        style="sagsfremstilling",
        head=DraftHead(title=LINES[0], board="Sundhedsråd Østfjord", date="2027-02-04", sign_off=LINES[7]),
        people=(DraftPerson(name="Merete Aaby", place=Place(2, 2)),),
        items=tuple(
            DraftItem(
                title=title,
                heading=title,
                place=place,
                sections=(DraftSection(kind=SectionKind.CASE_TEXT, place=place, blocks=tuple(blocks)),),
            )
            for title, place, blocks in items
        ),
        doubts=tuple(doubts),
        places=places,
        parts=parts,
    )


@pytest.fixture
def rereadings(monkeypatch):
    """The corrections of each reading."""
    seen = []

    def again(_worker, source, corrections, habits, _cancelled):
        seen.append(dict(corrections))
        return read(source, corrections, habits)

    monkeypatch.setattr(importing, "read_anew", again)
    return seen


@pytest.fixture
def start(tmp_path, workspace):  # noqa: F811 - fixtures of dialogs
    source = a_source()
    path = tmp_path / "referat.txt"
    content = "\n".join(LINES).encode()
    path.write_bytes(content)
    read_file = ReadFile(source, read(source), hashlib.sha256(content).hexdigest(), len(content))
    return opened_file(path, read_file, Known.of(workspace), ReadingWorker())


@pytest.fixture
def preview(desk, window, start, opened, rereadings):  # noqa: F811 - fixtures of dialogs
    return opened(PreviewWindow(desk, start, window))
