"""What a tagged PDF says of its text: which pieces belong together, which are headings, and the words for pictures."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

MAX_ELEMENTS = 50_000
_DEEPEST = 60
_BLOCKS = re.compile(r"P|H[1-6]?|Title|LI|TD|TH|Caption|TOCI|Note|Figure")
_HEADING = re.compile(r"H([1-6]?)")
_OWN_NUMBERS = 100_000
"""More than one page has elements, so that each has a number of its own in the whole file."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A paragraph, cell or picture of the tagged text. `heading` is 0 for the title."""

    number: int = -1
    heading: int | None = None
    contents: bool = False
    alt: str = ""


def read_tags(page: Any, number: int) -> dict[int, Tag]:
    """The tag of each marked piece of the page, by the number that the page gives to the piece."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        return dict(_marked(tree, number * _OWN_NUMBERS))
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _marked(tree: Any, first: int) -> Iterator[tuple[int, Tag]]:
    count = min(pdfium.FPDF_StructTree_CountChildren(tree), MAX_ELEMENTS)
    waiting = [(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), Tag(), 0) for at in range(count)]
    seen = 0
    while waiting and seen < MAX_ELEMENTS:
        element, above, depth = waiting.pop()
        if not element or depth > _DEEPEST:
            continue
        seen += 1
        tag = _tag(element, above, first + seen)
        for at in range(min(pdfium.FPDF_StructElement_CountChildren(element), MAX_ELEMENTS)):
            piece = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
            if piece >= 0:
                yield piece, tag
            elif len(waiting) < MAX_ELEMENTS:
                inner = replace(tag, number=-1) if at and _kind(element) == "LBody" else tag
                waiting.append((pdfium.FPDF_StructElement_GetChildAtIndex(element, at), inner, depth + 1))


def _tag(element: Any, above: Tag, number: int) -> Tag:
    """A paragraph that stands first in a list item goes on with the mark of the item."""
    kind = _kind(element)
    in_item = kind == "P" and above.number >= 0
    if not _BLOCKS.fullmatch(kind) or in_item:
        return replace(above, contents=above.contents or kind == "TOC")
    heading = _HEADING.fullmatch(kind)
    level = int(heading[1] or 1) if heading is not None else 0 if kind == "Title" else None
    alt = _said(pdfium.FPDF_StructElement_GetAltText, element) if kind == "Figure" else ""
    return Tag(number, level, above.contents, " ".join(alt.split()))


def _kind(element: Any) -> str:
    return _said(pdfium.FPDF_StructElement_GetType, element)


def _said(asked: Any, element: Any) -> str:
    length = asked(element, None, 0)
    if not 2 < length < 20_000:
        return ""
    signs = (ctypes.c_ushort * (length // 2))()
    asked(element, signs, length)
    return bytes(signs).decode("utf-16-le", errors="replace").rstrip("\0")
