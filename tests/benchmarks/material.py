"""Fictional archives of any size to measure on, made by the program's own services and storage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Change, Record, added
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.ids import new_block_id, new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting, Section
from referatdesk.domain.richtext import paragraph
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.board import boards

SENTENCE = "Rådet drøftede forslaget om fælles vagtordning i Egeby og Klitved kommuner og ønskede en ny opgørelse. "

GIVEN = ("Merete", "Aksel", "Sanne", "Palle", "Ida", "Troels", "Gerda", "Bent", "Lone", "Signe")
SURNAMES = ("Aaby", "Brix", "Nørre", "Vester", "Klitgård", "Overby")
SEATS = 31


def at_once(call: Callable[[], None]) -> None:
    call()


def archive(path: Path, meetings: int, items: int = 0, words: int = 1, people: int = 0) -> str:
    """Makes an archive with as many meetings, the newest with as many items of `words` sentences, and people; returns
    its id."""
    workspace = Workspace.create(path, at_once)
    change, board_id = boards.create_board(
        workspace, "Sundhedsråd Østfjord", kind="health_council", style_slug="sagsfremstilling"
    )
    workspace.apply(change)
    style = workspace.get(Board, board_id)
    records: list[Record] = []
    newest = ""
    for number in range(meetings):
        day = f"{2000 + number // 336:04d}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}"
        newest = new_id()
        records.append(Meeting(id=newest, board_id=style.id, date=day, start_planned="13:00", place="Rådssalen, Egeby"))
        if len(records) == 2000:
            workspace.apply(Change("meeting.load", added(*records)))
            records.clear()
    for number in range(items):
        records.extend(item(newest, number, words))
    records.extend(person(newest, number) for number in range(people))
    workspace.apply(Change("meeting.load", added(*records)))
    workspace.flush(600)
    workspace.close()
    return newest


def person(meeting_id: str, number: int) -> Attendance:
    name = f"{GIVEN[number % len(GIVEN)]} {SURNAMES[number // len(GIVEN) % len(SURNAMES)]}"
    party = "ACFV"[number % 4] if number < SEATS else None
    return Attendance(id=new_id(), meeting_id=meeting_id, sort=number, name=name, party=party, has_vote=number < SEATS)


def item(meeting_id: str, number: int, words: int) -> tuple[AgendaItem, ItemText]:
    agenda_item = AgendaItem(
        id=new_id(),
        meeting_id=meeting_id,
        sort=number,
        title=f"Fælles vagtordning, del {number + 1}",
        case_no=f"27/{1000 + number}",
    )
    case = Section(id=new_block_id(), kind=SectionKind.CASE_TEXT, label="Sagsfremstilling")
    decided = Section(id=new_block_id(), kind=SectionKind.DECISION, label="Beslutning i {board} den {date}")
    text = tuple(paragraph(SENTENCE * words) for _ in range(3))
    sections = (replace(case, blocks=text), replace(decided, blocks=text[:1]))
    return agenda_item, ItemText(id=agenda_item.id, meeting_id=meeting_id, sections=sections)
