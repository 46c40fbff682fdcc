"""Contents of files: each lies in the archive once, in parts, under its SHA-256, and records refer to it by that.

A part is a transaction of its own, so that between two of them questions are answered. The parts that are there are
always the beginning of the file: what was cut short is gone on with.
"""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.domain.changes import Content
from referatdesk.storage import reading
from referatdesk.storage.connection import Connection
from referatdesk.storage.journal import REACH, State

PART = 1_000_000
"""Bytes written at once: less than a window that waits for an answer lets one notice."""


def write(connection: Connection, content: Content, between: Callable[[], None]) -> None:
    """Puts the content there, unless it is; calls `between` after each part. When this returns it is on the disk."""
    sql = "SELECT count(*), coalesce(sum(length(data)), 0) FROM file_part WHERE sha256 = ?"
    part, held = connection.execute(sql, (content.sha256,)).fetchone()
    whole = memoryview(content.data)
    for number, start in enumerate(range(held, len(whole), PART), part):
        data = whole[start : start + PART]
        connection.execute(
            "INSERT INTO file_part (sha256, part, data) VALUES (?, ?, ?)", (content.sha256, number, data)
        )
        between()


def content(connection: Connection, sha256: str) -> bytes | None:
    """What lies there under that name; None where nothing does."""
    parts = connection.execute("SELECT data FROM file_part WHERE sha256 = ? ORDER BY part", (sha256,)).fetchall()
    return b"".join(data for (data,) in parts) if parts else None


def drop_unneeded(connection: Connection, may_go_on: Callable[[], bool]) -> None:
    """Takes away what no record has and no undoing or redoing can bring back, for as long as it may.

    What is left is for the next time. While this goes on nothing else may be written.
    """
    for sha256 in sorted(_unneeded(connection)):
        sql = "SELECT part FROM file_part WHERE sha256 = ? ORDER BY part DESC"
        for (part,) in connection.execute(sql, (sha256,)).fetchall():
            if not may_go_on():
                return
            connection.execute("DELETE FROM file_part WHERE sha256 = ? AND part = ?", (sha256, part))


def _unneeded(connection: Connection) -> set[str]:
    sql = "SELECT DISTINCT sha256 FROM file_part WHERE sha256 NOT IN (SELECT sha256 FROM source_file WHERE kept)"
    found = {sha256 for (sha256,) in connection.execute(sql).fetchall()}
    if not found:
        return found
    steps = reading.steps(connection, State.DONE, reading.last_seq(connection), REACH)
    first = steps[-1].seqs[0] if steps else 0
    sql = "SELECT content FROM journal WHERE state = ? OR (state = ? AND seq >= ?)"
    for (act,) in connection.execute(sql, (State.UNDONE.value, State.DONE.value, first)):
        found -= {sha256 for sha256 in found if sha256 in act}
    return found
