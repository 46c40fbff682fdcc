"""The items of a document: each heading with the text under it, parts below the item that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from referatdesk.documents.reading.body.around import Around, Findings, Lines
from referatdesk.documents.reading.body.headings import Heading, read_heading
from referatdesk.documents.reading.body.presenters import read_presenter
from referatdesk.documents.reading.body.sections import read_sections
from referatdesk.documents.reading.draft import DraftItem, DraftTheme
from referatdesk.documents.reading.layout.contents import ContentsEntry, comparable, contents_entry
from referatdesk.documents.reading.layout.facts import (
    FactKind,
    ItemFact,
    access_of,
    case_numbers,
    is_case_label,
    is_slot,
    item_fact,
)
from referatdesk.documents.reading.layout.openings import Opening
from referatdesk.documents.reading.layout.outline import Outline
from referatdesk.documents.reading.layout.themes import theme_words
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.item_titles import item_kind
from referatdesk.domain.codes import Access

_PREFIX = re.compile(r"(?P<prefix>Oplæg|Præsentation|Indlæg): (?P<title>\S.*)", re.DOTALL)
_SHORT_FACT = re.compile(r"[A-ZÆØÅ][\w./ -]{2,30}:\s+\S.{0,40}(?<![.:])")
MOST_FACT_LINES = 6
ToldFact = tuple[ItemFact, str]
"""A fact with the line that tells it."""
_BREAK = re.compile(r"(?:kaffe|frokost)?pause\b.{0,40}|(?:kaffe|frokost)\s+(?:kl\.?\s*)?\d.{0,30}", re.IGNORECASE)
"""A break of the meeting, printed between two items."""


@dataclass(frozen=True, slots=True)
class _Span:
    """An opening with the lines down to `end`, and the theme it stands under."""

    opening: Opening
    end: int
    theme: int | None
    closed: bool


def read_items(
    lines: Lines, last: int, outline: Outline, around: Around, findings: Findings
) -> tuple[tuple[DraftItem, ...], tuple[DraftTheme, ...]]:
    """The items of the lines above `last`, where the meeting closes, and the themes that they stand under."""
    themes = tuple(_theme(at, lines, findings) for at in outline.themes)
    entries = [contents_entry(lines[at].text) for at in sorted(outline.contents)]
    entries += [ContentsEntry(comparable(title), whole=True) for title in outline.listed.values()]
    items: list[DraftItem] = []
    for span in _spans(outline, lines, last):
        heading = read_heading(lines, span.opening, span.end, around, entries)
        item = _item(span, heading, lines, around, findings, outline)
        if span.opening.depth and items:
            items[-1] = _with_child(items[-1], item)
        else:
            items.append(item)
    return tuple(items), themes


def _theme(at: int, lines: Lines, findings: Findings) -> DraftTheme:
    prefix, title = theme_words(lines[at].flat)
    findings.mark(lines[at].place, Part.THEME)
    return DraftTheme(title=title, place=lines[at].place, prefix=prefix)


def _spans(outline: Outline, lines: Lines, last: int) -> Iterator[_Span]:
    borders = sorted({*(one.at for one in outline.openings), *outline.themes, last})
    for opening in outline.openings:
        above = [at for at, place in enumerate(outline.themes) if place < opening.at]
        end = next(border for border in borders if border > opening.at)
        closed = False
        for at in above:
            said = access_of(lines[outline.themes[at]].flat.rstrip(": "))
            closed = closed if said is None else said is Access.CLOSED
        over = above[-1] if above else None
        says_access = over is not None and access_of(lines[outline.themes[over]].flat.rstrip(": ")) is not None
        yield _Span(opening, end, None if says_access else over, closed)


def _item(
    span: _Span, heading: Heading, lines: Lines, around: Around, findings: Findings, outline: Outline
) -> DraftItem:
    at = span.opening.at
    is_part = span.opening.depth > 0
    _mark_heading(span, heading, lines, findings)
    titled = _PREFIX.fullmatch(heading.facts.title)
    prefix, title = (titled["prefix"], titled["title"]) if titled else (None, heading.facts.title)
    kind = item_kind(title, is_part=is_part, prefix=prefix)
    body = [
        line
        for place, line in enumerate(lines[heading.after : span.end], heading.after)
        if place not in outline.contents
    ]
    told, body = _facts_in(body, findings)
    case = next(((one.value, raw) for one, raw in told if one.kind is FactKind.CASE), (None, None))
    access = [one for one, _ in told if one.kind is FactKind.ACCESS]
    while body and _BREAK.fullmatch(body[-1].flat) and around.word_on(body[-1]) is None:
        findings.unplaced.insert(0, body.pop())
    return DraftItem(
        title=title,
        heading=" ".join((heading.printed, *(one.value for one in access))),
        place=lines[at].place.to(lines[span.end - 1].place),
        number=heading.number,
        figure=heading.figure,
        title_prefix=prefix,
        title_colon=heading.colon,
        theme=span.theme,
        kind=kind,
        treatment=heading.treatment,
        access=Access.CLOSED if span.closed or any(one.access is Access.CLOSED for one in access) else heading.access,
        case_no=heading.case_no or case[0],
        case_no_raw=heading.case_raw or case[1],
        presenters=tuple(read_presenter(raw) for raw in heading.presenters),
        sections=read_sections(body, kind, around, findings),
        added_late=heading.added_late,
    )


def _facts_in(body: list[SourceParagraph], findings: Findings) -> tuple[list[ToldFact], list[SourceParagraph]]:
    """Case and access told among other short facts above the text ("Initialer: hmu"), and the other lines."""
    for at, (above, below) in enumerate(pairwise(body)):
        if is_case_label(above.flat) and (number := case_numbers(below.flat)) is not None:
            findings.mark(above.place.to(below.place), Part.CASE)
            return [(ItemFact(FactKind.CASE, number), f"{above.flat} {below.flat}")], [*body[:at], *body[at + 2 :]]
    found: dict[int, ToldFact] = {}
    for at, line in enumerate(body[:MOST_FACT_LINES]):
        fact = item_fact(line.flat) if line.table is None and line.list_kind is None else None
        if fact is not None and fact.kind in {FactKind.CASE, FactKind.ACCESS}:
            findings.mark(line.place, Part.CASE)
            found[at] = fact, line.flat
        elif not is_slot(line.flat) and not _SHORT_FACT.fullmatch(line.flat):
            break
    return list(found.values()), [line for at, line in enumerate(body) if at not in found]


def _mark_heading(span: _Span, heading: Heading, lines: Lines, findings: Findings) -> None:
    part = Part.SUBITEM if span.opening.depth else Part.ITEM
    for line in lines[span.opening.at : heading.last + 1]:
        findings.mark(line.place, part)
    for line in lines[heading.last + 1 : heading.after]:
        fact = item_fact(line.flat)
        presents = fact is not None and fact.kind is FactKind.PRESENTER
        findings.mark(line.place, Part.PRESENTER if presents else Part.CASE)


def _with_child(parent: DraftItem, child: DraftItem) -> DraftItem:
    if parent.access is Access.CLOSED:
        child = replace(child, access=Access.CLOSED)
    return replace(parent, children=(*parent.children, child), place=parent.place.to(child.place))


def numbers_of(items: Sequence[DraftItem]) -> Iterator[tuple[DraftItem, int]]:
    """The items that have a number in figures, with it."""
    for item in items:
        digits = re.match(r"\d+", item.figure or "")
        if digits is not None:
            yield item, int(digits[0])
