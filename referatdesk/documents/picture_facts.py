"""What a picture file tells beside the picture: place, camera, author, comments, a small copy of it.

It is taken out of pictures that are published, and read out of finished files to see that it is gone. How the picture
is turned stays: without it, a photograph would lie on its side.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB pHYs sBIT bKGD acTL fcTL fdAT".split())
_PNG_PIXELS = frozenset(b"IHDR PLTE IDAT IEND tRNS fdAT".split())
_JPEG = b"\xff\xd8"
_SCAN, _END, _COMMENT, _JFIF, _EXIF, _COLOURS, _ADOBE = 0xDA, 0xD9, 0xFE, 0xE0, 0xE1, 0xE2, 0xEE
_APPLICATIONS = range(0xE0, 0xF0)
_WITHOUT_LENGTH = frozenset((0x01, *range(0xD0, 0xD8)))
_JFIF_BYTES = 14
_ORIENTATION, _TIFF_TEXTS = 0x0112, frozenset((269, 270, 271, 272, 285, 305, 306, 315, 316, 33432, 700, 33723, 34377))
_TIFF_DIRECTORIES = frozenset((34665, 34853, 40965))
_TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_IN_ENTRY = 4
"""So many bytes of a value stand in its entry itself; of longer ones, where they lie."""
_MOST_ENTRIES = 500
_GIF_LOOP = b"NETSCAPE2.0"


def without_facts(content: bytes) -> bytes:
    """The same picture and nothing beside it; a file of another kind, or a damaged one, as it is."""
    try:
        if content.startswith(_PNG):
            return _PNG + b"".join(whole for kind, whole, _data in _chunks(content) if kind in _PNG_KEPT)
        if content.startswith(_JPEG):
            return b"".join(_kept_of_jpeg(content))
        if content.startswith(b"GIF8"):
            return b"".join(whole for whole, kept in _blocks(content) if kept)
        if content[:4] in {b"II*\0", b"MM\0*"}:
            return _blanked(content)
    except (struct.error, IndexError, ValueError):
        pass
    return content


def facts_in(content: bytes) -> list[str]:
    """What can be read in a file that is no XML; pixels are left alone where it is known which they are."""
    try:
        found = list(_beside_pixels(content))
    except (struct.error, IndexError, ValueError, zlib.error):
        found = [content]
    return [piece.decode(how, "ignore") for piece in found for how in ("utf-8", "latin-1", "utf-16-le")]


def _beside_pixels(content: bytes) -> Iterator[bytes]:
    if content.startswith(_PNG):
        end = 0
        for kind, whole, data in _chunks(content):
            end += len(whole)
            if kind not in _PNG_PIXELS:
                yield data
                yield from _unpacked(data)
        yield content[len(_PNG) + end :]
    elif content.startswith(_JPEG):
        yield from (whole for mark, whole in _segments(content) if mark in _APPLICATIONS or mark in (_COMMENT, _END))
    elif content.startswith(b"GIF8"):
        yield from (whole for whole, kept in _blocks(content) if not kept)
    else:
        yield content


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Text chunks may be packed, behind a name and a few signs that end with a zero byte."""
    at = data.find(b"\x78")
    while at != -1:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[at:], 1_000_000)
        at = data.find(b"\x78", at + 1)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    at = len(_PNG)
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, end = content[at + 4 : at + 8], at + 12 + length
        yield kind, content[at:end], content[at + 8 : end - 4]
        at = end
        if kind == b"IEND":
            return


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The marked pieces of a JPEG; from the first scan on, all up to its end is one piece, and what follows another."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise ValueError("no mark")
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == _SCAN:
            end = _end_of_pixels(content, at)
            yield mark, content[at:end]
            yield _END, content[end:]
            return
        length = 2 if mark in _WITHOUT_LENGTH else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        yield mark, content[at : at + length]
        at += length


def _end_of_pixels(content: bytes, at: int) -> int:
    """Behind the mark that ends the picture, which no pixel can look like."""
    end = content.find(b"\xff\xd9", at)
    return len(content) if end == -1 else end + 2


