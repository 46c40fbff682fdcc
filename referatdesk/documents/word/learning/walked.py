"""Finished minutes opened for learning: what the reader reads of them, and the paragraph behind each of its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.reading.formats.printed_lines import with_gaps
from referatdesk.documents.reading.formats.word_body import BodyReader, Notes, WordFile
from referatdesk.documents.reading.formats.word_margins import begins_page, margin_lines, sections
from referatdesk.documents.reading.formats.word_package import WordPackage
from referatdesk.documents.reading.source import SourceParagraph, SourceText
from referatdesk.documents.word.findings import TemplateError, TemplateFinding
from referatdesk.documents.word.learning.accepted import accept_changes, free_controls
from referatdesk.documents.word.names import w
from referatdesk.documents.word.package import Package, read_package


@dataclass(frozen=True, slots=True)
class OldMinutes:
    """The package, the tree of its text with changes accepted, its lines, and the w:p behind each line."""

    package: Package
    root: etree._Element
    source: SourceText
    elements: dict[int, etree._Element]

    @property
    def body(self) -> etree._Element:
        found = self.root.find(w("body"))
        if found is None:
            raise TemplateError([TemplateFinding("file.not_word")])
        return found


class _Tracing(BodyReader):
    """Reads as the reader of documents does, and remembers where each line stood."""

    elements: dict[int, etree._Element]

    def _paragraph(self, element: etree._Element, contents: bool) -> Iterator[SourceParagraph]:
        for one in super()._paragraph(element, contents):
            self.elements.setdefault(one.place.line_from, element)
            yield one


def walk(content: bytes) -> OldMinutes:
    """Raises TemplateError for what the gate refuses and for what is no Word file."""
    package = read_package(content)
    zipped = Zipped(content)
    try:
        opened = WordPackage(zipped)
        accept_changes(opened.document)
        free_controls(opened.document)
        return _walked(package, opened)
    finally:
        zipped.close()


def _walked(package: Package, opened: WordPackage) -> OldMinutes:
    file = WordFile(opened)
    listed = sections(opened.document)
    found = {kind: Notes.of(file, kind) for kind in ("footnote", "endnote")}
    notes = {kind: one for kind, one in found.items() if one is not None}
    reader = _Tracing(file, file.part(opened.main), notes, [begins_page(one) for one in listed])
    reader.elements = {}
    body = opened.document.find(w("body"))
    paragraphs = tuple(with_gaps(() if body is None else reader.paragraphs(body)))
    if not paragraphs:
        raise TemplateError([TemplateFinding("file.no_text")])
    source = SourceText(paragraphs, margins=margin_lines(opened, listed))
    return OldMinutes(package, opened.document, source, reader.elements)
