"""What a file's first bytes say before SQLite may touch it: an archive, perhaps a protected one, or nothing of ours."""

from __future__ import annotations

import struct
from pathlib import Path

import msgspec

from referatdesk.storage.connection import APPLICATION_ID, Connection, known_errors
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.keys import SALT_SIZE, Key
from referatdesk.storage.migrations import VERSION

MAGIC = b"SQLite format 3\0"
HEADER_SIZE = 100
PROTECTED_PAGE = 4096
"""Bytes of a page of every protected archive."""
UNEVEN = 420.0
"""So unevenly are the bytes of one encrypted page never spread: the sum is 255 ± 23."""


class Header(msgspec.Struct, frozen=True):
    """What the first hundred bytes of an archive say; `pages` is None where the file does not know.

    Those of a protected one say nothing but its salt.
    """

    version: int
    page_size: int
    pages: int | None


def read_header(path: Path, key: Key | None = None) -> Header | bytes:
    """The header, or the salt of what may be a protected archive: with a key at hand, only opening it tells.

    Raises StorageError for what is no archive, or a plain one of a newer version.
    """
    with known_errors(path):
        if not path.exists():
            raise StorageError(Fault.MISSING, path=path)
        if not path.is_file():
            raise StorageError(Fault.FOREIGN, path=path)
        data = _beginning(path)
        if not data.startswith(MAGIC) and (_is_keyed(data, key) or _may_be_protected(path, data)):
            return data[:SALT_SIZE]
    return _header(data, path)


def salt_in(path: Path) -> bytes | None:
    """The first bytes of what may be a protected archive, also of a damaged one; None of all else. Raises OSError."""
    data = _beginning(path) if path.is_file() else b""
    if len(data) < PROTECTED_PAGE or data.startswith(MAGIC):
        return None
    may_be = path.stat().st_size % PROTECTED_PAGE == 0 or _is_even(data)
    return data[:SALT_SIZE] if may_be else None


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(PROTECTED_PAGE)


def _is_keyed(data: bytes, key: Key | None) -> bool:
    return key is not None and key.proven and data.startswith(key.salt)


def _header(data: bytes, path: Path) -> Header:
    if len(data) < HEADER_SIZE or not data.startswith(MAGIC):
        raise StorageError(Fault.FOREIGN, path=path)
    (size,) = struct.unpack(">H", data[16:18])
    changes, pages = struct.unpack(">II", data[24:32])
    version, application = struct.unpack(">I4xI", data[60:72])
    (pages_as_of,) = struct.unpack(">I", data[92:96])
    check_kind(application, version, path)
    return Header(version, 65536 if size == 1 else size, pages if changes == pages_as_of else None)


def check_kind(application: int, version: int, path: Path) -> None:
    """Raises StorageError for another program's database, and for an archive of a newer version."""
    if application != APPLICATION_ID or version == 0:
        raise StorageError(Fault.FOREIGN, path=path)
    if version > VERSION:
        raise StorageError(Fault.NEWER, path=path, version=version)


def asked_version(connection: Connection, path: Path) -> int:
    """The version of an archive whose header only the key opens; raises as `check_kind` does."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    check_kind(application, version, path)
    return int(version)


def has_journal(path: Path) -> bool:
    journal = journal_of(path)
    return journal.is_file() and journal.stat().st_size > 0


def _may_be_protected(path: Path, data: bytes) -> bool:
    """Nothing but evenly spread bytes; what a crash cut off within a page has a journal that mends it."""
    if len(data) < PROTECTED_PAGE or (path.stat().st_size % PROTECTED_PAGE and not has_journal(path)):
        return False
    return _is_even(data)


def _is_even(data: bytes) -> bool:
    expected = len(data) / 256
    return sum((data.count(value) - expected) ** 2 for value in range(256)) / expected < UNEVEN
