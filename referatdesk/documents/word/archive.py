"""A zip file whose unchanged entries stay compressed, and whose bytes depend on nothing but its content."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LEVEL = 3
"""Half again as large as the usual 6, in a third of the time: a sixth of a whole export of five hundred items."""
_DEFLATED = 8
_VERSION = 20
_UTF8_NAMES = 0x800
_FIRST_DAY = (1 << 5) | 1
"""1 January 1980, the earliest day that a zip file can say."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A named file, compressed once."""

    name: str
    crc: int
    size: int
    compressed: bytes


def entry(name: str, content: bytes) -> Entry:
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(name, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())


def packed(entries: Iterable[Entry]) -> bytes:
    """The zip file of these entries, in this order."""
    out: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in entries:
        name = one.name.encode()
        # version, flags, method, time, date, crc, compressed size, size, length of name, of extra
        shared = struct.pack(
            "<HHHHHIIIHH",
            _VERSION,
            _UTF8_NAMES,
            _DEFLATED,
            0,
            _FIRST_DAY,
            one.crc,
            len(one.compressed),
            one.size,
            len(name),
            0,
        )
        out += [b"PK\x03\x04", shared, name, one.compressed]
        # version made by; then length of comment, disk, attributes inside and outside, place of the entry
        directory += [
            b"PK\x01\x02",
            struct.pack("<H", _VERSION),
            shared,
            struct.pack("<HHHII", 0, 0, 0, 0, offset),
            name,
        ]
        offset += 4 + len(shared) + len(name) + len(one.compressed)
    listing = b"".join(directory)
    count = len(directory) // 5
    return b"".join(
        [*out, listing, struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)]
    )
