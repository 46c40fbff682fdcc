"""What pages print above and below their text: running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.formats.pdf_page import Page
from referatdesk.documents.reading.formats.pdf_rows import Piece, rows_of
from referatdesk.documents.reading.formats.pdf_words import Word

ZONE = 0.2
"""The share of a page, from its top and from its foot, in which margins are looked for."""
MOST_ROWS = 8
_OUTER = 0.1
_STEADY = 3.0
_PAGE_NUMBER = re.compile(
    r"(?:[-–|] ?)?(?:(?:side|s\.|page|pagina)[ :]*)?(?P<page>\d{1,4})(?: ?(?:af|of|/|-|–|ud af) ?\d{1,4})?(?: ?[-–|])?$", re.IGNORECASE
)
_SAID_NUMBER = re.compile(r"[|,–-]? ?\b(?:side|page|s\.)[ :]{0,2}\d{1,4}(?: ?(?:af|of|/|ud af) ?\d{1,4})?", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"[ \t]\d{1,4}(?: ?/ ?\d{1,4})?$")
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Row:
    page: Page
    pieces: list[Piece]
    at_top: bool
    text: str

    @property
    def y(self) -> float:
        """From the edge of the page that it is nearest to."""
        bounds = self.page.bounds
        return self.pieces[0].y - bounds.y0 if self.at_top else bounds.y1 - self.pieces[0].y

    @property
    def likeness(self) -> tuple[bool, str]:
        return self.at_top, _FIGURES.sub("#", self.text)


def take_margins(pages: Sequence[Page]) -> tuple[str, ...]:
    """Takes the margins out of the words of the pages; each different line of them, page numbers left out."""
    rows = [row for page in pages for row in _outer_rows(page)]
    running = _running(rows, len(pages))
    running |= _numbers([row for row in rows if id(row) not in running], len(pages))
    texts: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for row in rows:
        texts[row.likeness].add(row.text)
    said: dict[str, None] = {}
    for row in rows:
        artifact = all(word.artifact for piece in row.pieces for word in piece.words)
        if id(row) not in running and not artifact:
            continue
        words = _without_number(row.text, counts=len(texts[row.likeness]) > 1)
        if words:
            said[words] = None
        gone = {id(word) for piece in row.pieces for word in piece.words}
        row.page.words = [word for word in row.page.words if id(word) not in gone]
    return tuple(said)


def _outer_rows(page: Page) -> Iterator[_Row]:
    bounds = page.bounds
    depth = ZONE * bounds.height
    for at_top in (True, False):
        edge = (bounds.y0 - 1, bounds.y0 + depth) if at_top else (bounds.y1 - depth, bounds.y1 + 1)
        rows = rows_of(word for word in page.words if edge[0] <= word.y <= edge[1])
        for pieces in rows[:MOST_ROWS] if at_top else rows[-MOST_ROWS:]:
            yield _Row(page, pieces, at_top, "\t".join(piece.text for piece in pieces))


def _running(rows: Sequence[_Row], count: int) -> set[int]:
    """Rows that say the same at the same height of most pages, of most after the first, or of every other one."""
    alike: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    for row in rows:
        alike[row.likeness].append(row)
    running: set[int] = set()
    for group in alike.values():
        for row in group:
            steady = [one for one in group if abs(one.y - row.y) <= _STEADY]
            if _is_running({one.page.number for one in steady}, count):
                running |= {id(one) for one in steady}
                break
    return running


def _is_running(numbers: set[int], count: int) -> bool:
    if len(numbers) < 2:
        return False
    later = len(numbers - {0})
    if later >= 0.6 * (count - 1) and (0 in numbers or later >= 2):
        return True
    return count >= 5 and any(
        sum(number % 2 == side for number in numbers) >= 0.8 * (count // 2 - 1) >= 2 for side in (0, 1)
    )


def _numbers(rows: Sequence[_Row], count: int) -> set[int]:
    """Page numbers that stand alone, outermost on their page: those that count as the pages do."""
    found: list[tuple[_Row, int]] = []
    for page, at_top in {(row.page.number, row.at_top) for row in rows}:
        outer = [row for row in rows if row.page.number == page and row.at_top == at_top]
        last = outer[0] if at_top else outer[-1]
        match = _PAGE_NUMBER.match(last.text)
        if match and last.y <= _OUTER * last.page.bounds.height:
            found.append((last, int(match["page"]) - page))
    shifts = [shift for _, shift in found]
    return {
        id(row)
        for row, shift in found
        if shifts.count(shift) >= 2 or (count == 1 and shift == 1) or not _FIGURES.fullmatch(row.text)
    }


def _without_number(text: str, counts: bool) -> str:
    if _PAGE_NUMBER.match(text):
        return ""
    said = _SAID_NUMBER.sub("", text)
    return (_LAST_NUMBER.sub("", said) if counts and said == text else said).strip(" \t|–-")

