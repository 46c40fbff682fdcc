"""A file read to a draft in the style that it is in, or kept whole where no style is known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.formats.files import read_source
from referatdesk.documents.reading.parts import Corrections, Habit
from referatdesk.documents.reading.source import SourceText
from referatdesk.documents.reading.style import detected
from referatdesk.documents.reading.styles import STYLES
from referatdesk.documents.reading.styles.unknown import read_unknown


def read_draft(path: Path) -> Draft:
    """What the file says as a meeting; raises ReadingError where it cannot be read at all."""
    return draft_of(read_source(path))


def draft_of(source: SourceText, corrections: Corrections | None = None, habits: Sequence[Habit] = ()) -> Draft:
    """What a text says as a meeting, with the user's word on single lines and what the board's papers taught."""
    del corrections, habits
    found = detected(source, STYLES)
    return read_unknown(source) if found is None else found.style.read(source)
