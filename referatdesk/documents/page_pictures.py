"""The pages of a Word file as pictures: turned into a PDF by LibreOffice, and drawn from that."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from referatdesk.documents.office import converted, find_office

_POINTS = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: four bytes (blue, green, red, unused) for each of `width` times `height` points."""

    width: int
    height: int
    pixels: bytes


def has_office() -> bool:
    return find_office() is not None


def pdf_of(word: bytes, time_limit: float, cancelled: Callable[[], bool]) -> bytes | None:
    """The PDF of a Word file; None where LibreOffice is missing, failed, took too long or was cancelled."""
    office = find_office()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "pages.docx"
        source.write_bytes(word)
        return converted(office, source, "pdf", time_limit, cancelled=cancelled) or None


def page_pictures(pdf: bytes, points_per_inch: float) -> Iterator[PagePicture]:
    """The pages of a PDF that LibreOffice wrote, one by one."""
    import pypdfium2  # noqa: PLC0415 - for a preview only

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=points_per_inch / _POINTS, prefer_bgrx=True, rev_byteorder=False)
            rows = memoryview(bitmap.buffer).cast("B")
            packed = b"".join(
                bytes(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width * 4]) for y in range(bitmap.height)
            )
            yield PagePicture(bitmap.width, bitmap.height, packed)
            bitmap.close()
            page.close()
    finally:
        document.close()
