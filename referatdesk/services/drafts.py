"""What a document was read to, as values: for whoever shows a draft and lets it be corrected."""

from __future__ import annotations

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
from referatdesk.documents.reading.parts import Correction, Corrections, Habit
from referatdesk.documents.reading.source import Place, SourceParagraph, SourceText
from referatdesk.domain.reading import Part

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
    "SourceParagraph",
    "SourceText",
]
