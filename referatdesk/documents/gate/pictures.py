"""How large a picture will be once it is unpacked, told from its first bytes alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".dib", ".webp", ".tif", ".tiff")
START_BYTES = 400_000
"""So far from its beginning a picture is looked at; what a camera writes in front of the size is shorter."""
MAX_PIXELS = 200_000_000
"""A page scanned with 1200 dots to the inch has 140 million."""
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257
_NO_SIZE_AFTER = frozenset({0xC4, 0xC8, 0xCC})
"""Marks of a JPEG between 0xC0 and 0xCF that are no frame."""


def media_type(start: bytes) -> str | None:
    """The kind of picture by its first bytes, None where it is none that is known."""
    for mark, kind in _MARKS.items():
        if start.startswith(mark):
            return kind
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return "image/x-emf" if start[40:44] == b" EMF" else None


def pixels(start: bytes) -> int:
    """Width times height, 0 where the picture is of a kind without a size in its head."""
    size = _SIZES.get(media_type(start) or "")
    if size is None:
        return 0
    width, height = size(start)
    return abs(width * height)


def _png(start: bytes) -> tuple[int, int]:
    return int.from_bytes(start[16:20], "big"), int.from_bytes(start[20:24], "big")


def _gif(start: bytes) -> tuple[int, int]:
    return int.from_bytes(start[6:8], "little"), int.from_bytes(start[8:10], "little")


def _bmp(start: bytes) -> tuple[int, int]:
    return int.from_bytes(start[18:22], "little", signed=True), int.from_bytes(start[22:26], "little", signed=True)


def _webp(start: bytes) -> tuple[int, int]:
    form = start[12:16]
    if form == b"VP8X":
        return int.from_bytes(start[24:27], "little") + 1, int.from_bytes(start[27:30], "little") + 1
    if form == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(start[26:28], "little") & 0x3FFF, int.from_bytes(start[28:30], "little") & 0x3FFF


def _jpeg(start: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(start) and start[at] == 0xFF:
        mark = start[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in _NO_SIZE_AFTER:
            return int.from_bytes(start[at + 7 : at + 9], "big"), int.from_bytes(start[at + 5 : at + 7], "big")
        at += 1 if mark == 0xFF else 2 + max(int.from_bytes(start[at + 2 : at + 4], "big"), 2)
    return 0, 0


def _tiff(start: bytes) -> tuple[int, int]:
    order: Literal["little", "big"] = "little" if start[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(start[at : at + size], order)

    listing = number(4, 4)
    found = {_TIFF_WIDTH: 0, _TIFF_HEIGHT: 0}
    for entry in range(min(number(listing, 2), 200)):
        at = listing + 2 + 12 * entry
        if number(at, 2) in found:
            found[number(at, 2)] = number(at + 8, 2 if number(at + 2, 2) == 3 else 4)
    return found[_TIFF_WIDTH], found[_TIFF_HEIGHT]


_MARKS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"BM": "image/bmp",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"\xd7\xcd\xc6\x9a": "image/x-wmf",
}
_SIZES: dict[str, Callable[[bytes], tuple[int, int]]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "image/tiff": _tiff,
    "image/webp": _webp,
}
