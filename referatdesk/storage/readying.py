"""What must happen once before the first commit: the proof on a copy, and the import of SQLModel.

The copy is made on the thread that owns the connection, in slices; all that takes long runs on a thread of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from referatdesk.storage.connection import Connection, check_integrity, known_errors
from referatdesk.storage.errors import DAMAGE, Fault, StorageError
from referatdesk.storage.proving import Proof

if TYPE_CHECKING:
    from referatdesk.storage.writing import Writer


class Abandoned(Exception):  # noqa: N818 - no error: the archive is being closed
    """Nobody waits for the copy any more."""


class Readying:
    """`writer` is there once `finished`, unless the archive proved to be damaged: then `fault` says so."""

    def __init__(self, proof: Proof, told: Callable[[], None]) -> None:
        self.fault: Fault | None = None
        self.backup_fault: Fault | None = None
        """Why there is no backup of the archive as it was opened."""
        self.proof = proof
        self._told = told
        self._aside: threading.Thread | None = None
        self._finished = False

    @property
    def begun(self) -> bool:
        return self._aside is not None

    @property
    def finished(self) -> bool:
        return self._finished

    def begin(self, connection: Connection, between: Callable[[], None]) -> None:
        """Copies the archive and starts the rest; `between` may raise Abandoned, which comes out here."""
        try:
            self.proof.copy(connection, between)
        except StorageError as error:
            self.backup_fault = error.fault
        self._aside = threading.Thread(target=self._finish, name="archive-readying", daemon=True)
        self._aside.start()

    def _finish(self) -> None:
        """A mistake of ours, or no memory left, is merely no backup; it comes out of the thread all the same."""
        try:
            from referatdesk.storage import writing  # noqa: F401, PLC0415 - takes longer than the first list

            if self.backup_fault is None:
                self.proof.check()
        except StorageError as error:
            self._judge(error.fault)
        except BaseException:
            self.backup_fault = Fault.IO
            raise
        finally:
            self._finished = True
            self._told()

    def _judge(self, fault: Fault) -> None:
        """Only damage is damage: a copy that could not be read or named is merely no backup."""
        if fault in DAMAGE:
            self.fault = fault
        else:
            self.backup_fault = fault

    def writer(self, connection: Connection) -> Writer | None:
        """The writer, once finished; an archive without room for a copy is checked in place first."""
        from referatdesk.storage.writing import Writer  # noqa: PLC0415 - imported aside by now

        if self.backup_fault is not None:
            try:
                with known_errors(self.proof.folder):
                    check_integrity(connection, self.proof.folder)
            except StorageError as error:
                self.fault = error.fault
        return Writer(connection) if self.fault is None else None

    def abandon(self) -> None:
        """Waits for the thread aside, cutting its check short."""
        if self._aside is not None:
            self.proof.interrupt()
            self._aside.join()
