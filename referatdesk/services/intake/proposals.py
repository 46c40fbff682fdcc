"""What a draft asks of the archive: is this board, this person, this meeting one that is known?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from referatdesk.documents.reading.draft import Doubt, Draft, DraftHead, DraftPerson
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import Place
from referatdesk.domain.boards import Board, Organisation, Person
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.dates import WEEKDAYS
from referatdesk.domain.records import Records
from referatdesk.services.archive.workspace import MeetingDay
from referatdesk.services.intake.answers import MEETING_EXISTS, NO_ANSWERS, Answers, answered
from referatdesk.services.intake.likeness import KnownNames, Named, likeness, person_likeness
from referatdesk.services.intake.matching import Matches, board_named, names_of, same_name

__all__ = ["NO_ANSWERS", "Answers", "answered", "proposals"]

BOARD_LIKE = "board.like"
BOARD_MISSING = "board.missing"
PERSON_LIKE = "person.like"
ORGANISATION_LIKE = "organisation.like"
NO_YEAR = "meeting.no_year"
PLANNED = frozenset({MeetingStatus.DRAFT, MeetingStatus.AGENDA_SENT, MeetingStatus.IN_SESSION})
_YEAR = re.compile(r"(?<![\d.-])20\d\d(?![\d.]*\d)")


def proposals(records: Records, draft: Draft, meetings: Iterable[MeetingDay] = ()) -> tuple[Doubt, ...]:
    """The questions that the archive raises. Each accepted one goes into `Answers.accepted`.

    `text` is the name as printed, `proposal` the name that is known, `data["id"]` whose it is. `meetings` are those of
    the archive, or of the board: one on the same day is asked about ("meeting.exists", `id` of the meeting).
    """
    matches = Matches(records)
    return (
        *_about_board(records, draft),
        *_about_year(draft),
        *_about_meeting(records, draft, meetings),
        *_about_people(records, draft, matches),
        *_about_organisations(records, draft, matches),
    )


def _title_place(draft: Draft) -> Place:
    lines = [line for line, part in draft.parts.items() if part is Part.TITLE]
    return Place(min(lines), min(lines)) if lines else Place(1, 1)


def _about_board(records: Records, draft: Draft) -> Iterator[Doubt]:
    name, boards = draft.head.board, records.all(Board)
    place = _title_place(draft)
    if not name or not name.strip():
        only = boards[0] if len(boards) == 1 else None
        data = {"id": only.id} if only else {}
        yield Doubt(BOARD_MISSING, place, draft.head.title or "", only.name if only else None, data)
    elif board_named(records, name) is None:
        like = KnownNames((Named(one.id, one.name) for one in boards), likeness).most_alike(name)
        if like is not None:
            yield Doubt(BOARD_LIKE, place, name, like.name, {"id": like.id})


def _about_year(draft: Draft) -> Iterator[Doubt]:
    """A day without its year is proposed in the year that the document names most, among those that fit the weekday."""
    head = draft.head
    if head.date is None or not head.date.startswith("--"):
        return
    fitting = [year for year, _ in Counter(_years(draft)).most_common() if _fits(f"{year}{head.date[1:]}", head)]
    proposal = f"{fitting[0]}{head.date[1:]}" if fitting else None
    yield Doubt(NO_YEAR, _title_place(draft), head.date_raw or "", proposal)


def _years(draft: Draft) -> Iterator[str]:
    lines = [head_line.value for head_line in draft.head.lines]
    texts = (block.text for section in draft.sections() for block in section.blocks)
    for text in (draft.head.title or "", draft.head.written_month or "", *lines, *texts):
        yield from _YEAR.findall(text)


def _fits(day: str, head: DraftHead) -> bool:
    """Whether there is such a day, and it is the weekday that is printed with it."""
    try:
        weekday = WEEKDAYS[date.fromisoformat(day).weekday()]
    except ValueError:
        return False
    printed = [one for one in WEEKDAYS if one in (head.date_raw or "").casefold()]
    return not printed or printed == [weekday]


def _about_meeting(records: Records, draft: Draft, meetings: Iterable[MeetingDay]) -> Iterator[Doubt]:
    """Minutes are proposed to go into the meeting that was planned; one that has its minutes gets no others."""
    board = board_named(records, draft.head.board or "")
    same = [row for row in meetings if board and row.board_id == board.id and row.date == draft.head.date]
    if draft.head.date and same:
        planned = same[0].status in PLANNED and not draft.is_agenda
        proposal = draft.head.date if planned else None
        yield Doubt(MEETING_EXISTS, _title_place(draft), draft.head.title or "", proposal, {"id": same[0].id})


def _about_people(records: Records, draft: Draft, matches: Matches) -> Iterator[Doubt]:
    """Of names that nobody has, or that several have."""
    board = board_named(records, draft.head.board or "")
    unknown: dict[str, DraftPerson] = {}
    for read in draft.people:
        found = matches.known_people(read, board.id if board else None)
        if len(found) > 1:
            yield Doubt(PERSON_LIKE, read.place, read.name, found[0].full_name, {"id": found[0].id})
        elif not found:
            unknown.setdefault(same_name(read.name), read)
    known = [Named(one.id, name) for one in records.all(Person) for name in names_of(one)]
    names = KnownNames(known if unknown else (), person_likeness)
    for read in unknown.values():
        like = names.most_alike(read.name)
        if like is not None:
            yield Doubt(PERSON_LIKE, read.place, read.name, like.name, {"id": like.id})


def _about_organisations(records: Records, draft: Draft, matches: Matches) -> Iterator[Doubt]:
    known = [Named(one.id, name) for one in records.all(Organisation) for name in names_of(one)]
    names = KnownNames(known, likeness)
    printed = {same_name(read.organisation): read for read in draft.people if read.organisation}
    for read in printed.values():
        name = read.organisation or ""
        like = None if matches.known_organisation(name) else names.most_alike(name)
        if like is not None:
            yield Doubt(ORGANISATION_LIKE, read.place, name, like.name, {"id": like.id})
