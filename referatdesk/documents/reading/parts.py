"""What a line of a document can be taken for, and what the user says that it is instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.reading import Part

__all__ = ["Correction", "Corrections", "Habit", "Part"]


@dataclass(frozen=True, slots=True)
class Correction:
    """The user's word on one line; `kind` says which section a label opens, `joined` that it goes on the line above."""

    part: Part
    kind: SectionKind | None = None
    joined: bool = False


Corrections = Mapping[int, Correction]
"""By the line on which a paragraph begins (`Place.line_from`)."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What was corrected for a board, for its next document: a line of these words is taken for this.

    `words` are compared without case, blanks and a colon at the end.
    """

    words: str
    part: Part
    kind: SectionKind | None = None
