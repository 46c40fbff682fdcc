"""A proven copy of the open archive: at its opening before the first commit, and before every act that is dangerous.

The copy goes through SQLite: to open the archive's bytes beside it would, on POSIX, drop the lock when they are closed.
It has no good name before it is proven. Where a proven copy of the same act was made the same day, that one stands; an
archive that is opened is proven all the same, since damage needs no act.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from referatdesk.storage import backups, reading
from referatdesk.storage.backups import Reason
from referatdesk.storage.connection import Connection, DriverError, check_integrity, connect, known_errors
from referatdesk.storage.errors import StorageError
from referatdesk.storage.files import remove, sync_file, sync_folder
from referatdesk.storage.header import read_header
from referatdesk.storage.keys import Key
from referatdesk.storage.schema import check_schema

SLICE_PAGES = 512


class Proof:
    """One proof of an archive. `copy` runs where its connection lives, `check` anywhere."""

    def __init__(
        self, archive: Path, archive_id: str, folder: Path, key: Key | None = None, reason: Reason = Reason.OPENED
    ) -> None:
        self.folder = folder
        self.backup: Path | None = None
        """The proven copy, once there is one."""
        self.seq = 0
        """The number of the newest act in it."""
        self._archive = archive
        self._archive_id = archive_id
        self._key = key
        self._reason = reason
        # An archive that was copied by hand has the same id, and both may be proven at the same time.
        place = zlib.crc32(os.fsencode(archive.absolute()))
        self._unfinished = folder / f".{archive.stem}-{backups.short(archive_id)}-{place:08x}.new"
        self._checking: Connection | None = None

    def stands(self, source: Connection) -> bool:
        """Whether a copy made today holds all that the archive does, and is then the backup."""
        with suppress(OSError, DriverError, StorageError):
            known = backups.newest(self.folder, self._archive, self._archive_id)
            today = datetime.now().astimezone().date()
            if known is None or known.at.date() != today or known.seq != reading.last_seq(source):
                return False
            read_header(known.path, self._key)
            with closing(connect(known.path, "ro", self._key)) as copy:
                if _newest_act(copy) == _newest_act(source):
                    self.backup, self.seq = known.path, known.seq
        return self.backup is not None

    def copy(self, source: Connection, between: Callable[[], None]) -> None:
        """Copies in slices, calling `between` after each; what it raises ends the copying. Raises StorageError."""
        with known_errors(self._unfinished):
            self.folder.mkdir(parents=True, exist_ok=True)
            remove(self._unfinished)
            target = connect(self._unfinished, "rwc", self._key)
            try:
                # It is put on the disk as a whole before it gets its name.
                target.execute("PRAGMA synchronous=OFF")
                source.backup(target, pages=SLICE_PAGES, progress=lambda *_: between())
            except BaseException:
                target.close()
                remove(self._unfinished)
                raise
            target.close()

    def check(self) -> None:
        """Raises StorageError where the copy shows that the archive is damaged; a sound one becomes the backup."""
        with known_errors(self._unfinished):
            try:
                if self._is_proven_twice():
                    return
                sync_file(self._unfinished)
                named = backups.free_path(self.folder, self._archive, self._archive_id, self.seq, self._reason)
                self._unfinished.replace(named)
                sync_folder(self.folder)
                self.backup = named
            finally:
                remove(self._unfinished)
        with suppress(OSError):
            backups.thin(self.folder, self._archive, self._archive_id)

    def _is_proven_twice(self) -> bool:
        """Proves the copy; whether an earlier one of today holds the same, and this one has shown that all is well."""
        self._checking = connect(self._unfinished, "ro", self._key)
        try:
            check_schema(self._checking, self._unfinished)
            check_integrity(self._checking, self._unfinished)
            self.seq = reading.last_seq(self._checking)
            return self.stands(self._checking)
        finally:
            self._checking.close()
            self._checking = None

    def interrupt(self) -> None:
        """Ends a check that nobody waits for any more; from any thread."""
        checking = self._checking
        if checking is not None:
            with suppress(DriverError):
                checking.interrupt()


def _newest_act(connection: Connection) -> tuple[object, ...]:
    """What tells one state of an archive from another of the same number."""
    act = connection.execute("SELECT seq, time, kind, label FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (reading.archive_id(connection), *(act or ()))
