"""The open archive as a file: where it lies, and what is done where it does not take what was written."""

from __future__ import annotations

from pathlib import Path

from referatdesk.services.holding import Note
from referatdesk.services.pending import PendingRecords, known_to_users
from referatdesk.storage.store import Store


class OpenFile:
    """A part of the workspace, which opens and closes it."""

    _store: Store
    _note: Note | None
    _pending: PendingRecords
    _last_seq: int

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def archive_id(self) -> str:
        """Which the archive keeps wherever it lies."""
        return self._store.archive_id

    @property
    def is_view(self) -> bool:
        """Whether it is open to be read only."""
        return self._note is None

    def prepare(self) -> None:
        """Begins what must precede the first commit: call it once the first list is shown."""
        self._store.prepare()

    def look(self) -> None:
        """Has SaveFailed told where the archive does not lie in its place any more, though nothing is to be saved."""
        self._store.look()

    def keep(self) -> bool:
        """Keeps what is not on the disk in a second place; whether nothing would be lost by ending now."""
        with known_to_users():
            return self._store.keep()

    def put_elsewhere(self, target: Path) -> None:
        """Copies the archive, with what is not saved yet, to be opened there instead. Raises UserError."""
        with known_to_users():
            self._store.put_elsewhere(target)
        self._pending.drop(self._last_seq)
