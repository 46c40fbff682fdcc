"""The open archive: one thread owns its only connection, answers questions first, and writes acts in order.

While that thread waits for news it lends the connection to whoever asks: two changes of thread cost a third of the time
in which a meeting opens.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from referatdesk.storage import contents, reading, sealing
from referatdesk.storage.backups import Reason
from referatdesk.storage.connection import Connection, DriverError
from referatdesk.storage.copying import Copies, Told
from referatdesk.storage.erasing import give_back
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.lying import Lying
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.proving import Proof
from referatdesk.storage.questions import Question
from referatdesk.storage.readying import Abandoned, Readying
from referatdesk.storage.saving import Saving, tell
from referatdesk.storage.spill import Spill

if TYPE_CHECKING:
    from referatdesk.storage.writing import Writer

T = TypeVar("T")


class Store:
    """Reading waits for its answer; writing does not. The callbacks come on the store's own thread."""

    archive_id: str
    recovered: tuple[Entry, ...]
    """Acts of an earlier session that had not reached the archive; they are queued already."""
    last_seq: int
    """The number of the newest act, on the disk or queued, when the archive was opened."""

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
        self._callbacks = (on_durable, on_failed)
        self._on_no_backup = on_no_backup
        self._on_proven = on_proven
        self._earlier = earlier or EarlierKeys(lambda _salt: None, lambda _left: None)
        self._news = threading.Condition()
        self._questions: deque[Question[Any]] = deque()
        self._lent: Connection | None = None
        self._wanted = False
        self._look_wanted = False
        self._damage_told = False
        self._closing = False
        self._writer: Writer | None = None
        opening: Question[None] = Question(self._introduce)
        self._thread = threading.Thread(target=self._run, args=(opening,), name="archive", daemon=True)
        self._thread.start()
        try:
            opening.wait()
        except BaseException:
            self._thread.join()
            raise

    def read(self, ask: Callable[[Connection], T]) -> T:
        """The answer to a question; raises StorageError."""
        question = Question(ask)
        with self._news:
            if self._closing:
                raise StorageError(Fault.IO, path=self.path)
            if self._lent is not None:
                # The owner cannot take it back before this lock is let go.
                question.put(self._lent, self.path)
            else:
                self._questions.append(question)
                self._news.notify_all()
        return question.wait()

    def prepare(self) -> None:
        """Begins what must precede the first commit; without this the first write, a flush or the end does.

        So nothing is told of recovered acts while whoever opens the archive is not done with that.
        """
        with self._news:
            self._wanted = True
            self._news.notify_all()

    def write(self, entry: Entry) -> None:
        self._wanted = True
        self._saving.add(entry)

    def look(self) -> None:
        """Has it told, as a save that failed, where the archive does not lie in its place any more."""
        with self._news:
            self._look_wanted = True
            self._news.notify_all()

    def keep(self) -> bool:
        """Keeps what is not on the disk in a second place; whether all is safe now."""
        if not self._saving.acts:
            return True
        alone = not self._thread.is_alive()
        return self._saving.keep() if alone else self.read(lambda _connection: self._saving.keep())

    def put_elsewhere(self, target: Path) -> None:
        """Copies the archive with all that waits to be saved, which is nothing of this store's afterwards.

        Raises StorageError.
        """
        from referatdesk.storage.elsewhere import put_elsewhere  # noqa: PLC0415 - seldom, hopefully

        def put(connection: Connection) -> None:
            acts = tuple(self._saving.acts)
            put_elsewhere(connection, target, self.key, acts, self._folder)
            self._saving.forget(len(acts))

        self.read(put)

    def back_up(self, reason: Reason, told: Told) -> None:
        """Has a proven copy made of all that was written so far; when the archive is ready and no save waits."""
        self.prepare()
        self._copies.ask(reason, told)

    def flush(self, timeout: float) -> bool:
        """Tries at once to write all; whether all is on the disk. Comes back early where a try has failed."""
        with self._news:
            before = self._saving.failures
            self._wanted = True
            self._saving.hurry()
            self._news.notify_all()
            self._news.wait_for(lambda: not self._saving.acts or self._saving.failures > before, timeout)
            return not self._saving.acts

    def close(self) -> bool:
        """Writes what it can, keeps the rest in a second place, lets go of the file. Whether all is on the disk."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join()
        return not self._saving.acts

    def _introduce(self, connection: Connection) -> None:
        self.archive_id = reading.archive_id(connection)
        last = reading.last_seq(connection)
        spill = Spill(self.path, self.archive_id, self._folder, self.key)
        self.recovered = tuple(entry for entry in spill.found() if entry.seq > last)
        self.last_seq = max([last, *(entry.seq for entry in self.recovered)])
        self._saving = Saving(self._news, spill, Lying(self.path), *self._callbacks)
        self._saving.acts.extend(self.recovered)
        self._readying = Readying(self._proof(Reason.OPENED), self._wake)
        self._copies = Copies(self._news, self._proof, self._tell_proven)

    def _proof(self, reason: Reason) -> Proof:
        return Proof(self.path, self.archive_id, self._folder, self.key, reason)

    def _tell_proven(self, proof: Proof) -> None:
        if self._on_proven is not None and proof.backup is not None:
            self._on_proven(proof.backup, proof.seq)

    def _wake(self) -> None:
        with self._news:
            self._news.notify_all()

    def _run(self, opening: Question[None]) -> None:
        try:
            archive = OpenArchive(self.path, self.key)
            self.key = archive.key
        except BaseException as error:  # noqa: BLE001 - raised again where the opening is waited for
            opening.refuse(error)
            return
        try:
            opening.put(archive.connection, self.path)
            if not opening.failed:
                self._work(archive.connection)
        finally:
            archive.close()
            self._refuse_questions()

    def _refuse_questions(self) -> None:
        """Nobody waits for an answer that will not come."""
        with self._news:
            self._closing = True
            while self._questions:
                self._questions.popleft().refuse(StorageError(Fault.IO, path=self.path))

    def _work(self, connection: Connection) -> None:
        try:
            while not (self._closing and (self._can_save or not self._saving.acts)):
                with self._news:
                    self._lent = connection
                    try:
                        self._news.wait_for(self._has_work, self._saving.pause if self._can_save else None)
                    finally:
                        self._lent = None
                self._answer(connection)
                self._look(connection)
                self._make_ready(connection)
                self._save(connection)
                self._copy(connection)
        except Abandoned:
            pass
        finally:
            self._settle(connection)
            self._readying.abandon()
            self._copies.close()

    def _has_work(self) -> bool:
        if self._questions or self._look_wanted or (self._closing and not self._saving.acts):
            return True
        if self._can_save:
            return self._closing or self._saving.due or self._copies.due or self._is_found_damaged
        return self._readying.finished or self._saving.unkept or (not self._readying.begun and self._is_wanted)

    @property
    def _is_wanted(self) -> bool:
        return self._wanted or (self._closing and bool(self._saving.acts))

    @property
    def _is_found_damaged(self) -> bool:
        """Whether there is damage that nobody was told of: it is told though nothing waits to be saved."""
        found = self._copies.damage or (self._readying.fault if self._readying.finished else None)
        return found is not None and not self._damage_told

    @property
    def _can_save(self) -> bool:
        """Whether an attempt to write has an outcome: the archive is ready, or known to be damaged."""
        return self._writer is not None or self._readying.fault is not None

    def _answer(self, connection: Connection) -> None:
        while self._questions:
            self._questions.popleft().put(connection, self.path)

    def _look(self, connection: Connection) -> None:
        if self._look_wanted:
            self._look_wanted = False
            self._saving.look(connection)

    def _between_slices(self, connection: Connection) -> None:
        self._answer(connection)
        if self._closing and not self._saving.acts:
            raise Abandoned

    def _make_ready(self, connection: Connection) -> None:
        if not self._readying.begun and self._is_wanted:
            self._readying.begin(connection, lambda: self._between_slices(connection))
        if self._readying.finished and not self._can_save:
            self._writer = self._readying.writer(connection)
            if self._writer is not None and self._readying.backup_fault is not None:
                tell(self._on_no_backup, self._readying.backup_fault)
            elif self._writer is not None:
                tell(self._tell_proven, self._readying.proof)
            if self._writer is not None:
                self._tidy(connection)

    def _tidy(self, connection: Connection) -> None:
        """While nobody waits for the disk; what could not be taken away costs nothing but room."""

        def is_idle() -> bool:
            self._answer(connection)
            return not (self._closing or self._saving.acts)

        if self.key is not None:
            from referatdesk.storage import protecting  # noqa: PLC0415 - a plain archive never needs it

            sealing.make_ready()
            follow = protecting.Follow(self.key, self._earlier.known, is_idle)
            left = protecting.go_on(self.path, self.archive_id, self._folder, follow)
            if left:
                tell(self._earlier.told_left, len(left))
        if is_idle():
            with suppress(DriverError):
                contents.drop_unneeded(connection, is_idle)
                give_back(connection, is_idle)

    def _save(self, connection: Connection) -> None:
        if not self._can_save and self._saving.unkept:
            self._saving.keep()
        if not self._saving.due:
            return
        self._heed_damage()
        if self._writer is not None:
            self._saving.save(connection, self._writer, lambda: self._answer(connection))
        elif self._readying.fault is not None:
            self._saving.refuse(self._readying.fault)

    def _heed_damage(self) -> None:
        """From now on nothing is written."""
        if self._is_found_damaged:
            fault = self._readying.fault or self._copies.damage or Fault.DAMAGED
            self._readying.fault, self._writer, self._damage_told = fault, None, True
            tell(self._callbacks[1], fault, 0)

    def _copy(self, connection: Connection) -> None:
        """What is typed meanwhile is saved between two slices, and is then in the copy too."""

        def between() -> None:
            self._answer(connection)
            if self._closing:
                raise Abandoned
            self._save(connection)

        self._heed_damage()
        if self._readying.fault is not None:
            self._copies.refuse(self._readying.fault)
        elif self._can_save and self._copies.due and not self._closing:
            self._copies.make_next(connection, between)

    def _settle(self, connection: Connection) -> None:
        """The last tries of a store that is being closed; what could not be written is kept in a second place."""
        while self._saving.acts and self._writer is not None:
            before = self._saving.failures
            self._saving.save(connection, self._writer, lambda: self._answer(connection))
            if self._saving.failures > before:
                break
        if self._saving.acts:
            self._saving.keep()
