"""Questions to the archive in plain SQL over the bare driver: nothing here waits for SQLModel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from referatdesk.domain.changes import SHARED_TYPES, Record
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.storage.codec import DataError
from referatdesk.storage.connection import Connection
from referatdesk.storage.journal import State, Step
from referatdesk.storage.rows import records_of, selection_of

R = TypeVar("R", bound=Record)
STEP_BATCH = 500


class MeetingRow(msgspec.Struct, frozen=True):
    """A meeting as lists show it."""

    id: str
    board_id: str
    board_name: str
    date: str | None
    title: str | None
    status: MeetingStatus

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands in the list, which falls: newest first, those without a date last."""
        return self.date or "", self.id


class MeetingDay(NamedTuple):
    """On which day a board met, or will; of as many meetings as an archive has, so no more than is asked for."""

    id: str
    board_id: str
    date: str
    status: str


def meeting_days(connection: Connection) -> list[MeetingDay]:
    """All meetings that have a date, in one question."""
    found = connection.execute("SELECT id, board_id, date, status FROM meeting WHERE date IS NOT NULL")
    return [MeetingDay._make(row) for row in found.fetchall()]


def meeting_rows(
    connection: Connection, after: MeetingRow | None, board_id: str | None, limit: int
) -> list[MeetingRow]:
    """One page of the list of meetings, read along its index from the row before; raises DataError."""
    rows = _page(connection, "m.date IS NOT NULL", "(m.date, m.id) < (?, ?)", _dated(after), board_id, limit)
    if len(rows) < limit:
        undated = (after.id,) if after and after.date is None else ()
        rows += _page(connection, "m.date IS NULL", "m.id < ?", undated, board_id, limit - len(rows))
    try:
        return [
            MeetingRow(meeting_id, board, name, date, title, MeetingStatus(status))
            for meeting_id, board, name, date, title, status in rows
        ]
    except ValueError as error:
        raise DataError("no status of a meeting") from error


def _dated(after: MeetingRow | None) -> tuple[str, ...] | None:
    if after is None:
        return ()
    return (after.date, after.id) if after.date is not None else None


def _page(
    connection: Connection, which: str, key: str, values: tuple[str, ...] | None, board_id: str | None, limit: int
) -> list[tuple[Any, ...]]:
    """`values` None means that this part of the list was left behind."""
    if values is None:
        return []
    where = [which, *([key] if values else []), *(["m.board_id = ?"] if board_id else [])]
    sql = (
        "SELECT m.id, m.board_id, coalesce(b.name, ''), m.date, m.title, m.status "  # noqa: S608 - own words only
        f"FROM meeting m LEFT JOIN board b ON b.id = m.board_id WHERE {' AND '.join(where)} "
        "ORDER BY m.date DESC, m.id DESC LIMIT ?"
    )
    given = (*values, *([board_id] if board_id else []), limit)
    return list(connection.execute(sql, given).fetchall())


def records(connection: Connection, kind: type[R], meeting_id: str | None) -> list[R]:
    """All records of a kind, or those of one meeting, in the order in which they came."""
    if kind in SHARED_TYPES or meeting_id is None:
        return _selected(connection, kind, "ORDER BY rowid", ())
    if kind is Meeting:
        return _selected(connection, kind, "WHERE id = ?", (meeting_id,))
    return _selected(connection, kind, "WHERE meeting_id = ? ORDER BY rowid", (meeting_id,))


def record(connection: Connection, kind: type[R], record_id: str) -> R | None:
    found = _selected(connection, kind, "WHERE id = ?", (record_id,))
    return found[0] if found else None


def open_follow_ups(connection: Connection, board_id: str) -> list[FollowUp]:
    """What was promised at all meetings of a board and is not settled, in the order in which it came."""
    rest = (
        "WHERE state IN ('open', 'in_progress') AND meeting_id IN (SELECT id FROM meeting WHERE board_id = ?) "
        "ORDER BY rowid"
    )
    return _selected(connection, FollowUp, rest, (board_id,))


def _selected(connection: Connection, kind: type[R], rest: str, values: Sequence[str]) -> list[R]:
    return records_of(kind, connection.execute(f"{selection_of(kind)} {rest}", values).fetchall())


def document_hashes(connection: Connection) -> set[str]:
    """The SHA-256 of every document that a meeting was read from, of the whole archive."""
    return {digest for (digest,) in connection.execute("SELECT sha256 FROM source_file WHERE kind = 'document'")}


def archive_id(connection: Connection) -> str:
    """Raises DataError where the archive has none."""
    row = connection.execute("SELECT id FROM archive_info").fetchone()
    if row is None:
        raise DataError("no id of the archive")
    return str(row[0])


def last_seq(connection: Connection) -> int:
    row = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()
    return int(row[0])


def steps(connection: Connection, state: State, last_seq: int, limit: int) -> list[Step]:
    """The next steps to undo (`DONE`, newest first) or to redo (`UNDONE`, oldest first), of acts up to `last_seq`."""
    found: list[Step] = []
    for seq, label, subject, step in _acts(connection, state, last_seq):
        last = found[-1] if found else None
        if last is not None and step is not None and last.step == step:
            found[-1] = _joined(last, seq, label, subject, state)
        elif len(found) == limit:
            break
        else:
            found.append(Step(label, subject, (seq,), step))
    return found


def _joined(last: Step, seq: int, label: str, subject: str, state: State) -> Step:
    """A step is named after its first act."""
    if state is State.DONE:
        return Step(label, subject, (seq, *last.seqs), last.step)
    return Step(last.label, last.subject, (*last.seqs, seq), last.step)


def _acts(connection: Connection, state: State, last_seq: int) -> Iterator[tuple[int, str, str, str | None]]:
    falling = state is State.DONE
    sign, order = ("<", "DESC") if falling else (">", "ASC")
    sql = (
        f"SELECT seq, label, subject, step FROM journal WHERE state = ? AND seq {sign} ? "  # noqa: S608 - own words
        f"ORDER BY seq {order} LIMIT {STEP_BATCH}"
    )
    bound = last_seq + 1 if falling else 0
    while rows := connection.execute(sql, (state.value, bound)).fetchall():
        yield from rows
        bound = rows[-1][0]


def content(connection: Connection, seq: int) -> str:
    """The difference that an act made, as JSON; raises KeyError where the archive did not take the act."""
    row = connection.execute("SELECT content FROM journal WHERE seq = ?", (seq,)).fetchone()
    if row is None:
        raise KeyError(seq)
    return str(row[0])
