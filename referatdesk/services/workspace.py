"""The open archive: read, apply, undo, redo, subscribe. Only the thread that opened it touches it.

An act is in force when `apply` returns (*applied*) and on the disk when `Durable` is told; between the two it is
`unsaved`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from referatdesk.config import places
from referatdesk.domain.changes import RECORD_TYPES, Change, Record
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import RecordSet, StaleRecordError
from referatdesk.services.belonging import check_belonging, meeting_of
from referatdesk.services.errors import UserError
from referatdesk.services.history import History, content_of
from referatdesk.services.holding import Note
from referatdesk.services.keeping import FlawsFound, Keeping, OtherPhrase, SecondCopy
from referatdesk.services.open_file import OpenFile
from referatdesk.services.open_records import OpenRecords
from referatdesk.services.pending import PendingRecords, known_to_users
from referatdesk.services.unlocking import key_of_salt, known_key
from referatdesk.storage.creation import create_archive
from referatdesk.storage.errors import Fault
from referatdesk.storage.journal import Act, Entry, Step
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.reading import MeetingDay, MeetingRow
from referatdesk.storage.store import Store

__all__ = [
    "Applied",
    "Durable",
    "Event",
    "FlawsFound",
    "MeetingDay",
    "MeetingOpened",
    "MeetingRow",
    "NoBackup",
    "OtherPhrase",
    "SaveFailed",
    "SecondCopy",
    "Step",
    "Workspace",
]

Post = Callable[[Callable[[], None]], None]
"""Hands a call to the thread that owns the workspace, and returns at once."""

PAGE = 200


@dataclass(frozen=True, slots=True)
class Applied:
    """A change is in force. `origin` is who asked for it; `act` whether it was done, undone or redone."""

    change: Change
    origin: object | None
    act: Act


@dataclass(frozen=True, slots=True)
class Durable:
    """Acts have reached the disk, at a time with its zone; `Workspace.unsaved` tells whether all have."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """Acts could not be written; they are kept and tried again, unless it is final. `code` as in the errors of opening.

    Final is what the archive itself refuses: what is stored does not fit what is shown, and it is to be reopened.
    """

    code: str

    @property
    def is_final(self) -> bool:
        return self.code == "archive.rejected"


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """Another meeting is open, or none."""

    meeting_id: str | None


@dataclass(frozen=True, slots=True)
class NoBackup:
    """The archive was proved where it lies, since no copy of it could be made; `code` says why, as in SaveFailed."""

    code: str


Event = Applied | Durable | SaveFailed | MeetingOpened | NoBackup | FlawsFound | OtherPhrase | SecondCopy
Listener = Callable[[Event], None]


class Workspace(OpenRecords, OpenFile):
    """Reads as `domain.records.Records`: the shared records, and those of the open meeting."""

    def __init__(self, path: Path, post: Post, key: Key | None = None, *, only_view: bool = False) -> None:
        """Opens the archive; raises UserError "archive.<fault>", and has then left the file untouched.

        A protected one is opened with the key that is given, or known by now.
        """
        self._post = post
        self._listeners: list[Listener] = []
        self._in_trouble = False
        folder = places.data_folder() / "backups"
        self.keeping = Keeping(folder, self._hear_keeping)
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
        self._pending = PendingRecords(self._store)
        super().__init__(self._pending)
        self._last_seq = self._store.last_seq
        self._history = History(self._store)
        if not only_view:
            self.keeping.begin(self._store, lambda: self._last_seq)

    @classmethod
    def open(cls, path: Path, post: Post, key: Key | None = None) -> Workspace:
        return cls(path, post, key)

    @classmethod
    def view(cls, path: Path, post: Post, key: Key | None = None) -> Workspace:
        """Opens the archive as it is now to be read only; whoever has it open, and the file itself, notice nothing."""
        return cls(path, post, key, only_view=True)

    @classmethod
    def create(cls, path: Path, post: Post, key: Key | None = None) -> Workspace:
        """Makes an empty archive and opens it; raises UserError, "archive.exists" where the name is taken."""
        with known_to_users():
            create_archive(path, key)
        return cls(path, post, key)

    def meeting_rows(
        self, after: MeetingRow | None = None, board_id: str | None = None, limit: int = PAGE
    ) -> list[MeetingRow]:
        """One page of the list of meetings, newest first, those without a date last."""
        return self._pending.meeting_rows(after, board_id, limit)

    def meeting_days(self) -> list[MeetingDay]:
        """On which day each board met, of the whole archive; those without a date are left out."""
        return self._pending.meeting_days()

    def document_hashes(self) -> frozenset[str]:
        """The SHA-256 of every document that a meeting was read from."""
        return self._pending.document_hashes()

    def records_of(self, meeting_id: str) -> RecordSet:
        """The shared records and all of one meeting's, open or not, as they are now."""
        return RecordSet(record for kind in RECORD_TYPES for record in self._pending.records(kind, meeting_id))

    @property
    def meeting(self) -> Meeting | None:
        """The open meeting."""
        return None if self._meeting_id is None else self.find(Meeting, self._meeting_id)

    def open_meeting(self, meeting_id: str) -> None:
        """Raises UserError "meeting.missing" where there is none."""
        try:
            self._turn_to(meeting_id)
        except LookupError as error:
            raise UserError("meeting.missing", meeting_id=meeting_id) from error
        self._tell(MeetingOpened(meeting_id))

    def close_meeting(self) -> None:
        self._let_go()
        self._tell(MeetingOpened(None))

    def apply(self, change: Change, origin: object | None = None) -> None:
        """Puts a change in force and on its way to the disk; an empty one is nothing.

        Raises UserError "change.outdated" where a record is no longer what the change started from, and
        "archive.only_view" where the archive is open to be read only.
        """
        if change:
            self._put(change, origin, Act.DO, ())

    def erase(self, change: Change, meeting_id: str | None) -> None:
        """Puts a change in force for good, and takes what the history holds of a meeting, or all of it.

        What was done before can then not be undone any more. Raises UserError as `apply` does.
        """
        self._put(change, None, Act.ERASE, (), meeting_id)

    def undo(self, origin: object | None = None) -> Change | None:
        """Takes back the newest step; returns the change that did so, None where there is no step."""
        return self._turn(Act.UNDO, origin)

    def redo(self, origin: object | None = None) -> Change | None:
        return self._turn(Act.REDO, origin)

    @property
    def undo_steps(self) -> list[Step]:
        """What can be undone, newest first."""
        with known_to_users():
            return self._history.done[::-1]

    @property
    def redo_steps(self) -> list[Step]:
        """What can be redone, the next one first."""
        with known_to_users():
            return self._history.undone[::-1]

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Has the listener told of events; the answer ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    @property
    def unsaved(self) -> bool:
        return bool(self._pending)

    def flush(self, timeout: float) -> bool:
        """Tries at once to save all, for at most `timeout` seconds; whether all is on the disk."""
        if self._store.flush(timeout):
            self._note_durable(self._last_seq)
        return not self.unsaved

    def close(self) -> bool:
        """Saves what it can and lets go of the file; whether all was saved.

        What could not be is kept in a second place, from where the next opening takes it up.
        """
        self._listeners.clear()
        if self._note is not None:
            self._note.take_away()
        self.keeping.close()
        return self._store.close()

    def _turn(self, act: Act, origin: object | None) -> Change | None:
        with known_to_users():
            change = self._history.next_change(act, self._current)
            if change is not None:
                steps = self._history.done if act is Act.UNDO else self._history.undone
                self._put(change, origin, act, steps[-1].seqs)
        return change

    def _put(
        self, change: Change, origin: object | None, act: Act, turned: tuple[int, ...], erased: str | None = None
    ) -> None:
        if self.is_view:
            raise UserError("archive.only_view")
        content = content_of(change.pairs) if act is Act.DO else "[]"
        check_belonging(change.pairs, self._current, self._listed)
        try:
            self._alter(change.pairs)
        except StaleRecordError as error:
            raise UserError("change.outdated") from error
        entry = self._entry(change, act, content, turned)
        if act is Act.ERASE:
            entry = replace(entry, meeting_id=erased)
        if act is Act.DO:
            self._history.note(entry)
        elif act is Act.ERASE:
            self._history.cut_off()
        else:
            self._history.turn(act)
        self._pending.add(entry)
        self._tell(Applied(change, origin, act))
        if self._meeting_id is not None and self.meeting is None:
            self.close_meeting()

    def _listed(self, kind: type[Record]) -> list[Record]:
        """Records at hand, but meetings of the whole archive: any of them may belong to a board."""
        return list(self._pending.records(Meeting, None) if kind is Meeting else self.all(kind))

    def _entry(self, change: Change, act: Act, content: str, turned: tuple[int, ...]) -> Entry:
        self._last_seq += 1
        meetings = {meeting_of(pair.record) for pair in change.pairs}
        return Entry(
            seq=self._last_seq,
            time=datetime.now(UTC).isoformat(timespec="milliseconds"),
            act=act,
            label=change.label,
            subject="" if self._history.continues(change.step) else change.subject,
            step=change.step,
            meeting_id=meetings.pop() if len(meetings) == 1 else None,
            pairs=change.pairs,
            content=content,
            turned=turned,
            contents=change.contents,
        )

    def _tell(self, event: Event) -> None:
        """Tells every listener, also after the mistake of one, which comes out at the end."""
        mistakes: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception as error:  # noqa: BLE001 - raised below
                mistakes.append(error)
        if mistakes:
            raise mistakes[0]

    def _hear_durable(self, seq: int) -> None:
        self._post(lambda: self._note_durable(seq))

    def _hear_failed(self, fault: Fault, seq: int) -> None:
        self._post(lambda: self._note_failed(fault, seq))

    def _hear_no_backup(self, fault: Fault) -> None:
        self._post(lambda: self._tell(NoBackup(f"archive.{fault.value}")))

    def _hear_keeping(self, event: FlawsFound | OtherPhrase | SecondCopy) -> None:
        self._post(lambda: self._tell(event))

    def _note_durable(self, seq: int) -> None:
        saved = self._pending.drop(seq)
        self._history.forget_contents(seq)
        if saved or self._in_trouble:
            self._in_trouble = False
            self._tell(Durable(datetime.now(UTC).astimezone()))

    def _note_failed(self, fault: Fault, seq: int) -> None:
        if fault is Fault.REJECTED:
            self._pending.drop(seq)
        self._in_trouble = True
        self._tell(SaveFailed(f"archive.{fault.value}"))
