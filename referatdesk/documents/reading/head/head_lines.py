"""Lines of label and value in the head of minutes, most of them without a colon between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from referatdesk.documents.reading.head.people import is_complete, run_cost
from referatdesk.documents.reading.source import Place, SourceParagraph


class Fact(Enum):
    """What a line of the head is about."""

    WHEN = auto()
    START = auto()
    END = auto()
    PLACE = auto()
    PEOPLE = auto()
    ABSENT = auto()
    RECORDER = auto()
    CASE = auto()
    BOARD = auto()
    OTHER = auto()


_LABELS: tuple[tuple[Fact, str], ...] = (
    (
        Fact.WHEN,
        r"mødedato(?: og -?tid(?:spunkt)?)?|mødetidspunkt|mødetid|mødedag|tidspunkt|dato(?: og tid(?:spunkt)?)?|tid",
    ),
    (Fact.START, r"starttidspunkt|mødestart|mødet (?:påbegyndt|startede|begyndte)|start"),
    (Fact.END, r"sluttidspunkt|mødeslut|mødet (?:afsluttet|sluttede|hævet)|slut"),
    (Fact.PLACE, r"mødested|mødelokale|lokale|sted"),
    (
        Fact.PEOPLE,
        r"mødedeltagere|deltagere(?: fra administrationen)?|(?:øvrige|andre|administrative|eksterne) deltagere|"
        r"medlemmer|til stede|tilstede|deltagende|fra administrationen|gæster|observatører|mødt",
    ),
    (Fact.ABSENT, r"afbud(?: fra)?|fraværende|fravær|ikke til ?stede|ikke mødt"),
    (Fact.RECORDER, r"referent(?:er)?|mødesekretær|sekretær"),
    (Fact.CASE, r"sagsnr\.?|sags nr\.?|sagsnummer|journalnr\.?|j\.nr\.?"),
    (Fact.BOARD, r"udvalg|mødeforum|forum"),
    (
        Fact.OTHER,
        r"mødetype|mødeleder|formand|ordstyrer|dirigent|bemærkninger|emne|vedr\.?|kopi til|sendt til|telefon|e-?mail",
    ),
)
_LABEL = tuple(
    (fact, re.compile(rf"(?P<label>{pattern})(?:\s*:\s*|\s+|$)", re.IGNORECASE)) for fact, pattern in _LABELS
)
HELD = frozenset({Fact.WHEN, Fact.START, Fact.END, Fact.PLACE, Fact.CASE})
"""What a field of the meeting holds, so that its line need not be kept."""
PROSE_COST = 0.8
"""Above this cost a piece a line does not read as people."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label of the head with the lines of its value."""

    fact: Fact
    label: str
    lines: tuple[str, ...]
    place: Place

    @property
    def value(self) -> str:
        return " ".join(line for line in self.lines if line).strip()

    @property
    def lists_people(self) -> bool:
        return self.fact in {Fact.PEOPLE, Fact.ABSENT} and self.value.casefold() not in {"", "-", "–", "ingen"}


def header_fact(flat: str) -> tuple[Fact, str, str] | None:
    """The fact, label and value of a line of the head, None where it begins with no known label."""
    for fact, pattern in _LABEL:
        match = pattern.match(flat)
        if match is not None and match["label"][0].isupper():
            return fact, match["label"].strip(), flat[match.end() :].strip()
    return None


def entries_of(rows: Sequence[SourceParagraph]) -> tuple[list[Entry], list[SourceParagraph]]:
    """The labelled lines with what belongs to them, and the lines that belong to no label."""
    entries: list[Entry] = []
    loose: list[SourceParagraph] = []
    for row in rows:
        found = header_fact(row.flat)
        if found is not None:
            fact, label, value = found
            entries.append(Entry(fact, label, (value,) if value else (), row.place))
        elif entries and _belongs(entries[-1], row):
            last = entries[-1]
            entries[-1] = replace(last, lines=(*last.lines, row.flat), place=last.place.to(row.place))
        else:
            loose.append(row)
    return entries, loose


def _belongs(entry: Entry, row: SourceParagraph) -> bool:
    if not entry.lines:
        return True
    if row.blank_before == 0 and not row.whole:
        return True
    if entry.fact not in {Fact.PEOPLE, Fact.ABSENT} or row.heading is not None:
        return False
    return not is_complete(entry.value) or run_cost((row.flat,)) < PROSE_COST
