"""Headings typed with tabs: number, title, and behind them who presents the item and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from referatdesk.documents.reading.layout.facts import is_duration, is_presenter
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.domain.richtext import Run

_NUMBER = re.compile(r"\d{1,3}[.)]?")
_WHO = re.compile(r"[A-ZÆØÅ][^\d.;:!?]{1,60}")
LEAST_HEADINGS = 2
MOST_CELLS = 4


def parted_headings(paragraphs: Sequence[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """The paragraphs, each heading of cells as lines of its own; rows right below each other are a table and stay."""
    found = {at for at, one in enumerate(paragraphs) if _is_heading(one) and not _in_table(paragraphs, at)}
    if len(found) < LEAST_HEADINGS:
        return tuple(paragraphs)
    return tuple(
        piece for at, one in enumerate(paragraphs) for piece in (_pieces(one) if at in found else iter((one,)))
    )


def _cells(line: SourceParagraph) -> list[str]:
    return [cell.strip() for cell in line.text.split("\t") if cell.strip()]


def _is_heading(line: SourceParagraph) -> bool:
    if line.table is not None or line.list_kind is not None or line.contents:
        return False
    cells = _cells(line)
    if not 3 <= len(cells) <= MOST_CELLS or not _NUMBER.fullmatch(cells[0]) or not cells[1][:1].isupper():
        return False
    return all(is_duration(cell) or is_presenter(cell) or _WHO.fullmatch(cell) for cell in cells[2:])


def _in_table(paragraphs: Sequence[SourceParagraph], at: int) -> bool:
    above = paragraphs[at - 1] if at and not paragraphs[at].blank_before else None
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) and not paragraphs[at + 1].blank_before else None
    return any(near is not None and "\t" in near.text for near in (above, below))


def _pieces(line: SourceParagraph) -> Iterator[SourceParagraph]:
    number, title, *others = _cells(line)
    yield replace(line, runs=(Run(f"{number}\t{title}"),))
    for cell in others:
        says_itself = is_duration(cell) or is_presenter(cell)
        yield replace(line, runs=(Run(cell if says_itself else f"v/ {cell}"),), blank_before=0, whole=True)
