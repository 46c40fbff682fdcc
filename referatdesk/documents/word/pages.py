"""On which page each heading stands: counted by LibreOffice, where it is installed, else unknown.

The finished file is turned into a PDF in a folder and a profile of its own, and the outline of that PDF is read. Only
what LibreOffice writes is read here, not PDF in general; anything unexpected means that the pages are unknown.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path

from referatdesk.documents.office import converted, find_office
from referatdesk.documents.word.job import Heading

TIME_LIMIT = 60.0
"""Seconds; a very long meeting takes ten."""

_PAGES = re.compile(
    rb"/Type\s*/Pages\b[^>]*?/Kids\s*\[([^\]]*)\]|/Kids\s*\[([^\]]*)\][^>]*?/Type\s*/Pages\b", re.DOTALL
)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_OUTLINE_ENTRY = re.compile(rb"/Title\s*<FEFF([0-9A-Fa-f]+)>\s*/Dest\s*\[\s*(\d+) 0 R")


def _never() -> bool:
    return False


def page_numbers(
    content: bytes,
    headings: Sequence[Heading],
    time_limit: float = TIME_LIMIT,
    cancelled: Callable[[], bool] = _never,
) -> dict[str, int]:
    """The page of each heading, by its bookmark; empty where they cannot be counted."""
    office = find_office()
    if office is None:
        return {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "pages.docx"
        source.write_bytes(content)
        pdf = converted(office, source, "pdf", time_limit, cancelled=cancelled)
    return _matched(outline_pages(pdf or b""), headings)


def outline_pages(pdf: bytes) -> list[tuple[str, int]]:
    """The entries of the outline in order, each with its page."""
    kids = _PAGES.search(pdf)
    if kids is None:
        return []
    order = {reference: page for page, reference in enumerate(_REFERENCE.findall(kids[1] or kids[2] or b""), 1)}
    entries = ((_words(title), order.get(target)) for title, target in _OUTLINE_ENTRY.findall(pdf))
    return [(words, page) for words, page in entries if page is not None]


def _words(hexadecimal: bytes) -> str:
    return _plain(bytes.fromhex(hexadecimal.decode()).decode("utf-16-be", errors="replace"))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _matched(entries: Sequence[tuple[str, int]], headings: Sequence[Heading]) -> dict[str, int]:
    """The headings found in the outline, in the same order; all of them, or none."""
    pages: dict[str, int] = {}
    left = iter(entries)
    for heading in headings:
        wanted = _plain(unescape(heading.words))
        page = next((page for words, page in left if words == wanted), None)
        if page is None:
            return {}
        pages[heading.bookmark] = page
    return pages
