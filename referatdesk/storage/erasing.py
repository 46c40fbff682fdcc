"""Taking for good what the journal holds of a meeting, or of everything, and giving back the room.

Of an act that is taken there remain its number, its time, its kind and the hash of what it held. An act can only be
undone while all that came after it can be: so nothing that was done before can be undone any more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from referatdesk.storage.codec import from_json
from referatdesk.storage.connection import Connection
from referatdesk.storage.journal import State

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

FREED_AT_ONCE = 256
"""Pages given back in one transaction: so long a question waits at most."""
WORTH_IT = 8
"""Free pages are given back unasked once they are the eighth part of the file."""
_INCREMENTAL = 2
_AT_ONCE = 500

Difference = tuple[str, str, str, Any]


def erase_history(transaction: Transaction, meeting_id: str | None, removed: Iterable[str] = ()) -> None:
    """Takes the content of every act that concerned the meeting, of all without one, and cuts off undoing.

    `removed` are the ids of what goes now: how it came may have been taken from the journal before.
    """
    ids = None if meeting_id is None else {meeting_id, *removed, *_ids_of(transaction, meeting_id)}
    for seq, of, content in _acts(transaction, meeting_id):
        differences = _differences(content)
        concerned = of == meeting_id or any(record_id in (ids or ()) for _table, record_id, *_rest in differences)
        if ids is None or (differences and concerned):
            # Without the ids of its records, which go too, the hash tells nothing to who guesses at what it held.
            left = "" if ids is None else hashlib.sha256(content.encode()).hexdigest()
            values = (f'{{"erased":"{left}"}}', seq)
            transaction.exec_driver_sql("UPDATE journal SET content = ?, subject = '' WHERE seq = ?", values)
    # An act that undid another holds no difference of its own, but names what that one was about.
    transaction.exec_driver_sql("UPDATE journal SET subject = '' WHERE content = '[]'")
    turned = (State.DROPPED.value, State.DONE.value, State.UNDONE.value)
    transaction.exec_driver_sql("UPDATE journal SET state = ? WHERE state IN (?, ?)", turned)


def _ids_of(transaction: Transaction, meeting_id: str) -> Iterator[str]:
    """What was ever part of the meeting."""
    for _seq, _of, content in _acts(transaction, meeting_id):
        for _table, record_id, sort, data in _differences(content):
            if sort != "~" and data.get("meeting_id") == meeting_id:
                yield record_id


def _acts(transaction: Transaction, meeting_id: str | None) -> Iterator[tuple[int, str | None, str]]:
    """Those that may concern the meeting: its own, and those about several or about what is shared."""
    which, values = "", tuple[str, ...]()
    if meeting_id is not None:
        which, values = "AND (meeting_id = ? OR meeting_id IS NULL)", (meeting_id,)
    sql = f"SELECT seq, meeting_id, content FROM journal WHERE seq > ? {which} ORDER BY seq LIMIT {_AT_ONCE}"  # noqa: S608 - own words
    last = 0
    while rows := transaction.exec_driver_sql(sql, (last, *values)).fetchall():
        yield from ((seq, of, content) for seq, of, content in rows)
        last = rows[-1][0]


def _differences(content: str) -> list[Difference]:
    """Nothing where it was taken before."""
    return from_json(content, list[Difference]) if content.startswith("[") else []


def give_back(connection: Connection, may_go_on: Callable[[], bool], *, all_of_it: bool = False) -> None:
    """Makes the file smaller by its free pages, for as long as it may; what is left is for the next time.

    Each step is a transaction of its own. An archive that was made so that it cannot keeps them for what comes.
    """
    (kind,) = connection.execute("PRAGMA auto_vacuum").fetchone()
    if kind != _INCREMENTAL:
        return
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    free = _free(connection)
    if not all_of_it and free * WORTH_IT < pages:
        return
    while free and may_go_on():
        connection.execute(f"PRAGMA incremental_vacuum({FREED_AT_ONCE})").fetchall()
        before, free = free, _free(connection)
        if free >= before:
            return


def _free(connection: Connection) -> int:
    return int(connection.execute("PRAGMA freelist_count").fetchone()[0])
