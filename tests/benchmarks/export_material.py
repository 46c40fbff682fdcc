"""A fictional meeting to export, with what items of minutes have: sections, points, lists, marked words, papers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change, Record, added
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.decisions import Attachment
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, ItemText, Meeting, Section
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import Block, Run, paragraph
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.board import boards
from tests.benchmarks.material import at_once

TALE = (
    "rådet drøftede forslaget om en fælles vagtordning i Egeby og Klitved kommuner og ønskede en ny opgørelse af "
    "udgifterne til hjemmesygepleje genoptræning og forebyggelse før næste møde hvor planen for samarbejdet mellem "
    "sygehus almen praksis og kommune skal lægges frem sammen med tal for indlæggelser ventetider og personale"
)
WORDS = TALE.split()


def meeting_of(path: Path, items: int) -> tuple[RecordSet, str]:
    """The records of a meeting with as many items, and its id."""
    workspace = Workspace.create(path, at_once)
    change, board_id = boards.create_board(
        workspace, "Sundhedsråd Østfjord", kind="health_council", style_slug="sagsfremstilling"
    )
    workspace.apply(change)
    style = workspace.get(Board, board_id)
    meeting = Meeting(
        id=new_id(), board_id=style.id, date="2027-02-04", start_planned="13:00", place="Rådssalen, Egeby"
    )
    records: list[Record] = [meeting]
    said = sentences()
    for number in range(items):
        records.extend(_item(meeting.id, number, said))
    workspace.apply(Change("meeting.load", added(*records)))
    found = workspace.records_of(meeting.id)
    workspace.flush(600)
    workspace.close()
    return found, meeting.id


def sentences() -> Iterator[str]:
    """Sentences of changing words, so that they pack no better than real ones."""
    for number in count():
        start, step = number * 7 % len(WORDS), 1 + number % 5
        chosen = [WORDS[(start + step * place) % len(WORDS)] for place in range(12 + number % 9)]
        yield " ".join(chosen).capitalize() + f" ({number}). "


def _item(meeting_id: str, number: int, said: Iterator[str]) -> tuple[AgendaItem, ItemText, Attachment, Attachment]:
    item = AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        sort=number,
        title=f"Sag {number + 1}: {next(said)[:40]}",
        case_no=f"27/{number}",
    )
    papers = [
        Attachment(
            id=new_id(), meeting_id=meeting_id, item_id=item.id, sort=sort, title=next(said)[:50], number_text=None
        )
        for sort in range(2)
    ]
    case = tuple(_paragraph(said) for _ in range(4))
    points = (paragraph("Administrationen indstiller, at rådet:"), *_points(BlockKind.NUMBERED, said))
    decided = (_paragraph(said), *_points(BlockKind.BULLET, said))
    sections = (
        Section(id=new_block_id(), kind=SectionKind.SUMMARY, label="Resumé", blocks=(_paragraph(said),)),
        Section(id=new_block_id(), kind=SectionKind.CASE_TEXT, label="Sagsfremstilling", blocks=case),
        Section(id=new_block_id(), kind=SectionKind.RECOMMENDATION, label="Indstilling", blocks=points),
        Section(id=new_block_id(), kind=SectionKind.DECISION, label="Beslutning i {board} den {date}", blocks=decided),
    )
    return item, ItemText(id=item.id, meeting_id=meeting_id, sections=sections), papers[0], papers[1]


def _paragraph(said: Iterator[str]) -> Block:
    marks = cycle((False, False, True))
    runs = tuple(Run(next(said), bold=next(marks)) for _ in range(3))
    return Block(id=new_block_id(), runs=runs)


def _points(kind: BlockKind, said: Iterator[str]) -> list[Block]:
    return [paragraph(next(said), kind) for _ in range(3)]
