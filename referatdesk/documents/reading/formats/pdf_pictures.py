"""Pictures of the text of a PDF: their bytes as JPEG where the file has them so, else as PNG."""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from referatdesk.documents.reading.formats.pdf_drawings import Box
from referatdesk.documents.reading.formats.pdf_tags import Tag
from referatdesk.documents.reading.source import SourcePicture

MAX_BYTES = 30_000_000
"""Pictures beyond so many bytes in one file are kept by their words alone."""
MAX_PIXELS = 20_000_000
_SMALLEST = 24.0
_MARGIN = 0.12
"""The share of a page above and below in which a picture is a logo of its margin."""
_LARGEST = 0.8
_FULL_COLOUR, _WITH_ALPHA = 3, 4


def read_pictures(
    listed: Sequence[tuple[Box, Any]], bounds: Box, tags: Mapping[int, Tag]
) -> Iterator[tuple[Box, SourcePicture]]:
    """The pictures that stand in the text; backgrounds, small signs and logos in the margins do not."""
    for box, found in listed:
        tag = tags.get(pdfium.FPDFPageObj_GetMarkedContentID(found), Tag())
        edge = _MARGIN * bounds.height
        inside = bounds.y0 + edge < box.y1 and box.y0 < bounds.y1 - edge
        small = box.width < _SMALLEST or box.height < _SMALLEST
        whole = box.width * box.height > _LARGEST * bounds.width * bounds.height
        if tag.alt or (inside and not small and not whole):
            content, kind = _content(found)
            if content or tag.alt:
                yield box, SourcePicture(content, kind, tag.alt)


def without_repeated(pictures: Sequence[SourcePicture]) -> set[bytes]:
    """The bytes of pictures that stand on several pages, as logos do, or are too many to keep."""
    often = Counter(one.data for one in pictures)
    left = MAX_BYTES
    refused = {data for data, count in often.items() if count > 1}
    for data in often:
        left -= len(data)
        if left < 0:
            refused.add(data)
    return refused - {b""}


def _content(found: Any) -> tuple[bytes, str]:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(found, width, height)
    if not 0 < width.value * height.value <= MAX_PIXELS:
        return b"", ""
    if _is_jpeg(found):
        length = pdfium.FPDFImageObj_GetImageDataRaw(found, None, 0)
        content = ctypes.create_string_buffer(length)
        pdfium.FPDFImageObj_GetImageDataRaw(found, content, length)
        return content.raw, "image/jpeg"
    bitmap = pdfium.FPDFImageObj_GetBitmap(found)
    if not bitmap:
        return b"", ""
    try:
        return _png(bitmap), "image/png"
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _is_jpeg(found: Any) -> bool:
    if pdfium.FPDFImageObj_GetImageFilterCount(found) != 1:
        return False
    name = ctypes.create_string_buffer(20)
    pdfium.FPDFImageObj_GetImageFilter(found, 0, name, 20)
    return name.value == b"DCTDecode"


def _png(bitmap: Any) -> bytes:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    grey = pdfium.FPDFBitmap_GetFormat(bitmap) == pdfium.FPDFBitmap_Gray
    signs = 1 if grey else _FULL_COLOUR if pdfium.FPDFBitmap_GetFormat(bitmap) == pdfium.FPDFBitmap_BGR else _WITH_ALPHA
    raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = (raw[at * stride : at * stride + width * signs] for at in range(height))
    points = b"".join(b"\0" + (row if grey else _red_first(row, signs)) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(points)) + _chunk(b"IEND", b"")


def _red_first(row: bytes, signs: int) -> bytes:
    """pdfium has blue first, and a fourth byte that is left out."""
    turned = bytearray(len(row) // signs * 3)
    for colour in range(3):
        turned[colour::3] = row[2 - colour :: signs]
    return bytes(turned)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
