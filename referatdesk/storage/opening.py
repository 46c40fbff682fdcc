"""Opening an archive: its first bytes are read before SQLite may touch it, and a refused file keeps every byte."""

from __future__ import annotations

import os
import struct
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from referatdesk.storage.connection import (
    APPLICATION_ID,
    Connection,
    check_integrity,
    connect,
    connect_alone,
    connect_in_memory,
    known_errors,
)
from referatdesk.storage.creation import run_steps
from referatdesk.storage.errors import Fault, StorageError, fault_of
from referatdesk.storage.files import journal_of
from referatdesk.storage.migrating import migrate
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.rows import KIND_BY_TABLE

MAGIC = b"SQLite format 3\0"
HEADER_SIZE = 100
OWN_TABLES = frozenset({*KIND_BY_TABLE, "file_part", "journal", "archive_info"})


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of an archive say; `pages` is None where the file does not know."""

    version: int
    page_size: int
    pages: int | None


def read_header(path: Path) -> Header:
    """Raises StorageError for what is no archive, or one of a newer version."""
    with known_errors(path):
        if not path.exists():
            raise StorageError(Fault.MISSING, path=path)
        if not path.is_file():
            raise StorageError(Fault.FOREIGN, path=path)
        with path.open("rb") as file:
            data = file.read(HEADER_SIZE)
    if len(data) < HEADER_SIZE or not data.startswith(MAGIC):
        raise StorageError(Fault.FOREIGN, path=path)
    (size,) = struct.unpack(">H", data[16:18])
    changes, pages = struct.unpack(">II", data[24:32])
    version, application = struct.unpack(">I4xI", data[60:72])
    (pages_as_of,) = struct.unpack(">I", data[92:96])
    if application != APPLICATION_ID or version == 0:
        raise StorageError(Fault.FOREIGN, path=path)
    if version > VERSION:
        raise StorageError(Fault.NEWER, path=path, version=version)
    return Header(version, 65536 if size == 1 else size, pages if changes == pages_as_of else None)


class OpenArchive:
    """The only connection to an archive, which nobody else can write until it is closed."""

    _held: ClassVar[set[tuple[int, int]]] = set()
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, path: Path) -> None:
        """Raises StorageError, and has then not touched the file."""
        self.path = path
        self._file = self._reserve()
        try:
            if _ready_to_open(path).version < VERSION:
                migrate(path, STEPS)
                self._release()
                self._file = self._reserve()
            self.connection = _opened(path)
        except BaseException:
            self._release()
            raise

    def _reserve(self) -> tuple[int, int] | None:
        """Notes the file as open in this process.

        On POSIX, closing any handle to a file drops all of the process's locks on it, so a file that is already open
        here must be recognised before its header is read.
        """
        with known_errors(self.path), self._guard:
            if not self.path.exists():
                return None
            stat = self.path.stat()
            file = (stat.st_dev, stat.st_ino)
            if file in self._held:
                raise StorageError(Fault.LOCKED, path=self.path)
            self._held.add(file)
        return file

    def _release(self) -> None:
        with self._guard:
            self._held.discard(self._file or (0, 0))

    def close(self) -> None:
        self.connection.close()
        self._release()


def _ready_to_open(path: Path) -> Header:
    """The header of a file that looks sound from outside; raises StorageError for any other."""
    header = read_header(path)
    _check_rights(path)
    with known_errors(path):
        _check_size(path, header)
        if _has_journal(path):
            _prove_with_journal(path)
    return header


def _opened(path: Path) -> Connection:
    with known_errors(path):
        connection = connect_alone(path)
        try:
            check_schema(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _check_rights(path: Path) -> None:
    if not os.access(path, os.R_OK):
        raise StorageError(Fault.NO_PERMISSION, path=path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StorageError(Fault.READ_ONLY, path=path)


def _check_size(path: Path, header: Header) -> None:
    """A file shorter than its own count of pages was cut off, unless a journal is there to mend it."""
    if header.pages is not None and path.stat().st_size < header.pages * header.page_size and not _has_journal(path):
        raise StorageError(Fault.DAMAGED, path=path)


def _has_journal(path: Path) -> bool:
    journal = journal_of(path)
    return journal.is_file() and journal.stat().st_size > 0


def _prove_with_journal(path: Path) -> None:
    """A journal was left by a crash, or planted: what it makes of the archive is seen on a copy first."""
    import shutil  # noqa: PLC0415 - a start that follows an orderly end does without both
    import tempfile  # noqa: PLC0415

    _check_unlocked(path)
    with tempfile.TemporaryDirectory(prefix="referatdesk-") as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        connection = connect_alone(copy)
        try:
            check_schema(connection, path)
            check_integrity(connection, path)
        finally:
            connection.close()


def _check_unlocked(path: Path) -> None:
    """Raises the driver's error where another program holds the archive. Reading only, it rolls nothing back."""
    connection = connect(path, "ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except Exception as error:
        if fault_of(error) is not Fault.READ_ONLY:
            raise
    finally:
        connection.close()


def check_schema(connection: Connection, path: Path) -> None:
    """Raises StorageError where tables of ours are missing, or anything stands there that could act by itself."""
    found: dict[str, set[str]] = {}
    for kind, name in connection.execute("SELECT type, name FROM sqlite_schema"):
        found.setdefault(kind, set()).add(name)
    if found.get("trigger") or found.get("view"):
        raise StorageError(Fault.FOREIGN, path=path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if _tables_of(version) - found.get("table", set()):
        raise StorageError(Fault.DAMAGED, path=path)


def _tables_of(version: int) -> frozenset[str]:
    """What a crash left half written may be of an older version: it is mended before it is brought forward."""
    if version >= VERSION:
        return OWN_TABLES
    with closing(connect_in_memory()) as made:
        run_steps(made, STEPS[:version], 0)
        tables = made.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return frozenset(name for (name,) in tables)
