"""The full check of a proven copy: what SQLite can tell, and what only we can: records, contents of files, the journal.

It never touches the archive itself. It is made aside, once a week, and may be interrupted at any moment.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from referatdesk.domain.changes import RECORD_TYPES
from referatdesk.storage.codec import DataError, SyntaxFault, from_json
from referatdesk.storage.connection import Connection, DriverError, connect, known_errors
from referatdesk.storage.journal import Act, State
from referatdesk.storage.keys import Key
from referatdesk.storage.rows import selection_of, table_name


@dataclass(frozen=True, slots=True)
class Flaw:
    """`code` is "pages", "links", "record", "content" or "journal"; `table` where, and `count` how often."""

    code: str
    table: str = ""
    count: int = 1


class Interrupted(Exception):  # noqa: N818 - no error: nobody waits for the check any more
    """The check was ended from outside."""


class FullCheck:
    """One check of one copy, made on any one thread; `interrupt` comes from any other."""

    def __init__(self, copy: Path, key: Key | None) -> None:
        self._copy = copy
        self._key = key
        self._connection: Connection | None = None
        self._ended = False

    def flaws(self) -> list[Flaw]:
        """What is wrong with the copy; raises Interrupted, and StorageError where it cannot be read at all."""
        with known_errors(self._copy):
            connection = self._connection = connect(self._copy, "ro", self._key)
            try:
                connection.execute("PRAGMA cell_size_check=1")
                return list(flaws_in(connection, self._go_on))
            except DriverError:
                if self._ended:
                    raise Interrupted from None
                raise
            finally:
                self._connection = None
                connection.close()

    def _go_on(self) -> None:
        if self._ended:
            raise Interrupted

    def interrupt(self) -> None:
        self._ended = True
        connection = self._connection
        if connection is not None:
            with suppress(DriverError):
                connection.interrupt()


def flaws_in(connection: Connection, go_on: Callable[[], None]) -> Iterator[Flaw]:
    """What is wrong with an archive of the newest version; `go_on` is called often and may raise."""
    damaged = [row for (row,) in connection.execute("PRAGMA integrity_check(20)").fetchall() if row != "ok"]
    damaged += connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if damaged:
        # What else is wrong follows from that.
        yield Flaw("pages", count=len(damaged))
        return
    dangling = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    if dangling:
        yield Flaw("links", count=dangling)
    for table, wrong in (*_records(connection, go_on), ("journal", _journal(connection, go_on))):
        if wrong:
            yield Flaw("journal" if table == "journal" else "record", table, wrong)
    wrong = sum(1 for _sha256 in wrong_contents(connection, go_on))
    if wrong:
        yield Flaw("content", count=wrong)


def _records(connection: Connection, go_on: Callable[[], None]) -> Iterator[tuple[str, int]]:
    for kind in RECORD_TYPES:
        wrong = 0
        for (text,) in connection.execute(selection_of(kind)):
            go_on()
            wrong += not _fits(text, kind)
        yield table_name(kind), wrong


def _fits(text: str, kind: Any) -> bool:
    try:
        from_json(text, kind)
    except (DataError, SyntaxFault):
        return False
    return True


def is_act(kind: str, state: str, content: str) -> bool:
    """Whether a row of the journal can be read: what the act did, or that its content was taken for good."""
    return kind in set(Act) and state in set(State) and _fits(content, list[Any] | dict[str, str])


def _journal(connection: Connection, go_on: Callable[[], None]) -> int:
    wrong = 0
    for row in connection.execute("SELECT kind, state, content FROM journal"):
        go_on()
        wrong += not is_act(*row)
    return wrong


def wrong_contents(connection: Connection, go_on: Callable[[], None]) -> Iterator[str]:
    """The names of files that are kept, and whose content is another one or not whole."""
    sql = "SELECT DISTINCT sha256 FROM source_file WHERE kept AND sha256 IN (SELECT sha256 FROM file_part)"
    for (sha256,) in connection.execute(sql).fetchall():
        digest = hashlib.sha256()
        for (data,) in connection.execute("SELECT data FROM file_part WHERE sha256 = ? ORDER BY part", (sha256,)):
            go_on()
            digest.update(data)
        if digest.hexdigest() != sha256:
            yield sha256
