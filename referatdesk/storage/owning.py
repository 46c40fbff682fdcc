"""What the thread that owns the connection does: answers questions first, readies the archive, saves, copies."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from referatdesk.storage import contents, reading, sealing
from referatdesk.storage.backups import Reason
from referatdesk.storage.connection import Connection, DriverError
from referatdesk.storage.copying import Copies
from referatdesk.storage.erasing import give_back
from referatdesk.storage.errands import Errands
from referatdesk.storage.errors import Fault
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.lying import Lying
from referatdesk.storage.proving import Proof
from referatdesk.storage.readying import Abandoned, Readying
from referatdesk.storage.saving import Saving, tell
from referatdesk.storage.spill import Spill

if TYPE_CHECKING:
    from referatdesk.storage.writing import Writer


class Hearers(msgspec.Struct, frozen=True):
    """Who is told what becomes of acts and copies, on the thread that owns the connection."""

    durable: Callable[[int], None]
    failed: Callable[[Fault, int], None]
    no_backup: Callable[[Fault], None]
    proven: Callable[[Path, int], None] | None


class Place(msgspec.Struct, frozen=True):
    """Of an open archive: its file, where its backups go, and its key where it is protected."""

    path: Path
    folder: Path
    key: Key | None


class Owner:
    """Of one connection, from the thread that opened it; `saving` and `copies` take what others hand in."""

    def __init__(
        self, connection: Connection, place: Place, errands: Errands, hearers: Hearers, earlier: EarlierKeys
    ) -> None:
        self._connection = connection
        self._place = place
        self._errands = errands
        self._hearers = hearers
        self._earlier = earlier
        self._writer: Writer | None = None
        self._damage_told = False
        self.archive_id = reading.archive_id(connection)
        last = reading.last_seq(connection)
        spill = Spill(place.path, self.archive_id, place.folder, place.key)
        self.recovered = tuple(entry for entry in spill.found() if entry.seq > last)
        self.last_seq = max([last, *(entry.seq for entry in self.recovered)])
        self.saving = Saving(errands.news, spill, Lying(place.path), hearers.durable, hearers.failed)
        self.saving.acts.extend(self.recovered)
        self._readying = Readying(self._proof(Reason.OPENED), errands.wake)
        self.copies = Copies(errands.news, self._proof, self._tell_proven)

    def work(self) -> None:
        """Until the store is being closed, and all was tried for what is not on the disk."""
        try:
            while not (self._errands.closing and (self._can_save or not self.saving.acts)):
                self._errands.wait(self._connection, self._has_work, self.saving.pause if self._can_save else None)
                self._answer()
                self._look()
                self._make_ready()
                self._save()
                self._copy()
        except Abandoned:
            pass
        finally:
            self._settle()
            self._readying.abandon()
            self.copies.close()

    def _proof(self, reason: Reason) -> Proof:
        return Proof(self._place.path, self.archive_id, self._place.folder, self._place.key, reason)

    def _tell_proven(self, proof: Proof) -> None:
        if self._hearers.proven is not None and proof.backup is not None:
            self._hearers.proven(proof.backup, proof.seq)

    def _has_work(self) -> bool:
        errands = self._errands
        if errands.has_questions or errands.look_wanted or (errands.closing and not self.saving.acts):
            return True
        if self._can_save:
            return errands.closing or self.saving.due or self.copies.due or self._is_found_damaged
        return self._readying.finished or self.saving.unkept or (not self._readying.begun and self._is_commit_wanted)

    @property
    def _is_commit_wanted(self) -> bool:
        return self._errands.commit_wanted or (self._errands.closing and bool(self.saving.acts))

    @property
    def _is_found_damaged(self) -> bool:
        """Whether there is damage that nobody was told of: it is told though nothing waits to be saved."""
        found = self.copies.damage or (self._readying.fault if self._readying.finished else None)
        return found is not None and not self._damage_told

    @property
    def _can_save(self) -> bool:
        """Whether an attempt to write has an outcome: the archive is ready, or known to be damaged."""
        return self._writer is not None or self._readying.fault is not None

    def _answer(self) -> None:
        self._errands.answer(self._connection)

    def _look(self) -> None:
        if self._errands.look_wanted:
            self._errands.look_wanted = False
            self.saving.look(self._connection)

    def _between_slices(self) -> None:
        self._answer()
        if self._errands.closing and not self.saving.acts:
            raise Abandoned

    def _make_ready(self) -> None:
        if not self._readying.begun and self._is_commit_wanted:
            self._readying.begin(self._connection, self._between_slices)
        if self._readying.finished and not self._can_save:
            self._writer = self._readying.writer(self._connection)
            if self._writer is not None and self._readying.backup_fault is not None:
                tell(self._hearers.no_backup, self._readying.backup_fault)
            elif self._writer is not None:
                tell(self._tell_proven, self._readying.proof)
            if self._writer is not None:
                self._tidy()

    def _tidy(self) -> None:
        """While nobody waits for the disk; what could not be taken away costs nothing but room."""

        def is_idle() -> bool:
            self._answer()
            return not (self._errands.closing or self.saving.acts)

        place = self._place
        if place.key is not None:
            from referatdesk.storage import protecting  # noqa: PLC0415 - a plain archive never needs it

            sealing.make_ready()
            follow = protecting.Follow(place.key, self._earlier.known, is_idle)
            left = protecting.go_on(place.path, self.archive_id, place.folder, follow)
            if left:
                tell(self._earlier.told_left, len(left))
        if is_idle():
            with suppress(DriverError):
                contents.drop_unneeded(self._connection, is_idle)
                give_back(self._connection, is_idle)

    def _save(self) -> None:
        if not self._can_save and self.saving.unkept:
            self.saving.keep()
        if not self.saving.due:
            return
        self._heed_damage()
        if self._writer is not None:
            self.saving.save(self._connection, self._writer, self._answer)
        elif self._readying.fault is not None:
            self.saving.refuse(self._readying.fault)

    def _heed_damage(self) -> None:
        """From now on nothing is written."""
        if self._is_found_damaged:
            fault = self._readying.fault or self.copies.damage or Fault.DAMAGED
            self._readying.fault, self._writer, self._damage_told = fault, None, True
            tell(self._hearers.failed, fault, 0)

    def _copy(self) -> None:
        """What is typed meanwhile is saved between two slices, and is then in the copy too."""

        def between() -> None:
            self._answer()
            if self._errands.closing:
                raise Abandoned
            self._save()

        self._heed_damage()
        if self._readying.fault is not None:
            self.copies.refuse(self._readying.fault)
        elif self._can_save and self.copies.due and not self._errands.closing:
            self.copies.make_next(self._connection, between)

    def _settle(self) -> None:
        """The last tries of a store that is being closed; what could not be written is kept in a second place."""
        while self.saving.acts and self._writer is not None:
            before = self.saving.failures
            self.saving.save(self._connection, self._writer, self._answer)
            if self.saving.failures > before:
                break
        if self.saving.acts:
            self.saving.keep()
