"""Dates and times in Danish, by CLDR patterns. Babel is imported when the first date is printed, not before."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache

LOCALE = "da"
_NO_YEAR = re.compile(r"--(\d\d)-(\d\d)")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d\d)")
_QUOTED = re.compile(r"('[^']*')")
_LEAP_YEAR = 2000


def format_day(iso: str, pattern: str, capital_weekday: bool = False) -> str:
    """A day as printed: "2027-02-04" by the whole pattern, "--05-10" by what is left of it without year and weekday.

    "2027-02" is printed as month and year; other text (a year, a week) is returned as it stands.
    """
    whole = _date_of(iso)
    if whole is not None:
        printed = _by_pattern(whole, pattern)
        return printed[:1].upper() + printed[1:] if capital_weekday else printed
    if match := _NO_YEAR.fullmatch(iso):
        day = _valid(_LEAP_YEAR, match[1], match[2])
        return _by_pattern(day, _without_year(pattern)) if day else iso
    if match := _MONTH_ONLY.fullmatch(iso):
        month = _valid(int(match[1]), match[2], "1")
        return _by_pattern(month, "MMMM y") if month else iso
    return iso


def format_clock(text: str, pattern: str) -> str:
    """A time of day ("17:30") by a CLDR pattern; text that is no time is returned as it stands."""
    from babel.dates import format_time  # noqa: PLC0415 - kept out of the first window's start

    try:
        moment = time.fromisoformat(text)
    except ValueError:
        return text
    return plain_spaces(format_time(moment, pattern, locale=LOCALE))


def format_clock_range(start: str | None, end: str | None, pattern: str, dash: str) -> str:
    """Both ends joined by the house's dash, or the one that is known."""
    return dash.join(format_clock(one, pattern) for one in (start, end) if one)


def plain_spaces(text: str) -> str:
    """The text with the no-break spaces of CLDR turned into ordinary ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _date_of(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _valid(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _by_pattern(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - kept out of the first window's start

    return plain_spaces(format_date(day, pattern, locale=LOCALE))


def _without_year(pattern: str) -> str:
    pieces = _QUOTED.split(pattern)
    pieces[::2] = [re.sub(r"[\s./-]*y+", "", re.sub(r"E+,?\s*", "", piece)) for piece in pieces[::2]]
    return "".join(pieces).strip()
