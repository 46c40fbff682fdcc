"""The head of a draft and the people in it as records: the meeting itself, and who was there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Draft, DraftHead, DraftPerson
from referatdesk.documents.reading.source import SourceText
from referatdesk.domain.boards import Board, HouseStyle, Person
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
from referatdesk.domain.presence import AWAY
from referatdesk.domain.reading import Part
from referatdesk.services.intake.matching import same_name
from referatdesk.services.wording import head as head_wording

_VIRTUAL = re.compile(r"\b(?:video|teams|zoom|skype|online|virtuel)", re.IGNORECASE)
_LINK = re.compile(r"https?://\S{1,2000}")
_TIME = re.compile(r"\bkl\.? ?([01]?\d|2[0-3])[.:]([0-5]\d)\b")
_ROLE_WORDS = {
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
_PARTS_OF_HEAD = frozenset({Part.TITLE, Part.HEAD, Part.PEOPLE, Part.SIGN_OFF})
_PRECISION_BY_LENGTH = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}


@dataclass(frozen=True, slots=True)
class Around:
    """The meeting that the items of a draft belong to, and who is in it."""

    meeting: Meeting
    board: Board
    style: HouseStyle
    attendances: tuple[Attendance, ...]
    is_agenda: bool = False
    known_meetings: tuple[Meeting, ...] = ()
    known_boards: tuple[Board, ...] = ()
    """What the archive has already, for links between meetings."""

    def person(self, name: str) -> Attendance | None:
        """The one of that name in the list; else the only one with the same first and last name."""
        exact = [one for one in self.attendances if same_name(one.name) == same_name(name)]
        if exact:
            return exact[0]
        words = same_name(name).split()
        ends = [one for one in self.attendances if words and _ends(same_name(one.name).split()) == _ends(words)]
        return ends[0] if len(ends) == 1 else None


def _ends(words: Sequence[str]) -> tuple[str, str]:
    return (words[0], words[-1]) if words else ("", "")


def meeting_record(draft: Draft, board: Board, style: HouseStyle, source: SourceText | None = None) -> Meeting:
    """A title that the house's pattern would print anyway is left to the pattern, so that it follows board and date."""
    head = draft.head
    link = _LINK.search(head.place or "")
    meeting = Meeting(
        id=new_id(),
        board_id=board.id,
        kind=head.kind or MeetingKind.ORDINARY,
        status=MeetingStatus.AGENDA_SENT if draft.is_agenda else MeetingStatus.MINUTES_DRAFT,
        date=head.date,
        date_precision=_precision(head.date),
        date_raw=head.date_raw,
        start_planned=head.start,
        end_planned=head.end,
        start_actual=head.start_actual,
        end_actual=head.end_actual,
        time_raw=head.time_raw,
        place=head.place,
        virtual=head.virtual or bool(_VIRTUAL.search(head.place or "")),
        join_link=link[0] if link else None,
        case_no=head.case_no,
        doc_no=head.doc_no,
        written_place=head.written_place,
        written_month=head.written_month,
        sender_unit=head.sender_unit,
        sender_address=head.sender_address,
        sender_initials=head.sender_initials,
        sign_off=head.sign_off,
        stated_none=head.stated_none,
        header_lines=_kept_lines(draft),
        head_raw=_head_as_printed(draft, source),
        contents_raw=draft.contents,
    )
    printed_anyway = head_wording.title(meeting, board, style)
    return meeting if head.title in {None, printed_anyway} else replace(meeting, title=head.title)


def _precision(date: str | None) -> Precision:
    """A day without its year ("--05-10") is a day."""
    if date is None:
        return Precision.NONE
    return Precision.DAY if date.startswith("--") else _PRECISION_BY_LENGTH.get(len(date), Precision.NONE)


def _kept_lines(draft: Draft) -> tuple[HeaderLine, ...]:
    """The lines that no field holds; also the one of a minute-taker who is not among the people."""
    head = draft.head
    if _recorder_listed(draft) or not head.recorder or head.recorder in (head.sign_off or ""):
        return head.other_lines
    if any(head.recorder in line.value for line in head.other_lines):
        return head.other_lines
    named = [line for line in head.lines if head.recorder in line.value]
    return (*head.other_lines, named[0] if named else HeaderLine("Referent", head.recorder))


