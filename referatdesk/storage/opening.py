"""Opening an archive: its first bytes are read before SQLite may touch it, and a refused file keeps every byte."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from referatdesk.storage.connection import (
    Connection,
    DriverError,
    check_integrity,
    connect,
    connect_alone,
    known_errors,
)
from referatdesk.storage.errors import Fault, StorageError, fault_of
from referatdesk.storage.files import journal_of
from referatdesk.storage.header import PROTECTED_PAGE, Header, asked_version, has_journal, read_header, salt_in
from referatdesk.storage.keys import Key
from referatdesk.storage.migrating import migrate
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.schema import check_schema


class OpenArchive:
    """The only connection to an archive, which nobody else can write until it is closed."""

    _held: ClassVar[set[tuple[int, int]]] = set()
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Raises StorageError, and has then not touched the file. A plain archive needs no key and heeds none."""
        self.path = path
        self._file = self._reserve(path)
        try:
            version, self.key = _ready_to_open(path, key)
            if version < VERSION:
                migrate(path, STEPS, self.key)
                self._release(self._file)
                self._file = self._reserve(path)
            self.connection = _opened(path, self.key)
        except BaseException:
            self._release(self._file)
            raise

    @classmethod
    def salt_of(cls, path: Path) -> bytes | None:
        """What a protected archive has for a salt; None where none can be. Raises StorageError."""
        with cls.reading_bytes(path), known_errors(path):
            return salt_in(path)

    @classmethod
    def is_protected(cls, path: Path) -> bool:
        """As far as anybody can tell without the key. Raises StorageError for what is no archive."""
        with cls.reading_bytes(path):
            return not isinstance(read_header(path), Header)

    @classmethod
    def tried(cls, path: Path, key: Key) -> Key:
        """The key, known to be right. Raises StorageError as opening does, and changes nothing."""
        with cls.reading_bytes(path):
            _version, proven = _ready_to_open(path, key, to_write=False)
        if proven is None:
            raise StorageError(Fault.FOREIGN, path=path)
        return proven

    @classmethod
    def opens_but_for_its_salt(cls, path: Path, key: Key) -> bool:
        """Whether the pages are the key's, although the first bytes of the file are not. Raises StorageError."""
        with cls.reading_bytes(path), known_errors(path), closing(connect(path, "ro", key)) as connection:
            connection.execute("PRAGMA user_version").fetchone()
            return key.salt != salt_in(path)

    @classmethod
    @contextmanager
    def reading_bytes(cls, path: Path) -> Iterator[None]:
        """While a file is read past SQLite. Raises StorageError where it is open in this process."""
        file = cls._reserve(path)
        try:
            yield
        finally:
            cls._release(file)

    @classmethod
    def _reserve(cls, path: Path) -> tuple[int, int] | None:
        """Notes the file as open in this process.

        On POSIX, closing any handle to a file drops all of the process's locks on it, so a file that is already open
        here must be recognised before its header is read.
        """
        with known_errors(path), cls._guard:
            if not path.exists():
                return None
            stat = path.stat()
            file = (stat.st_dev, stat.st_ino)
            if file in cls._held:
                raise StorageError(Fault.LOCKED, path=path)
            cls._held.add(file)
        return file

    @classmethod
    def _release(cls, file: tuple[int, int] | None) -> None:
        with cls._guard:
            cls._held.discard(file or (0, 0))

    def close(self) -> None:
        self.connection.close()
        self._release(self._file)


def _ready_to_open(path: Path, key: Key | None, *, to_write: bool = True) -> tuple[int, Key | None]:
    """The version of a file that looks sound from outside, and its key; raises StorageError for any other."""
    header = read_header(path, key)
    if to_write:
        _check_rights(path)
    if isinstance(header, Header):
        with known_errors(path):
            _check_size(path, header)
            if has_journal(path):
                _prove_with_journal(path, None)
        return header.version, None
    if key is None:
        raise StorageError(Fault.NEEDS_PHRASE, path=path)
    with _judged(path, key):
        version = _prove_with_journal(path, key) if has_journal(path) else _looked_up_version(path, key)
    return version, replace(key, proven=True)


@contextmanager
def _judged(path: Path, key: Key) -> Iterator[None]:
    """A key that is not known to be right and opens nothing is merely a wrong one, as far as anybody can tell."""
    with known_errors(path):
        if key.salt != salt_in(path):
            raise StorageError(Fault.DAMAGED if key.proven else Fault.WRONG_PHRASE, path=path)
        try:
            yield
        except DriverError as error:
            if not key.proven and getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
                raise StorageError(Fault.WRONG_PHRASE, path=path) from None
            raise


def _looked_up_version(path: Path, key: Key) -> int:
    with closing(connect(path, "ro", key)) as connection:
        version = asked_version(connection, path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if path.stat().st_size < pages * PROTECTED_PAGE:
        raise StorageError(Fault.DAMAGED, path=path)
    return version


def _opened(path: Path, key: Key | None) -> Connection:
    with known_errors(path):
        connection = connect_alone(path, key=key)
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
    if header.pages is not None and path.stat().st_size < header.pages * header.page_size and not has_journal(path):
        raise StorageError(Fault.DAMAGED, path=path)


def _prove_with_journal(path: Path, key: Key | None) -> int:
    """A journal was left by a crash, or planted: what it makes of the archive is seen on a copy first."""
    import shutil  # noqa: PLC0415 - a start that follows an orderly end does without both
    import tempfile  # noqa: PLC0415

    _check_unlocked(path, key)
    with tempfile.TemporaryDirectory(prefix="referatdesk-") as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        try:
            with closing(connect_alone(copy, key=key)) as connection:
                version = asked_version(connection, path)
                check_schema(connection, path)
                check_integrity(connection, path)
        except (DriverError, StorageError):
            # Another start may have mended the archive while it was copied, and has it now.
            _check_unlocked(path, key)
            raise
    return version


def _check_unlocked(path: Path, key: Key | None) -> None:
    """Raises the driver's error where another program holds the archive. Reading only, it rolls nothing back."""
    with closing(connect(path, "ro", key)) as connection:
        try:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except DriverError as error:
            if fault_of(error) is not Fault.READ_ONLY:
                raise
