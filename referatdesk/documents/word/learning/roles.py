"""What each line of the minutes is, with its paragraph: the draft's parts, and the places of sections and papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.draft import Draft, DraftItem, DraftSection
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.word.learning.walked import OldMinutes
from referatdesk.documents.word.xml import value_of
from referatdesk.domain.codes import SectionKind

_PROSE = frozenset({Part.TEXT, Part.DECISION})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the minutes, and the paragraph that says it."""

    number: int
    source: SourceParagraph
    element: etree._Element
    part: Part | None

    @property
    def number_id(self) -> str | None:
        """The numbering that the paragraph itself names."""
        return value_of(self.element, "pPr/numPr/numId")


@dataclass(frozen=True, slots=True)
class Minutes:
    """The old minutes with the draft that was read from them, line by line."""

    old: OldMinutes
    draft: Draft
    lines: Mapping[int, Line]

    def of(self, *parts: Part) -> list[Line]:
        return [line for line in self.lines.values() if line.part in parts]

    def at(self, number: int) -> Line | None:
        return self.lines.get(number)

    @property
    def prose(self) -> list[Line]:
        """Plain paragraphs of text in the sections; those in tables and lists look otherwise."""
        return [line for line in self.of(*_PROSE) if line.source.list_kind is None and line.source.table is None]

    def labels(self, below: bool) -> list[Line]:
        """The lines that are labels alone, of the sections of items or of sub-items."""
        found = (self.at(section.place.line_from) for item, section in self._sections(below) if section.label)
        return [line for line in found if line is not None and line.part is Part.LABEL]

    def inline_labels(self) -> list[tuple[Line, DraftSection]]:
        """The lines on which text follows the label."""
        found = ((self.at(one.place.line_from), one) for one in self.draft.sections() if one.label and one.inline)
        return [(line, section) for line, section in found if line is not None]

    def papers(self) -> list[Line]:
        """The lines of listed attachments below a label of their own."""
        listed = (
            (self.at(paper.place.line_from), section)
            for section in self.draft.sections()
            if section.kind is SectionKind.ATTACHMENTS
            for paper in section.attachments
        )
        return [
            line
            for line, section in listed
            if line is not None and (line.number != section.place.line_from or section.label is None)
        ]

    def _sections(self, below: bool) -> Iterator[tuple[DraftItem, DraftSection]]:
        for item in self.draft.items:
            for one in item.children if below else (item,):
                yield from ((one, section) for section in one.sections)


def minutes_of(old: OldMinutes, draft: Draft) -> Minutes:
    lines: dict[int, Line] = {}
    for one in old.source.paragraphs:
        number = one.place.line_from
        if one.table is None and number in old.elements:
            lines.setdefault(number, Line(number, one, old.elements[number], draft.parts.get(number)))
    return Minutes(old, draft, lines)
