"""Checks of a meeting's head: its date against the words it was printed in, and its end against its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from referatdesk.domain.course import is_before
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.i18n.dates import format_day
from referatdesk.services.checks.finding import Finding
from referatdesk.services.wording.clock import figures

_A_MONDAY = date(2024, 1, 1)


def check_head(records: Records, meeting_id: str) -> Iterator[Finding]:
    meeting = records.get(Meeting, meeting_id)
    if meeting.date is None:
        yield Finding("date.missing")
    elif meeting.date.startswith("--"):
        yield Finding("date.no_year", data={"printed": meeting.date_raw or meeting.date})
    else:
        yield from _weekday(meeting.date, meeting.date_raw or "")
    yield from _backwards(records, meeting)


def _backwards(records: Records, meeting: Meeting) -> Iterator[Finding]:
    """The times at which it was held, or else those that it was planned for. A meeting may end after midnight."""
    held, planned = (meeting.start_actual, meeting.end_actual), (meeting.start_planned, meeting.end_planned)
    begins, ends = held if all(held) else planned
    if begins and ends and ends < begins and is_before(ends, begins):
        style = style_of(records, meeting)
        yield Finding("time.backwards", data={"begins": figures(begins, style), "ends": figures(ends, style)})


def _weekday(iso: str, printed: str) -> Iterator[Finding]:
    words = re.findall(r"\w+", printed.casefold())
    named = next((word for word in words if word in _weekdays()), None)
    if named is None:
        return
    actual = format_day(iso, "EEEE")
    if named != actual:
        yield Finding("date.weekday", data={"printed": named, "actual": actual, "date": iso})


def _weekdays() -> list[str]:
    return [format_day(_A_MONDAY.replace(day=day).isoformat(), "EEEE") for day in range(1, 8)]
