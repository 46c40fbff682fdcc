"""Whether an archive still lies where it was opened: a file that was taken away or replaced goes on taking writes.

Its bytes cannot be looked at beside the connection, since closing any other handle would drop the lock. What a file
system says of names, numbers and sizes must do, and only what no file system says of a file in its place counts.
"""

from __future__ import annotations

import os
from pathlib import Path

from referatdesk.storage.connection import Connection
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of


class Lying:
    """Of one archive since it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.stat()

    def look(self, connection: Connection) -> os.stat_result:
        """What lies there before a write. Raises StorageError where nothing does, or what was cut or overwritten."""
        self._now()
        if not journal_of(self._path).exists():
            # One that was taken away would still be written to, and then mend nothing.
            connection.execute("PRAGMA journal_mode=MEMORY")
            connection.execute("PRAGMA journal_mode=TRUNCATE")
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        # SQLCipher answers in letters.
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        # Only now: the questions take back what a write that failed had left half done.
        now = self._now()
        if pages and now.st_size != pages * int(size):
            raise StorageError(Fault.REPLACED, path=self._path)
        return now

    def check(self, before: os.stat_result) -> None:
        """Whether what was written since then lies there; raises StorageError."""
        now = self._now()
        # Some file systems number their files anew: there the write just made shows in the file's own time.
        if os.path.samestat(now, self._file) or now.st_mtime_ns != before.st_mtime_ns:
            self._file = now
        else:
            raise StorageError(Fault.REPLACED, path=self._path)

    def _now(self) -> os.stat_result:
        try:
            return self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise StorageError(Fault.MISSING, path=self._path) from None
