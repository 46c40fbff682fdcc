"""The heading of an item with all its lines, and the facts that stand round its title and right below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.body.absentees import absentee_line
from referatdesk.documents.reading.body.around import Around, Lines
from referatdesk.documents.reading.layout.contents import ContentsEntry, comparable
from referatdesk.documents.reading.layout.facts import (
    FactKind,
    ItemFact,
    TitleFacts,
    access_of,
    case_numbers,
    is_slot,
    item_fact,
    item_facts,
    title_facts,
)
from referatdesk.documents.reading.layout.labels import label_of
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.source import SourceParagraph, fills
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.sentences import ends_open, ends_sentence
from referatdesk.domain.codes import Access, Treatment

_CLOSED_MARK = re.compile(r"lukket.*|L|fortroligt?", re.IGNORECASE)
_TREATED = {"B": Treatment.DECISION, "D": Treatment.DISCUSSION, "O": Treatment.INFORMATION, "E": Treatment.NOTE}
_TITLE_COLON = re.compile(r"\S\s*:$")
MOST_TITLE_LINES = 5
IN_HEADING = frozenset({FactKind.DURATION, FactKind.ACCESS})
"""Facts below a heading that are kept as words of it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`last` is the last of its lines, `after` where the item's text begins; `facts` stand round the title."""

    last: int
    after: int
    printed: str
    number: str | None
    figure: str | None
    facts: TitleFacts
    access: Access
    treatment: Treatment | None
    case_no: str | None
    case_raw: str | None
    presenters: tuple[str, ...]
    added_late: bool
    colon: bool


def read_heading(lines: Lines, opening: Opening, end: int, around: Around, entries: Sequence[ContentsEntry]) -> Heading:
    """The heading that begins with the opening; `end` is where the next item begins, `entries` the list of contents."""
    title, last = opening.title, opening.at - opening.textual
    while (
        not opening.textual
        and last + 1 < min(end, opening.at + MOST_TITLE_LINES)
        and _goes_on(title, lines[last], lines[last + 1], around, entries)
    ):
        last += 1
        title = f"{title} {lines[last].flat}".strip()
    printed = " ".join(line.flat for line in lines[opening.at : last + 1]) or title
    colon = bool(_TITLE_COLON.search(title))
    facts = title_facts(title.rstrip(": ") if colon else title)
    below = _facts_below(lines, last + 1, end, around)
    found = [fact for facts in below for fact in facts]
    access, treatment = _marked(opening.mark)
    said = [one.access for one in found if one.kind is FactKind.ACCESS]
    cases = [
        (one, lines[last + 1 + at].flat) for at, facts in enumerate(below) for one in facts if one.kind is FactKind.CASE
    ]
    treated = next((one.treatment for one in found if one.treatment is not None), None)
    presenters = [one.value for one in found if one.kind is FactKind.PRESENTER]
    return Heading(
        last=last,
        after=last + 1 + len(below),
        printed=" ".join((printed, *(one.value for one in found if one.kind in IN_HEADING))),
        number=opening.number or None,
        figure=opening.figure or None,
        facts=facts,
        access=_strictest([access, facts.access, *said]),
        treatment=facts.treatment or treatment or treated,
        case_no=cases[0][0].value if cases else facts.case_no,
        case_raw="; ".join(raw for _, raw in cases) or None,
        presenters=((facts.presenter,) if facts.presenter else ()) + tuple(presenters),
        added_late=facts.late or any(one.kind is FactKind.LATE for one in found),
        colon=colon,
    )


def _strictest(said: Sequence[Access | None]) -> Access:
    for access in (Access.CLOSED, Access.PARTLY):
        if access in said:
            return access
    return Access.OPEN


def _marked(mark: str) -> tuple[Access | None, Treatment | None]:
    """What a mark beside the number says of access and treatment."""
    if _CLOSED_MARK.fullmatch(mark):
        return Access.CLOSED, None
    return access_of(mark) if mark else None, _TREATED.get(mark)


def _facts_below(lines: Lines, start: int, end: int, around: Around) -> list[tuple[ItemFact, ...]]:
    """What each line below the heading tells, down to the first that is text."""
    found: list[tuple[ItemFact, ...]] = []
    for line in lines[start:end]:
        facts = _facts_of(line, around)
        if not facts:
            break
        found.append(facts)
    return found


def _facts_of(line: SourceParagraph, around: Around) -> tuple[ItemFact, ...]:
    said = around.word_on(line)
    plain = line.table is None and line.list_kind is None
    facts = item_facts(line.flat) if plain and (said is None or said.value in {"presenter", "case"}) else ()
    if not facts and said is not None and said.value in {"presenter", "case"}:
        kind = FactKind.PRESENTER if said.value == "presenter" else FactKind.CASE
        return (ItemFact(kind, line.flat),)
    is_label = said is None and label_of(line, around.forms) is not None
    return () if is_label and len(facts) == 1 and facts[0].kind is FactKind.TREATMENT else facts


def _goes_on(
    title: str, above: SourceParagraph, below: SourceParagraph, around: Around, entries: Sequence[ContentsEntry]
) -> bool:
    if around.word_on(below) is not None:
        return False
    if not title:
        return label_of(below, around.forms) is None and case_numbers(below.flat) is None
    known = False if _is_structure(below, around) else _confirmed(title, below, entries)
    return _looks_broken(title, above, below, around) if known is None else known


def _looks_broken(title: str, above: SourceParagraph, below: SourceParagraph, around: Around) -> bool:
    """Whether a title, of which no list of contents tells, goes on in the line below."""
    small = below.text[:1].islower() and not ends_sentence(title) and not ends_sentence(below.text)
    if below.whole or below.place == above.place:
        return small and below.heading == above.heading
    if below.blank_before:
        return small and len(below.text) < 150
    if around.width is not None:
        return fills(above, below.text, around.width) or small
    return (
        small
        or ends_open(title)
        or (len(above.text) >= 45 and not ends_sentence(title) and not ends_sentence(below.text))
    )


def _confirmed(title: str, below: SourceParagraph, entries: Sequence[ContentsEntry]) -> bool | None:
    """What the list of contents says: the title goes on, or it ends here; None where it says nothing."""
    key, longer = comparable(title), comparable(f"{title} {below.flat}")
    if any(entry.key.startswith(longer) for entry in entries):
        return True
    if any(longer.startswith(entry.key) and len(entry.key) > len(key) for entry in entries):
        return True
    return False if any(entry.key == key and entry.whole for entry in entries) else None


def _is_structure(line: SourceParagraph, around: Around) -> bool:
    if line.table is not None or line.list_kind is not None or typed_mark(line.text) is not None or "\t" in line.text:
        return True
    if item_fact(line.flat) is not None or is_slot(line.flat):
        return True
    return label_of(line, around.forms) is not None or absentee_line(line, around.names) is not None
