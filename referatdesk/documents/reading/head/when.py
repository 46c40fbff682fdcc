"""The day and the hours of a meeting, from the title, the lines of the head and lines without a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.draft import Doubt
from referatdesk.documents.reading.head.head_lines import Entry, Fact
from referatdesk.documents.reading.words.sentences import has_sentence_word
from referatdesk.domain.dates import ReadDate, ReadTime, find_date, find_month, find_time

_YEAR = re.compile(r"(?<![\d/.-])20\d\d(?![\d/.-])")
_ENDS = re.compile(r"\b(?:slut\w*|hævet|hævedes|afslut\w*)\b", re.IGNORECASE)
_PLACE_BEHIND = re.compile(
    r"^[\s,.;–-]*(?:(?:i|på|hos|ved|sted:)\s+)?(?P<place>(?:via |over )?[A-ZÆØÅ].{2,120}?)[\s.]*$"
)
_PLACE_AHEAD = re.compile(r"(?:\w+ Kommune, )?(?P<place>[A-ZÆØÅ][^:]{2,80}?),? kl\b")
LONGEST_LINE = 160
FEW_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """`held` are the entries that the fields hold in full."""

    date: str | None = None
    date_raw: str | None = None
    start: str | None = None
    end: str | None = None
    start_actual: str | None = None
    end_actual: str | None = None
    time_raw: str | None = None
    place: str | None = None
    held: tuple[Entry, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def when_of(title: str, entries: Sequence[Entry], loose: Sequence[Entry]) -> When:
    titled = find_date(title)
    lines = [one for one in entries if one.fact is Fact.WHEN and one.lines] + [one for one in loose if _tells_when(one)]
    dated = next((one for one in lines if find_date(one.value)), None)
    read = find_date(dated.value) if dated is not None else None
    timed = next((one for one in lines if find_time(one.value)), None)
    time = find_time(timed.value) if timed is not None else find_time(title)
    start, end = _own(entries, Fact.START), _own(entries, Fact.END)
    started, ended = _own(entries, Fact.STARTED), _own(entries, Fact.ENDED) or _end_beside(entries)
    month = None if titled or read else _month(lines)
    held = [one for one in (dated, timed) if one is not None]
    held += [
        one for one in entries if one.fact in {Fact.START, Fact.END, Fact.STARTED, Fact.ENDED} and find_time(one.value)
    ]
    return When(
        date=_with_year(_better(read, titled), dated) or month,
        date_raw=_date_words(dated, read),
        start=start or (time.start if time else None),
        end=end or (time.end if time else None),
        start_actual=started,
        end_actual=ended,
        time_raw=_time_words(timed, time) if timed is not None and time is not None else None,
        place=_place(timed or dated),
        held=tuple(held),
        doubts=_doubts(titled, read, dated),
    )


def _tells_when(entry: Entry) -> bool:
    """Whether a line without a label says nothing but when: a short line with a day or hours."""
    value = entry.value
    if len(value) > LONGEST_LINE or (find_date(value) is None and find_time(value) is None):
        return False
    return len(value.split()) <= FEW_WORDS or not has_sentence_word(value)


def _own(entries: Sequence[Entry], fact: Fact) -> str | None:
    entry = next((one for one in entries if one.fact is fact), None)
    time = None if entry is None else find_time(entry.value)
    return None if time is None else time.start


def _end_beside(entries: Sequence[Entry]) -> str | None:
    """The end told in the line of the start: "Mødet startede kl. 16 og sluttede kl. 18"."""
    entry = next((one for one in entries if one.fact is Fact.STARTED), None)
    match = None if entry is None else _ENDS.search(entry.value)
    time = None if entry is None or match is None else find_time(entry.value[match.end() :])
    return None if time is None else time.start


def _month(lines: Sequence[Entry]) -> str | None:
    return next((month for one in lines if (month := find_month(one.value)) is not None), None)


def _better(read: ReadDate | None, titled: ReadDate | None) -> str | None:
    """The date of the line of its own, with the year of the title where it has none."""
    if read is None or titled is None:
        found = read or titled
        return found.iso if found else None
    if read.iso.startswith("--") and titled.iso.endswith(read.iso[1:]):
        return titled.iso
    return read.iso


def _with_year(iso: str | None, dated: Entry | None) -> str | None:
    """The date with a year that stands elsewhere in its line."""
    year = _YEAR.search(dated.value) if dated is not None and iso is not None and iso.startswith("--") else None
    return iso if year is None or iso is None else f"{year[0]}{iso[1:]}"


def _date_words(dated: Entry | None, read: ReadDate | None) -> str | None:
    """The day as printed: all of its line up to the time of the clock, where that follows."""
    if dated is None or read is None:
        return None
    time = find_time(dated.value)
    if time is None:
        return dated.value
    return dated.value[: time.at].rstrip(" ,") if time.at > read.start else dated.value[read.start :]


def _time_words(entry: Entry, time: ReadTime) -> str:
    read = find_date(entry.value)
    end = read.start if read is not None and read.start > time.at else None
    if _place(entry) is not None:
        end = time.stop
    return entry.value[time.at : end].rstrip(" ,")


def _place(entry: Entry | None) -> str | None:
    """What stands behind day and hours in one line with them, or in front of hours alone."""
    if entry is None:
        return None
    read, time = find_date(entry.value), find_time(entry.value)
    behind = max(read.end if read else 0, time.stop if time else 0)
    match = _PLACE_BEHIND.match(entry.value[behind:])
    if match is not None:
        return match["place"].strip()
    ahead = _PLACE_AHEAD.match(entry.value) if not entry.label and read is None else None
    return None if ahead is None or has_sentence_word(ahead["place"]) else ahead["place"]


def _doubts(titled: ReadDate | None, read: ReadDate | None, dated: Entry | None) -> tuple[Doubt, ...]:
    if dated is None or read is None:
        return ()
    doubts: list[Doubt] = []
    if read.weekday_is_wrong:
        doubts.append(Doubt("meeting.weekday", dated.place, dated.value, read.iso))
    if titled is not None and titled.iso[-5:] != read.iso[-5:]:
        doubts.append(Doubt("meeting.two_dates", dated.place, dated.value, titled.iso))
    return tuple(doubts)
