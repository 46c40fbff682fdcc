"""Text in no known style: kept whole and unplaced, with the facts of its head where they are plain to see."""

from __future__ import annotations

from referatdesk.documents.reading.body.blocks import read_blocks
from referatdesk.documents.reading.draft import Doubt, Draft, DraftHead
from referatdesk.documents.reading.source import SourceText
from referatdesk.domain.codes import SectionKind

SLUG = ""


def read_unknown(source: SourceText) -> Draft:
    """A draft without items; all its text is unplaced."""
    read = read_blocks(source.paragraphs, SectionKind.OTHER, source.width, None)
    first = source.paragraphs[0]
    doubt = Doubt("style.unknown", first.place, first.flat)
    return Draft(style=SLUG, head=DraftHead(), unplaced=read.blocks, places=read.places, doubts=(doubt,))
