"""A new archive: made under a temporary name, complete and on the disk, before it gets its own."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

from referatdesk import VERSION as PROGRAM_VERSION
from referatdesk.storage.connection import APPLICATION_ID, Connection, connect_alone, known_errors
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import remove, sync_file, sync_folder
from referatdesk.storage.keys import Key
from referatdesk.storage.migrations import STEPS, Step


def create_archive(path: Path, key: Key | None = None) -> None:
    """Makes an empty archive, protected where there is a key; raises StorageError, also where the name is taken."""
    with known_errors(path):
        if os.path.lexists(path):
            raise StorageError(Fault.EXISTS, path=path)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        try:
            _build(unfinished, key)
            give_name(unfinished, path)
        finally:
            remove(unfinished)
        sync_folder(path.parent)


def _build(path: Path, key: Key | None) -> None:
    connection = connect_alone(path, "rwc", key)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        run_steps(connection, STEPS, 0)
        made = (str(uuid.uuid4()), datetime.now(UTC).isoformat(timespec="seconds"), PROGRAM_VERSION)
        connection.execute("INSERT INTO archive_info (id, created, program) VALUES (?, ?, ?)", made)
        connection.execute("COMMIT")
    finally:
        connection.close()
    sync_file(path)


def run_steps(connection: Connection, steps: tuple[Step, ...], version: int) -> None:
    """Brings the schema from `version` to the newest one, within the caller's transaction."""
    for step in steps[version:]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={len(steps)}")


def give_name(unfinished: Path, path: Path) -> None:
    """Renames without ever replacing a file that came there meanwhile, where the file system can tell."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        unfinished.rename(path)
