"""A PDF with text read: its paragraphs in reading order, as they were before they were laid out on pages."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from referatdesk.documents.gate.door import MAX_DOCUMENT_BYTES, content_of
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.pdf_breaks import breaks_of
from referatdesk.documents.reading.formats.pdf_flows import (
    DrawnTable,
    Flow,
    Row,
    flows_of,
    picture_part,
    piece_part,
    table_part,
)
from referatdesk.documents.reading.formats.pdf_grids import Grid
from referatdesk.documents.reading.formats.pdf_lines import Column, Line, column_of, line_of
from referatdesk.documents.reading.formats.pdf_margins import take_margins
from referatdesk.documents.reading.formats.pdf_notes import take_notes
from referatdesk.documents.reading.formats.pdf_page import Page, read_page
from referatdesk.documents.reading.formats.pdf_paragraphs import Paragraph, joined_over_pages, paragraphs_of
from referatdesk.documents.reading.formats.pdf_pictures import without_repeated
from referatdesk.documents.reading.formats.pdf_rows import Piece, rows_of
from referatdesk.documents.reading.formats.pdf_source import source_of
from referatdesk.documents.reading.formats.pdf_words import UNREADABLE, Word
from referatdesk.documents.reading.source import SourceText

MAX_BYTES = MAX_DOCUMENT_BYTES
MAX_PAGES = 1_500
MAX_WORDS = 200_000
_LEAST_SIGNS_A_PAGE = 15
"""Fewer on pages full of pictures are what a scanner prints on its pictures, not their text."""


def read_pdf_file(path: Path) -> SourceText:
    """The text of a PDF; raises ReadingError, "scanned" where its pages are mere pictures of text."""
    size = path.stat().st_size
    if size == 0:
        raise ReadingError("empty")
    if size > MAX_BYTES:
        raise ReadingError("too_large", limit=MAX_BYTES)
    with _opened(path) as document:
        pages = _pages(document)
        _refuse_pictures(pages)
        margins = take_margins(pages)
        take_notes(pages)
        _drop_logos(pages)
        return source_of(_laid_out(pages), pages, margins)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    content = content_of(path, MAX_BYTES)
    held = (ctypes.c_char * len(content)).from_buffer_copy(content)
    document = pdfium.FPDF_LoadMemDocument64(held, len(content), None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        guarded = code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise ReadingError("protected" if guarded else "broken")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(document: Any) -> list[Page]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > MAX_PAGES:
        raise ReadingError("too_large", limit=MAX_PAGES)
    pages: list[Page] = []
    words = 0
    for number in range(count):
        page = read_page(document, number)
        if page is not None:
            pages.append(page)
            words += len(page.words)
        if words > MAX_WORDS:
            raise ReadingError("too_large", limit=MAX_WORDS)
    if not pages:
        raise ReadingError("broken")
    return pages


def _drop_logos(pages: Sequence[Page]) -> None:
    refused = without_repeated([picture for page in pages for _, picture in page.pictures])
    for page in pages:
        page.pictures = [(box, picture) for box, picture in page.pictures if picture.data not in refused]


def _refuse_pictures(pages: Sequence[Page]) -> None:
    texts = [word.text for page in pages for words in (page.words, *page.aside) for word in words]
    signs = sum(len(text) for text in texts)
    unreadable = sum(text.count(UNREADABLE) for text in texts)
    pictured = sum(_is_picture(page) for page in pages)
    if unreadable * 3 > signs or (pictured * 2 > len(pages) and signs < _LEAST_SIGNS_A_PAGE * len(pages)):
        raise ReadingError("scanned")
    if signs == 0:
        raise ReadingError("no_text")


def _is_picture(page: Page) -> bool:
    whole = page.bounds.width * page.bounds.height
    return sum(box.width * box.height for box, _ in page.drawings.pictures) > 0.5 * whole


def _laid_out(pages: Sequence[Page]) -> list[Paragraph]:
    flows = [(page, flow) for page in pages for flow in _flows(page)]
    lines = {id(flow): _plain_lines(flow) for _, flow in flows}
    columns = _columns(flows, lines)
    widest = max(columns.values(), key=lambda one: one.right - one.left)
    breaks = breaks_of(list(lines.values()), widest)
    paragraphs: list[Paragraph] = []
    opened: set[int] = set()
    for page, flow in flows:
        made = paragraphs_of(flow, columns[_width(page)].right, breaks, page.number)
        if made and page.number not in opened:
            opened.add(page.number)
            made[0].opens = page is not pages[0]
        paragraphs += made
    return joined_over_pages(paragraphs, breaks)


def _flows(page: Page) -> Iterator[Flow]:
    tables, words = _drawn_tables(page)
    parts = [piece_part(piece) for row in rows_of(words) for piece in row]
    pictures = [picture_part(box, picture, words) for box, picture in page.pictures]
    yield from flows_of([*parts, *map(table_part, tables), *pictures])
    for aside in page.aside:
        rows = [Row([[piece_part(piece)] for piece in row]) for row in rows_of(aside)]
        yield Flow(rows, max(word.x1 for word in aside))


def _drawn_tables(page: Page) -> tuple[list[DrawnTable], list[Word]]:
    """The tables of the page, and the words outside them."""
    tables = [DrawnTable(grid, defaultdict(list)) for grid in sorted(page.grids, key=_area)]
    free: list[Word] = []
    for word in page.words:
        table = next((one for one in tables if _holds(one.grid, word)), None)
        if table is None:
            free.append(word)
        else:
            table.words[table.grid.cell_at((word.x0 + word.x1) / 2, word.y - 0.3 * word.size)].append(word)
    return [table for table in tables if table.words], free


def _area(grid: Grid) -> float:
    return grid.box.width * grid.box.height


def _holds(grid: Grid, word: Word) -> bool:
    return grid.box.holds((word.x0 + word.x1) / 2, word.y - 0.3 * word.size)


def _plain_lines(flow: Flow) -> list[Line]:
    return [line_of(row) for row in flow.rows if all(isinstance(part.held, Piece) for part in row.parts)]


def _width(page: Page) -> int:
    return round(page.bounds.width)


def _columns(flows: Sequence[tuple[Page, Flow]], lines: dict[int, list[Line]]) -> dict[int, Column]:
    """The column of the text on pages of each width: it ends as far from the right edge as it begins from the left."""
    edges = {_width(page): page.bounds for page, _ in flows}
    of_width: dict[int, list[Line]] = defaultdict(list)
    for page, flow in flows:
        of_width[_width(page)] += lines[id(flow)] if flow.right is None else []
    columns = {}
    for width, bounds in edges.items():
        starts = sorted(line.x0 - bounds.x0 for line in of_width[width])
        left = starts[len(starts) // 20] if starts else 0.0
        columns[width] = column_of(of_width[width], bounds.x1 - max(left, 20.0))
    return columns
