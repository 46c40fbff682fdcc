"""Making rows that were read out of a damaged archive into an archive that holds together.

What no longer fits its kind is taken out and listed; what others refer to and is lost gets a stand-in, so that they
need not be lost too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, cast, get_type_hints

from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.changes import RECORD_TYPES, Record
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.storage.codec import DataError, SyntaxFault, from_json
from referatdesk.storage.connection import Connection
from referatdesk.storage.full_check import is_act, wrong_contents
from referatdesk.storage.rows import KIND_BY_TABLE, row_of, selection_of, table_name

UNKNOWN = "?"
ROUNDS = 8


@dataclass
class Mended:
    """What had to be done. Each is the table and the id of a record; of the journal and of contents, how many."""

    unreadable: list[tuple[str, str]] = field(default_factory=list)
    stand_ins: list[tuple[str, str]] = field(default_factory=list)
    acts: int = 0
    contents: int = 0


def mend(connection: Connection, go_on: Callable[[], None]) -> Mended:
    """Within the caller's transaction, foreign keys off; the archive has the newest version."""
    done = Mended()
    for kind in RECORD_TYPES:
        _drop_unreadable(connection, kind, done, go_on)
    _mend_acts(connection, done, go_on)
    _mend_links(connection, done, go_on)
    _give_items_texts(connection, done)
    for sha256 in list(wrong_contents(connection, go_on)):
        connection.execute("DELETE FROM file_part WHERE sha256 = ?", (sha256,))
        done.contents += 1
    return done


def _drop_unreadable(connection: Connection, kind: type[Record], done: Mended, go_on: Callable[[], None]) -> None:
    table = table_name(kind)
    select = selection_of(kind).replace("SELECT ", "SELECT rowid, id, ", 1)
    for rowid, record_id, text in connection.execute(select).fetchall():
        go_on()
        try:
            from_json(text, kind)
        except (DataError, SyntaxFault):
            _drop(connection, table, rowid)
            done.unreadable.append((table, str(record_id)))


def _drop(connection: Connection, table: str, rowid: int) -> None:
    connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - our own names


def _mend_acts(connection: Connection, done: Mended, go_on: Callable[[], None]) -> None:
    for seq, *act in connection.execute("SELECT seq, kind, state, content FROM journal").fetchall():
        go_on()
        if not is_act(*act):
            connection.execute("DELETE FROM journal WHERE seq = ?", (seq,))
            done.acts += 1


def _mend_links(connection: Connection, done: Mended, go_on: Callable[[], None]) -> None:
    """A stand-in may itself refer to what is lost, so it takes some rounds; what then still dangles is taken out."""
    for last in [False] * ROUNDS + [True]:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        for table, rowid, parent, link in broken:
            go_on()
            stand_in = None if last else _stand_in(connection, table, rowid, parent, link)
            if stand_in is not None:
                done.stand_ins += [(parent, stand_in.id)] if _insert(connection, stand_in) else []
                continue
            found = connection.execute(f'SELECT id FROM "{table}" WHERE rowid = ?', (rowid,)).fetchone()  # noqa: S608
            if found is not None:
                _drop(connection, table, rowid)
                done.unreadable.append((table, str(found[0])))
        if not broken:
            return


def _stand_in(connection: Connection, table: str, rowid: int, parent: str, link: int) -> Record | None:
    """What a record refers to and is not there: known by its id only, and by what the one that refers to it tells."""
    child = next(_dicts(connection, f'SELECT * FROM "{table}" WHERE rowid = ?', rowid), None)  # noqa: S608
    links = {
        key: column for key, _seq, _table, column, *_rest in connection.execute(f'PRAGMA foreign_key_list("{table}")')
    }
    if child is None or not isinstance(child.get(links[link]), str):
        return None
    kind = cast(Any, KIND_BY_TABLE[parent])
    hints = get_type_hints(kind)
    given: dict[str, Any] = {"id": child[links[link]]}
    for one in fields(kind):
        if one.name != "id" and one.default is MISSING and one.default_factory is MISSING:
            given[one.name] = _any_value(connection, one, hints[one.name], child)
    return None if None in given.values() else cast("Record", kind(**given))


def _any_value(connection: Connection, one: Field[Any], hint: Any, child: dict[str, Any]) -> Any:
    if one.name in child and one.name.endswith("_id"):
        return child[one.name]
    if one.name in {"board_id", "house_style_id"}:
        table = table_name(Board if one.name == "board_id" else HouseStyle)
        found = connection.execute(f"SELECT id FROM {table} ORDER BY rowid LIMIT 1").fetchone()  # noqa: S608
        return found[0] if found else UNKNOWN
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    return {str: UNKNOWN, int: 0, bool: False}.get(hint)


def _insert(connection: Connection, record: Record) -> bool:
    row = row_of(record)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    sql = f'INSERT OR IGNORE INTO "{table_name(type(record))}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    return bool(connection.execute(sql, tuple(row.values())).rowcount)


def _give_items_texts(connection: Connection, done: Mended) -> None:
    item, text = table_name(AgendaItem), table_name(ItemText)
    sql = f"SELECT id, meeting_id FROM {item} WHERE id NOT IN (SELECT id FROM {text})"  # noqa: S608 - our own names
    for item_id, meeting_id in connection.execute(sql).fetchall():
        if _insert(connection, ItemText(id=item_id, meeting_id=meeting_id)):
            done.stand_ins.append((text, item_id))


def _dicts(connection: Connection, sql: str, value: object) -> Iterator[dict[str, Any]]:
    found = connection.execute(sql, (value,))
    names = [column[0] for column in found.description]
    for row in found.fetchall():
        yield dict(zip(names, row, strict=True))
