"""A style: how one kind of house prints its minutes, and how the right one is found for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.source import SourceText

LEAST_EVIDENCE = 0.5


class Style(Protocol):
    """One way of printing minutes. A new style is a new module in `styles` and a place in its list."""

    @property
    def slug(self) -> str:
        """The house style that the minutes are in, by the name of its resource."""

    def evidence(self, source: SourceText) -> float:
        """How surely the file is in this style: 0 to 1, nothing read in depth."""

    def read(self, source: SourceText) -> Draft: ...


@dataclass(frozen=True, slots=True)
class Detection:
    style: Style
    evidence: float


def detected(source: SourceText, styles: Sequence[Style]) -> Detection | None:
    """The style with the most evidence, None where no style has enough."""
    weighed = [Detection(style, style.evidence(source)) for style in styles]
    best = max(weighed, key=lambda one: one.evidence, default=None)
    return best if best is not None and best.evidence >= LEAST_EVIDENCE else None
