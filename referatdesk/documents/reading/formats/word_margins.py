"""The headers and footers of a Word file as lines, and the sections that they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.reading.formats.printed_lines import without_page_number
from referatdesk.documents.reading.formats.word_body import BodyReader, WordFile
from referatdesk.documents.reading.formats.word_package import R, WordPackage, value, w
from referatdesk.documents.reading.source import flattened

_SAME_PAGE = frozenset({"continuous", "nextColumn"})
_REFERENCES = (w("headerReference"), w("footerReference"))


def sections(document: etree._Element) -> list[etree._Element]:
    """The properties of each section, those before a tracked change left out."""
    return [one for one in document.iter(w("sectPr")) if getattr(one.getparent(), "tag", "") != w("sectPrChange")]


def begins_page(section: etree._Element) -> bool:
    return value(section.find(w("type"))) not in _SAME_PAGE


def margin_lines(package: WordPackage, listed: list[etree._Element]) -> tuple[str, ...]:
    """The lines of all headers and footers in use, each once, without the numbers of pages."""
    file = WordFile(package)
    relations = package.relations(package.main)
    keys = (
        one.get(f"{{{R}}}id") or "" for section in listed for one in section.iterfind("*") if one.tag in _REFERENCES
    )
    names = [relations[key].target for key in keys if key in relations and not relations[key].external]
    lines = [line for name in dict.fromkeys(names) for line in _lines(file, name)]
    return tuple(dict.fromkeys(filter(None, map(without_page_number, lines))))


def _lines(file: WordFile, name: str) -> Iterator[str]:
    root = file.package.part(name)
    if root is not None:
        for one in BodyReader(file, file.part(name, numbers_pages=False)).paragraphs(root):
            yield from (flattened(line) for line in one.text.split("\n"))
