"""The head of minutes in words: title, day, time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from referatdesk.domain.boards import Board, HouseStyle, Person
from referatdesk.domain.codes import MeetingKind, Role
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.i18n.dates import format_clock, format_clock_range, format_day
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.patterns import filled
from referatdesk.services.wording.signs import STATED_NONE

CONTENTS_HEADING = "Indholdsfortegnelse"
ATTENDANCE_HEADING = "Deltagere"


_KINDS = {
    MeetingKind.EXTRAORDINARY: "Ekstraordinært møde",
    MeetingKind.CONSTITUTING: "Konstituerende møde",
    MeetingKind.JOINT: "Fællesmøde",
    MeetingKind.SEMINAR: "Seminar",
    MeetingKind.VIRTUAL: "Virtuelt møde",
    MeetingKind.WRITTEN: "Skriftlig behandling",
}


def kind(meeting: Meeting) -> str:
    """What is said of a meeting that is not an ordinary one."""
    return _KINDS.get(meeting.kind, "")


def title(meeting: Meeting, board: Board, style: HouseStyle) -> str:
    """The title as it was read, else by the house's pattern; a meeting without a date loses what leads up to it."""
    if meeting.title:
        return meeting.title
    if meeting.date is None:
        return filled(style.title_pattern.partition("{date}")[0], board=board.name).removesuffix(" d.").rstrip(" ,")
    date = format_day(meeting.date, style.title_date_pattern)
    return filled(style.title_pattern, board=board.name, date=date)


def day(meeting: Meeting, style: HouseStyle) -> str:
    if meeting.date_raw:
        return meeting.date_raw
    return format_day(meeting.date, style.header_date_pattern, style.capital_weekday) if meeting.date else ""


def time(meeting: Meeting, style: HouseStyle) -> str:
    """ "kl. 17:30 – 19:00": actual times where both are known, else planned ones, never one of each."""
    planned, actual = (meeting.start_planned, meeting.end_planned), (meeting.start_actual, meeting.end_actual)
    start, end = actual if all(actual) or not any(planned) else planned
    return _at(meeting.time_raw or format_clock_range(start, end, style.time_pattern, style.range_dash))


def begun(meeting: Meeting, style: HouseStyle) -> str:
    """When the meeting began: "kl. 17:30", the actual time before the planned one."""
    return _clock(meeting.start_actual or meeting.start_planned, style)


def ended(meeting: Meeting, style: HouseStyle) -> str:
    return _clock(meeting.end_actual or meeting.end_planned, style)


def _clock(moment: str | None, style: HouseStyle) -> str:
    return _at(format_clock(moment, style.time_pattern)) if moment else ""


def _at(printed: str) -> str:
    return f"kl. {printed}" if printed[:1].isdecimal() else printed


def day_and_time(meeting: Meeting, style: HouseStyle) -> str:
    """Both, without the full stop that some houses set behind them: that stands in the template."""
    return " ".join(part for part in (day(meeting, style), time(meeting, style)) if part).removesuffix(".")


def place(meeting: Meeting) -> str:
    return meeting.place or (STATED_NONE if "place" in meeting.stated_none else "")


def written(meeting: Meeting) -> str:
    return " ".join(part for part in (meeting.written_place, meeting.written_month) if part)


def journal(meeting: Meeting) -> str:
    """ "27/104 / 27/104-3": case and document."""
    return " / ".join(part for part in (meeting.case_no, meeting.doc_no) if part)


def sender(meeting: Meeting) -> str:
    parts = (meeting.sender_unit, meeting.sender_address, meeting.sender_initials)
    return "\n".join(part for part in parts if part)


def says_who_minutes(meeting: Meeting) -> bool:
    """Whether a line of the head, kept as it was read, names the minute-taker already."""
    return any(line.label.casefold().startswith("referent") for line in meeting.header_lines)


def names_in_role(people: Sequence[Attendance], role: Role) -> str:
    return format_words(one.name for one in people if role in one.roles)


def initials_in_role(people: Sequence[Attendance], role: Role, known: Mapping[str, Person]) -> str:
    """The initials of those in the role, or the whole name of one whose initials nobody has given."""
    in_role = ((one, known.get(one.person_id or "")) for one in people if role in one.roles)
    return format_words((person.initials if person else None) or one.name for one, person in in_role)
