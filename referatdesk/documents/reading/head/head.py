"""The head of a meeting: its title, lines of label and value, and the run of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Doubt, DraftHead, DraftPerson
from referatdesk.documents.reading.head.head_lines import HELD, Entry, Fact, entries_of
from referatdesk.documents.reading.head.people import ReadPerson, read_people
from referatdesk.documents.reading.head.title import board_in, title_span
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.documents.reading.words.dates import ReadDate, ReadTime, find_date, find_time
from referatdesk.documents.reading.words.person_words import name_key
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import HeaderLine
from referatdesk.domain.richtext import Run

LONGEST_HEAD = 2000
"""Lines below these are kept and not read: no head is so long."""


@dataclass(frozen=True, slots=True)
class ReadHead:
    head: DraftHead
    people: tuple[DraftPerson, ...]
    doubts: tuple[Doubt, ...]


def read_head(lines: Sequence[SourceParagraph]) -> ReadHead:
    """The head read from the lines above the first item, those of the list of contents left out."""
    rows = [row for line in lines[:LONGEST_HEAD] for row in _rows(line)]
    title_at, title_end = title_span(rows)
    title = " ".join(row.flat for row in rows[title_at:title_end])
    before = [HeaderLine("", row.flat) for row in rows[:title_at]]
    entries, loose = entries_of(rows[title_end:])
    people, people_doubts = _people(entries)
    head, doubts = _head(title, entries)
    if title_at < title_end and head.date is None:
        doubts = (*doubts, Doubt("meeting.no_date", rows[title_at].place, title))
    plain = [one for one in entries if not one.lists_people]
    printed = [HeaderLine(one.label, one.value) for one in plain]
    others = [HeaderLine(one.label, one.value) for one in plain if one.fact not in HELD]
    beyond = [HeaderLine("", line.flat) for line in lines[LONGEST_HEAD:]]
    loose_lines = (*before, *(HeaderLine("", row.flat) for row in loose), *beyond)
    return ReadHead(
        replace(head, lines=(*loose_lines, *printed), other_lines=(*loose_lines, *others)),
        people,
        (*doubts, *people_doubts),
    )


def _rows(line: SourceParagraph) -> list[SourceParagraph]:
    """The printed lines of a paragraph, or of a table that sets out the head."""
    texts = [text for text in line.text.split("\n") if text.strip()]
    if line.table is None and len(texts) < 2:
        return [line]
    first = line.blank_before if line.table is None else 1
    return [
        replace(line, table=None, runs=(Run(text),), blank_before=first if at == 0 or line.table is not None else 0)
        for at, text in enumerate(texts)
    ]


def _head(title: str, entries: Sequence[Entry]) -> tuple[DraftHead, tuple[Doubt, ...]]:
    facts = {fact: next((one for one in entries if one.fact is fact), None) for fact in Fact}
    titled = find_date(title)
    when_entries = [one for one in entries if one.fact is Fact.WHEN]
    dated = next((one for one in when_entries if find_date(one.value)), None)
    read = find_date(dated.value) if dated is not None else None
    doubts = _date_doubts(titled, read, dated)
    times = [(one, time) for one in when_entries if (time := find_time(one.value)) is not None]
    start, end = _own_time(facts[Fact.START]), _own_time(facts[Fact.END])
    head = DraftHead(
        title=title or None,
        board=board_in(title, titled) or _value(facts[Fact.BOARD]),
        date=_better(read, titled),
        date_raw=_date_words(dated, read),
        start=start or (times[0][1].start if times else None),
        end=end or (times[0][1].end if times else None),
        time_raw=_time_words(*times[0]) if times else None,
        place=_value(facts[Fact.PLACE]),
        case_no=_value(facts[Fact.CASE]),
        recorder=_value(facts[Fact.RECORDER]),
    )
    return head, doubts


def _value(entry: Entry | None) -> str | None:
    return None if entry is None else entry.value


def _own_time(entry: Entry | None) -> str | None:
    time = None if entry is None else find_time(entry.value)
    return None if time is None else time.start


def _better(read: ReadDate | None, titled: ReadDate | None) -> str | None:
    """The date of the line of its own, with the year of the title where it has none."""
    if read is None or titled is None:
        found = read or titled
        return found.iso if found else None
    if read.iso.startswith("--") and titled.iso.endswith(read.iso[1:]):
        return titled.iso
    return read.iso


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
    return entry.value[time.at : end].rstrip(" ,")


def _date_doubts(titled: ReadDate | None, read: ReadDate | None, dated: Entry | None) -> tuple[Doubt, ...]:
    if dated is None or read is None:
        return ()
    doubts: list[Doubt] = []
    if read.weekday_is_wrong:
        doubts.append(Doubt("meeting.weekday", dated.place, dated.value, read.iso))
    if titled is not None and titled.iso[-5:] != read.iso[-5:]:
        doubts.append(Doubt("meeting.two_dates", dated.place, dated.value, titled.iso))
    return tuple(doubts)


def _people(entries: Sequence[Entry]) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
    listed: list[DraftPerson] = []
    places: dict[str, int] = {}
    doubts: list[Doubt] = []
    first = next((one.label for one in entries if one.fact is Fact.PEOPLE), None)
    for entry in entries:
        if not entry.lists_people:
            continue
        group = entry.label if entry.fact is Fact.PEOPLE and entry.label != first else None
        for one in read_people(entry.lines, [person.name for person in listed]):
            person = drafted(one, entry.place, group)
            if entry.fact is Fact.ABSENT:
                person = _as_absent(person, entry.label)
            known = places.get(name_key(person.name)) if person.is_away else None
            if known is None:
                places[name_key(person.name)] = len(listed)
                listed.append(person)
            else:
                listed[known] = _found_absent(listed[known], person)
            if not one.certain:
                doubts.append(Doubt("person.unclear", entry.place, one.name, one.organisation))
    return tuple(listed), tuple(doubts)


def _found_absent(listed: DraftPerson, named: DraftPerson) -> DraftPerson:
    """Somebody who is listed and then named among those absent is one person."""
    return replace(listed, status=named.status, status_raw=named.status_raw or listed.status_raw)


def drafted(one: ReadPerson, place: Place, group: str | None = None) -> DraftPerson:
    return DraftPerson(
        name=one.name,
        place=place,
        organisation=one.organisation,
        party=one.party,
        role=one.role,
        group=group,
        email=one.email,
        status=one.status,
        status_raw=one.status_raw,
        stands_in_for=one.stands_in_for,
    )


def _as_absent(person: DraftPerson, label: str) -> DraftPerson:
    if person.is_away:
        return person
    notified = label.casefold().startswith("afbud")
    return replace(person, status=AttendanceStatus.ABSENT_NOTIFIED if notified else AttendanceStatus.ABSENT)
