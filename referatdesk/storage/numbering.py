"""Numbers of acts are never given twice: not after a copy was put back, and not after a damaged archive was recovered.

So the newest state of an archive always has the highest number, among its copies too.
"""

from __future__ import annotations

from datetime import UTC, datetime

from referatdesk.storage import reading
from referatdesk.storage.connection import Connection
from referatdesk.storage.journal import Act, State


def note_act(connection: Connection, label: str, beyond: int) -> int:
    """Puts an act in the journal that changes nothing, numbered above `beyond`; returns its number."""
    seq = max(beyond, reading.last_seq(connection)) + 1
    time = datetime.now(UTC).isoformat(timespec="milliseconds")
    names = "seq, time, author, kind, label, subject, state, content"
    values = (seq, time, "", Act.DO.value, label, "", State.NONE.value, "[]")
    connection.execute(f"INSERT INTO journal ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608 - our own names
    return seq
