"""The head of minutes in words: title, day, time."""

from __future__ import annotations

from collections.abc import Sequence

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import Role
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.i18n.dates import format_clock_range, format_day
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.patterns import filled

CONTENTS_HEADING = "Indholdsfortegnelse"
STATED_NONE = "-"
"""How the head says that there is nothing to say, where a field was stated to be none."""


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
    """ "kl. 17:30 – 19:00", planned times before actual ones."""
    printed = meeting.time_raw or format_clock_range(
        meeting.start_planned or meeting.start_actual,
        meeting.end_planned or meeting.end_actual,
        style.time_pattern,
        style.range_dash,
    )
    return f"kl. {printed}" if printed[:1].isdecimal() else printed


def day_and_time(meeting: Meeting, style: HouseStyle) -> str:
    return " ".join(part for part in (day(meeting, style), time(meeting, style)) if part)


def place(meeting: Meeting) -> str:
    return meeting.place or (STATED_NONE if "place" in meeting.stated_none else "")


def written(meeting: Meeting) -> str:
    return ", ".join(part for part in (meeting.written_place, meeting.written_month) if part)


def sender(meeting: Meeting) -> str:
    parts = (meeting.sender_unit, meeting.sender_address, meeting.sender_initials)
    return "\n".join(part for part in parts if part)


def says_who_minutes(meeting: Meeting) -> bool:
    """Whether a line of the head, kept as it was read, names the minute-taker already."""
    return any(line.label.casefold().startswith("referent") for line in meeting.header_lines)


def names_in_role(people: Sequence[Attendance], role: Role) -> str:
    return format_words(one.name for one in people if role in one.roles)
