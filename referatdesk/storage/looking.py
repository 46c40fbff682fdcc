"""A look into a copy of an archive: read-only, by today's program, whichever version made it."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES
from referatdesk.domain.meetings import Meeting
from referatdesk.storage import reading
from referatdesk.storage.connection import Connection, check_integrity, connect, connect_alone, known_errors
from referatdesk.storage.creation import run_steps
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.header import Header, asked_version, has_journal, read_header
from referatdesk.storage.keys import Key
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.reading import MeetingRow
from referatdesk.storage.rows import selection_of
from referatdesk.storage.schema import check_schema

EVERY = 1_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """What an archive holds. `newest` is when it was last changed, in ISO form; `prints` tell equal meetings by id."""

    archive_id: str
    seq: int
    newest: str
    meetings: tuple[MeetingRow, ...]
    prints: Mapping[str, int]


@contextmanager
def opened_copy(path: Path, key: Key | None) -> Iterator[Connection]:
    """Raises StorageError, NEEDS_PHRASE where the key is another one."""
    with known_errors(path):
        own = key_for(path, key)
        with closing(connect(path, "ro", own)) as connection:
            version = asked_version(connection, path)
            if version == VERSION and not has_journal(path):
                yield connection
                return
        with tempfile.TemporaryDirectory(prefix="referatdesk-") as folder:
            copy = Path(folder) / "copy"
            shutil.copyfile(path, copy)
            if has_journal(path):
                shutil.copyfile(journal_of(path), journal_of(copy))
            with closing(connect_alone(copy, key=own)) as connection:
                connection.execute("PRAGMA foreign_keys=0")
                connection.execute("BEGIN")
                run_steps(connection, STEPS, version)
                connection.execute("COMMIT")
                yield connection


def key_for(path: Path, key: Key | None) -> Key | None:
    """The key that opens a copy: none for a plain one; raises StorageError where the one at hand is of another."""
    header = read_header(path, key)
    if isinstance(header, Header):
        return None
    if key is None or header != key.salt:
        raise StorageError(Fault.NEEDS_PHRASE, path=path)
    return key


def check_copy(connection: Connection, path: Path) -> None:
    """Raises StorageError where a copy is not as sound as it must be to take an archive's place."""
    check_schema(connection, path)
    check_integrity(connection, path)


def held(connection: Connection, go_on: Callable[[], None]) -> Held:
    """What a copy of today's version holds; `go_on` is called often and may raise."""
    # That a copy was put back, or an archive recovered, is no change of what it holds.
    sql = "SELECT time FROM journal WHERE label NOT LIKE 'archive.%' ORDER BY seq DESC LIMIT 1"
    newest = connection.execute(sql).fetchone()
    return Held(
        reading.archive_id(connection),
        reading.last_seq(connection),
        str(newest[0]) if newest else "",
        tuple(reading.meeting_rows(connection, None, None, EVERY)),
        _prints(connection, go_on),
    )


def _prints(connection: Connection, go_on: Callable[[], None]) -> dict[str, int]:
    """One number for all records of a meeting, whichever order they lie in."""
    prints: dict[str, int] = {}
    for kind in RECORD_TYPES:
        if kind in SHARED_TYPES:
            continue
        owner = "id" if kind is Meeting else "meeting_id"
        for meeting_id, text in connection.execute(selection_of(kind).replace("SELECT ", f"SELECT {owner}, ", 1)):
            go_on()
            digest = hashlib.blake2b(f"{kind.__name__} {text}".encode(), digest_size=8).digest()
            prints[meeting_id] = prints.get(meeting_id, 0) ^ int.from_bytes(digest, "big")
    return prints
