"""Proving an archive on a copy before the first commit; the proven copy is the day's backup.

The copy goes through SQLite: to open the archive's bytes beside it would, on POSIX, drop the lock when they are closed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from referatdesk.storage.connection import Connection, DriverError, check_integrity, connect, known_errors
from referatdesk.storage.files import remove, sync_file, sync_folder
from referatdesk.storage.keys import Key
from referatdesk.storage.opening import check_schema

SLICE_PAGES = 512
KEPT_BACKUPS = 10


class Proof:
    """One proof of an archive. `copy` runs where its connection lives, `check` anywhere."""

    def __init__(self, archive: Path, archive_id: str, folder: Path, key: Key | None = None) -> None:
        self._key = key
        self._family = f"{archive.stem}-{archive_id[:8]}"
        day = datetime.now(UTC).astimezone().date().isoformat()
        self.backup = folder / f"{self._family}-{day}{archive.suffix}"
        self._unfinished = folder / f".{self.backup.name}.new"
        self._checking: Connection | None = None

    def copy(self, source: Connection, between: Callable[[], None]) -> None:
        """Copies in slices, calling `between` after each; what it raises ends the copying. Raises StorageError."""
        with known_errors(self._unfinished):
            self._unfinished.parent.mkdir(parents=True, exist_ok=True)
            remove(self._unfinished)
            target = connect(self._unfinished, "rwc", self._key)
            try:
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
                self._prove()
                sync_file(self._unfinished)
                self._unfinished.replace(self.backup)
                sync_folder(self.backup.parent)
                self._thin()
            finally:
                remove(self._unfinished)

    def _prove(self) -> None:
        self._checking = connect(self._unfinished, "ro", self._key)
        try:
            check_schema(self._checking, self._unfinished)
            check_integrity(self._checking, self._unfinished)
        finally:
            self._checking.close()
            self._checking = None

    def interrupt(self) -> None:
        """Ends a check that nobody waits for any more; from any thread."""
        checking = self._checking
        if checking is not None:
            try:
                checking.interrupt()
            except DriverError:
                return

    def _thin(self) -> None:
        """Keeps the newest days of this archive; by name, not by clock."""
        own = sorted(file for file in self.backup.parent.iterdir() if file.name.startswith(f"{self._family}-"))
        for file in own[:-KEPT_BACKUPS]:
            file.unlink(missing_ok=True)
