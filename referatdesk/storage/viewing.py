"""An archive that is only looked at: what is read is a copy of it, and nothing finds its way back.

Whoever holds the archive goes on writing meanwhile, and a file or folder may be write-protected: so its bytes are
copied with those of its journal, until two readings in a row agree. The copy of a protected archive is as protected as
itself.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from referatdesk.storage.connection import check_integrity, known_errors
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.header import read_header
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.store import Store

READINGS = 12
PAUSE_S = 0.15
PART = 1 << 20


class View(Store):
    """Answers like the open archive, and takes nothing: writing raises StorageError."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Raises StorageError, also where this process has the archive open for writing."""
        self._own = Path(tempfile.mkdtemp(prefix="referatdesk-"))
        try:
            copy = self._own / path.name
            with OpenArchive.reading_bytes(path), known_errors(path):
                read_header(path, key)
                _copy(path, copy)
            super().__init__(copy, self._own, _unheard, _unheard, _unheard, key)
            try:
                self.path = path
                self.read(lambda connection: check_integrity(connection, path))
            except BaseException:
                super().close()
                raise
        except BaseException:
            self._take_away()
            raise
        self._take_away()

    def _take_away(self) -> None:
        """At once where an open file needs no name: nothing is left then, whatever ends the program."""
        with suppress(OSError):
            shutil.rmtree(self._own)

    def prepare(self) -> None:
        """Nothing will be written."""

    def write(self, entry: Entry) -> NoReturn:
        del entry
        raise StorageError(Fault.READ_ONLY, path=self.path)

    def close(self) -> bool:
        closed = super().close()
        self._take_away()
        return closed


def _unheard(*_news: object) -> None:
    """Nothing is saved, and nobody is told of it."""


def _copy(path: Path, copy: Path) -> None:
    """Raises StorageError where the file is written so steadily that no two readings agree."""
    for reading in range(READINGS):
        if reading:
            time.sleep(PAUSE_S)
        changed = _read_into(path, copy)
        changed |= _read_into(journal_of(path), journal_of(copy))
        if reading and not changed:
            return
    raise StorageError(Fault.LOCKED, path=path)


def _read_into(path: Path, copy: Path) -> bool:
    """Brings the copy up to what is read now; whether it was anything else."""
    changed = False
    try:
        source = path.open("rb")
    except FileNotFoundError:
        if not copy.exists():
            return False
        copy.unlink()
        return True
    with source, copy.open("rb+" if copy.exists() else "wb+") as target:
        while part := source.read(PART):
            if target.read(len(part)) != part:
                changed = True
                target.seek(source.tell() - len(part))
                target.write(part)
                target.flush()
        if target.seek(0, 2) != source.tell():
            changed = True
            target.truncate(source.tell())
    return changed