def _kept_of_jpeg(content: bytes) -> Iterator[bytes]:
    yield _JPEG
    turned = 1
    pieces = list(_segments(content))
    for mark, whole in pieces:
        if mark == _EXIF and whole[4:10] == b"Exif\0\0":
            turned = _turned(whole[10:])
    for mark, whole in pieces:
        if mark == _JFIF and whole[4:9] == b"JFIF\0":
            yield b"\xff\xe0\x00\x10" + whole[4 : 4 + _JFIF_BYTES - 2] + b"\0\0"
            yield _orientation(turned) if turned != 1 else b""
            turned = 1
        elif mark not in _APPLICATIONS and mark not in (_COMMENT, _END):
            yield _orientation(turned) if turned != 1 else b""
            turned = 1
            yield whole
        elif mark == _ADOBE or (mark == _COLOURS and whole[4:15] == b"ICC_PROFILE"):
            yield whole


def _turned(tiff: bytes) -> int:
    order = "<" if tiff[:2] == b"II" else ">"
    (listing,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, listing)
    for entry in range(min(count, _MOST_ENTRIES)):
        tag, _kind, _number, value = struct.unpack_from(f"{order}HHIH", tiff, listing + 2 + 12 * entry)
        if tag == _ORIENTATION and value in range(1, 9):
            return int(value)
    return 1


def _orientation(turned: int) -> bytes:
    """A segment that says no more than how the picture is turned."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turned, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", 2 + 6 + len(tiff)) + b"Exif\0\0" + tiff


def _blocks(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """The pieces of a GIF, and whether the picture needs them."""
    at = 13 + _colours(content[10])
    yield content[:at], True
    while content[at] != 0x3B:
        begin = at
        if content[at] == 0x2C:
            at += 10 + _colours(content[at + 9]) + 1
        elif content[at] == 0x21:
            at += 2
        else:
            raise ValueError("no block")
        while content[at]:
            at += 1 + content[at]
        at += 1
        kind = content[begin : begin + 2]
        unneeded = kind in {b"\x21\xfe", b"\x21\x01"} or (
            kind == b"\x21\xff" and _GIF_LOOP not in content[begin:at][:16]
        )
        yield content[begin:at], not unneeded
    yield content[at : at + 1], True
    yield content[at + 1 :], False


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blanked(content: bytes) -> bytes:
    """A TIFF in which the texts about the picture are zeros: its places point at each other and cannot be moved."""
    made = bytearray(content)
    order = "<" if content[:2] == b"II" else ">"
    waiting = [struct.unpack_from(f"{order}I", content, 4)[0]]
    seen: set[int] = set()
    while waiting:
        listing = waiting.pop()
        if not listing or listing in seen:
            continue
        seen.add(listing)
        (count,) = struct.unpack_from(f"{order}H", content, listing)
        if count > _MOST_ENTRIES:
            raise ValueError("entries")
        for at in range(listing + 2, listing + 2 + 12 * count, 12):
            tag, kind, number, value = struct.unpack_from(f"{order}HHII", content, at)
            size = _TIFF_SIZES.get(kind, 1) * number
            if tag in _TIFF_TEXTS:
                begin = value if size > _IN_ENTRY else at + 8
                made[begin : begin + size] = bytes(len(made[begin : begin + size]))
            elif tag in _TIFF_DIRECTORIES:
                _blank_directory(made, order, value)
        waiting.append(struct.unpack_from(f"{order}I", content, listing + 2 + 12 * count)[0])
    return bytes(made)


def _blank_directory(made: bytearray, order: str, listing: int) -> None:
    """All that a directory of its own (EXIF, GPS) says."""
    (count,) = struct.unpack_from(f"{order}H", made, listing)
    if count > _MOST_ENTRIES:
        raise ValueError("entries")
    for at in range(listing + 2, listing + 2 + 12 * count, 12):
        _tag, kind, number, value = struct.unpack_from(f"{order}HHII", made, at)
        size = _TIFF_SIZES.get(kind, 1) * number
        begin = value if size > _IN_ENTRY else at + 8
        made[begin : begin + size] = bytes(len(made[begin : begin + size]))
