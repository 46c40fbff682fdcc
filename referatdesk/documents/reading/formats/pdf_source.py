"""Paragraphs that were laid out on pages as the paragraphs of `source`: headings by their letters, places, runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.pdf_lines import Line, ends_sentence
from referatdesk.documents.reading.formats.pdf_page import Page
from referatdesk.documents.reading.formats.pdf_paragraphs import Paragraph
from referatdesk.documents.reading.formats.pdf_rows import rows_of
from referatdesk.documents.reading.formats.pdf_runs import Hyphens, runs_of
from referatdesk.documents.reading.formats.pdf_tags import Tag
from referatdesk.documents.reading.formats.pdf_words import Word
from referatdesk.documents.reading.source import MAX_PARAGRAPHS, Place, SourceComment, SourceParagraph, SourceText
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block, Cell, Table

_LONGEST_HEADING = 250
_LARGER = 0.4
_MOST_LEVELS = 6
_BLANK_LINE = 0.7


def source_of(paragraphs: Sequence[Paragraph], pages: Sequence[Page], margins: tuple[str, ...]) -> SourceText:
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise ReadingError("too_large", limit=MAX_PARAGRAPHS)
    made = _Source(paragraphs, {number: tag for page in pages for number, tag in page.tags.items()})
    listed = tuple(made.paragraphs())
    if not listed:
        raise ReadingError("no_text")
    return SourceText(listed, margins=margins, comments=tuple(made.comments(pages)))


class _Source:
    """Counts printed lines on the way, so that everything has its place."""

    def __init__(self, paragraphs: Sequence[Paragraph], tags: Mapping[int, Tag]) -> None:
        self._tags = tags
        self._tagged = any(tag.heading is not None for tag in tags.values())
        self._paragraphs = paragraphs
        self._hyphens = Hyphens([line for one in paragraphs for line in _all_lines(one)])
        self._levels = _levels(paragraphs)
        self._line = 0
        self._where: dict[int, list[tuple[float, Place]]] = {}

    def paragraphs(self) -> Iterator[SourceParagraph]:
        for one in self._paragraphs:
            if one.table is not None:
                yield self._table(one, one.table)
            elif one.picture is not None:
                place = self._next_place((), one.page)
                yield SourceParagraph(runs=(), place=place, picture=one.picture, page_before=one.opens, whole=True)
            elif one.text.strip():
                yield self._paragraph(one)
            for line in _all_lines(one):
                yield from (self._note(word.note, one.page) for word in line.words if word.note)

    def _note(self, words: Sequence[Word], page: int) -> SourceParagraph:
        lines = [Line(pieces) for pieces in rows_of(words)]
        runs = runs_of([lines], self._hyphens)
        return SourceParagraph(runs=runs, place=self._next_place(lines, page), note=True, whole=True)

    def _paragraph(self, one: Paragraph) -> SourceParagraph:
        place = self._next_place(one.lines, one.page)
        return SourceParagraph(
            runs=runs_of(one.cells, self._hyphens),
            place=place,
            heading=self._heading(one),
            contents=self._tag(one).contents,
            indent=_indent(one),
            blank_before=int(one.gap + 1 - _BLANK_LINE),
            page_before=one.opens,
            whole=True,
        )

    def _tag(self, one: Paragraph) -> Tag:
        return self._tags.get(one.lines[0].tag, Tag())

    def _heading(self, one: Paragraph) -> int | None:
        """As the file tags it; where it tags no headings, as its letters show it. Few tag their title."""
        by_size = self._levels.get(one.lines[0].size) if _may_be_heading(one) else None
        if not self._tagged:
            return by_size
        return 0 if by_size == 0 else self._tag(one).heading

    def _table(self, one: Paragraph, rows: Sequence[Sequence[Sequence[Paragraph]]]) -> SourceParagraph:
        place = self._next_place(_all_lines(one), one.page)
        cells = tuple(tuple(self._cell(cell) for cell in row) for row in rows)
        return SourceParagraph(
            runs=(),
            place=place,
            table=Table(cells),
            blank_before=int(one.gap + 1 - _BLANK_LINE),
            page_before=one.opens,
            whole=True,
        )

    def _cell(self, paragraphs: Sequence[Paragraph]) -> Cell:
        return Cell(tuple(Block(id=new_block_id(), runs=runs_of(one.cells, self._hyphens)) for one in paragraphs))

    def _next_place(self, lines: Sequence[Line], page: int) -> Place:
        place = Place(self._line + 1, self._line + max(len(lines), 1))
        self._line = place.line_to
        if lines:
            self._where.setdefault(page, []).append((lines[0].y, place))
        return place

    def comments(self, pages: Sequence[Page]) -> Iterator[SourceComment]:
        for page in pages:
            for note in page.notes:
                yield SourceComment(self._place_at(page.number, note.y), note.text, note.author, note.at)

    def _place_at(self, page: int, y: float) -> Place:
        """The last paragraph that begins above that height of the page; the first of all where there is none."""
        on_page = self._where.get(page, [])
        above = [place for top, place in on_page if top <= y]
        first = on_page[0][1] if on_page else Place(1, 1)
        return above[-1] if above else first


def _all_lines(one: Paragraph) -> list[Line]:
    if one.table is None:
        return one.lines
    return [line for row in one.table for cell in row for inner in cell for line in inner.lines]


def _indent(one: Paragraph) -> int:
    line = one.lines[0]
    return max(round((line.x0 - one.column.left) / (0.5 * line.size)), 0)


def _levels(paragraphs: Sequence[Paragraph]) -> dict[float, int]:
    """The heading level of every letter size that is larger than the text's; 0 for the title of the whole."""
    signs = Counter[float]()
    heads: dict[float, list[Paragraph]] = {}
    for one in paragraphs:
        for line in _all_lines(one):
            signs[line.size] += len(line.text)
        if one.table is None and one.lines:
            heads.setdefault(one.lines[0].size, []).append(one)
    if not signs:
        return {}
    usual = signs.most_common(1)[0][0]
    sizes = [size for size in sorted(heads, reverse=True) if size > usual + _LARGER and _are_headings(heads[size])]
    titled = len(sizes) > 1 and len(heads[sizes[0]]) == 1 and heads[sizes[0]][0].page == 0
    return {size: min(rank + (0 if titled else 1), _MOST_LEVELS) for rank, size in enumerate(sizes)}


def _are_headings(paragraphs: Sequence[Paragraph]) -> bool:
    return sum(_may_be_heading(one) and not ends_sentence(one.text) for one in paragraphs) * 2 > len(paragraphs)


def _may_be_heading(one: Paragraph) -> bool:
    return len(one.text) <= _LONGEST_HEADING and any(sign.isalpha() for sign in one.text)
