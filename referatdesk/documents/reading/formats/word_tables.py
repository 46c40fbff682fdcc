"""Tables of a Word file: rows of equal length, merged cells with their words in the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.cells import MAX_CELLS, MAX_COLUMNS, ReadTable
from referatdesk.documents.reading.formats.word_marks import author_of, words_of
from referatdesk.documents.reading.formats.word_package import is_on, value, w
from referatdesk.documents.reading.source import SourceParagraph

_OTHER_PLACES = frozenset({w("tbl"), w("tc"), w("p")})


def read_table(element: etree._Element, read: Callable[[etree._Element], Iterator[SourceParagraph]]) -> ReadTable:
    """The table with each cell read by `read`."""
    made = ReadTable(widths=_grid(element))
    for row in _within(element, w("tr")):
        properties = row.find(w("trPr"))
        gone = None if properties is None else properties.find(w("del"))
        if gone is not None:
            made.removed.append((words_of(row), author_of(gone)))
            continue
        if properties is not None and is_on(properties.find(w("tblHeader"))) and made.heads == len(made.rows):
            made.heads += 1
        cells = _empty(properties, "gridBefore")
        for cell in _within(row, w("tc")):
            cells += _cell(cell, read)
        made.rows.append(cells)
        made.cells += len(cells)
        if made.cells > MAX_CELLS:
            raise ReadingError("too_large", limit=MAX_CELLS)
    return made


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also where a control or a tracked change is put round them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _OTHER_PLACES:
            yield from _within(child, tag)


def _cell(
    cell: etree._Element, read: Callable[[etree._Element], Iterator[SourceParagraph]]
) -> list[list[SourceParagraph]]:
    """The paragraphs of a cell, and an empty list for each further column that it spans."""
    properties = cell.find(w("tcPr"))
    if properties is not None and properties.find(w("cellDel")) is not None:
        return [[]]
    return [list(read(cell)), *_spanned(None if properties is None else value(properties.find(w("gridSpan"))), 1)]


def _empty(properties: etree._Element | None, name: str) -> list[list[SourceParagraph]]:
    return _spanned(None if properties is None else value(properties.find(w(name))), 0)


def _spanned(number: str | None, own: int) -> list[list[SourceParagraph]]:
    columns = int(number) if number and number.isascii() and number.isdigit() and len(number) < 4 else own
    return [[] for _ in range(min(columns, MAX_COLUMNS) - own)]


def _grid(element: etree._Element) -> tuple[int, ...]:
    columns = [value(one, "w") or "" for one in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    plain = all(one.isascii() and one.isdigit() and len(one) < 7 for one in columns)
    return tuple(int(one) for one in columns) if plain else ()
