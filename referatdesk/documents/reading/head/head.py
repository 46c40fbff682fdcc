"""The head of a meeting: its title, lines of label and value, and the people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Doubt, DraftHead, DraftPerson
from referatdesk.documents.reading.head.attendance import attendance_in
from referatdesk.documents.reading.head.entries import sorted_parts
from referatdesk.documents.reading.head.facts import HeadFacts, head_of
from referatdesk.documents.reading.head.head_lines import Entry, Fact, other_fact
from referatdesk.documents.reading.head.leading import recorder_among, with_leaders
from referatdesk.documents.reading.head.rows import Row, TableRows, parts_of
from referatdesk.documents.reading.head.title import title_span
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.domain.meetings import HeaderLine

LONGEST_HEAD = 2000
"""Lines below these are kept and not read: no head is so long."""


@dataclass(frozen=True, slots=True)
class ReadHead:
    head: DraftHead
    people: tuple[DraftPerson, ...]
    doubts: tuple[Doubt, ...]


def read_head(lines: Sequence[SourceParagraph], known: Sequence[str] = ()) -> ReadHead:
    """The head read from the lines above the first item, those of the list of contents left out."""
    parts = parts_of(lines[:LONGEST_HEAD])
    before, titled, after = _around_title(parts)
    title = " ".join(row.text for row in titled)
    found = sorted_parts(after)
    attendance = attendance_in(found.people, known)
    entries = [*sorted_parts(before).entries, *found.entries]
    entries += [_kept(row) for row in attendance.unread]
    entries = _with_nobody(entries, attendance.nobody, found.people)
    facts = HeadFacts(title, entries, titled[-1].place.line_to if titled else 0)
    head, doubts = head_of(facts)
    people, leader_doubts = with_leaders(attendance.people, entries)
    head = replace(head, recorder=head.recorder or recorder_among(people))
    if titled and head.date is None:
        doubts = (*doubts, Doubt("meeting.no_date", titled[0].place, title))
    beyond = tuple(HeaderLine("", line.flat) for line in lines[LONGEST_HEAD:])
    printed = tuple(HeaderLine(one.label, one.value) for one in entries)
    others = tuple(
        HeaderLine(one.label, one.value) for one in entries if not facts.is_held(one) and one.fact is not Fact.PEOPLE
    )
    return ReadHead(
        replace(head, lines=(*printed, *beyond), other_lines=(*others, *beyond), stated_none=attendance.nobody),
        people,
        (*doubts, *attendance.doubts, *leader_doubts),
    )


def _kept(row: Row) -> Entry:
    """A row among the people that names nobody, as a line of the head."""
    labelled = other_fact(row.text)
    if labelled is None:
        return Entry(Fact.OTHER, "", (row.text,), row.place)
    return Entry(Fact.OTHER, labelled[1], (labelled[2],) if labelled[2] else (), row.place)


def _around_title(
    parts: Sequence[Row | TableRows],
) -> tuple[Sequence[Row | TableRows], Sequence[Row], Sequence[Row | TableRows]]:
    """What stands above the title, the title, and what stands below it."""
    rows = [part for part in parts if isinstance(part, Row)]
    start, end = title_span(rows)
    if start == end:
        return (), (), parts
    first = parts.index(rows[start])
    # A title is one piece: lines below a table do not go on with it.
    titled = [part for at, part in enumerate(rows[start:end], first) if at < len(parts) and parts[at] is part]
    return parts[:first], titled, parts[first + len(titled) :]


def _with_nobody(entries: list[Entry], nobody: Sequence[str], people: Sequence[Row | TableRows]) -> list[Entry]:
    """The labels of people under which it stands that there is none, as printed."""
    rows = [row for row in people if isinstance(row, Row)]
    for label in nobody:
        at = next((at for at, row in enumerate(rows) if row.text.startswith(label)), None)
        if at is None:
            continue
        own = rows[at].text[len(label) :].strip(" :")
        value = own or (rows[at + 1].text if at + 1 < len(rows) else "")
        entries = [*entries, Entry(Fact.PEOPLE, label, (value,), rows[at].place)]
    return sorted(entries, key=lambda one: one.place.line_from)
