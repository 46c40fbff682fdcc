"""One page of a PDF as it is laid out: its words, rules, pictures, links and notes, turned so that it can be read."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from referatdesk.documents.reading.formats.pdf_drawings import Box, Drawings, read_drawings
from referatdesk.documents.reading.formats.pdf_grids import Grid, grids_of
from referatdesk.documents.reading.formats.pdf_pictures import read_pictures
from referatdesk.documents.reading.formats.pdf_tags import Tag, read_tags
from referatdesk.documents.reading.formats.pdf_words import Word, WordReader, turned
from referatdesk.documents.reading.source import SourcePicture

MAX_NOTES = 2_000
_NOTE_KINDS = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_SQUIGGLY,
    }
)
_DRAWN_KINDS = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?")


@dataclass(frozen=True, slots=True)
class PageNote:
    """A comment pinned to a place of the page."""

    y: float
    text: str
    author: str | None
    at: str | None


@dataclass(slots=True)
class Page:
    """`words` run as most of the page does; `aside` holds those at other angles, each angle by itself."""

    number: int
    bounds: Box
    words: list[Word]
    aside: list[list[Word]]
    drawings: Drawings
    grids: list[Grid]
    notes: list[PageNote]
    pictures: list[tuple[Box, SourcePicture]]
    tags: dict[int, Tag]
    """By the number that words have as their tag."""


def read_page(document: Any, number: int) -> Page | None:
    """The page with that number, counted from 0; None where pdfium cannot read it."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return None
    try:
        if _draws_fields(page):
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number)
        return _read(document, page, number)
    finally:
        pdfium.FPDF_ClosePage(page)


def _read(document: Any, page: Any, number: int) -> Page:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        found = list(WordReader(text).words()) if text else []
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
    tags = read_tags(page, number)
    for _, word in found:
        word.tag = tags[word.tag].number if word.tag in tags else -1
    angles = Counter[int]()
    for turn, word in found:
        angles[turn] += len(word.text)
    angle = angles.most_common(1)[0][0] if angles else 0
    words = [word for turn, word in found if turn == angle]
    for box, target in _links(document, page, angle):
        for word in words:
            if box.holds((word.x0 + word.x1) / 2, word.y - word.size * 0.3):
                word.link = target
    aside = [[word for turn, word in found if turn == other] for other in angles if other != angle]
    drawings = read_drawings(page, angle)
    grids = grids_of(drawings.across, drawings.down, words)
    bounds = _page_box(page, angle)
    pictures = list(read_pictures(drawings.pictures, bounds, tags))
    by_number = {tag.number: tag for tag in tags.values()}
    notes = list(_notes(page, angle))
    return Page(number, bounds, words, aside, drawings, grids, notes, pictures, by_number)


def _page_box(page: Any, angle: int) -> Box:
    edges = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, edges)
    return _turned_box(edges, angle)


def _turned_box(edges: Any, angle: int) -> Box:
    (x0, y0), (x1, y1) = turned(edges.left, edges.bottom, angle), turned(edges.right, edges.top, angle)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _kind_of(annotation: Any) -> int:
    kind: int = pdfium.FPDFAnnot_GetSubtype(annotation)
    return kind


def _annotations(page: Any) -> Iterator[Any]:
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_NOTES)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if annotation:
            try:
                yield annotation
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)


def _draws_fields(page: Any) -> bool:
    return any(_kind_of(annotation) in _DRAWN_KINDS for annotation in _annotations(page))


def _links(document: Any, page: Any, angle: int) -> Iterator[tuple[Box, str]]:
    """Links that lead out of the file to a web or mail address."""
    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    edges = pdfium.FS_RECTF()
    for _ in range(MAX_NOTES):
        if not pdfium.FPDFLink_Enumerate(page, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI or not pdfium.FPDFLink_GetAnnotRect(link, edges):
            continue
        target = _address(document, action)
        if target:
            yield _turned_box(edges, angle), target


def _address(document: Any, action: Any) -> str:
    found = ctypes.create_string_buffer(2_000)
    pdfium.FPDFAction_GetURIPath(document, action, found, 2_000)
    return found.value.decode("utf-8", errors="replace")


def _notes(page: Any, angle: int) -> Iterator[PageNote]:
    edges = pdfium.FS_RECTF()
    for annotation in _annotations(page):
        text = _said(annotation, b"Contents") if _kind_of(annotation) in _NOTE_KINDS else ""
        if text and pdfium.FPDFAnnot_GetRect(annotation, edges):
            box = _turned_box(edges, angle)
            yield PageNote(box.y1, text, _said(annotation, b"T") or None, _moment(_said(annotation, b"M")))


def _said(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length < 200_000:
        return ""
    signs = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, signs, length)
    return bytes(signs).decode("utf-16-le", errors="replace").rstrip("\0").strip()


def _moment(said: str) -> str | None:
    match = _DATE.match(said)
    return None if match is None else "{}-{}-{}T{}:{}:{}".format(*(part or "00" for part in match.groups()))
