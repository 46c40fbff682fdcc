"""What a draft asks of the archive: is this board, this person, this meeting one that is known?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Doubt, Draft, DraftPerson
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import Place
from referatdesk.domain.boards import Board, Organisation, Person
from referatdesk.domain.records import Records
from referatdesk.services.likeness import KnownNames, Named, likeness, person_likeness
from referatdesk.services.matching import Matches, board_named, names_of, same_name
from referatdesk.services.workspace import MeetingRow

BOARD_LIKE = "board.like"
BOARD_MISSING = "board.missing"
PERSON_LIKE = "person.like"
ORGANISATION_LIKE = "organisation.like"
MEETING_EXISTS = "meeting.exists"
_OF_NAMES = frozenset({PERSON_LIKE, ORGANISATION_LIKE})
_OF_BOARDS = frozenset({BOARD_LIKE, BOARD_MISSING})
_OF_DATES = frozenset({"meeting.two_dates", "meeting.weekday"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the user said to the open questions of a draft.

    `accepted` are those whose proposal is to hold, of the draft's own and of `proposals`. `board_id` names a board of
    the archive, `board_name` another name than the one that was read; `is_agenda` says what the document is.
    """

    accepted: tuple[Doubt, ...] = ()
    board_id: str | None = None
    board_name: str | None = None
    is_agenda: bool | None = None

    @property
    def meant(self) -> Mapping[str, str]:
        """The ids of the people and organisations that names mean, by `same_name` of the names."""
        return {same_name(one.text): one.data["id"] for one in self.accepted if one.code in _OF_NAMES}

    @property
    def board(self) -> str | None:
        """The id of the board that was pointed at."""
        accepted = [one.data.get("id") for one in self.accepted if one.code in _OF_BOARDS]
        return self.board_id or (accepted[-1] if accepted else None)


NO_ANSWERS = Answers()


def proposals(records: Records, draft: Draft, meetings: Iterable[MeetingRow] = ()) -> tuple[Doubt, ...]:
    """The questions that the archive raises. Each accepted one goes into `Answers.accepted`.

    `text` is the name as printed, `proposal` the name that is known, `data["id"]` whose it is. `meetings` are those of
    the archive, or of the board: one on the same day is asked about ("meeting.exists", `id` of the meeting).
    """
    matches = Matches(records)
    return (
        *_about_board(records, draft),
        *_about_meeting(records, draft, meetings),
        *_about_people(records, draft, matches),
        *_about_organisations(records, draft, matches),
    )


def answered(draft: Draft, answers: Answers) -> Draft:
    """The draft with what was accepted of the values in its head."""
    is_agenda = draft.is_agenda if answers.is_agenda is None else answers.is_agenda
    head = draft.head
    for one in answers.accepted:
        if one.code in _OF_DATES and one.proposal:
            head = replace(head, date=one.proposal)
    return replace(draft, head=head, is_agenda=is_agenda)


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


def _about_meeting(records: Records, draft: Draft, meetings: Iterable[MeetingRow]) -> Iterator[Doubt]:
    board = board_named(records, draft.head.board or "")
    same = [row for row in meetings if board and row.board_id == board.id and row.date == draft.head.date]
    if draft.head.date and same:
        yield Doubt(MEETING_EXISTS, _title_place(draft), draft.head.title or "", None, {"id": same[0].id})


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
