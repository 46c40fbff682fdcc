"""A file as the preview works with it: its text, what it was read to, and read anew with what the user said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from referatdesk.documents.reading.draft import (
    Doubt,
    Draft,
    DraftAttachment,
    DraftCast,
    DraftHead,
    DraftItem,
    DraftPerson,
    DraftSection,
)
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Correction, Corrections, Habit, Part
from referatdesk.documents.reading.source import Place, SourceParagraph, SourceText
from referatdesk.services.errors import UserError

__all__ = [
    "Correction",
    "Corrections",
    "Doubt",
    "Draft",
    "DraftAttachment",
    "DraftCast",
    "DraftHead",
    "DraftItem",
    "DraftPerson",
    "DraftSection",
    "Habit",
    "Part",
    "Place",
    "ReadFile",
    "SourceParagraph",
    "SourceText",
    "draft_again",
    "read_file",
]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says, and the meeting that it was read to."""

    source: SourceText
    draft: Draft
    sha256: str


def read_file(path: Path, _cancelled: Callable[[], bool]) -> ReadFile:
    """Raises UserError "reading.…" where the file cannot be read."""
    from referatdesk.documents.reading.formats.files import read_source  # noqa: PLC0415 - the first window does without
    from referatdesk.documents.reading.reader import draft_of  # noqa: PLC0415 - as above

    try:
        source = read_source(path)
        return ReadFile(source, draft_of(source), hashlib.sha256(path.read_bytes()).hexdigest())
    except ReadingError as error:
        raise UserError(f"reading.{error.code}", **error.data) from error


def draft_again(source: SourceText, corrections: Corrections, habits: Sequence[Habit]) -> Draft:
    """The text read anew: what the user said of a line holds, and all below it follows."""
    from referatdesk.documents.reading.reader import draft_of  # noqa: PLC0415 - the first window does without

    return draft_of(source, corrections, tuple(habits))
