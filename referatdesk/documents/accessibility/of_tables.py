"""Rules about tables: their first row is said to be a heading, and every cell stands for itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.accessibility.finding import Finding
from referatdesk.documents.accessibility.opened import Opened, cell_of, is_on
from referatdesk.documents.word.names import w
from referatdesk.documents.word.xml import child, value_of


def header_row(document: Opened) -> Iterator[Finding]:
    """Heard, a cell is told with the heading of its column."""
    for part in document.parts:
        for table in part.elements("tbl"):
            rows = _rows(table)
            columns = max((len(_cells(row)) for row in rows), default=0)
            if len(rows) > 1 and columns > 1 and not is_on(rows[0], "trPr/tblHeader"):
                yield Finding("table.no_header", part.place(table))


def merged(document: Opened) -> Iterator[Finding]:
    for part in document.parts:
        for table in part.elements("tbl"):
            count = sum(_is_merged(cell) for row in _rows(table) for cell in _cells(row))
            if count:
                yield Finding("table.merged", part.place(table), {"count": count})


def nested(document: Opened) -> Iterator[Finding]:
    for part in document.parts:
        for table in part.elements("tbl"):
            if cell_of(table) is not None:
                yield Finding("table.nested", part.place(table))


def _rows(table: etree._Element) -> list[etree._Element]:
    return [row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]


def _is_merged(cell: etree._Element) -> bool:
    span = value_of(cell, "tcPr/gridSpan") or "1"
    return span != "1" or child(cell, "tcPr/vMerge") is not None
