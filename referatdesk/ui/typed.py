"""Days and times of day as people type them: "4/2", "4. feb 2027", "i morgen"; "13", "1330", "kl. 13.30"."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH_MONTHS = {"may": 5, "oct": 10}
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NEAR = {"i dag": 0, "today": 0, "i morgen": 1, "tomorrow": 1, "i overmorgen": 2}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{4}|\d{2}))?\.?")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3,})\.?\s*(\d{4}|\d{2})?")
_LEADING_WEEKDAY = re.compile(
    r"^(?:man|tir|ons|tor|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun)[a-zæøå]*\.?,?\s*(?:d(?:en|\.)?\s+)?(?=\d)"
)
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?")


def read_day(text: str, today: date) -> date | None:
    """The day meant; None where that cannot be told. Without a year it is the one nearest to today."""
    words = _LEADING_WEEKDAY.sub("", " ".join(text.casefold().split()))
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if words in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(words) - today.weekday()) % 7)
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(words):
        return _with_year(found[3], int(found[2]), int(found[1]), today)
    found = _WORDS.fullmatch(words)
    month = _month(found[2]) if found else None
    return _with_year(found[3], month, int(found[1]), today) if found and month else None


def _month(word: str) -> int | None:
    beginning = word[:3]
    return _MONTHS.index(beginning) + 1 if beginning in _MONTHS else _ENGLISH_MONTHS.get(beginning)


def _with_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [found for shift in (-1, 0, 1) if (found := _day(today.year + shift, month, day))]
    return min(near, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_clock(text: str) -> str | None:
    """The time of day as "HH:MM"; None where that cannot be told."""
    found = _CLOCK.fullmatch(text.strip().casefold())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
