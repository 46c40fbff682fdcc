"""The schema of an archive: what stands in it, and what must stand there by the steps that make each version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from referatdesk.storage.connection import Connection, connect_in_memory
from referatdesk.storage.creation import run_steps
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.migrations import STEPS, VERSION

Part = tuple[str, str, str]
"""Sort, name and words of a table or whatever else stands there."""

DIGESTS: Mapping[int, str] = {4: "982aa04121685a29f6d67934294c1d4aa6d7bc312dde6c249173c28e0988b82b"}
"""By version, what `digest_of` says of what the steps make: a schema is known again sooner than it is made anew."""


def check_schema(connection: Connection, path: Path) -> None:
    """Raises StorageError where tables of ours are missing, or anything stands there that could act by itself.

    Triggers and views are not all: a column may be computed, a check refuse what is written. So the tables must be as
    the steps make them. What a crash left half written may be of an older version: it is mended before it is brought
    forward.
    """
    found = schema_of(connection)
    (written,) = connection.execute("PRAGMA user_version").fetchone()
    version = min(written, VERSION)
    if version in DIGESTS and digest_of(found) == DIGESTS[version]:
        return
    wanted = schema_made(version)
    if any(kind not in {"table", "index"} for kind, _name, _words in found):
        raise StorageError(Fault.FOREIGN, path=path)
    if {name for _kind, name, _words in wanted} - {name for _kind, name, _words in found}:
        raise StorageError(Fault.DAMAGED, path=path)
    if found != wanted:
        raise StorageError(Fault.FOREIGN, path=path)


def schema_of(connection: Connection) -> frozenset[Part]:
    """All that stands there, without what SQLite itself may write in another way."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'")
    return frozenset((kind, name, "".join(words.split()).replace('"', "").lower()) for kind, name, words in rows)


def digest_of(schema: Iterable[Part]) -> str:
    return hashlib.sha256(repr(sorted(schema)).encode()).hexdigest()


@cache
def schema_made(version: int) -> frozenset[Part]:
    with closing(connect_in_memory()) as made:
        run_steps(made, STEPS[:version], 0)
        return schema_of(made)
