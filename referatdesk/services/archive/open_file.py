"""The open archive as a file: where it lies, what of it is on the disk, and who is told of that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from referatdesk.config import places
from referatdesk.services.archive.acts import Acts
from referatdesk.services.archive.events import Durable, Event, Listener, Listeners, NoBackup, SaveFailed
from referatdesk.services.archive.holding import Note
from referatdesk.services.archive.keeping import Keeping
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.archive.unlocking import key_of_salt, known_key
from referatdesk.storage.errors import Fault
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.store import Store

Post = Callable[[Callable[[], None]], None]
"""Hands a call to the thread that owns the workspace, and returns at once."""


class OpenFile:
    """Holds the archive from its opening until it is closed."""

    def __init__(self, path: Path, post: Post, key: Key | None = None, *, only_view: bool = False) -> None:
        """Raises UserError "archive.<fault>", and has then left the file untouched.

        A protected one is opened with the key that is given, or known by now.
        """
        self._post = post
        self._listeners = Listeners()
        self._tell: Listener = self._listeners.tell
        self._in_trouble = False
        folder = places.data_folder() / "backups"
        self.keeping = Keeping(folder, self._tell_later)
        with known_to_users():
            key = key or known_key(path)
            if only_view:
                from referatdesk.storage.viewing import View  # noqa: PLC0415 - most archives are opened to be written in

                self._store: Store = View(path, key)
            else:
                heard = (self._hear_durable, self._hear_failed, self._hear_no_backup)
                earlier = EarlierKeys(key_of_salt, self.keeping.heard_left)
                self._store = Store(path, folder, *heard, key, self.keeping.heard_proven, earlier)
        self._note = None if only_view else Note(path)
        self._acts = Acts(self._store)
        if not only_view:
            self.keeping.begin(self._store, lambda: self._acts.last_seq)

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

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Has the listener told of events; the answer ends that."""
        return self._listeners.add(listener)

    def prepare(self) -> None:
        """Begins what must precede the first commit: call it once the first list is shown."""
        self._store.prepare()

    @property
    def unsaved(self) -> bool:
        return bool(self._acts.pending)

    def flush(self, timeout: float) -> bool:
        """Tries at once to save all, for at most `timeout` seconds; whether all is on the disk."""
        if self._store.flush(timeout):
            self._note_durable(self._acts.last_seq)
        return not self.unsaved

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
        self._acts.pending.drop(self._acts.last_seq)

    def close(self) -> bool:
        """Saves what it can and lets go of the file; whether all was saved.

        What could not be is kept in a second place, from where the next opening takes it up.
        """
        self._listeners.clear()
        if self._note is not None:
            self._note.take_away()
        self.keeping.close()
        return self._store.close()

    # What the store tells, on its own thread

    def _hear_durable(self, seq: int) -> None:
        self._post(lambda: self._note_durable(seq))

    def _hear_failed(self, fault: Fault, seq: int) -> None:
        self._post(lambda: self._note_failed(fault, seq))

    def _hear_no_backup(self, fault: Fault) -> None:
        self._tell_later(NoBackup(f"archive.{fault.value}"))

    def _tell_later(self, event: Event) -> None:
        self._post(lambda: self._tell(event))

    # What is made of it, on the thread that owns the workspace

    def _note_durable(self, seq: int) -> None:
        if self._acts.saved(seq) or self._in_trouble:
            self._in_trouble = False
            self._tell(Durable(datetime.now(UTC).astimezone()))

    def _note_failed(self, fault: Fault, seq: int) -> None:
        if fault is Fault.REJECTED:
            self._acts.pending.drop(seq)
        self._in_trouble = True
        self._tell(SaveFailed(f"archive.{fault.value}"))
