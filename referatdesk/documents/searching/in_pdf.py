"""Everything that can be read out of a PDF: its pages, and every text and stream of words among its objects."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from referatdesk.documents.picture_facts import facts_in
from referatdesk.documents.searching.search import FoundText, Place

_LONGEST_STREAM = 2_000_000
_DEEPEST = 20
_SPOKEN = frozenset(
    {"/Alt", "/ActualText", "/Title", "/Contents", "/E", "/T", "/TU", "/Subject", "/Author", "/Keywords"}
)


def texts_in_pdf(content: bytes) -> Iterator[FoundText]:
    yield from _pages(content)
    yield from _objects(content)


def _pages(content: bytes) -> Iterator[FoundText]:
    import pypdfium2  # noqa: PLC0415 - waits for the first PDF

    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text = page.get_textpage()
            yield FoundText(Place.TEXT, text.get_text_bounded())
            text.close()
            page.close()
    finally:
        document.close()


def _objects(content: bytes) -> Iterator[FoundText]:
    import pikepdf  # noqa: PLC0415 - as above

    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield FoundText(Place.PROPERTY, "\n".join(_strings(pdf.trailer.get("/Info"))))
        for one in pdf.objects:
            yield FoundText(Place.HIDDEN, "\n".join(_strings(one)))
            if isinstance(one, pikepdf.Stream):
                yield from _stream(one)


def _stream(stream: Any) -> Iterator[FoundText]:
    """XMP, attachments and scripts are words; pictures tell of themselves; fonts and pages have no words to be read."""
    kind = str(stream.get("/Subtype", stream.get("/Type", "")))
    if kind == "/Image":
        yield from (FoundText(Place.PICTURE, text) for text in facts_in(stream.read_raw_bytes()))
    elif kind in {"/XML", "/EmbeddedFile", "/Metadata"} or "/JS" in stream:
        text = stream.read_bytes()[:_LONGEST_STREAM]
        yield from (FoundText(Place.PROPERTY, text.decode(how, "ignore")) for how in ("utf-8", "utf-16"))


def _strings(one: Any, depth: int = 0) -> Iterator[str]:
    """The texts in an object itself; what it refers to has its own turn."""
    import pikepdf  # noqa: PLC0415 - as above

    if depth > _DEEPEST:
        return
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for value in dict(one).values():
            yield from () if _is_elsewhere(value) else _strings(value, depth + 1)
    elif isinstance(one, pikepdf.Array):
        for value in list(one):
            yield from () if _is_elsewhere(value) else _strings(value, depth + 1)


def _is_elsewhere(value: Any) -> bool:
    return bool(getattr(value, "is_indirect", False))
