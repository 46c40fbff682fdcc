"""What both sides of the preview show: rows of words, each with the lines of the document that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from referatdesk.domain.richtext import Run, plain_runs
from referatdesk.services.drafts import Part, Place


class Weight(StrEnum):
    """How a row is set."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell, with the mark in front of it."""

    runs: tuple[Run, ...]
    mark: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Usually one cell of one line; a row of a table has a cell for each column, `widths` being their shares.

    `tag` is the word in the margin where it is not that of the part. `place` is None for what no line says.
    """

    cells: tuple[tuple[Line, ...], ...]
    place: Place | None = None
    part: Part | None = None
    tag: str = ""
    weight: Weight = Weight.BODY
    level: int = 0
    gap: int = 0
    widths: tuple[float, ...] = ()
    boxed: bool = False
    header: bool = False

    @property
    def text(self) -> str:
        return "\t".join(
            "\n".join(" ".join(part for part in (line.mark, _words(line)) if part) for line in cell)
            for cell in self.cells
        )


def _words(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def words_row(text: str, **form: object) -> Row:
    """A row of unmarked words."""
    return Row(cells=((Line(plain_runs(text)),),), **form)  # type: ignore[arg-type]
