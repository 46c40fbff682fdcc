"""A zip file from outside: opened only when its names, sizes and places are what an honest program writes."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.pictures import MAX_PIXELS, PICTURE_SUFFIXES, START_BYTES, pixels

MAX_FILE_BYTES = 64_000_000
MAX_ENTRIES = 4_000
MAX_PART_BYTES = 32_000_000
MAX_UNPACKED_BYTES = 160_000_000
MAX_RATIO = 400
"""A part that unpacks to more than this many times its packed size is refused; real parts reach about 60."""
FREE_PART_BYTES = 1_000_000
"""Small parts may pack as well as they like."""
_DIRECTORY_MARK = b"PK\x01\x02"
_LOCAL_HEADER_BYTES = 30
_LOCKED = 0x41
"""Flags of an entry: encrypted, strongly encrypted."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
)


class Zipped:
    """The entries of a zip file by name, with slashes between folders and none in front."""

    def __init__(self, content: bytes) -> None:
        """Raises GateError for what is too large, damaged, locked or made to harm."""
        if len(content) > MAX_FILE_BYTES:
            raise GateError("too_large", limit=MAX_FILE_BYTES)
        # Every entry of the directory begins with this mark: counted before a list of entries is made of it.
        if content.count(_DIRECTORY_MARK) > MAX_ENTRIES:
            raise GateError("too_large", limit=MAX_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise GateError("broken", reason="zip") from error
        entries = self._zip.infolist()
        _check_sizes(entries)
        _check_places(entries, self._zip.start_dir)
        self._entries = dict(_named(entries))
        self._check_pictures()

    @property
    def names(self) -> tuple[str, ...]:
        """In the order of the file, folders left out."""
        return tuple(self._entries)

    def close(self) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is no such part; raises GateError "broken"."""
        return self.start(name, MAX_PART_BYTES)

    def start(self, name: str, most: int) -> bytes | None:
        """The first bytes of a part."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as stream:
                return stream.read(most)
        except _BROKEN as error:
            raise GateError("broken", reason="zip") from error

    def _check_pictures(self) -> None:
        for name in self._entries:
            if name.lower().endswith(PICTURE_SUFFIXES) and pixels(self.start(name, START_BYTES) or b"") > MAX_PIXELS:
                raise GateError("unsafe", reason="picture")


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if sum(one.file_size for one in entries) > MAX_UNPACKED_BYTES:
        raise GateError("too_large", limit=MAX_UNPACKED_BYTES)
    for one in entries:
        if one.flag_bits & _LOCKED:
            raise GateError("protected")
        if one.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise GateError("unsafe", reason="packing")
        bomb = one.file_size > FREE_PART_BYTES and one.file_size > MAX_RATIO * one.compress_size
        if bomb or one.file_size > MAX_PART_BYTES:
            raise GateError("too_large", limit=MAX_PART_BYTES)


def _check_places(entries: list[zipfile.ZipInfo], end: int) -> None:
    """No two entries share bytes, which is how a small file is made to unpack without end."""
    ordered = sorted((one.header_offset, one.compress_size) for one in entries)
    for (start, size), (following, _) in pairwise([*ordered, (end, 0)]):
        if start < 0 or start + _LOCAL_HEADER_BYTES + size > following:
            raise GateError("unsafe", reason="overlap")


def _named(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    seen: set[str] = set()
    for one in entries:
        name = one.filename.replace("\\", "/")
        if not _stays_inside(name) or "\0" in one.orig_filename:
            raise GateError("unsafe", reason="names")
        if one.is_dir():
            continue
        same = unicodedata.normalize("NFC", name).casefold()
        if same in seen:
            raise GateError("unsafe", reason="doubled")
        seen.add(same)
        yield name, one


def _stays_inside(name: str) -> bool:
    steps = name.removesuffix("/").split("/")
    return ":" not in name and not any(step in {"", ".", ".."} for step in steps)
