"""What was done in an archive, act by act, those on their way to the disk too; to be read on any thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from referatdesk.storage.connection import Connection
from referatdesk.storage.journal import Act, Entry, State
from referatdesk.storage.store import Store

AT_ONCE = 500


class PastAct(NamedTuple):
    """One act as the journal holds it. `content` is empty for what cannot concern the meeting that was asked for."""

    seq: int
    time: str
    act: Act
    label: str
    step: str | None
    meeting_id: str | None
    content: str


class Past:
    """The acts up to a number, as they stood at one moment; `waiting` are those that had not reached the disk."""

    def __init__(self, store: Store, waiting: Sequence[Entry], last_seq: int) -> None:
        self._store = store
        self._waiting = waiting
        self._last_seq = last_seq

    def acts(self, meeting_id: str) -> Iterator[PastAct]:
        """All of them, oldest first: what is undone need not have been about the meeting. Raises StorageError."""
        seq = 0
        while found := self._store.read(partial(_acts, after=seq, last=self._last_seq, meeting_id=meeting_id)):
            yield from found
            seq = found[-1].seq
        yield from (_of_entry(entry) for entry in self._waiting if entry.seq > seq)


def _acts(connection: Connection, after: int, last: int, meeting_id: str) -> list[PastAct]:
    """An act that is numbered only, and that nobody undoes, is left out."""
    sql = (
        "SELECT seq, time, kind, label, step, meeting_id, CASE WHEN meeting_id = ? OR "
        "(meeting_id IS NULL AND instr(content, ?)) THEN content ELSE '' END FROM journal "
        "WHERE seq > ? AND seq <= ? AND NOT (kind = ? AND state = ?) ORDER BY seq LIMIT ?"
    )
    values = (meeting_id, meeting_id, after, last, Act.DO.value, State.NONE.value, AT_ONCE)
    rows = connection.execute(sql, values).fetchall()
    return [PastAct(seq, time, Act(kind), *rest) for seq, time, kind, *rest in rows]


def _of_entry(entry: Entry) -> PastAct:
    return PastAct(entry.seq, entry.time, entry.act, entry.label, entry.step, entry.meeting_id, entry.content)
