"""The text of an OpenDocument file from top to bottom: paragraphs, lists, headings, tables, boxes and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from referatdesk.documents.gate.pictures import media_type
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.cells import MAX_CELLS, MAX_COLUMNS, ReadTable
from referatdesk.documents.reading.formats.odt_lists import Lists, Mark, OpenList
from referatdesk.documents.reading.formats.odt_marks import OdtMarks
from referatdesk.documents.reading.formats.odt_package import OdtPackage, n
from referatdesk.documents.reading.formats.odt_styles import OdtStyle, OdtStyles
from referatdesk.documents.reading.formats.odt_words import OdtRuns, OdtWords
from referatdesk.documents.reading.formats.printed_lines import typed_indent, without_blanks_around
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceParagraph, SourcePicture
from referatdesk.domain.richtext import MAX_LEVEL, merged_runs

_PARAGRAPHS = frozenset({n("text:p"), n("text:h")})
_CONTENTS = frozenset({n("text:table-of-content"), n("text:illustration-index"), n("text:table-index")})
_UNSPOKEN = frozenset(map(n, ("text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls")))
_DEEPEST_HEADING = 9
MAX_PICTURE_BYTES = 30_000_000
"""Pictures beyond so many bytes in one file are kept by their words alone."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a paragraph stands."""

    opened: OpenList | None = None
    mark: Mark | None = None
    contents: bool = False


