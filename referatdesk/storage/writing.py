"""Changes into tables: SQLModel over the connection that is already open. Importing this imports SQLModel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import sqlcipher3
from sqlalchemy import Connection as Transaction
from sqlalchemy import Table, create_engine, delete, event, insert, update
from sqlalchemy.pool import StaticPool

from referatdesk.domain.changes import Pair, Record
from referatdesk.domain.records import StaleRecordError
from referatdesk.storage.connection import Connection
from referatdesk.storage.erasing import erase_history
from referatdesk.storage.journal import Act, Entry, State
from referatdesk.storage.rows import records_of, row_of, selection_of
from referatdesk.storage.tables import ledger, table_of

_JOURNAL: Table = ledger.JournalRow.metadata.tables["journal"]


class Writer:
    """Writes acts over the connection given; on the thread that owns it."""

    def __init__(self, connection: Connection) -> None:
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: connection,
            module=sqlcipher3.dbapi2,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)

    def write(self, entries: Sequence[Entry]) -> None:
        """Writes the acts in one transaction, each with its journal entry; when this returns they are on the disk.

        Raises StaleRecordError where a record is no longer what an act started from, else the driver's errors; then
        nothing is written.
        """
        with self._engine.begin() as transaction:
            for entry in entries:
                _write_pairs(transaction, entry.pairs)
                _write_journal(transaction, entry)


def _begin(transaction: Transaction) -> None:
    transaction.exec_driver_sql("BEGIN IMMEDIATE")


def _write_pairs(transaction: Transaction, pairs: Iterable[Pair]) -> None:
    for kind, group in groupby(pairs, key=lambda pair: (type(pair.record), pair.before is None)):
        if kind[1]:
            rows = [row_of(pair.after) for pair in group if pair.after is not None]
            transaction.execute(insert(table_of(kind[0])), rows)
        else:
            _write_changed(transaction, table_of(kind[0]), group)


def _write_changed(transaction: Transaction, table: Table, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        own = table.c.id == pair.record.id
        if pair.before not in _stored(transaction, type(pair.record), pair.record.id):
            raise StaleRecordError(type(pair.record).__name__)
        if pair.after is None:
            transaction.execute(delete(table).where(own))
        else:
            transaction.execute(update(table).where(own), row_of(pair.after))


def _stored(transaction: Transaction, kind: type[Record], record_id: str) -> Sequence[Record]:
    found = transaction.exec_driver_sql(f"{selection_of(kind)} WHERE id = ?", (record_id,))
    return records_of(kind, ((text,) for (text,) in found))


def _write_journal(transaction: Transaction, entry: Entry) -> None:
    state = State.DONE if entry.act is Act.DO else State.NONE
    if entry.act is Act.ERASE:
        erase_history(transaction, entry.meeting_id, (pair.record.id for pair in entry.pairs))
    else:
        _turn_states(transaction, entry)
    values = {
        "seq": entry.seq,
        "time": entry.time,
        "author": entry.author,
        "kind": entry.act.value,
        "label": entry.label,
        "subject": entry.subject,
        "step": entry.step,
        "meeting_id": entry.meeting_id,
        "state": state.value,
        "content": entry.content,
    }
    transaction.execute(insert(_JOURNAL), values)


def _turn_states(transaction: Transaction, entry: Entry) -> None:
    """A new act leaves behind what was undone; undoing and redoing turn the acts that they name."""
    if entry.act is Act.DO:
        which, state = _JOURNAL.c.state == State.UNDONE.value, State.DROPPED
    else:
        which = _JOURNAL.c.seq.in_(entry.turned)
        state = State.UNDONE if entry.act is Act.UNDO else State.DONE
    transaction.execute(update(_JOURNAL).where(which).values(state=state.value))
