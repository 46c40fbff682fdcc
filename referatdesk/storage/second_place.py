"""The newest proven copy of an archive in a second place: a memory stick, or a folder on another machine.

The place may be missing, slow or full, and nothing waits for it: what could not be done is done when it is there again.
Copies lie in a folder of their own there, which is made when the place is chosen: the bare name under which a stick
would stand must not be taken for the stick.
"""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from referatdesk.storage import backups
from referatdesk.storage.errors import Fault, fault_of
from referatdesk.storage.files import sync_folder
from referatdesk.storage.keys import Key
from referatdesk.storage.saving import tell

FOLDER = "Referatdesk"
PAUSE = 60.0
"""Seconds until a place that was not there is tried again."""
_PART = 1 << 20


class _Ended(Exception):  # noqa: N818 - no error: the place is another one now, or the archive closes
    """The copying is no longer wanted."""


def choose(place: Path) -> None:
    """Makes the folder of copies in a place that is there now; raises OSError."""
    (place / FOLDER).mkdir(mode=0o700, exist_ok=True)


class SecondPlace:
    """Works on a thread of its own, which nobody waits for. `told` hears of each try: None, or why it failed."""

    def __init__(
        self,
        folder: Path,
        archive: Path,
        archive_id: str,
        told: Callable[[Fault | None], None],
        key: Key | None = None,
        known: Callable[[bytes], Key | None] = lambda _salt: None,
    ) -> None:
        """`known` finds the key of copies that did not follow to the archive's."""
        self._key = key
        self._known = known
        self._folder = folder
        self._archive = archive
        self._archive_id = archive_id
        self._told = told
        self._news = threading.Condition()
        self._place: Path | None = None
        self._wanted = False
        self._closed = False
        self._thread: threading.Thread | None = None

    def use(self, place: Path | None) -> None:
        """From now on copies go there; None, nowhere."""
        with self._news:
            self._place = place
        self.renew()

    def renew(self) -> None:
        """There is a new copy, or the place may be there again."""
        with self._news:
            self._wanted = self._place is not None
            if self._wanted and self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="second-place", daemon=True)
                self._thread.start()
            self._news.notify_all()

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()

    def _work(self) -> None:
        failed = False
        while True:
            with self._news:
                self._news.wait_for(lambda: self._wanted or self._closed, PAUSE if failed else None)
                place, self._wanted = self._place, False
                if self._closed:
                    return
            failed = place is not None and self._try(place)

    def _try(self, place: Path) -> bool:
        """Whether it failed."""
        fault: Fault | None = None
        try:
            self._bring(place)
        except _Ended:
            return False
        except OSError as error:
            fault = fault_of(error)
        if not self._closed:
            tell(self._told, fault)
        return fault is not None

    def _bring(self, place: Path) -> None:
        target = place / FOLDER
        if not target.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._protect_earlier(target, place)
        newest = backups.newest(self._folder, self._archive, self._archive_id)
        if newest is None:
            raise _Ended
        there = target / newest.path.name
        if there.is_file() and there.stat().st_size == newest.path.stat().st_size:
            return
        unfinished = target / f".{newest.path.name}.new"
        try:
            written = self._copy(newest.path, unfinished, place)
            if self._digest(unfinished, place) != written:
                raise OSError("what was written is not what is read")
            unfinished.replace(there)
            with suppress(OSError):
                sync_folder(target)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        backups.thin(target, self._archive, self._archive_id)

    def _protect_earlier(self, target: Path, place: Path) -> None:
        """A place that lay in a drawer when the archive was protected has copies from before."""
        if self._key is None:
            return
        from referatdesk.storage.protecting import Follow  # noqa: PLC0415 - a plain archive never needs it

        def is_wanted() -> bool:
            self._check_wanted(place)
            return True

        copies = backups.backups_in(target, self._archive_id)
        Follow(self._key, self._known, is_wanted).give_key(copy.path for copy in copies)

    def _copy(self, source: Path, target: Path, place: Path) -> bytes:
        digest = hashlib.sha256()
        with source.open("rb") as old, target.open("wb") as new:
            target.chmod(0o600)
            while data := old.read(_PART):
                self._check_wanted(place)
                digest.update(data)
                new.write(data)
            new.flush()
            os.fsync(new.fileno())
        return digest.digest()

    def _digest(self, path: Path, place: Path) -> bytes:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while data := file.read(_PART):
                self._check_wanted(place)
                digest.update(data)
        return digest.digest()

    def _check_wanted(self, place: Path) -> None:
        if self._closed or self._place != place:
            raise _Ended
