"""A plain archive made a protected one, or a protected one given another key: beside, proven, and then swapped.

A crash at any moment leaves the old archive or the new one under its name. Its copies follow one by one; they can be
gone on with at any later time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import IO

from referatdesk.storage import backups, reading
from referatdesk.storage.connection import Connection, check_integrity, connect_alone, known_errors
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of, remove, sync_file, sync_folder
from referatdesk.storage.header import MAGIC, asked_version
from referatdesk.storage.keys import SALT_SIZE, Key
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.restoring import SET_ASIDE, is_set_aside, take_in, unsaved_acts
from referatdesk.storage.schema import check_schema
from referatdesk.storage.sealing import MARK, UnsealError, seal, unseal
from referatdesk.storage.spill import SUFFIX

SEALED = ".sealed"
"""What the name of a damaged copy ends in once it is protected."""
_PART = 1 << 20


def protect(path: Path, key: Key, old: Key | None = None) -> str:
    """Gives a closed archive that key instead of the one it has, if any; returns the archive's id.

    Raises StorageError; the archive is then what it was. What lies beside it is for `protect_beside`.
    """
    archive = OpenArchive(path, old)
    try:
        with known_errors(path):
            archive_id = reading.archive_id(archive.connection)
            # Elsewhere it is held until the new one has its name; Windows does not let go of a name that is open.
            let_go = archive.close if os.name == "nt" else _nothing
            _swap(path, archive.connection, key, let_go)
    finally:
        archive.close()
    return archive_id


def _nothing() -> None:
    pass


def take_in_unsaved(path: Path, folder: Path, key: Key | None) -> None:
    """Writes what waits beside a closed archive to be saved: with another key it would be found too late, or never.

    Raises StorageError. What does not fit stays where it is.
    """
    archive = OpenArchive(path, key)
    try:
        with known_errors(path):
            unsaved = unsaved_acts(path, reading.archive_id(archive.connection), folder, archive.key)
            if unsaved:
                take_in(archive.connection, unsaved)
    finally:
        archive.close()


def _swap(path: Path, source: Connection, key: Key, let_go: Callable[[], None]) -> None:
    """The new file is proven and on the disk before it takes the old one's name; the old one's bytes are wiped."""
    unfinished = path.with_name(f".{path.name}.protecting")
    try:
        remove(unfinished)
        _export(source, unfinished, key)
        _prove(source, unfinished, key)
        sync_file(unfinished)
        journal_of(unfinished).unlink(missing_ok=True)
        let_go()
        with _wiped_when_gone(path):
            unfinished.replace(path)
    finally:
        remove(unfinished)


def _export(source: Connection, target: Path, key: Key) -> None:
    source.execute("ATTACH DATABASE ? AS protected KEY ?", (str(target), key.spelling))
    try:
        source.execute("PRAGMA protected.synchronous=OFF")  # it is put on the disk as a whole before it gets its name
        (vacuum,) = source.execute("PRAGMA main.auto_vacuum").fetchone()
        source.execute(f"PRAGMA protected.auto_vacuum={vacuum}")
        source.execute("BEGIN")
        source.execute("SELECT sqlcipher_export('protected')").fetchall()
        for pragma in ("application_id", "user_version"):
            (value,) = source.execute(f"PRAGMA main.{pragma}").fetchone()
            source.execute(f"PRAGMA protected.{pragma}={value}")
        source.execute("COMMIT")
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        source.execute("DETACH DATABASE protected")


def _prove(source: Connection, target: Path, key: Key) -> None:
    """Raises StorageError unless the new file opens with its key alone and holds row by row what the old one does."""
    with closing(connect_alone(target, key=key)) as made:
        asked_version(made, target)
        check_schema(made, target)
        check_integrity(made, target)
        for one, other in zip_longest(_all_of(source), _all_of(made)):
            if one != other:
                raise StorageError(Fault.REJECTED, path=target)


def _all_of(connection: Connection) -> Iterator[object]:
    yield from connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name")
    tables = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        columns = [(row[5], row[1]) for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
        order = ", ".join(f'"{name}"' for place, name in sorted(columns) if place) or "rowid"
        yield from connection.execute(f'SELECT * FROM main."{table}" ORDER BY {order}')  # noqa: S608 - own names


class _wiped_when_gone:  # noqa: N801 - read as a word of its own
    """Overwrites what a name stood for, once the name stands for something else and no other name does for it.

    Not before that is lasting: after a power cut the name may stand for the old bytes again.
    """

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._file = None if os.name == "nt" else path.open("rb+")

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_happened: object) -> None:
        if self._file is None:
            return
        with self._file as file, suppress(OSError):
            if kind is None:
                sync_folder(self._folder)
                self._wipe(file)

    @staticmethod
    def _wipe(file: IO[bytes]) -> None:
        stat = os.fstat(file.fileno())
        if stat.st_nlink == 0:
            for _begin in range(0, stat.st_size, _PART):
                file.write(bytes(_PART))
            file.flush()
            os.fsync(file.fileno())


def beside(path: Path, archive_id: str, folders: Iterable[Path]) -> list[Path]:
    """What else may hold an archive's words: copies, older versions, unsaved acts and what was left half made."""
    folders = tuple(folders)
    family = f"{path.stem}-{backups.short(archive_id)}"
    found = list(path.parent.glob(f"{_plain(path.stem)}-version-*{path.suffix}"))
    found += path.parent.glob(f"{_plain(path.name)}{SUFFIX}*")
    for word in SET_ASIDE:
        found += path.parent.glob(f"{_plain(path.stem)}{word}*{path.suffix}*")
    for half_made in ("protecting", "migrating", "restoring", "recovering", "*.new"):
        found += path.parent.glob(f".{_plain(path.name)}.{half_made}*")
    for folder in folders:
        found += [backup.path for backup in backups.backups_in(folder, archive_id)]
        found += [*folder.glob(f"{_plain(family)}{SUFFIX}*"), *folder.glob(f".{_plain(family)}*.new*")]
        found += folder.glob(f"*-{backups.short(archive_id)}-*{SEALED}")
    return sorted(set(found))


