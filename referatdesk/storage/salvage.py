"""What can still be read of a damaged archive: row by row around what is broken, and at last page by page.

The damaged file is never touched: all this works on a copy of its own. A page that cannot be read makes the connection
useless, so after every error a new one is taken.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from referatdesk.storage.connection import Connection, DriverError, connect
from referatdesk.storage.files import remove
from referatdesk.storage.keys import RAW_SIZE, Key

PAGE = 4096
BATCH = 100
"""Pages that are looked at with one connection."""
_SEAL_SALT, _SEAL_ROUNDS, _SEAL_SIZE = 0x3A, 2, 64
MOST_COLUMNS = 64
LAST_ROWID = 2**63 - 1

Row = tuple[int, tuple[Any, ...]]
"""The rowid and the values."""


def has_page_of(path: Path, key: Key) -> bool:
    """Whether any page behind the first is encrypted with the key, as SQLCipher 4 seals it. Raises OSError."""
    import hashlib  # noqa: PLC0415 - hopefully never
    import hmac  # noqa: PLC0415 - as above

    salt = bytes(one ^ _SEAL_SALT for one in key.salt)
    sealing = hashlib.pbkdf2_hmac("sha512", key.raw, salt, _SEAL_ROUNDS, RAW_SIZE)
    with path.open("rb") as file:
        file.seek(PAGE)
        for number in count(2):
            page = file.read(PAGE)
            if len(page) < PAGE:
                return False
            sealed, seal = page[:-_SEAL_SIZE], page[-_SEAL_SIZE:]
            if hmac.digest(sealing, sealed + number.to_bytes(4, "little"), "sha512") == seal:
                return True
    return False


def texts_in(path: Path, texts: Iterable[bytes]) -> list[bytes]:
    """Those that stand anywhere in a file's bytes, in their order. Raises OSError."""
    wanted = list(texts)
    found: set[bytes] = set()
    overlap = max(map(len, wanted), default=1) - 1
    with path.open("rb") as file:
        part = b""
        while len(found) < len(wanted) and (more := file.read(1 << 20)):
            part = part[len(part) - min(overlap, len(part)) :] + more
            found.update(text for text in wanted if text in part)
    return [text for text in wanted if text in found]


class Wreck:
    """A copy of a damaged file that may be opened as often as it takes."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path = path
        self._key = key
        self._connection: Connection | None = None

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Raises the driver's error where the next row cannot be read."""
        try:
            yield from self._connected().execute(sql, values)
        except DriverError:
            self.close()
            raise

    def write(self, sql: str, rows: Iterable[Sequence[object]] = ((),)) -> None:
        connection = self._connected()
        connection.execute("BEGIN")
        connection.executemany(sql, rows)
        connection.execute("COMMIT")

    def _connected(self) -> Connection:
        if self._connection is None:
            connection = self._connection = connect(self._path, "rw", self._key)
            # A schema that is not quite right is better than none; a file that is too short is read as far as it goes.
            for pragma in ("writable_schema=1", "trusted_schema=0", "cell_size_check=1", "synchronous=0"):
                connection.execute(f"PRAGMA {pragma}")
        return self._connection

    def close(self) -> None:
        if self._connection is not None:
            with suppress(DriverError):
                self._connection.close()
            self._connection = None


class Walk:
    """Reads the rows of one table, along the table itself and no index; `is_whole` tells afterwards if that was all."""

    def __init__(self, wreck: Wreck, table: str, columns: Sequence[str]) -> None:
        self.is_whole = True
        self._wreck = wreck
        names = ", ".join(f'"{name}"' for name in columns)
        self._select = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED WHERE rowid > ? AND rowid < ? ORDER BY rowid'  # noqa: S608 - names of our own tables

    def rows(self) -> Iterator[Row]:
        """From the front as far as it goes, from the back as far as it goes, then what stands between."""
        low = -LAST_ROWID
        try:
            for row in self._between(low, LAST_ROWID):
                low = row[0]
                yield row
        except DriverError:
            self.is_whole = False
        if self.is_whole:
            return
        high = LAST_ROWID
        try:
            for row in self._between(low, high, " DESC"):
                high = row[0]
                yield row
        except DriverError:
            yield from self._islands(low, high)

    def _between(self, low: int, high: int, order: str = "") -> Iterator[Row]:
        for rowid, *values in self._wreck.rows(self._select + order, (low, high)):
            yield rowid, tuple(values)

    def _islands(self, low: int, high: int) -> Iterator[Row]:
        """What lies between two places that cannot be read, one readable stretch after the other."""
        while (start := self._next_readable(low, high)) is not None:
            low = start
            try:
                for row in self._between(low, high):
                    low = row[0]
                    yield row
            except DriverError:
                continue
            return

    def _next_readable(self, low: int, high: int) -> int | None:
        """The smallest number after `low` behind which something can be read, or nothing more stands."""
        step = 1
        while not self._is_readable(low + step, high):
            step *= 2
            if low + step >= high:
                return None
        unreadable = step // 2
        while step - unreadable > 1:
            middle = (step + unreadable) // 2
            if self._is_readable(low + middle, high):
                step = middle
            else:
                unreadable = middle
        return low + step

    def _is_readable(self, low: int, high: int) -> bool:
        try:
            next(self._between(low, high), None)
        except DriverError:
            return False
        return True


def grafted(source: Path, target: Path, key: Key | None) -> int:
    """Copies the file and gives it the first page of a new one, so that its pages can be asked for one by one.

    Returns the number of its pages.
    """
    pages = -(-source.stat().st_size // PAGE)
    first = _first_page(target, key, pages)
    with source.open("rb") as old, target.open("wb") as new:
        new.write(first)
        old.seek(PAGE)
        while data := old.read(1 << 20):
            new.write(data)
        new.truncate(pages * PAGE)
    return pages


def _first_page(place: Path, key: Key | None, pages: int) -> bytes:
    """That of an archive of as many pages, with nothing in it."""
    remove(place)
    connection = connect(place, "rwc", key)
    try:
        connection.execute(f"PRAGMA page_size={PAGE}")
        for pragma in ("journal_mode=OFF", "synchronous=0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE filler (data BLOB)")
        grown = 0
        while key is not None and grown <= pages:
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (PAGE * min(pages, 10_000),))
            (grown,) = connection.execute("PRAGMA page_count").fetchone()
    finally:
        connection.close()
    with place.open("rb") as file:
        first = bytearray(file.read(PAGE))
    if key is None:
        first[28:32] = struct.pack(">I", pages)
    remove(place)
    return bytes(first)


def rows_of_pages(wreck: Wreck, pages: int) -> Iterator[Row]:
    """The rows of every page that holds rows of a table, whichever it is; those of inner pages come again."""
    columns = ", ".join(f"c{number}" for number in range(MOST_COLUMNS))
    for start in range(2, pages + 1, BATCH):
        numbers = range(start, min(start + BATCH, pages + 1))
        made = [(f"p{number}", f"p{number}", number, f"CREATE TABLE p{number} ({columns})") for number in numbers]
        wreck.write("DELETE FROM sqlite_schema WHERE name LIKE 'p%'")
        wreck.write("INSERT INTO sqlite_schema VALUES ('table', ?, ?, ?, ?)", made)
        wreck.close()
        for number in numbers:
            with suppress(DriverError):
                for rowid, *values in wreck.rows(f"SELECT rowid, * FROM p{number}"):  # noqa: S608 - a number
                    yield rowid, tuple(values)
