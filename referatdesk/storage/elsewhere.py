"""The open archive put in another place: a whole copy, proven and on the disk before it gets its name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from referatdesk.storage.connection import Connection, check_integrity, connect, known_errors
from referatdesk.storage.creation import give_name
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import remove, sync_file, sync_folder
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.reading import archive_id
from referatdesk.storage.schema import check_schema
from referatdesk.storage.spill import Spill


def put_elsewhere(source: Connection, target: Path, key: Key | None, acts: Sequence[Entry], folder: Path) -> None:
    """Copies the archive as its connection sees it; `acts` that it has not taken lie beside the copy for its opening.

    Raises StorageError, also where the name is taken, and then leaves nothing behind.
    """
    with known_errors(target):
        if os.path.lexists(target):
            raise StorageError(Fault.EXISTS, path=target)
        unfinished = target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")
        try:
            _copy(source, unfinished, key)
            sync_file(unfinished)
            if acts and Spill(target, archive_id(source), folder, key).keep(acts) is None:
                raise StorageError(Fault.FULL, path=target)
            give_name(unfinished, target)
        finally:
            remove(unfinished)
        sync_folder(target.parent)


def _copy(source: Connection, unfinished: Path, key: Key | None) -> None:
    with closing(connect(unfinished, "rwc", key)) as target:
        source.backup(target)
    with closing(connect(unfinished, "ro", key)) as copy:
        check_schema(copy, unfinished)
        check_integrity(copy, unfinished)
