"""A file read to a draft: the layout is found from evidence in it, then all of it is parsed with that layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from referatdesk.documents.reading.body.document import HEAD_PARTS, SetAside, read_document
from referatdesk.documents.reading.body.lines import lines_of
from referatdesk.documents.reading.body.run_in import set_apart
from referatdesk.documents.reading.body.unknown import read_unknown
from referatdesk.documents.reading.draft import Doubt, Draft
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.layout.layout import find_layout
from referatdesk.documents.reading.layout.likeness import nearest_style
from referatdesk.documents.reading.layout.taught import Said, said_of
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.item import with_matters
from referatdesk.documents.reading.parts import Corrections, Habit, Part
from referatdesk.documents.reading.source import SourceParagraph, SourceText

_ASIDE = HEAD_PARTS | {Part.SIGN_OFF, Part.UNPLACED, Part.LEFT_OUT}


def read_draft(path: Path) -> Draft:
    """What the file says as a meeting; raises ReadingError where it cannot be read at all."""
    return draft_of(read_source(path))


def draft_of(source: SourceText, corrections: Corrections | None = None, habits: Sequence[Habit] = ()) -> Draft:
    """What a text says as a meeting, with the user's word on single lines and what the board's papers taught.

    A word on one line is evidence for all: a line said to open an item makes others of its form open items, a line
    said to be a label makes lines of the same words labels.
    """
    lines = lines_of(source, corrections or {})
    said = said_of(lines, corrections or {}, habits)
    lines, aside = _set_aside(lines, said)
    left_out = [line for at, line in enumerate(lines) if at in said and said[at].part is Part.LEFT_OUT]
    lines = tuple(line for at, line in enumerate(lines) if at not in said or said[at].part not in _ASIDE)
    said = said_of(lines, corrections or {}, habits)
    layout = find_layout(lines, said)
    parted = set_apart(lines, layout.outline)
    if parted is not None:
        lines = parted
        said = said_of(lines, corrections or {}, habits)
        layout = find_layout(lines, said)
    if not layout.outline.openings:
        return read_unknown(lines, source.width)
    by_line = {lines[at].place.line_from: one for at, one in said.items()}
    draft = read_document(lines, layout, source.width, by_line, aside)
    draft = _with_matters(draft)
    parts = dict(draft.parts) | {line.place.line_from: Part.LEFT_OUT for line in left_out}
    doubts = tuple(sorted(draft.doubts, key=lambda doubt: doubt.place.line_from))
    return replace(draft, style=nearest_style(draft), parts=parts, doubts=doubts)


def _set_aside(lines: tuple[SourceParagraph, ...], said: Said) -> tuple[tuple[SourceParagraph, ...], SetAside]:
    def said_to_be(*parts: Part) -> tuple[SourceParagraph, ...]:
        return tuple(line for at, line in enumerate(lines) if at in said and said[at].part in parts)

    return lines, SetAside(said_to_be(*HEAD_PARTS), said_to_be(Part.SIGN_OFF), said_to_be(Part.UNPLACED))


def _with_matters(draft: Draft) -> Draft:
    around = MattersAround(board=draft.head.board, date=draft.head.date, people=draft.people, places=draft.places)
    items, doubts = [], list[Doubt]()
    for item in draft.items:
        read, more = with_matters(item, around)
        items.append(read)
        doubts += more
    return replace(draft, items=tuple(items), doubts=(*draft.doubts, *doubts))
