"""Text in which no items were found: kept whole and unplaced."""

from __future__ import annotations

from referatdesk.documents.reading.body.around import Lines
from referatdesk.documents.reading.body.blocks import read_blocks
from referatdesk.documents.reading.draft import Doubt, Draft, DraftHead
from referatdesk.documents.reading.parts import Part
from referatdesk.domain.codes import SectionKind


def read_unknown(lines: Lines, width: int | None) -> Draft:
    """A draft without items; all its text is unplaced."""
    read = read_blocks(lines, SectionKind.OTHER, width, None)
    parts = {line.place.line_from: Part.UNPLACED for line in lines}
    doubts = tuple(Doubt("style.unknown", line.place, line.flat) for line in lines[:1])
    return Draft(style="", head=DraftHead(), unplaced=read.blocks, places=read.places, parts=parts, doubts=doubts)