class OdtBody:
    """One reading of one file: lists are counted and paragraphs numbered on the way."""

    def __init__(self, package: OdtPackage, styles: OdtStyles, *, numbers_pages: bool = True) -> None:
        self.marks = OdtMarks(package.content)
        self._package = package
        self._styles = styles
        self._lists = Lists(styles)
        self._runs = OdtRuns(styles, self._changed, self._said, numbers_pages=numbers_pages)
        self._line = 0
        self._page_before = False
        self._pictures_left = MAX_PICTURE_BYTES

    def paragraphs(self, parent: etree._Element) -> Iterator[SourceParagraph]:
        yield from self._below(parent, _Around())

    def _changed(self, element: etree._Element) -> None:
        self.marks.change(element, self._line + 1)

    def _said(self, words: str) -> None:
        self.marks.said(words, self._line + 1)

    def _below(self, parent: etree._Element, around: _Around) -> Iterator[SourceParagraph]:
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                yield from self._paragraph(child, around)
                around = replace(around, mark=None)
            elif tag == n("text:list"):
                yield from self._list(child, around)
            elif tag == n("table:table"):
                yield from self._table(child, around)
            elif tag in {n("draw:frame"), n("draw:custom-shape"), n("draw:g")}:
                yield from self._drawing(child, "")
            elif tag == n("text:soft-page-break") or tag in _UNSPOKEN:
                continue
            elif isinstance(tag, str) and tag.startswith("{"):
                if child.get(n("text:display")) != "none":
                    yield from self._below(child, replace(around, contents=around.contents or tag in _CONTENTS))
                self.marks.change(child, self._line + 1)

    def _list(self, element: etree._Element, around: _Around) -> Iterator[SourceParagraph]:
        opened = self._lists.opened(element, around.opened)
        for item in element:
            mark = None
            if item.tag == n("text:list-item") and any(one.tag in _PARAGRAPHS for one in item):
                first = next(one for one in item if one.tag in _PARAGRAPHS)
                start = item.get(n("text:start-value")) or ""
                style = self._styles.of("paragraph", first.get(n("text:style-name"), ""))
                number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else None
                mark = self._lists.item(opened, number, style.list_style)
            yield from self._below(item, replace(around, opened=opened, mark=mark))

    def _next_place(self) -> Place:
        self._line += 1
        if self._line > MAX_PARAGRAPHS:
            raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
        return Place(self._line, self._line)

    def _paragraph(self, element: etree._Element, around: _Around) -> Iterator[SourceParagraph]:
        style = self._styles.of("paragraph", element.get(n("text:style-name"), ""))
        words = self._runs.read(element, style)
        self._page_before = self._page_before or style.page_before
        if style.hidden:
            words.runs.clear()
        if words.runs or not words.drawings:
            yield self._spoken(element, style, words, around)
        for drawing in words.drawings:
            yield from self._drawing(drawing, "")
        for comment in words.comments:
            self.marks.comment(comment, self._line)
        for note in words.notes:
            body = note.find(n("text:note-body"))
            read = () if body is None else self._below(body, _Around())
            yield from (replace(one, note=True) for one in read if one.text.strip())

    def _spoken(self, element: etree._Element, style: OdtStyle, words: OdtWords, around: _Around) -> SourceParagraph:
        text = without_blanks_around(merged_runs(words.runs))
        heading = _heading(element, style) if text else None
        mark = around.mark or Mark()
        marker = mark.text
        if heading and not marker and element.get(n("text:is-list-header")) != "true":
            marker = self._lists.heading(heading)
        return SourceParagraph(
            runs=text,
            place=self._next_place(),
            style=style.name,
            heading=heading,
            list_kind=mark.kind if heading is None else None,
            level=min(mark.level, MAX_LEVEL),
            marker=marker or None,
            indent=typed_indent(words.runs),
            contents=around.contents,
            page_before=self._took_page(),
            whole=True,
        )

    def _took_page(self) -> bool:
        taken, self._page_before = self._page_before, False
        return taken

    def _drawing(self, element: etree._Element, words: str) -> Iterator[SourceParagraph]:
        """A picture, or the paragraphs of a box; drawings may hold drawings."""
        words = _description(element) or words
        for child in element:
            if child.tag == n("draw:image"):
                picture = self._picture(child, words)
                if picture is not None:
                    yield SourceParagraph(runs=(), place=self._next_place(), picture=picture, whole=True)
                    return  # what follows in a frame is the same picture once more, for other programs
            elif child.tag == n("draw:text-box"):
                yield from self._below(child, _Around())
            elif child.tag in _PARAGRAPHS or child.tag == n("text:list"):
                yield from self._below(element, _Around())
                return
            elif isinstance(child.tag, str) and child.tag.startswith(n("draw:")):
                yield from self._drawing(child, words)

    def _picture(self, element: etree._Element, words: str) -> SourcePicture | None:
        inside = self._package.picture(element.get(n("xlink:href"), ""))
        if inside is not None and len(inside) <= self._pictures_left:
            kind = media_type(inside)
            if kind is not None:
                self._pictures_left -= len(inside)
                return SourcePicture(inside, kind, words)
        return SourcePicture(b"", "", words) if words else None

    def _table(self, element: etree._Element, around: _Around) -> Iterator[SourceParagraph]:
        page_before, first = self._took_page(), self._line + 1
        made = ReadTable()
        self._rows(element, made, head=False)
        if made.is_nothing:
            self._page_before = page_before
            return
        if made.is_frame:
            for at, one in enumerate(made.paragraphs()):
                yield replace(one, page_before=one.page_before or (page_before and at == 0))
            return
        last = self._line if self._line >= first else self._next_place().line_to
        yield SourceParagraph(
            runs=(),
            place=Place(first, last),
            table=made.table(),
            contents=around.contents,
            page_before=page_before,
            whole=True,
        )
        for one in made.paragraphs():
            if one.picture is not None or one.note:
                yield replace(one, place=self._next_place())

    def _rows(self, parent: etree._Element, made: ReadTable, *, head: bool) -> None:
        for child in parent:
            if child.tag == n("table:table-row"):
                cells = [cell for one in child for cell in self._cell(one)]
                while cells and not cells[-1]:
                    cells.pop()
                made.rows.append(cells)
                made.heads += head
                made.cells += len(cells)
                if made.cells > MAX_CELLS:
                    raise ReadingError("too_large", limit=MAX_CELLS)
            elif child.tag != n("table:table-column"):
                self._rows(child, made, head=head or child.tag == n("table:table-header-rows"))

    def _cell(self, element: etree._Element) -> list[list[SourceParagraph]]:
        """The paragraphs of a cell and, for each further column that it stands in, nothing."""
        if element.tag not in {n("table:table-cell"), n("table:covered-table-cell")}:
            return []
        times = element.get(n("table:number-columns-repeated"), "1")
        columns = int(times) if times.isascii() and times.isdigit() and len(times) < 6 else 1
        read = list(self._below(element, _Around()))
        return [read, *([] for _ in range(min(columns, MAX_COLUMNS) - 1))]


def _heading(element: etree._Element, style: OdtStyle) -> int | None:
    if style.title:
        return 0
    if element.tag != n("text:h"):
        return None
    level = element.get(n("text:outline-level"), "1")
    return min(int(level) if level.isascii() and level.isdigit() and len(level) < 3 else 1, _DEEPEST_HEADING) or 1


def _description(element: etree._Element) -> str:
    parts = (element.find(n("svg:desc")), element.find(n("svg:title")))
    words = next((one.text for one in parts if one is not None and one.text), "")
    return " ".join((words or "").split())
