"""Minutes with "Punkt N:", labelled sections from Resumé to Bilag, and "Beslutning i <board> den <date>".

The title names board and date, the head has lines of label and value without a colon, all people stand in one run of
pairs, and a list of contents may follow. Every item may have its case number below its heading, and any of the sections
in any order; the decision's label names board and date, and those absent are printed under each item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from referatdesk.documents.reading.body.absentees import absentee_line
from referatdesk.documents.reading.body.contents import comparable, contents_entry
from referatdesk.documents.reading.body.headings import Candidate, Outline, outline
from referatdesk.documents.reading.body.items import Heading, is_case_line, read_heading, read_item
from referatdesk.documents.reading.body.labels import LabelForms, label_forms, label_of
from referatdesk.documents.reading.body.pieces import block_of
from referatdesk.documents.reading.body.sections import Around, Findings
from referatdesk.documents.reading.body.signing import take_sign_off
from referatdesk.documents.reading.draft import Doubt, Draft, DraftHead, DraftItem
from referatdesk.documents.reading.head.head import ReadHead, read_head
from referatdesk.documents.reading.head.head_lines import Fact, header_fact
from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.source import SourceParagraph, SourceText, opened_lines
from referatdesk.documents.reading.words.person_words import name_key
from referatdesk.domain.codes import SectionKind

_HEADING = re.compile(
    r"(?P<number>(?:lukket )?(?:punkt|pkt\.?)\s+(?P<figure>\d{1,3}[a-zæøå]?)"
    r"(?:\s*[(\[](?:lukket|åbent?)[^)\]]*[)\]]|\s+lukket)?)"
    r"(?:\s*:|\.(?!\d)|\s+[-–](?=\s))\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_LABELS = frozenset({SectionKind.SUMMARY, SectionKind.CASE_TEXT, SectionKind.CLIMATE})
_PLAIN = LabelForms()


@dataclass(frozen=True, slots=True)
class _Sagsfremstilling:
    slug: str = "sagsfremstilling"

    def evidence(self, source: SourceText) -> float:
        """Headings of the form are needed; the labels, the dated decision and the head each speak for the style."""
        lines = opened_lines(source.paragraphs, _opens)
        if not _outline(lines).headings:
            return 0.0
        labels = [label for line in lines if (label := label_of(line, _PLAIN)) is not None]
        found = 0.2
        found += 0.4 * any(label.kind is SectionKind.DECISION and label.date is not None for label in labels)
        found += 0.3 * any(label.kind in _OWN_LABELS for label in labels)
        found += 0.2 * any(label.kind is SectionKind.DECISION and label.date is None for label in labels)
        found += 0.2 * any(_is_run_of_people(line) for line in lines[:40])
        found += 0.1 * any(is_title(line.flat) for line in lines[:10])
        return min(found, 1.0)

    def read(self, source: SourceText) -> Draft:
        lines = opened_lines(source.paragraphs, _opens)
        found = _outline(lines)
        first = found.headings[0].at if found.headings else len(lines)
        head_lines = [line for at, line in enumerate(lines[:first]) if at not in found.contents]
        read = read_head(head_lines)
        around = _around(lines, found, read, source.width)
        findings = Findings()
        items = _items(lines, found, around, findings)
        items, sign_off = take_sign_off(items, findings)
        head = replace(_completed(read.head, items), sign_off=sign_off)
        strays = [lines[at] for at in sorted(found.contents) if at > first and not lines[at].contents]
        unplaced = tuple(block_of(line) for line in strays)
        findings.places.update({block.id: line.place for block, line in zip(unplaced, strays, strict=True)})
        doubts = (*read.doubts, *findings.doubts, *_number_doubts(items), *_contents_doubts(lines, found, items))
        return Draft(
            style=self.slug,
            head=head,
            people=read.people,
            items=items,
            contents=tuple(lines[at].text for at in sorted(found.contents) if at < first or lines[at].contents),
            unplaced=unplaced,
            doubts=tuple(sorted(doubts, key=lambda doubt: doubt.place.line_from)),
            places=findings.places,
        )


SAGSFREMSTILLING = _Sagsfremstilling()


def _opens(line: SourceParagraph) -> bool:
    flat = line.flat
    if _HEADING.fullmatch(flat) or is_title(flat) or is_case_line(flat):
        return True
    return label_of(line, _PLAIN) is not None or absentee_line(line, frozenset()) is not None


def _is_run_of_people(line: SourceParagraph) -> bool:
    found = header_fact(line.flat)
    return found is not None and found[0] is Fact.PEOPLE and found[1].lower() == "mødedeltagere"


def _outline(lines: Sequence[SourceParagraph]) -> Outline:
    def opens_text(at: int) -> bool:
        return is_case_line(lines[at].flat) or label_of(lines[at], _PLAIN) is not None

    found = outline(lines, _HEADING, opens_text)
    return replace(found, headings=tuple(_with_unnumbered(lines, found)))


def _with_unnumbered(lines: Sequence[SourceParagraph], found: Outline) -> list[Candidate]:
    """The headings with those that have no number: set as one, or named in the list of contents."""
    if not found.headings:
        return []
    levels = {lines[one.at].heading for one in found.headings} - {None}
    numbered = [comparable(one.title) for one in found.headings]
    entries = {entry for at in found.contents if (entry := comparable(lines[at].text))}
    free = {
        entry for entry in entries if not any(title.startswith(entry) or entry.endswith(title) for title in numbered)
    }
    taken = {one.at for one in found.headings} | found.contents
    extra = [
        Candidate(at, "", "", line.flat)
        for at, line in enumerate(lines)
        if at > found.headings[0].at and at not in taken and _is_unnumbered(line, levels, free)
    ]
    return sorted((*found.headings, *extra), key=lambda one: one.at)


def _is_unnumbered(line: SourceParagraph, levels: set[int | None], entries: set[str]) -> bool:
    if line.list_kind is not None or line.table is not None or label_of(line, _PLAIN) is not None:
        return False
    if levels:
        return line.heading in levels and not line.text[:1].islower()
    return line.blank_before > 0 and comparable(line.text) in entries


def _around(lines: Sequence[SourceParagraph], found: Outline, read: ReadHead, width: int | None) -> Around:
    bounds = [one.at for one in found.headings] + [len(lines)]
    spans = [lines[start:end] for start, end in pairwise(bounds)]
    level = lines[found.headings[0].at].heading if found.headings else None
    names = frozenset(name_key(person.name) for person in read.people)
    return Around(label_forms(spans, level), width, names, read.head.date)


def _items(
    lines: Sequence[SourceParagraph], found: Outline, around: Around, findings: Findings
) -> tuple[DraftItem, ...]:
    entries = [contents_entry(lines[at].text) for at in sorted(found.contents)]
    bounds = [one.at for one in found.headings] + [len(lines)]
    items = []
    for at, one in enumerate(found.headings):
        heading: Heading = read_heading(lines, one, bounds[at + 1], around, entries)
        items.append(read_item(heading, lines, bounds[at + 1], around, findings))
    return tuple(items)


def _completed(head: DraftHead, items: Sequence[DraftItem]) -> DraftHead:
    """The head with what only the labels of the decisions tell: board and date where no title says them."""
    dated = [section for item in items for section in item.of_kind(SectionKind.DECISION) if section.date is not None]
    named = [section for section in dated if section.board is not None]
    board = head.board or (named[0].board if named else None)
    date = head.date or (dated[0].date if dated else None)
    return replace(head, board=board, date=date)


def _number_doubts(items: Sequence[DraftItem]) -> list[Doubt]:
    doubts: list[Doubt] = []
    last = 0
    for item in items:
        figure = int(digits[0]) if item.figure and (digits := re.match(r"\d+", item.figure)) else None
        if figure is not None:
            if figure not in {last, last + 1}:
                doubts.append(Doubt("item.number_gap", item.place, item.heading, str(last + 1)))
            last = figure
    return doubts


def _contents_doubts(lines: Sequence[SourceParagraph], found: Outline, items: Sequence[DraftItem]) -> list[Doubt]:
    """Entries of the list of contents that no heading repeats."""
    keys = [key for item in items for key in (comparable(item.title), comparable(item.heading))]
    doubts: list[Doubt] = []
    for at in sorted(found.contents)[1:]:
        entry = comparable(lines[at].text)
        if entry and not any(key.startswith(entry) or entry in key for key in keys):
            doubts.append(Doubt("contents.no_item", lines[at].place, lines[at].flat))
    return doubts
