"""The text of one part of a Word file from top to bottom: paragraphs, lists, headings, tables, boxes and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.printed_lines import typed_indent, without_blanks_around
from referatdesk.documents.reading.formats.word_drawings import ALTERNATES, Pictures, chosen
from referatdesk.documents.reading.formats.word_marks import GONE, CommentMarks, Pending
from referatdesk.documents.reading.formats.word_numbering import Numbering
from referatdesk.documents.reading.formats.word_package import WordPackage, is_on, value, w
from referatdesk.documents.reading.formats.word_runs import PartOfFile, RunReader, Words
from referatdesk.documents.reading.formats.word_styles import (
    ListPlace,
    ParagraphStyle,
    Styles,
    list_place,
    outline_level,
)
from referatdesk.documents.reading.formats.word_tables import read_table
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceParagraph
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import MAX_LEVEL, Run, merged_runs

_PASSED_OVER = GONE | {w("sectPr"), w("tcPr"), w("sdtPr"), w("sdtEndPr")}
_BODY_LEVEL = 9
"""The outline level of what is no heading."""


class WordFile:
    """What all parts of one file share: its styles, its lists, its lines, and what readers left in it."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.styles = Styles(package.beside("styles"))
        self.numbering = Numbering(package.beside("numbering"))
        self.pictures = Pictures(package)
        self.pending = Pending()
        self.comments = CommentMarks()
        self.line = 0

    def next_place(self) -> Place:
        self.line += 1
        if self.line > MAX_PARAGRAPHS:
            raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
        return Place(self.line, self.line)

    def part(self, name: str, *, numbers_pages: bool = True) -> RunReader:
        """A reader of runs for that part; without `numbers_pages` the numbers of pages are no text."""
        return RunReader(
            PartOfFile(
                self.styles,
                self.package.relations(name),
                self.pictures,
                self.pending,
                self.comments,
                numbers_pages,
            )
        )


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one kind by id, and what reads their runs."""

    elements: Mapping[str, etree._Element]
    runs: RunReader

    @staticmethod
    def of(file: WordFile, kind: str) -> Notes | None:
        name = file.package.name_beside(f"{kind}s")
        root = None if name is None else file.package.part(name)
        if name is None or root is None:
            return None
        listed = (one for one in root.iter(w(kind)) if value(one, "type") in {None, "normal"})
        return Notes({value(one, "id") or "": one for one in listed}, file.part(name))


class BodyReader:
    """One reading of one part: lists are counted and paragraphs numbered on the way.

    `sections` says of each section of the part in turn whether it begins on a new page.
    """

    def __init__(
        self,
        file: WordFile,
        runs: RunReader,
        notes: Mapping[str, Notes] | None = None,
        sections: Iterable[bool] = (),
    ) -> None:
        self._file = file
        self._runs = runs
        self._notes = notes or {}
        self._sections = iter([*sections][1:])
        self._carried: list[Run] = []
        self._page_before = False

    def paragraphs(self, parent: etree._Element, contents: bool = False) -> Iterator[SourceParagraph]:
        yield from self._below(parent, contents)
        yield from self._left_over()

    def _below(self, parent: etree._Element, contents: bool) -> Iterator[SourceParagraph]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child, contents)
            elif child.tag == w("tbl"):
                yield from self._left_over()
                yield from self._table(child, contents)
            elif child.tag == ALTERNATES:
                one = chosen(child)
                yield from () if one is None else self._below(one, contents)
            elif child.tag not in _PASSED_OVER:
                yield from self._below(child, contents or _is_contents_control(child))

    def _paragraph(self, element: etree._Element, contents: bool) -> Iterator[SourceParagraph]:
        properties = element.find(w("pPr"))
        style = self._file.styles.paragraph(_style_id(properties) or self._file.styles.default)
        words = self._runs.read(element, style.bold, self._file.line + 1)
        contents = contents or words.contents or style.contents
        words.runs = self._carried + words.runs
        self._carried = []
        self._page_before = self._page_before or words.page_before or _breaks_page(properties, style)
        if _mark_is_deleted(properties):
            self._carried = words.runs
        elif words.runs or not words.pictures:
            yield replace(self._spoken(properties, style, words), contents=contents, page_before=self._took_page())
        yield from self._anchored(words, contents)
        new_page = properties is not None and properties.find(w("sectPr")) is not None and next(self._sections, False)
        self._page_before = self._page_before or words.page_after or new_page

    def _spoken(self, properties: etree._Element | None, style: ParagraphStyle, words: Words) -> SourceParagraph:
        heading = _heading(properties, style)
        kind, level, marker = self._list(properties, style)
        text = without_blanks_around(merged_runs(words.runs))
        return SourceParagraph(
            runs=text,
            place=self._file.next_place(),
            style=style.name,
            heading=heading if text else None,
            list_kind=kind if heading is None else None,
            level=level,
            marker=marker or None,
            indent=typed_indent(words.runs),
            whole=True,
        )

    def _took_page(self) -> bool:
        taken, self._page_before = self._page_before, False
        return taken

    def _left_over(self) -> Iterator[SourceParagraph]:
        """The words of a paragraph whose end was deleted, where no paragraph follows that they could go on in."""
        if self._carried:
            words, self._carried = Words(runs=self._carried), []
            style = self._file.styles.paragraph(self._file.styles.default)
            yield replace(self._spoken(None, style, words), page_before=self._took_page())

    def _anchored(self, words: Words, contents: bool) -> Iterator[SourceParagraph]:
        """Pictures, boxes and notes, after the paragraph in which they are anchored."""
        for picture in words.pictures:
            place = self._file.next_place()
            yield SourceParagraph(runs=(), place=place, picture=picture, page_before=self._took_page(), whole=True)
        for line in words.diagrams:
            yield SourceParagraph(runs=(Run(line),), place=self._file.next_place(), whole=True)
        carried, self._carried = self._carried, []
        for box in words.boxes:
            yield from self.paragraphs(box, contents)
        for kind, key in words.notes:
            notes = self._notes.get(kind)
            element = None if notes is None else notes.elements.get(key)
            if notes is not None and element is not None:
                reader = BodyReader(self._file, notes.runs)
                yield from (replace(one, note=True) for one in reader.paragraphs(element) if one.text.strip())
        self._carried = carried

    def _list(self, properties: etree._Element | None, style: ParagraphStyle) -> tuple[BlockKind | None, int, str]:
        own, base = list_place(properties), style.list_place
        num_id = own.num_id if own is not None and own.num_id is not None else base.num_id if base is not None else None
        if num_id is not None and num_id != "0":
            level = next((one.level for one in (own, base) if one is not None and one.level is not None), None)
            if level is None:
                level = self._file.numbering.level_of_style(num_id, style.id)
            kind, marker = self._file.numbering.next(ListPlace(num_id, level))
            return kind, min(level, MAX_LEVEL), marker
        by_name = style.list_by_name if num_id is None else None
        return (None, 0, "") if by_name is None else (by_name[0], by_name[1], "")

    def _table(self, element: etree._Element, contents: bool) -> Iterator[SourceParagraph]:
        page_before, first = self._took_page(), self._file.line + 1
        made = read_table(element, self.paragraphs)
        for words, author in made.removed:
            self._file.pending.add(first, words, False, author)
        if made.is_nothing:
            self._page_before = page_before
            return
        if made.is_frame:
            for at, one in enumerate(made.paragraphs()):
                yield replace(one, page_before=one.page_before or (page_before and at == 0))
            return
        last = self._file.line if self._file.line >= first else self._file.next_place().line_to
        yield SourceParagraph(
            runs=(),
            place=Place(first, last),
            table=made.table(),
            contents=contents,
            page_before=page_before,
            whole=True,
        )
        for one in made.paragraphs():
            if one.picture is not None or one.note:
                yield replace(one, place=self._file.next_place())


def _heading(properties: etree._Element | None, style: ParagraphStyle) -> int | None:
    own = outline_level(properties)
    if own is None:
        return style.heading
    return own + 1 if own < _BODY_LEVEL else None


def _breaks_page(properties: etree._Element | None, style: ParagraphStyle) -> bool:
    own = None if properties is None else properties.find(w("pageBreakBefore"))
    return style.page_before if own is None else is_on(own)


def _style_id(properties: etree._Element | None) -> str | None:
    return None if properties is None else value(properties.find(w("pStyle")))


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    form = None if properties is None else properties.find(w("rPr"))
    return form is not None and any(form.find(gone) is not None for gone in GONE)


def _is_contents_control(element: etree._Element) -> bool:
    gallery = value(element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"))
    return gallery == "Table of Contents"
