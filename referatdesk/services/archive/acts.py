"""The acts of the open archive: each is numbered, noted so that it can be undone, and sent on its way to the disk."""

from __future__ import annotations

from datetime import UTC, datetime

from referatdesk.domain.changes import Change
from referatdesk.services.archive.belonging import meeting_of
from referatdesk.services.archive.history import History
from referatdesk.services.archive.pending import PendingRecords
from referatdesk.storage.journal import Act, Entry
from referatdesk.storage.store import Store


class Acts:
    """`history` is what can be undone and redone, `pending` the archive as it will be once all is written."""

    def __init__(self, store: Store) -> None:
        self.history = History(store)
        self.pending = PendingRecords(store)
        self.last_seq = store.last_seq
        """The number of the newest act."""

    def do(self, change: Change, content: str) -> None:
        """`content` is the change as it stands in the journal."""
        entry = self._entry(change, Act.DO, content, _only_meeting(change))
        self.history.note(entry)
        self.pending.add(entry)

    def erase(self, change: Change, meeting_id: str | None) -> None:
        """What the journal holds of the meeting, or all of it, goes too."""
        entry = self._entry(change, Act.ERASE, "[]", meeting_id)
        self.history.cut_off()
        self.pending.add(entry)

    def turn(self, change: Change, act: Act) -> None:
        """The change undoes or redoes the next step."""
        step = (self.history.done if act is Act.UNDO else self.history.undone)[-1]
        entry = self._entry(change, act, "[]", _only_meeting(change), step.seqs)
        self.history.turn(act)
        self.pending.add(entry)

    def saved(self, seq: int) -> bool:
        """The acts up to that number are on the disk; whether any of them was still on its way."""
        any_was = self.pending.drop(seq)
        self.history.forget_contents(seq)
        return any_was

    def _entry(
        self, change: Change, act: Act, content: str, meeting_id: str | None, turned: tuple[int, ...] = ()
    ) -> Entry:
        self.last_seq += 1
        return Entry(
            seq=self.last_seq,
            time=datetime.now(UTC).isoformat(timespec="milliseconds"),
            act=act,
            label=change.label,
            subject="" if self.history.continues(change.step) else change.subject,
            step=change.step,
            meeting_id=meeting_id,
            pairs=change.pairs,
            content=content,
            turned=turned,
            contents=change.contents,
        )


def _only_meeting(change: Change) -> str | None:
    """The meeting that a change is about; None where it is about several, or about none."""
    meetings = {meeting_of(pair.record) for pair in change.pairs}
    return meetings.pop() if len(meetings) == 1 else None
