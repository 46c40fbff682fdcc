"""The paragraph that shows how all of its kind look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from lxml import etree

from referatdesk.documents.word.learning.looks import best, look_of, properties_of
from referatdesk.documents.word.learning.roles import Line


@dataclass(frozen=True, slots=True)
class Example:
    """The best example of a kind, and the empty lines that usually stand above."""

    line: Line
    blank: int

    @property
    def element(self) -> etree._Element:
        return self.line.element

    @property
    def properties(self) -> etree._Element:
        return properties_of(self.element, self.blank)

    @property
    def look(self) -> etree._Element | None:
        return look_of(self.element)


def example(lines: Sequence[Line]) -> Example | None:
    """None where there is no line of the kind."""
    found = best([line.element for line in lines])
    if found is None:
        return None
    line = next(line for line in lines if line.element is found)
    return Example(line, median_low([one.source.blank_before for one in lines]))
