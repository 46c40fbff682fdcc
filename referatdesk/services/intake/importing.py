"""Old minutes and agendas into records: a file is read to a draft, and a draft becomes one Change, undone as one.

Reading and drafts know nothing of the archive. What is known there comes in with `proposals`, as questions; what the
user said to them, and of single lines, goes into `draft_to_change`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from referatdesk.documents.reading.draft import Draft, DraftPerson
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Corrections, Habit
from referatdesk.documents.reading.source import SourceText
from referatdesk.documents.reading.worker import ReadFile, ReadingWorker
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import Change, Pair, Record, added
from referatdesk.domain.meetings import ItemText, Meeting
from referatdesk.domain.reading import Comment
from referatdesk.domain.records import Records, RecordSet
from referatdesk.services.board.house_styles import STANDARD_STYLE, builtin_style
from referatdesk.services.errors import UserError
from referatdesk.services.intake.habits import habits_of, learnt
from referatdesk.services.intake.head import Around, attendance_records, meeting_record
from referatdesk.services.intake.items import Agenda, read_agenda
from referatdesk.services.intake.kept_files import Kept, Original, comment_records, kept_files, noted, original_as_read
from referatdesk.services.intake.matching import Matches, seats_of_new_board
from referatdesk.services.intake.neutral import doubts, neutral
from referatdesk.services.intake.proposals import NO_ANSWERS, Answers, answered, proposals
from referatdesk.services.intake.read_style import style_of_draft
from referatdesk.services.wording import head as head_wording

__all__ = [
    "STANDARD_STYLE",
    "Answers",
    "Draft",
    "Original",
    "ReadFile",
    "ReadingWorker",
    "doubts",
    "draft_to_change",
    "habits_of",
    "neutral",
    "noted",
    "original_as_read",
    "proposals",
    "read_anew",
    "read_draft",
    "read_file",
]

NOTHING_CORRECTED: Corrections = {}


def read_file(path: Path, cancelled: Callable[[], bool], worker: ReadingWorker | None = None) -> ReadFile:
    """What a file says, read in a process of its own, which may be given where many are read one after the other.

    Raises UserError "reading.…", also "reading.cancelled", "reading.too_slow", "reading.too_hungry". Not for the
    window's own thread.
    """
    reader = worker or ReadingWorker()
    try:
        return reader.read(path, cancelled)
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error
    finally:
        if worker is None:
            reader.close()


def read_draft(path: Path) -> Draft:
    """What a file says as a meeting; raises UserError "reading.…" where it cannot be read."""
    return read_file(path, lambda: False).draft


def read_anew(
    worker: ReadingWorker,
    source: SourceText,
    corrections: Corrections,
    habits: Sequence[Habit],
    cancelled: Callable[[], bool],
) -> Draft:
    """The text once more: what the user said of a line holds, and everything below it follows.

    Raises as `read_file` does; a worker that has just read the file has its text still. Not for the window's own
    thread.
    """
    try:
        return worker.read_anew(source, corrections, habits, cancelled)
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error


def draft_to_change(
    records: Records,
    draft: Draft,
    *,
    answers: Answers = NO_ANSWERS,
    source: SourceText | None = None,
    original: Original | None = None,
    corrections: Corrections = NOTHING_CORRECTED,
) -> tuple[Change, str]:
    """All records of the meeting in one Change, and the meeting's id.

    The board is the one that the answers name, else the archive's of the name that was read, else a new one with the
    people of the meeting as its members. With the `source`, comments beside the text are kept and the `corrections`
    remembered for the board; with the `original`, the file. Raises UserError "import.no_board" where nothing says whose
    minutes they are.
    """
    told = answered(draft, answers)
    matches = Matches(records, answers.meant)
    board, is_new = _board(records, told, answers, matches)
    people = [matches.person(one, board.id) for one in told.people]
    if is_new:
        listed = zip(told.people, people, strict=True)
        seats_of_new_board(matches, board, [(one, person) for one, person in listed if _is_member(one)])
    style = _style(records, matches, board)
    meeting = meeting_record(told, board, style, source)
    attendances = attendance_records(told, meeting, people)
    known = tuple(records.all(Meeting)), (*records.all(Board), board)
    agenda = read_agenda(told, Around(meeting, board, style, tuple(attendances), told.is_agenda, *known))
    files, comments = documents_beside(told, meeting, agenda, source, original)
    made: list[Record] = [meeting, *attendances, *agenda.records, *files.records, *comments]
    habits: tuple[Pair, ...] = learnt(records, board.id, source, corrections) if source else ()
    subject = head_wording.title(meeting, board, style)
    pairs = (*matches.pairs, *habits, *added(*made))
    return Change("meeting.import", pairs, subject, contents=files.contents), meeting.id


def _board(records: Records, draft: Draft, answers: Answers, matches: Matches) -> tuple[Board, bool]:
    """The board, and whether it is new."""
    known = records.find(Board, answers.board) if answers.board else None
    if known is not None:
        return known, False
    name = answers.board_name or draft.head.board
    if not name or not name.strip():
        raise UserError("import.no_board")
    style = style_of_draft(draft, draft.head.board or name.strip(), builtin_style(draft.style or STANDARD_STYLE))
    return matches.board(name.strip(), style)


def documents_beside(
    draft: Draft, meeting: Meeting, agenda: Agenda, source: SourceText | None, original: Original | None
) -> tuple[Kept, tuple[Comment, ...]]:
    """The file itself with the pictures in it, and what stands beside its text: comments, pending changes."""
    lines: Mapping[int, str] = {read.place.line_from: item.id for read, item in agenda.items}
    shown = tuple(
        block
        for one in agenda.records
        if isinstance(one, ItemText)
        for section in one.sections
        for block in section.blocks
    )
    comments = comment_records(source, draft, meeting.id, lines) if source else ()
    return kept_files(original, source, draft, shown, meeting.id), tuple(comments)


def _style(records: Records, matches: Matches, board: Board) -> HouseStyle:
    stored = records.find(HouseStyle, board.house_style_id)
    return stored or RecordSet(pair.record for pair in matches.pairs).get(HouseStyle, board.house_style_id)


def _is_member(read: DraftPerson) -> bool:
    return read.group is None and read.stands_in_for is None
