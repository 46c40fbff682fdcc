"""A Word file read: paragraphs, lists, headings and tables of the body in order, as they are printed.

Headers, footers and comments are no part of the body and are left out. Tracked changes are read as accepted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.word_numbering import Numbering
from referatdesk.documents.reading.formats.word_package import WordPackage, is_on, value, w
from referatdesk.documents.reading.formats.word_runs import GONE, PASSED_OVER, RunReader, text_boxes
from referatdesk.documents.reading.formats.word_styles import ListPlace, ParagraphStyles, list_place, outline_level
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceParagraph, SourceText, stripped_runs
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import MAX_LEVEL, Block, Cell, Run, Table, merged_runs


def read_word_file(path: Path) -> SourceText:
    """The body of a Word file; raises ReadingError where it has no text or is no Word file."""
    package = WordPackage(path)
    try:
        root = package.part(package.main)
        body = None if root is None else root.find(w("body"))
        paragraphs = [] if body is None else list(_Body(package).paragraphs(body))
    finally:
        package.close()
    filled = tuple(_with_gaps(paragraphs))
    if not filled:
        raise ReadingError("no_text")
    return SourceText(filled)


def _with_gaps(paragraphs: list[SourceParagraph]) -> Iterator[SourceParagraph]:
    """The paragraphs that say something; the empty ones between them become their gaps."""
    blank = 0
    for one in paragraphs:
        if one.table is None and not one.text.strip():
            blank += 1
        else:
            yield replace(one, blank_before=blank)
            blank = 0


class _Body:
    """One reading of one body: lists are counted and paragraphs numbered on the way."""

    def __init__(self, package: WordPackage) -> None:
        self._styles = ParagraphStyles(package.beside("styles"))
        self._numbering = Numbering(package.beside("numbering"))
        self._runs = RunReader(package.relations(package.main))
        self._notes = _notes(package.beside("footnotes"))
        self._line = 0
        self._carried: tuple[Run, ...] = ()

    def paragraphs(self, parent: etree._Element, contents: bool = False) -> Iterator[SourceParagraph]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, contents)
            elif child.tag == w("tbl"):
                yield self._table(child, contents)
            elif child.tag not in PASSED_OVER:
                yield from self.paragraphs(child, contents or _is_contents_control(child))

    def _paragraph(self, element: etree._Element, contents: bool) -> Iterator[SourceParagraph]:
        properties = element.find(w("pPr"))
        style_id = _style_id(properties) or self._styles.default
        runs = self._carried + tuple(self._runs.runs(element, self._styles.is_bold(style_id)))
        if _mark_is_deleted(properties):
            self._carried = runs
            return
        self._carried = ()
        place = self._next_place()
        heading = self._heading(properties, style_id)
        kind, level, marker = self._list(properties, style_id)
        words = _words(_composed(runs))
        yield SourceParagraph(
            runs=words,
            place=place,
            style=self._styles.name(style_id),
            heading=heading if words else None,
            list_kind=kind if heading is None else None,
            level=level,
            marker=marker or None,
            indent=_typed_indent(runs),
            contents=contents or self._styles.is_contents(style_id),
            whole=True,
        )
        for box in text_boxes(element):
            yield from self.paragraphs(box, contents)
        for note in element.iter(w("footnoteReference")):
            yield from self.paragraphs(self._notes.get(value(note, "id") or "", _NOTHING), contents)

    def _next_place(self) -> Place:
        self._line += 1
        if self._line > MAX_PARAGRAPHS:
            raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
        return Place(self._line, self._line)

    def _heading(self, properties: etree._Element | None, style_id: str) -> int | None:
        own = outline_level(properties)
        if own is not None:
            return own + 1 if own < 9 else None
        return self._styles.heading(style_id)

    def _list(self, properties: etree._Element | None, style_id: str) -> tuple[BlockKind | None, int, str]:
        place = list_place(properties) or self._styles.list_place(style_id)
        if place is not None and place.num_id != "0":
            kind, marker = self._numbering.next(ListPlace(place.num_id, place.level))
            return kind, min(place.level, MAX_LEVEL), marker
        by_name = None if place is not None else self._styles.list_by_name(style_id)
        return (None, 0, "") if by_name is None else (by_name[0], by_name[1], "")

    def _table(self, element: etree._Element, contents: bool) -> SourceParagraph:
        first = self._line + 1
        rows: list[tuple[Cell, ...]] = []
        heads = 0
        for row in element.iter(w("tr")):
            if _nearest(row, w("tbl")) is not element or _is_deleted_row(row):
                continue
            heads += is_on(row.find(f"{w('trPr')}/{w('tblHeader')}")) and heads == len(rows)
            rows.append(tuple(self._cells(row)))
        width = max((len(row) for row in rows), default=0)
        even = tuple(row + (Cell(),) * (width - len(row)) for row in rows)
        return SourceParagraph(
            runs=(),
            place=Place(first, max(self._line, first)),
            table=Table(even, header_rows=max(heads, 1)),
            contents=contents,
            whole=True,
        )

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for cell in row.iter(w("tc")):
            if _nearest(cell, w("tr")) is not row:
                continue
            properties = cell.find(w("tcPr"))
            span = value(None if properties is None else properties.find(w("gridSpan"))) or "1"
            yield Cell(tuple(_block(one) for one in self.paragraphs(cell) if one.text.strip()))
            yield from (Cell() for _ in range(min(int(span) if span.isdigit() else 1, 60) - 1))


def _block(one: SourceParagraph) -> Block:
    """A paragraph in a cell; a table in a table is kept by its words, for a cell holds no table."""
    if one.table is not None:
        return Block(id=new_block_id(), runs=(Run(one.text),))
    if one.list_kind is not None:
        return Block(id=new_block_id(), kind=one.list_kind, runs=one.runs, level=one.level, marker=one.marker)
    return Block(id=new_block_id(), runs=one.runs)


_NOTHING = etree.Element(w("footnote"))


def _notes(root: etree._Element | None) -> dict[str, etree._Element]:
    listed = () if root is None else root.iter(w("footnote"))
    return {value(one, "id") or "": one for one in listed if value(one, "type") in {None, "normal"}}


def _style_id(properties: etree._Element | None) -> str | None:
    return None if properties is None else value(properties.find(w("pStyle")))


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    return properties is not None and any(properties.find(f"{w('rPr')}/{gone}") is not None for gone in GONE)


def _is_deleted_row(row: etree._Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _is_contents_control(element: etree._Element) -> bool:
    gallery = value(element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"))
    return gallery == "Table of Contents"


def _words(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without blanks round them; a first tab stays where a row of cells begins with an empty one."""
    text = "".join(run.text for run in runs)
    words = stripped_runs(runs)
    is_row = text.lstrip(" ").startswith("\t") and "\t" in text.strip()
    return merged_runs((Run("\t"), *words)) if is_row else words


def _typed_indent(runs: tuple[Run, ...]) -> int:
    text = "".join(run.text for run in runs).replace("\t", "    ")
    return len(text) - len(text.lstrip())


def _composed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return merged_runs(replace(run, text=unicodedata.normalize("NFC", run.text)) for run in runs)
