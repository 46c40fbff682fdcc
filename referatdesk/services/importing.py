"""Old minutes into records: a file is read to a draft, and a draft becomes one Change that can be undone as one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from referatdesk.documents.reading.draft import Draft, DraftPerson
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.reader import read_draft as _read
from referatdesk.domain.boards import Board, HouseStyle, Person
from referatdesk.domain.changes import Change, Record, added
from referatdesk.domain.codes import (
    AttendanceStatus,
    MeetingKind,
    MeetingStatus,
    Precision,
    Role,
    SubstitutionKind,
)
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, HeaderLine, Meeting
from referatdesk.domain.records import Records, RecordSet
from referatdesk.services.errors import UserError
from referatdesk.services.import_items import Around, item_records, loose_text
from referatdesk.services.matching import Matches, same_name, seats_of_new_board
from referatdesk.services.neutral import doubts, neutral
from referatdesk.services.wording import head as head_wording

__all__ = ["Draft", "doubts", "draft_to_change", "neutral", "read_draft"]

STANDARD_STYLE = "sagsfremstilling"
"""What a new board prints in when its minutes are in no style that is known."""
_ROLES = {
    "formand": Role.CHAIR,
    "forkvinde": Role.CHAIR,
    "forperson": Role.CHAIR,
    "medformand": Role.CO_CHAIR,
    "næstformand": Role.VICE_CHAIR,
    "mødeleder": Role.MEETING_LEADER,
    "vært": Role.HOST,
    "referent": Role.MINUTE_TAKER,
    "observatør": Role.OBSERVER,
    "gæst": Role.GUEST,
}
_VIRTUAL = re.compile(r"\b(?:video|teams|zoom|skype|online|virtuel)", re.IGNORECASE)
_TIME = re.compile(r"\bkl\.? ?([01]?\d|2[0-3])[.:]([0-5]\d)\b")


def read_draft(path: Path) -> Draft:
    """What a file says; raises UserError "reading.…" where it cannot be read."""
    try:
        return _read(path)
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error


def draft_to_change(records: Records, draft: Draft, *, board_name: str | None = None) -> tuple[Change, str]:
    """All records of the meeting in one Change, and the meeting's id.

    The board is the archive's of that name, else a new one with the people of the meeting as its members. Raises
    UserError "import.no_board" where neither the minutes nor `board_name` say whose they are.
    """
    name = board_name or draft.head.board
    if not name or not name.strip():
        raise UserError("import.no_board")
    matches = Matches(records)
    board, is_new = matches.board(name.strip(), draft.style or STANDARD_STYLE)
    people = [(one, matches.person(one, board.id)) for one in draft.people]
    if is_new:
        seats_of_new_board(matches, board, [(one, person) for one, person in people if _is_member(one)])
    style = _style(records, matches, board)
    meeting = _meeting(draft, board, style)
    attendances = _attendances(meeting, people)
    around = Around(meeting, board, style, tuple(attendances))
    made: list[Record] = [meeting, *attendances]
    for place, item in enumerate(draft.items):
        made += item_records(item, place, draft.items[:place], around)
    made += loose_text(draft.unplaced, len(draft.items), around)
    subject = head_wording.title(meeting, board, style)
    return Change("meeting.import", (*matches.pairs, *added(*made)), subject), meeting.id


def _style(records: Records, matches: Matches, board: Board) -> HouseStyle:
    stored = records.find(HouseStyle, board.house_style_id)
    return stored or RecordSet(pair.record for pair in matches.pairs).get(HouseStyle, board.house_style_id)


def _meeting(draft: Draft, board: Board, style: HouseStyle) -> Meeting:
    head = draft.head
    agenda_only = (head.title or "").casefold().startswith("dagsorden") and "referat" not in (
        head.title or ""
    ).casefold()
    extraordinary = "ekstraordinær" in (head.title or "").casefold()
    meeting = Meeting(
        id=new_id(),
        board_id=board.id,
        kind=MeetingKind.EXTRAORDINARY if extraordinary else MeetingKind.ORDINARY,
        status=MeetingStatus.AGENDA_SENT if agenda_only else MeetingStatus.MINUTES_DRAFT,
        date=head.date,
        date_precision=Precision.DAY if head.date else Precision.NONE,
        date_raw=head.date_raw,
        start_planned=head.start,
        end_planned=head.end,
        time_raw=head.time_raw,
        place=head.place,
        virtual=bool(_VIRTUAL.search(head.place or "")),
        case_no=head.case_no,
        sign_off=head.sign_off,
        header_lines=tuple(HeaderLine(line.label, line.value) for line in head.other_lines),
    )
    # A title that the house's pattern would print anyway is left to the pattern, so that it follows board and date.
    printed_anyway = head_wording.title(meeting, board, style)
    return meeting if head.title in {None, printed_anyway} else replace(meeting, title=head.title)


def _is_member(read: DraftPerson) -> bool:
    return read.group is None and read.stands_in_for is None


def _attendances(meeting: Meeting, people: list[tuple[DraftPerson, Person]]) -> list[Attendance]:
    ids = {same_name(read.name): new_id() for read, _ in people}
    return [
        _attendance(meeting, place, read, person, ids.get(same_name(read.name), new_id()), ids)
        for place, (read, person) in enumerate(people)
    ]


def _noted_time(read: DraftPerson, status: AttendanceStatus) -> str | None:
    """The one time of day in the printed note of a status, "HH:MM"."""
    found = _TIME.findall(read.status_raw or "") if read.status is status else []
    return f"{int(found[0][0]):02}:{found[0][1]}" if len(found) == 1 else None


def _attendance(
    meeting: Meeting, place: int, read: DraftPerson, person: Person, own_id: str, ids: dict[str, str]
) -> Attendance:
    stands_in_for = ids.get(same_name(read.stands_in_for)) if read.stands_in_for else None
    named_only = f"stedfortræder for {read.stands_in_for}" if read.stands_in_for and stands_in_for is None else None
    is_there = read.status is AttendanceStatus.PRESENT
    return Attendance(
        id=own_id,
        meeting_id=meeting.id,
        person_id=person.id,
        sort=place,
        group_label=read.group,
        name=read.name,
        title=", ".join(part for part in (read.role, named_only) if part) or None,
        organisation=read.organisation,
        email=read.email,
        party=read.party,
        roles=tuple(role for word, role in _ROLES.items() if read.role and read.role.casefold() == word),
        has_vote=read.group is None,
        status=AttendanceStatus.SUBSTITUTING if stands_in_for and is_there else read.status,
        status_raw=read.status_raw,
        arrived_at=_noted_time(read, AttendanceStatus.LATE),
        left_at=_noted_time(read, AttendanceStatus.LEFT_EARLY),
        stands_in_for_id=stands_in_for,
        substitution=SubstitutionKind.DEPUTY if read.stands_in_for else None,
    )
