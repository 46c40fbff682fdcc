"""Lines under an item that name who was not there: "Fraværende <Name>, <Organisation>, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Doubt, DraftPerson
from referatdesk.documents.reading.head.people import is_complete, read_run, run_cost, text_lines
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.names import name_key
from referatdesk.domain.codes import AttendanceStatus

_LINE = re.compile(
    r"(?P<label>Fraværende|Fravær|Afbud fra|Afbud|(?:Ikke|Ej) til ?stede|(?:Ikke|Ej) mødt)"
    r"(?P<colon>\s*:)?(?:\s+(?P<value>\S.*))?$"
)
_NOBODY = re.compile(r"(?:ingen|-|–|intet)\.?", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:er|var|blev|bliver|har|havde|skal|vil|kan|deltog|mødte)\b|\w{3}[.!?]$")
_REASON = re.compile(r",? (?:på grund af|pga\.?|grundet|som følge af) [^,;()]{2,80}$", re.IGNORECASE)
"""Why somebody was not there, told behind the name."""
LIKE_PEOPLE = 0.5
LONGEST_RUN = 600
MOST_LINES = 60
"""No item lists more absentees, one a line."""


@dataclass(frozen=True, slots=True)
class AbsenteeLine:
    label: str
    colon: bool
    value: str


def absentee_line(line: SourceParagraph, names: frozenset[str]) -> AbsenteeLine | None:
    """The label and the people of such a line; a sentence that begins with the same word is none."""
    if line.list_kind is not None or line.table is not None:
        return None
    match = _LINE.fullmatch(line.flat)
    if match is None:
        return None
    value = match["value"] or ""
    if value and not _NOBODY.fullmatch(value) and not names_people(_REASON.sub("", value), names):
        return None
    return AbsenteeLine(match["label"], match["colon"] is not None, value)


def names_people(text: str, names: frozenset[str]) -> bool:
    """Whether a text is a run of people: known ones, or such as no sentence looks like."""
    if len(text) > LONGEST_RUN:
        return False
    first = name_key(re.split(r"[,;(]| og ", text, maxsplit=1)[0])
    return first in names or run_cost((text,), names) < LIKE_PEOPLE


def goes_on(printed: Sequence[str], line: SourceParagraph, names: frozenset[str]) -> bool:
    """Whether a line below goes on with the absentees printed so far."""
    if line.table is not None or line.heading is not None or len(printed) >= MOST_LINES:
        return False
    so_far = " ".join(one for one in printed if one)
    near = line.blank_before == 0 and not line.whole
    if near and so_far:
        return not _SENTENCE.search(line.flat) and names_people(f"{so_far} {line.flat}", names)
    if not so_far or not is_complete(so_far):
        return names_people(line.flat, names)
    key = f" {name_key(line.flat)} "
    return any(f" {name} " in key for name in names) and names_people(line.flat, names)


def read_absentees(
    printed: Sequence[SourceParagraph], label: str, names: frozenset[str]
) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
    """The people named in these lines, the label taken off the first."""
    lines = [line.flat for line in printed if line.flat]
    if not lines or _NOBODY.fullmatch(" ".join(lines)):
        return (), ()
    place = printed[0].place.to(printed[-1].place)
    notified = label.casefold().startswith("afbud")
    status = AttendanceStatus.ABSENT_NOTIFIED if notified else AttendanceStatus.ABSENT
    read = read_run(text_lines([_REASON.sub("", one) for one in lines], place), names, away=True)
    people = [one.person for one in read.people]
    doubts = [
        Doubt("person.unclear", place, one.person.name, one.person.organisation)
        for one in read.people
        if not one.certain
    ]
    told = [one if one.is_away or one.stands_in_for else replace(one, status=status) for one in people]
    return tuple(_with_reason(told, lines)), tuple(doubts)


def _with_reason(people: Sequence[DraftPerson], lines: Sequence[str]) -> list[DraftPerson]:
    """The people, the last of them with the reason that stands behind the names."""
    reason = _REASON.search(lines[-1])
    if reason is None or not people:
        return list(people)
    why = reason[0].strip(" ,")
    status = AttendanceStatus.DISQUALIFIED if "inhabil" in why.casefold() else people[-1].status
    return [*people[:-1], replace(people[-1], status=status, note=people[-1].note or why)]
