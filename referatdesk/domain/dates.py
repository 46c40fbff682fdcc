"""Danish dates and times of the clock as minutes print them, read into ISO text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)} | {"sept": 9}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTH_WORD = "|".join(_MONTHS)

NO_SHARE = (
    r"(?!\s?(?:(?:halv)?times?|timers?|års?|årig\w*|dag(?:e|s)?|døgn|måned\w*|uger?s?|stilling\w*|årsværk|sider?|mio|mia"
    r"|million\w*|del(?:en|e)?|part(?:en)?|pct|procent|flertal\w*|liter|km)\b| af\b(?! hensyn))"
)
"""What does not follow a day written as "1/9": there it is a share or a measure ("1/2 time", "1/3 af midlerne")."""
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?"
_MONTH = rf"(?:{MONTH_WORD}|jan|feb|febr|mar|apr|jun|jul|aug|sept?|okt|nov|dec)"
_FORM = (
    r"(?:(?P<y1>\d{4})[-.](?P<m1>\d{1,2})[-.](?P<d1>\d{1,2})(?!\d)"
    r"|(?P<d2>\d{1,2})\s?[-./]\s?(?P<m2>\d{1,2})\s?(?:[-./]\s?|\s)(?P<y2>\d{4}|\d{2}(?!\s?[.:/]\s?\d))(?!\d)"
    rf"|(?P<d3>\d{{1,2}})\.?(?:\s?(?:-|–|og"
    rf"|til)\s?\d{{1,2}}\.?)?\s*(?P<m3>{_MONTH})\b\.?,?(?:\s*(?P<y3>\d{{4}}|[’']\d{{2}}"
    rf"|\d\d(?=[,;)]|\s*$|\s+kl)))?"
    rf"|(?<=d\.)\s?(?P<d4>\d{{1,2}})[/.](?P<m4>\d{{1,2}})(?![\d/.-]){NO_SHARE}"
    rf"|(?<=den )(?P<d5>\d{{1,2}})/(?P<m5>\d{{1,2}})(?![\d/.-]){NO_SHARE})"
)
DATE = re.compile(rf"{_WEEKDAY}(?:\bden\s+(?!\d+/\d+(?![\d/.-]))|d\.\s*(?=\d))?(?<!\d){_FORM}", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b(?P<month>{MONTH_WORD})\s+(?P<year>\d{{4}})\b", re.IGNORECASE)

_CLOCK = r"(?P<{h}>[01]?\d|2[0-4])(?:[.:](?P<{m}>[0-5]\d)(?!\d))?"
_TO = r"\s*(?:-|–|—|−|til|to)\s*(?:ca\.\s*)?(?:kl\.?\s*)?"
_AFTER_WORD = re.compile(
    rf"\b(?:kl\.?"
    rf"|klokken)\s*:?\s*(?:ca\.?\s*)?{_CLOCK.format(h='h1', m='m1')}(?:{_TO}{_CLOCK.format(h='h2', m='m2')})?(?!\d)",
    re.IGNORECASE,
)
_FULL_CLOCK = r"(?P<{h}>[01]?\d|2[0-4])[.:](?P<{m}>[0-5]\d)"
_BARE = re.compile(
    rf"(?<![\d.:-]){_FULL_CLOCK.format(h='h1', m='m1')}(?:{_TO}{_FULL_CLOCK.format(h='h2', m='m2')})?(?![\d.:-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """`iso` is "2027-02-04", or "--02-04" where no year is printed; `start` and `end` are its place in the text."""

    iso: str
    weekday: str | None
    start: int
    end: int

    @property
    def weekday_is_wrong(self) -> bool:
        """Whether a weekday is printed that the date does not fall on."""
        if self.weekday is None or self.iso.startswith("--"):
            return False
        return WEEKDAYS[date.fromisoformat(self.iso).weekday()] != self.weekday


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time of the clock, or a span of it, as "HH:MM"; from `at` to `stop` in the text."""

    start: str
    end: str | None
    at: int
    stop: int = 0


def find_date(text: str) -> ReadDate | None:
    """The first date in the text that the calendar knows."""
    for match in DATE.finditer(text):
        iso = _iso(match)
        if iso is not None:
            weekday = match["weekday"]
            return ReadDate(iso, weekday.lower() if weekday else None, match.start(), match.end())
    return None


def _iso(match: re.Match[str]) -> str | None:
    year = match["y1"] or match["y2"] or (match["y3"] or "").strip("’'") or None
    day = int(match["d1"] or match["d2"] or match["d3"] or match["d4"] or match["d5"])
    figure = match["m1"] or match["m2"] or match["m4"] or match["m5"]
    month = _SHORT_MONTHS[match["m3"].lower()[:3]] if match["m3"] else int(figure)
    full_year = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    try:
        known = date(full_year or 2000, month, day)
    except ValueError:
        return None
    return known.isoformat() if full_year is not None else f"--{month:02}-{day:02}"


def find_month(text: str) -> str | None:
    """The first month with its year, as "2027-02"."""
    match = _MONTH_ONLY.search(text)
    return None if match is None else f"{match['year']}-{_SHORT_MONTHS[match['month'].lower()[:3]]:02}"


def find_time(text: str) -> ReadTime | None:
    """The first time in the text: after "kl.", or standing there with hours and minutes outside any date."""
    match = _AFTER_WORD.search(text)
    if match is None:
        without_dates = DATE.sub(lambda found: "·" * len(found[0]) if _iso(found) else found[0], text)
        match = _BARE.search(without_dates)
    if match is None:
        return None
    end = f"{int(match['h2']):02}:{match['m2'] or '00'}" if match["h2"] else None
    return ReadTime(f"{int(match['h1']):02}:{match['m1'] or '00'}", end, match.start(), match.end())