def _plain(name: str) -> str:
    """A name for a pattern that stands for itself."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _is_journal(file: Path) -> bool:
    return file.name.endswith(journal_of(Path("x")).name[1:])


def protect_beside(files: Iterable[Path], key: Key, old: Key | None = None) -> None:
    """Gives each file the archive's key, unless it has it; what was left half made is taken away.

    A plain copy that is damaged cannot be given it: its bytes are sealed as they are. Raises StorageError.
    """
    for file in files:
        with known_errors(file):
            if file.is_dir():
                shutil.rmtree(file)
            elif file.name.startswith("."):
                remove(file)
            elif _is_journal(file):
                continue  # SQLite has played it into what it lies beside
            elif SUFFIX in file.name or file.name.endswith(SEALED):
                _seal_anew(file, key, old)
            else:
                _protect_copy(file, key, old)


def go_on(path: Path, archive_id: str, folder: Path, follow: Follow) -> list[Path]:
    """Protects what a crash kept from it, for as long as it may; what cannot be protected now is for the next time.

    Returns what was tried and can still be read by who has another key of the archive.
    """
    files = [file for file in beside(path, archive_id, [folder]) if not file.name.startswith(".")]
    return follow.give_key(files)


@dataclass(frozen=True, slots=True)
class Follow:
    """How copies follow to the archive's key: `known` finds an old key by its salt, where it is at hand."""

    key: Key
    known: Callable[[bytes], Key | None]
    may_go_on: Callable[[], bool]

    def give_key(self, files: Iterable[Path]) -> list[Path]:
        """Gives it to each file; returns those that have another one still, damaged archives set aside left out."""
        known, left = cache(self.known), []
        for file in files:
            if not self.may_go_on():
                break
            with suppress(StorageError), known_errors(file):
                other = _salt_of_another(file, self.key)
                protect_beside([file], self.key, known(other) if other is not None else None)
            with suppress(OSError):
                if not is_set_aside(file) and _salt_of_another(file, self.key) is not None:
                    left.append(file)
        return left


def _salt_of_another(file: Path, key: Key) -> bytes | None:
    """The salt of the other key that a copy or sealed acts seem to have; None where they have this key, or none.

    Raises OSError.
    """
    if not file.is_file() or _is_journal(file):
        return None
    with file.open("rb") as opened:
        beginning = opened.read(len(MARK) + SALT_SIZE)
    if beginning.startswith(MARK):
        salt = beginning[len(MARK) :]
    elif SUFFIX in file.name or beginning.startswith(MAGIC):
        return None
    else:
        salt = beginning[:SALT_SIZE]
    return None if len(salt) < SALT_SIZE or salt == key.salt else salt


def _seal_anew(file: Path, key: Key, old: Key | None) -> None:
    data = file.read_bytes()
    is_sealed = data.startswith(MARK)
    if data.startswith(MARK + key.salt) or (is_sealed and old is None):
        return
    with suppress(UnsealError):
        _write_sealed(file, unseal(data, old if is_sealed else None), key)


def _write_sealed(file: Path, data: bytes, key: Key) -> None:
    sealed = file.with_name(f".{file.name}.new")
    with _wiped_when_gone(file):
        sealed.write_bytes(seal(data, key))
        sync_file(sealed)
        sealed.replace(file)


def _protect_copy(file: Path, key: Key, old: Key | None) -> None:
    with file.open("rb") as opened:
        beginning = opened.read(len(MAGIC))
    is_plain = beginning == MAGIC
    if not is_plain and (old is None or beginning != old.salt):
        return
    try:
        with known_errors(file), closing(connect_alone(file, key=None if is_plain else old)) as source:
            _swap(file, source, key, source.close if os.name == "nt" else _nothing)
    except StorageError as error:
        if not is_plain or error.fault is not Fault.DAMAGED:
            raise
        _write_sealed(file, file.read_bytes(), key)
        file.rename(file.with_name(file.name + SEALED))
