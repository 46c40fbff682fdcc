"""The line that opens an item or a part of one."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.documents.reading.layout.numbered import Numbered, Rank


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading's first line: `title` is what follows the number on it, `depth` 1 for a part of the item above.

    `led` says that only what stands below shows it to be a heading ("v/ …").
    """

    at: int
    title: str
    number: str = ""
    figure: str = ""
    rank: Rank = ()
    depth: int = 0
    led: bool = False
    textual: bool = False
    """Whether no heading stands there: the item's text begins on that line, and its title is the document's."""
    mark: str = ""
    """A word of access or treatment beside the number."""

    @classmethod
    def numbered(cls, at: int, numbered: Numbered, depth: int = 0) -> Opening:
        return cls(at, numbered.title, numbered.number, numbered.figure, numbered.rank, depth, mark=numbered.mark)

    @classmethod
    def titled(cls, at: int, title: str, depth: int = 0, *, led: bool = False) -> Opening:
        return cls(at, title, depth=depth, led=led)
