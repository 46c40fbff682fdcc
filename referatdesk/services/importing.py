"""Old minutes into records: a file is read to a draft, and a draft becomes one Change that can be undone as one."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.reading.draft import Draft, DraftPerson
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.reader import read_draft as _read
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Change, Record, added
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, RecordSet
from referatdesk.services.errors import UserError
from referatdesk.services.import_head import Around, attendance_records, meeting_record
from referatdesk.services.import_items import agenda_records
from referatdesk.services.matching import Matches, seats_of_new_board
from referatdesk.services.neutral import doubts, neutral
from referatdesk.services.wording import head as head_wording

__all__ = ["Draft", "doubts", "draft_to_change", "neutral", "read_draft"]

STANDARD_STYLE = "sagsfremstilling"
"""What a new board prints in when its minutes are in no style that is known."""


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
    people = [matches.person(one, board.id) for one in draft.people]
    if is_new:
        listed = zip(draft.people, people, strict=True)
        seats_of_new_board(matches, board, [(one, person) for one, person in listed if _is_member(one)])
    style = _style(records, matches, board)
    meeting = meeting_record(draft, board, style)
    attendances = attendance_records(draft, meeting, people)
    known = tuple(records.all(Meeting)), (*records.all(Board), board)
    around = Around(meeting, board, style, tuple(attendances), draft.is_agenda, *known)
    made: list[Record] = [meeting, *attendances, *agenda_records(draft, around)]
    subject = head_wording.title(meeting, board, style)
    return Change("meeting.import", (*matches.pairs, *added(*made)), subject), meeting.id


def _style(records: Records, matches: Matches, board: Board) -> HouseStyle:
    stored = records.find(HouseStyle, board.house_style_id)
    return stored or RecordSet(pair.record for pair in matches.pairs).get(HouseStyle, board.house_style_id)


def _is_member(read: DraftPerson) -> bool:
    return read.group is None and read.stands_in_for is None
