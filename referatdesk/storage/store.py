"""The open archive: one thread owns its only connection; what is asked of it here comes from any other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from referatdesk.storage.backups import Reason
from referatdesk.storage.connection import Connection
from referatdesk.storage.copying import Told
from referatdesk.storage.errands import Errands
from referatdesk.storage.errors import Fault
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.owning import Hearers, Owner, Place
from referatdesk.storage.questions import Question

T = TypeVar("T")


class Store:
    """Reading waits for its answer; writing does not. The callbacks come on the store's own thread."""

    def __init__(
        self,
        path: Path,
        folder: Path,
        on_durable: Callable[[int], None],
        on_failed: Callable[[Fault, int], None],
        on_no_backup: Callable[[Fault], None],
        key: Key | None = None,
        on_proven: Callable[[Path, int], None] | None = None,
        earlier: EarlierKeys | None = None,
    ) -> None:
        """Opens the archive; backups, and at need unsaved acts, go to `folder`. Raises StorageError.

        `on_durable` gets the number of the newest act on the disk; `on_failed` why acts up to a number are not there;
        `on_no_backup` why there is no backup of the archive as it was opened, which was proved in place; `on_proven`
        a backup that was proven, and the number of the newest act in it; `earlier` serves copies of another key.
        """
        self.path = path
        self.key = key
        """Of a protected archive; known to be right once it is open."""
        self._folder = folder
        self._errands = Errands()
        hearers = Hearers(on_durable, on_failed, on_no_backup, on_proven)
        earlier = earlier or EarlierKeys(lambda _salt: None, lambda _left: None)

        def introduce(connection: Connection) -> Owner:
            return Owner(connection, Place(path, folder, self.key), self._errands, hearers, earlier)

        opening = Question(introduce, path)
        self._thread = threading.Thread(target=self._run, args=(opening,), name="archive", daemon=True)
        self._thread.start()
        try:
            self._owner = opening.wait()
        except BaseException:
            self._thread.join()
            raise

    def _run(self, opening: Question[Owner]) -> None:
        try:
            archive = OpenArchive(self.path, self.key)
            self.key = archive.key
        except BaseException as error:  # noqa: BLE001 - raised again where the opening is waited for
            opening.refuse(error)
            return
        try:
            opening.put(archive.connection)
            if not opening.failed:
                opening.wait().work()
        finally:
            archive.close()
            self._errands.refuse()

    @property
    def archive_id(self) -> str:
        return self._owner.archive_id

    @property
    def recovered(self) -> tuple[Entry, ...]:
        """Acts of an earlier session that had not reached the archive; they are queued already."""
        return self._owner.recovered

    @property
    def last_seq(self) -> int:
        """The number of the newest act, on the disk or queued, when the archive was opened."""
        return self._owner.last_seq

    def read(self, ask: Callable[[Connection], T]) -> T:
        """The answer to a question; raises StorageError."""
        return self._errands.ask(Question(ask, self.path))

    def prepare(self) -> None:
        """Begins what must precede the first commit; without this the first write, a flush or the end does.

        So nothing is told of recovered acts while whoever opens the archive is not done with that.
        """
        self._errands.want_commit()

    def write(self, entry: Entry) -> None:
        self._errands.commit_wanted = True
        self._owner.saving.add(entry)

    def look(self) -> None:
        """Has it told, as a save that failed, where the archive does not lie in its place any more."""
        self._errands.want_look()

    def keep(self) -> bool:
        """Keeps what is not on the disk in a second place; whether all is safe now."""
        saving = self._owner.saving
        if not saving.acts:
            return True
        alone = not self._thread.is_alive()
        return saving.keep() if alone else self.read(lambda _connection: saving.keep())

    def put_elsewhere(self, target: Path) -> None:
        """Copies the archive with all that waits to be saved, which is nothing of this store's afterwards.

        Raises StorageError.
        """
        from referatdesk.storage.elsewhere import put_elsewhere  # noqa: PLC0415 - seldom, hopefully

        saving = self._owner.saving

        def put(connection: Connection) -> None:
            acts = tuple(saving.acts)
            put_elsewhere(connection, target, self.key, acts, self._folder)
            saving.forget(len(acts))

        self.read(put)

    def back_up(self, reason: Reason, told: Told) -> None:
        """Has a proven copy made of all that was written so far; when the archive is ready and no save waits."""
        self.prepare()
        self._owner.copies.ask(reason, told)

    def flush(self, timeout: float) -> bool:
        """Tries at once to write all; whether all is on the disk. Comes back early where a try has failed."""
        saving = self._owner.saving
        with self._errands.news:
            before = saving.failures
            saving.hurry()
            self._errands.want_commit()
            self._errands.news.wait_for(lambda: not saving.acts or saving.failures > before, timeout)
            return not saving.acts

    def close(self) -> bool:
        """Writes what it can, keeps the rest in a second place, lets go of the file. Whether all is on the disk."""
        self._errands.close()
        self._thread.join()
        return not self._owner.saving.acts
