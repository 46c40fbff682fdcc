"""What the user said of single lines, and what a board's earlier papers taught about lines of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from referatdesk.documents.reading.parts import Correction, Corrections, Habit
from referatdesk.documents.reading.source import SourceParagraph, flattened

Said = Mapping[int, Correction]
"""The word on a line, by its place among the lines that are parsed."""


def comparable_words(text: str) -> str:
    return flattened(text).casefold().rstrip(": ")


def said_of(lines: Sequence[SourceParagraph], corrections: Corrections, habits: Sequence[Habit]) -> Said:
    """A correction speaks of the first line of its paragraph, and against any habit."""
    learned = {comparable_words(one.words): Correction(one.part, one.kind) for one in habits}
    said: dict[int, Correction] = {}
    seen: set[int] = set()
    for at, line in enumerate(lines):
        number = line.place.line_from
        word = corrections.get(number) if number not in seen else None
        word = word or (learned.get(comparable_words(line.text)) if learned else None)
        seen.add(number)
        if word is not None:
            said[at] = word
    return said
