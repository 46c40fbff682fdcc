"""When something is due, in the wordings of minutes: a day, a week, a part of a month, a season, the next meeting."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from referatdesk.domain.codes import Precision
from referatdesk.domain.dates import MONTH_WORD, NO_SHARE, WEEKDAYS, find_date

_MONTHS = tuple(MONTH_WORD.split("|"))
_SEASONS = {"for": "21", "som": "22", "eft": "23", "vin": "24"}
_OVER_NEW_YEAR = re.compile(r"20\d\d/(?:20)?\d\d\b")
_SEASON_ENDS = {"21": 5, "22": 8, "23": 11, "24": 12, "40": 6, "41": 12}
_LEAP_YEAR = 2000
_YEARS = r"(?: (?P<year>20\d\d))?"
_NEXT_MEETING = re.compile(
    r"\b(?:på|til|inden|ved|før|mod) (?:det |et |sit |(?:et|nogle) af de |[a-zæøå]+s )?"
    r"(?:næste|kommende|førstkommende) (?:\w+ )?\w*møde\w*"
    r"|\btil næste gang\b",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"\b(?:i |til |inden )?uge (?P<week>0?[1-9]|[1-4]\d|5[0-3])\b(?!\.\d)(?:[ ,]+(?:i )?(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:primo|medio|ultimo|(?:i )?(?:starten|begyndelsen|midten|slutningen) af|(?:inden|ved|med) udgangen af)"
    rf" (?P<month>{MONTH_WORD})\b{_YEARS}",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"\b(?:primo|medio|ultimo|(?:ved |inden )?udgangen af|(?:ved |i |inden )?(?:starten|begyndelsen"
    r"|slutningen) af) (?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:(?:i|til|inden|hen over|i løbet af) )?(?P<season>forår|sommer|efterår|vinter)(?:en|et)\b"
    r"(?: (?P<year>20\d\d)(?:/(?:20)?\d\d\b)?)?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\b(?:i )?(?P<half>1\.|2\.|første|andet) halvår(?: af)?\b{_YEARS}", re.IGNORECASE)
_QUARTER = re.compile(
    rf"\b(?:(?:i|inden|i løbet af) )?(?P<quarter>[1-4]\.|første|andet|tredje|fjerde) kvartal(?: af| i)?\b{_YEARS}",
    re.IGNORECASE,
)
_QUARTERS = {
    "1.": "03",
    "2.": "06",
    "3.": "09",
    "4.": "12",
    "første": "03",
    "andet": "06",
    "tredje": "09",
    "fjerde": "12",
}
"""The month with which each ends."""
_TURN_OF_YEAR = re.compile(
    r"\b(?:til|ved|inden|før|omkring) årsskiftet(?: (?P<year>20\d\d)(?:/(?:20)?\d\d\b)?)?", re.IGNORECASE
)
_MONTH = re.compile(
    rf"(?<!\d\. )(?<!\d )(?<!\d\.)\b(?:(?:i|til|inden) )?(?P<month>{MONTH_WORD})\b{_YEARS}", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:i|inden|til|i løbet af) (?P<year>20\d\d)\b(?![-/]\d)", re.IGNORECASE)
_SHORT_DAY = re.compile(
    rf"(?<![\d./-])(?:(?P<by>senest|inden|frist:?|deadline:?|pr\.|d\.|den|{'|'.join(WEEKDAYS)})"
    r" |(?P<near>til|på|fra|efter) )?"
    r"(?P<day>\d{1,2})(?(by)[/.]|/)(?P<month>\d{1,2})(?:[-/](?P<year>20\d\d|\d\d))?"
    rf"(?!\.?[\d/-]){NO_SHARE}",
    re.IGNORECASE,
)
_USUAL_SHARES = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)})
_NUMBER_OF = re.compile(
    r"(?:\b\w*nr\.?|\b\w*nummer|\bsag(?:en|er)?|§+|\bpunkt(?:et)?|\bpkt\.|\bbilag|\bside|\bstk\.) ?$", re.IGNORECASE
)
_FULL_STOP = re.compile(rf"\b({MONTH_WORD})[.,]+$|,+$", re.IGNORECASE)
"""Of the sentence, behind a month that is no abbreviation."""
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!)–])")
_FORMS: tuple[tuple[Precision, re.Pattern[str]], ...] = (
    (Precision.WEEK, _WEEK),
    (Precision.PART_OF_MONTH, _PART),
    (Precision.YEAR, _PART_OF_YEAR),
    (Precision.SEASON, _SEASON),
    (Precision.HALF_YEAR, _HALF),
    (Precision.MONTH, _QUARTER),
    (Precision.MONTH, _MONTH),
    (Precision.YEAR, _TURN_OF_YEAR),
    (Precision.YEAR, _YEAR),
)


@dataclass(frozen=True, slots=True)
class Due:
    """`iso` is a day ("2027-03-01", "--03-01" without a year), a week ("2027-W07"), a month or a year.

    A season or half of a year has its code of ISO 8601-2 in place of the month: 21 (spring) to 24 (winter), 40 and 41
    (the halves). None at the next meeting, and where the year is not said; `proposal` is what it then would be, as the
    first such time after the meeting.
    """

    precision: Precision
    raw: str
    start: int
    iso: str | None = None
    proposal: str | None = None

    @property
    def likely(self) -> str | None:
        """With the year that is meant where none is said."""
        return self.proposal or self.iso


def find_due(text: str, meeting: str | None) -> Due | None:
    """The first deadline in a text, the next meeting before all; `meeting` is the day of this one as ISO text."""
    if match := _NEXT_MEETING.search(text):
        return Due(Precision.NEXT_MEETING, match[0], match.start())
    found = [_day(text, meeting), *(_dated(text, precision, pattern, meeting) for precision, pattern in _FORMS)]
    return min((due for due in found if due is not None), key=lambda due: (due.start, -len(due.raw)), default=None)


def find_short_day(text: str, meeting: str | None, *, is_typed: bool = False) -> Due | None:
    """A day written as "1/9"; in printed minutes that may be a share or a number of a case, so `find_due` leaves it.

    What `is_typed` where a day belongs is one, whatever else it could be.
    """
    for match in _SHORT_DAY.finditer(text):
        day, month, year = int(match["day"]), int(match["month"]), match["year"]
        try:
            date(int(year) % 100 + 2000 if year else _LEAP_YEAR, month, day)
        except ValueError:
            continue
        if not (is_typed or _is_meant(match)):
            continue
        raw, code = match[0].strip(), f"{month:02}-{day:02}"
        if year is not None:
            return Due(Precision.DAY, raw, match.start(), f"{int(year) % 100 + 2000}-{code}")
        return Due(Precision.DAY, raw, match.start(), f"--{code}", _after(meeting, code, raw))
    return None


def _is_meant(match: re.Match[str]) -> bool:
    """Whether it is a day rather than "24/7", a half or the number of a case: by its year, by the word in front of it,
    or because no share can be so large or none would end a sentence.
    """
    day, month = int(match["day"]), int(match["month"])
    if match["year"] or match["by"]:
        return True
    if (day, month) in _USUAL_SHARES or _NUMBER_OF.search(match.string, 0, match.start()):
        return False
    return bool(match["near"]) or day > month or _CLAUSE_ENDS.match(match.string, match.end()) is not None


def last_day(iso: str, raw: str | None = None) -> date | None:
    """The last day on which what is due then is in time; None where no year is known. `raw` are the words used."""
    if iso.startswith("--"):
        return None
    year, _dash, code = iso.partition("-")
    if not code:
        return date(int(year), 12, 31)
    if code.startswith("W"):
        return date.fromisocalendar(int(year), 1, 7) + timedelta(weeks=int(code[1:]) - 1)
    if "-" in code:
        return date.fromisoformat(iso)
    if code == _SEASONS["vin"] and _OVER_NEW_YEAR.search(raw or ""):
        return date(int(year) + 1, 3, 1) - timedelta(days=1)
    month = _SEASON_ENDS.get(code) or int(code)
    end = (date(int(year) + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(int(year), month, min(end, _part_end(raw)))


def _part_end(raw: str | None) -> int:
    """The last day of the part of a month that the words name."""
    named = (raw or "").casefold()
    if re.search(r"\b(?:primo|starten|begyndelsen)\b", named):
        return 10
    return 20 if re.search(r"\b(?:medio|midten)\b", named) else 31


def _day(text: str, meeting: str | None) -> Due | None:
    day = find_date(text)
    if day is None:
        return None
    raw = _FULL_STOP.sub(r"\1", text[day.start : day.end].strip())
    if not day.iso.startswith("--"):
        return Due(Precision.DAY, raw, day.start, day.iso)
    return Due(Precision.DAY, raw, day.start, day.iso, _after(meeting, day.iso[2:], raw))


def _dated(text: str, precision: Precision, pattern: re.Pattern[str], meeting: str | None) -> Due | None:
    match = pattern.search(text)
    if match is None:
        return None
    code, year = _code(match), match["year"]
    if year is not None:
        return Due(precision, match[0], match.start(), f"{year}-{code}" if code else year)
    return Due(precision, match[0], match.start(), None, _after(meeting, code, match[0]))


def _code(match: re.Match[str]) -> str:
    """What follows the year in ISO text; "" where the year is all."""
    named = match.groupdict()
    if named.get("week"):
        return f"W{int(named['week']):02}"
    if named.get("quarter"):
        return _QUARTERS[named["quarter"].casefold()]
    if named.get("month"):
        return f"{_MONTHS.index(named['month'].casefold()) + 1:02}"
    if named.get("season"):
        return _SEASONS[named["season"][:3].casefold()]
    if named.get("half"):
        return "40" if named["half"].casefold() in {"1.", "første"} else "41"
    return ""


def _after(meeting: str | None, code: str, raw: str) -> str | None:
    """The first time of this code that does not end before the meeting; None where that is years away."""
    if meeting is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", meeting):
        return None
    year = int(meeting[:4])
    times = (f"{one}-{code}" if code else str(one) for one in (year, year + 1))
    return next((iso for iso in times if _is_known(iso) and str(last_day(iso, raw)) >= meeting), None)


def _is_known(iso: str) -> bool:
    """The 29th of February is no day of most years."""
    return not iso.endswith("-02-29") or isleap(int(iso[:4]))
