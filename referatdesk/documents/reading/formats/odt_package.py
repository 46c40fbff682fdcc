"""The package of an OpenDocument text and the names of its elements."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache

from lxml import etree

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.markup import parsed
from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.reading.errors import ReadingError

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_ENCRYPTED = b"encryption-data"
MANIFEST = "META-INF/manifest.xml"


@cache
def n(name: str) -> str:
    """The name of an element or attribute as lxml has it: "text:p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


class OdtPackage:
    """`content` is the root of the text, `styles` that of the styles, None where the file has none."""

    def __init__(self, zipped: Zipped) -> None:
        self._zip = zipped
        if _ENCRYPTED in (zipped.read(MANIFEST) or b""):
            raise GateError("protected")
        content = self._part("content.xml")
        if content is None or content.tag != n("office:document-content"):
            raise ReadingError("broken", reason="odt")
        self.content = content
        self.styles = self._part("styles.xml")

    def roots(self) -> Iterator[etree._Element]:
        """Those in which styles are defined."""
        if self.styles is not None:
            yield self.styles
        yield self.content

    def picture(self, address: str) -> bytes | None:
        """The bytes of a picture in the package; what lies outside is never opened."""
        inside = posixpath.normpath(address)
        return None if ":" in inside or inside.startswith(("/", "..")) else self._zip.read(inside)

    def _part(self, name: str) -> etree._Element | None:
        raw = self._zip.read(name)
        return None if raw is None else parsed(raw)
