"""The open archive: read, apply, undo, redo, subscribe. Only the thread that opened it touches it.

An act is in force when `apply` returns (*applied*) and on the disk when `Durable` is told; between the two it is
`unsaved`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.domain.changes import Change, Record
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import StaleRecordError
from referatdesk.services.archive.belonging import check_belonging
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.services.archive.history import content_of
from referatdesk.services.archive.open_file import OpenFile, Post
from referatdesk.services.archive.open_records import OpenRecords
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.errors import UserError
from referatdesk.storage.creation import create_archive
from referatdesk.storage.journal import Act, Step
from referatdesk.storage.keys import Key
from referatdesk.storage.reading import MeetingDay, MeetingRow

if TYPE_CHECKING:
    from referatdesk.storage.past import Past

__all__ = ["MeetingDay", "MeetingRow", "Post", "Step", "Workspace"]

PAGE = 200


class Workspace(OpenRecords, OpenFile):
    """Reads as `domain.records.Records`: the shared records, and those of the open meeting."""

    def __init__(self, path: Path, post: Post, key: Key | None = None, *, only_view: bool = False) -> None:
        OpenFile.__init__(self, path, post, key, only_view=only_view)
        OpenRecords.__init__(self, self._acts.pending)

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

    # Reading the whole archive

    def meeting_rows(
        self, after: MeetingRow | None = None, board_id: str | None = None, limit: int = PAGE
    ) -> list[MeetingRow]:
        """One page of the list of meetings, newest first, those without a date last."""
        return self._acts.pending.meeting_rows(after, board_id, limit)

    def meeting_days(self) -> list[MeetingDay]:
        """On which day each board met, of the whole archive; those without a date are left out."""
        return self._acts.pending.meeting_days()

    def open_follow_ups(self, board_id: str) -> list[FollowUp]:
        """What was promised at all meetings of a board and is not settled."""
        return self._acts.pending.open_follow_ups(board_id)

    def document_hashes(self) -> frozenset[str]:
        """The SHA-256 of every document that a meeting was read from."""
        return self._acts.pending.document_hashes()

    # The open meeting

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

    # Changing

    def apply(self, change: Change, origin: object | None = None) -> None:
        """Puts a change in force and on its way to the disk; an empty one is nothing.

        Raises UserError "change.outdated" where a record is no longer what the change started from, and
        "archive.only_view" where the archive is open to be read only.
        """
        if change:
            content = content_of(change.pairs)
            self._put_in_force(change)
            self._acts.do(change, content)
            self._tell_applied(change, origin, Act.DO)

    def erase(self, change: Change, meeting_id: str | None) -> None:
        """Puts a change in force for good, and takes what the history holds of a meeting, or all of it.

        What was done before can then not be undone any more. Raises UserError as `apply` does.
        """
        self._put_in_force(change)
        self._acts.erase(change, meeting_id)
        self._tell_applied(change, None, Act.ERASE)

    def undo(self, origin: object | None = None) -> Change | None:
        """Takes back the newest step; returns the change that did so, None where there is no step."""
        return self._turn(Act.UNDO, origin)

    def redo(self, origin: object | None = None) -> Change | None:
        return self._turn(Act.REDO, origin)

    @property
    def undo_steps(self) -> list[Step]:
        """What can be undone, newest first."""
        with known_to_users():
            return self._acts.history.done[::-1]

    @property
    def redo_steps(self) -> list[Step]:
        """What can be redone, the next one first."""
        with known_to_users():
            return self._acts.history.undone[::-1]

    def past(self) -> Past:
        """All that was done in the archive up to now, to be read on any thread."""
        return self._acts.pending.past(self._acts.last_seq)

    def _turn(self, act: Act, origin: object | None) -> Change | None:
        """Steps that left all as it was are passed over: nobody sees them turned."""
        with known_to_users():
            while (change := self._acts.history.next_change(act, self._current)) is not None:
                self._put_in_force(change)
                self._acts.turn(change, act)
                if change:
                    self._tell_applied(change, origin, act)
                    break
        return change

    def _put_in_force(self, change: Change) -> None:
        if self.is_view:
            raise UserError("archive.only_view")
        check_belonging(change.pairs, self._current, self._listed)
        try:
            self._alter(change.pairs)
        except StaleRecordError as error:
            raise UserError("change.outdated") from error

    def _tell_applied(self, change: Change, origin: object | None, act: Act) -> None:
        self._tell(Applied(change, origin, act))
        if self._meeting_id is not None and self.meeting is None:
            self.close_meeting()

    def _listed(self, kind: type[Record]) -> list[Record]:
        """Records at hand, but meetings of the whole archive: any of them may belong to a board."""
        return list(self._acts.pending.records(Meeting, None) if kind is Meeting else self.all(kind))
