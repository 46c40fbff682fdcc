"""Bringing an older archive to the newest version: on a copy, in one transaction, checked, and then swapped.

A crash at any moment leaves either the old archive or the new one under the archive's name; the old one is kept.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from referatdesk.storage.connection import GIVES_BACK, Connection, check_integrity, connect, connect_alone, known_errors
from referatdesk.storage.creation import run_steps
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of, remove, sync_file, sync_folder
from referatdesk.storage.keys import Key
from referatdesk.storage.migrations import Step

Counts = dict[str, tuple[int, dict[str, int]]]
"""By table: the number of rows, and by column the number of characters."""


def migrate(path: Path, steps: tuple[Step, ...], key: Key | None = None) -> Path:
    """Replaces the archive by one of the newest version and returns where the old one is kept.

    Raises StorageError; the archive is then what it was.
    """
    unfinished = path.with_name(f".{path.name}.migrating")
    # It is held until the new one has its name: what somebody wrote into it meanwhile would be in neither.
    with known_errors(path), closing(connect_alone(path, key=key)) as source:
        try:
            remove(unfinished)
            _copy(source, unfinished, key)
            version = _bring_forward(unfinished, steps, key)
            sync_file(unfinished)
            journal_of(unfinished).unlink(missing_ok=True)
            kept = _keep(path, source, version, key)
            if os.name == "nt":
                source.close()  # where a name that is open cannot be given to another file
            unfinished.replace(path)
            sync_folder(path.parent)
        finally:
            remove(unfinished)
    return kept


def _copy(source: Connection, copy: Path, key: Key | None) -> None:
    with closing(connect(copy, "rwc", key)) as target:
        source.backup(target)


def _bring_forward(copy: Path, steps: tuple[Step, ...], key: Key | None) -> int:
    """Returns the version that it was."""
    connection = connect_alone(copy, key=key)
    try:
        check_integrity(connection, copy)
        # Rebuilding a table with foreign keys on deletes the rows that refer to it.
        connection.execute("PRAGMA foreign_keys=0")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        before = _counts(connection)
        connection.execute("BEGIN IMMEDIATE")
        run_steps(connection, steps, version)
        _check_nothing_lost(before, _counts(connection), copy)
        check_integrity(connection, copy)
        connection.execute("COMMIT")
        # Archives of earlier versions become such as can give back room in small steps.
        connection.execute(f"PRAGMA {GIVES_BACK}")
        connection.execute("VACUUM")
    finally:
        connection.close()
    return int(version)


def _counts(connection: Connection) -> Counts:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {table: _counts_of(connection, table) for (table,) in tables}


def _counts_of(connection: Connection, table: str) -> tuple[int, dict[str, int]]:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    sums = ", ".join(f'coalesce(sum(length("{column}")), 0)' for column in columns)
    rows, *characters = connection.execute(f'SELECT count(*), {sums} FROM "{table}"').fetchone()  # noqa: S608 - own names
    return rows, dict(zip(columns, characters, strict=True))


def _check_nothing_lost(before: Counts, after: Counts, path: Path) -> None:
    """What stands in a table or column that still exists must be as much as it was."""
    for table, (rows, characters) in before.items():
        if table not in after:
            continue
        rows_after, characters_after = after[table]
        changed = any(characters_after.get(column, count) != count for column, count in characters.items())
        if rows_after != rows or changed:
            raise StorageError(Fault.REJECTED, path=path, table=table)


def _keep(path: Path, source: Connection, version: int, key: Key | None) -> Path:
    """Gives the old archive a second name, under which it stays."""
    kept = path.with_name(f"{path.stem}-version-{version}{path.suffix}")
    if kept.exists() and kept.samefile(path):
        return kept
    if kept.exists():
        kept = kept.with_stem(f"{kept.stem}-{os.urandom(3).hex()}")
    try:
        os.link(path, kept)
    except OSError:
        _copy(source, kept, key)
        sync_file(kept)
    return kept
