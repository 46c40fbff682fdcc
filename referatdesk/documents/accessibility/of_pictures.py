"""Rules about pictures: each is told in words, and stands in the text where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from referatdesk.documents.accessibility.finding import Finding, Where
from referatdesk.documents.accessibility.opened import Opened, shown

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|heic|webp)$|[A-Za-z]:\\|/\S+/\S+", re.IGNORECASE)


def described(document: Opened) -> Iterator[Finding]:
    """Pictures in the text, in headers and in footers have a text of their own, or are said to be decoration."""
    for part in document.parts:
        for element in part.elements("drawing", "pict", "object"):
            for words in _descriptions(element):
                if not words.strip():
                    yield Finding("picture.no_alt", part.place(element))
                elif _FILE_NAME.search(words.strip()):
                    yield Finding("picture.alt_is_file", part.place(element), {"words": shown(words)})


def inline(document: Opened) -> Iterator[Finding]:
    """What floats over the page is read out at any place or none; in headers and footers it is decoration anyhow."""
    for part in document.parts:
        if part.where in {Where.HEADER, Where.FOOTER}:
            continue
        for element in part.elements("drawing"):
            if next(element.iterchildren(f"{_DRAWING}anchor"), None) is not None:
                yield Finding("picture.floating", part.place(element))


def _descriptions(element: etree._Element) -> Iterator[str]:
    for one in element.iter(f"{_DRAWING}docPr"):
        if not any(mark.get("val") in {"1", "true"} for mark in one.iter(_DECORATIVE)):
            yield one.get("descr") or one.get("title") or ""
    for one in element.iter(f"{_VML}imagedata"):
        shape = next(one.iterancestors(f"{_VML}shape", f"{_VML}rect"), one)
        yield shape.get("alt") or ""