def _head_as_printed(draft: Draft, source: SourceText | None) -> tuple[HeaderLine, ...]:
    """The facts of the head, then its other lines: the title and the lists of people, as they stand in the document."""
    if source is None:
        return draft.head.lines
    lines = (one for one in source.paragraphs if draft.parts.get(one.place.line_from) in _PARTS_OF_HEAD)
    held = {words for line in draft.head.lines for words in (line.value, f"{line.label} {line.value}")}
    return (*draft.head.lines, *(HeaderLine("", one.flat) for one in lines if one.flat not in held))


def _recorder_listed(draft: Draft) -> bool:
    return any(_is_recorder(person, draft.head) for person in draft.people)


def _is_recorder(read: DraftPerson, head: DraftHead) -> bool:
    return head.recorder is not None and same_name(read.name) == same_name(head.recorder)


def attendance_records(draft: Draft, meeting: Meeting, people: Sequence[Person]) -> list[Attendance]:
    """Everybody listed; `people` are the archive's, in the order of the draft's."""
    ids = {same_name(read.name): new_id() for read in draft.people}
    found: list[Attendance] = []
    for place, (read, person) in enumerate(zip(draft.people, people, strict=True)):
        own_id = ids[same_name(read.name)]
        taken = any(one.id == own_id for one in found)
        found.append(_attendance(draft, meeting, place, read, person, new_id() if taken else own_id, ids))
    return found


def _attendance(
    draft: Draft,
    meeting: Meeting,
    place: int,
    read: DraftPerson,
    person: Person,
    own_id: str,
    ids: Mapping[str, str],
) -> Attendance:
    seat_id = ids.get(same_name(read.stands_in_for)) if read.stands_in_for else None
    stands_in_for_id = seat_id if seat_id != own_id else None
    named_only = _named_seat(read) if stands_in_for_id is None else None
    status = _status(read, stands_in_for_id is not None, draft.is_agenda)
    return Attendance(
        id=own_id,
        meeting_id=meeting.id,
        person_id=person.id,
        sort=place,
        group_label=read.group,
        name=read.name,
        title=", ".join(words for words in (read.role, named_only) if words) or None,
        unit=read.unit,
        organisation=read.organisation,
        email=read.email,
        party=read.party,
        roles=_roles(read, draft.head),
        has_vote=read.group is None,
        status=status,
        status_raw=read.status_raw,
        arrived_at=read.arrived_at or _noted_time(read, AttendanceStatus.LATE),
        left_at=read.left_at or _noted_time(read, AttendanceStatus.LEFT_EARLY),
        stands_in_for_id=stands_in_for_id,
        substitution=(read.substitution or SubstitutionKind.DEPUTY) if read.stands_in_for else None,
        note=read.note,
    )


def _named_seat(read: DraftPerson) -> str | None:
    """Whom somebody stands in for who is not in the list."""
    return f"stedfortræder for {read.stands_in_for}" if read.stands_in_for else None


def _status(read: DraftPerson, on_seat: bool, is_agenda: bool) -> AttendanceStatus:
    """Before the meeting nobody is there yet: those invited are unknown, those who cannot come are away."""
    if is_agenda and read.status not in AWAY:
        return AttendanceStatus.UNKNOWN
    return AttendanceStatus.SUBSTITUTING if on_seat and read.status is AttendanceStatus.PRESENT else read.status


def _roles(read: DraftPerson, head: DraftHead) -> tuple[Role, ...]:
    worded = tuple(role for word, role in _ROLE_WORDS.items() if read.role and read.role.casefold() == word)
    takes_minutes = (Role.MINUTE_TAKER,) if _is_recorder(read, head) else ()
    return tuple(dict.fromkeys((*(read.roles or worded), *takes_minutes)))


def _noted_time(read: DraftPerson, status: AttendanceStatus) -> str | None:
    """The one time of day in the printed note of a status, "HH:MM"."""
    found = _TIME.findall(read.status_raw or "") if read.status is status else []
    return f"{int(found[0][0]):02}:{found[0][1]}" if len(found) == 1 else None
