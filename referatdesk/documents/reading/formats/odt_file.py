"""An OpenDocument text (.odt, .ott) read: what it prints, in order, with its tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.odt_body import OdtBody
from referatdesk.documents.reading.formats.odt_package import OdtPackage, n
from referatdesk.documents.reading.formats.odt_styles import OdtStyles
from referatdesk.documents.reading.formats.printed_lines import with_gaps, without_page_number
from referatdesk.documents.reading.source import SourceText, flattened

_MARGINS = tuple(
    n(f"style:{name}") for name in ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")
)


def read_odt_file(zipped: Zipped) -> SourceText:
    """Raises ReadingError where there is no text, GateError where the file may not be opened."""
    package = OdtPackage(zipped)
    styles = OdtStyles(package.roots())
    text = package.content.find(f"{n('office:body')}/{n('office:text')}")
    if text is None:
        raise ReadingError("broken", reason="odt")
    body = OdtBody(package, styles)
    paragraphs = tuple(with_gaps(body.paragraphs(text)))
    if not paragraphs:
        raise ReadingError("no_text")
    lines = tuple(dict.fromkeys(filter(None, _margin_lines(package, styles))))
    return SourceText(paragraphs, comments=body.marks.comments(), changes=body.marks.changes(), margins=lines)


def _margin_lines(package: OdtPackage, styles: OdtStyles) -> Iterator[str]:
    body = OdtBody(package, styles, numbers_pages=False)
    listed: list[etree._Element] = [] if package.styles is None else list(package.styles.iter(*_MARGINS))
    for margin in listed:
        for one in body.paragraphs(margin):
            yield from (without_page_number(flattened(line)) for line in one.text.split("\n"))
