"""The one form in which every file is read: its paragraphs in order, with what is known of how each was printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import Run, Table, merged_runs, table_text

_BLANK_SIGNS = re.compile("[ \\t\\n\u00a0\u2007\u2009\u202f]+")
_UNSEEN_SIGNS = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")

MAX_PARAGRAPHS = 50_000
"""Files with more are refused; minutes of five hundred items have about ten thousand."""


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of the file, counted from 1, both included; in a Word file each paragraph counts as one line."""

    line_from: int
    line_to: int

    def to(self, other: Place) -> Place:
        return Place(min(self.line_from, other.line_from), max(self.line_to, other.line_to))


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """A picture of the text: its bytes as they lay in the file, and the words that stand for it.

    There are no bytes where the file only points at it elsewhere, or where its pictures are too many to keep.
    """

    data: bytes
    media_type: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParagraph:
    """One paragraph of a Word file, or one line of a text file that is not empty.

    `heading` is 1 to 9, or 0 for a title. A real list item has its `list_kind`, `level` and printed `marker`; a mark
    that somebody typed is still part of the words. `blank_before` counts the empty lines above. `whole` says that the
    paragraph is known to be one; a line of a text file may be a piece of a paragraph. `page_before` says that a page
    ends above, `note` that this is a footnote, set where it is referred to, `boxed` that a border stands round it.
    """

    runs: tuple[Run, ...]
    place: Place
    style: str = ""
    heading: int | None = None
    list_kind: BlockKind | None = None
    level: int = 0
    marker: str | None = None
    indent: int = 0
    table: Table | None = None
    picture: SourcePicture | None = None
    note: bool = False
    contents: bool = False
    blank_before: int = 0
    page_before: bool = False
    whole: bool = False
    boxed: bool = False

    @property
    def text(self) -> str:
        return table_text(self.table) if self.table is not None else "".join(run.text for run in self.runs)

    @property
    def flat(self) -> str:
        """The words for comparing: one blank between them, no unseen signs, the printed mark in front."""
        text = flattened(self.text)
        return f"{self.marker} {text}" if self.marker and self.list_kind is None else text

    @property
    def all_bold(self) -> bool:
        return bool(self.runs) and all(run.bold for run in self.runs if run.text.strip())


def flattened(text: str) -> str:
    return _BLANK_SIGNS.sub(" ", _UNSEEN_SIGNS.sub("", text)).strip()


@dataclass(frozen=True, slots=True)
class SourceComment:
    """A comment that somebody set beside a place of the text; `at` is ISO text."""

    place: Place
    text: str
    author: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A tracked change that nobody had accepted or rejected: the text is read as if it were accepted."""

    place: Place
    text: str
    inserted: bool
    author: str | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a file says. `width` is the length at which a text file breaks its lines, None where it does not.

    `margins` are the lines of page headers and footers, page numbers left out; they are no part of the text.
    """

    paragraphs: tuple[SourceParagraph, ...]
    width: int | None = None
    comments: tuple[SourceComment, ...] = ()
    changes: tuple[SourceChange, ...] = ()
    margins: tuple[str, ...] = ()


def cut_runs(runs: tuple[Run, ...], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs of the characters from `start` to `end`, their forms kept."""
    cut: list[Run] = []
    at = 0
    for run in runs:
        first = max(start - at, 0)
        last = len(run.text) if end is None else max(end - at, 0)
        cut.append(replace(run, text=run.text[first:last]))
        at += len(run.text)
    return merged_runs(cut)


def stripped_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without blanks at either end."""
    text = "".join(run.text for run in runs)
    return cut_runs(runs, len(text) - len(text.lstrip()), len(text.rstrip()))


def opened_lines(
    paragraphs: Iterable[SourceParagraph], opens: Callable[[SourceParagraph], bool]
) -> tuple[SourceParagraph, ...]:
    """The paragraphs, those divided where a soft break parts a line that opens something from other text."""
    opened: list[SourceParagraph] = []
    for one in paragraphs:
        pieces = _broken(one)
        opened += pieces if len(pieces) > 1 and any(opens(piece) for piece in pieces) else [one]
    return tuple(opened)


def _broken(one: SourceParagraph) -> list[SourceParagraph]:
    if one.table is not None or one.list_kind is not None or "\n" not in one.text:
        return [one]
    lines = [line for line in split_runs(one.runs) if line]
    return [replace(one, runs=line, blank_before=one.blank_before if at == 0 else 0) for at, line in enumerate(lines)]


def split_runs(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The runs of each line, where soft breaks divide a paragraph."""
    text = "".join(run.text for run in runs)
    lines: list[tuple[Run, ...]] = []
    start = 0
    for piece in text.split("\n"):
        lines.append(stripped_runs(cut_runs(runs, start, start + len(piece))))
        start += len(piece) + 1
    return lines


def fills(above: SourceParagraph, below: str, width: int) -> bool:
    """Whether the first word below would have made the line above longer than the width."""
    first_word = below.split(maxsplit=1)[0] if below.strip() else ""
    return above.indent + len(above.text) + 1 + len(first_word) > width
