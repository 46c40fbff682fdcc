"""What the whole document tells about each of its items, and what is gathered while they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.body.blocks import read_blocks
from referatdesk.documents.reading.draft import Doubt
from referatdesk.documents.reading.layout.labels import LabelForms
from referatdesk.documents.reading.parts import Correction, Part
from referatdesk.documents.reading.source import Place, SourceParagraph
from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.richtext import Blocks

Lines = Sequence[SourceParagraph]


@dataclass(frozen=True, slots=True)
class Around:
    """`names` are the people of the head (as compared), `said` the user's word by the line of the file.

    `proposes` tells whether any label of a recommendation stands in the document.
    """

    forms: LabelForms
    width: int | None
    names: frozenset[str] = frozenset()
    date: str | None = None
    board: str | None = None
    is_agenda: bool = False
    decides_first: bool = False
    proposes: bool = False
    said: Mapping[int, Correction] = field(default_factory=dict)

    def word_on(self, line: SourceParagraph) -> Part | None:
        found = self.said.get(line.place.line_from)
        return None if found is None else found.part


@dataclass(slots=True)
class Findings:
    """Places, parts and doubts gathered while the text is read."""

    places: dict[str, Place] = field(default_factory=dict)
    parts: dict[int, Part] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    unplaced: list[SourceParagraph] = field(default_factory=list)
    """Lines that stand between items and belong to none."""

    def read(self, lines: Lines, kind: SectionKind, around: Around, quoted: frozenset[int] = frozenset()) -> Blocks:
        """The lines as blocks; those of the places `quoted` are a quotation."""
        blocks: list[Blocks] = []
        start = 0
        while start < len(lines):
            is_quote = start in quoted
            end = start + 1
            while end < len(lines) and (end in quoted) == is_quote:
                end += 1
            found = read_blocks(lines[start:end], kind, around.width, around.forms.heading)
            self.places.update(found.places)
            self.doubts.extend(found.doubts)
            blocks.append(_as_quote(found.blocks) if is_quote else found.blocks)
            start = end
        return tuple(block for piece in blocks for block in piece)

    def mark(self, place: Place, part: Part) -> None:
        for line in range(place.line_from, place.line_to + 1):
            self.parts[line] = part


def _as_quote(blocks: Blocks) -> Blocks:
    return tuple(
        replace(block, kind=BlockKind.QUOTE, level=0) if block.table is None and not block.is_list_item else block
        for block in blocks
    )
