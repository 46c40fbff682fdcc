"""A new archive out of what is readable of a damaged one, which is not touched.

The rows of every table are read around what is broken; where that left some out, every page is looked at by itself,
which needs neither the schema nor the pages above. The new archive is made under a temporary name and proven.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from referatdesk import VERSION as PROGRAM_VERSION
from referatdesk.storage.backups import RECOVERING, WORKING
from referatdesk.storage.codec import DataError, SyntaxFault, from_json
from referatdesk.storage.connection import (
    APPLICATION_ID,
    Connection,
    DriverError,
    check_integrity,
    connect_alone,
    connect_in_memory,
    known_errors,
)
from referatdesk.storage.creation import run_steps
from referatdesk.storage.files import journal_of, remove, sync_file, sync_folder
from referatdesk.storage.full_check import Flaw, flaws_in
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.mending import Mended, mend
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.numbering import note_act
from referatdesk.storage.restoring import take_in
from referatdesk.storage.rows import KIND_BY_TABLE, selection_of
from referatdesk.storage.salvage import Walk, Wreck, grafted, rows_of_pages

GoOn = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a damaged archive from elsewhere: its id, the highest number of an act, and unsaved acts."""

    archive_id: str = ""
    seq: int = 0
    unsaved: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of it. `torn` are the tables of which something could not be read."""

    records: int
    torn: tuple[str, ...]
    mended: Mended
    archive_id: str
    taken_in: int = 0
    left_out: int = 0
    """Of the acts that had not been saved: how many are in it, and how many do not fit."""
    flaws: tuple[Flaw, ...] = ()


@dataclass
class _Shape:
    """A table as its version has it: the columns, which must not be empty, and which are numbers or bytes."""

    columns: tuple[str, ...]
    needed: tuple[bool, ...]
    kinds: tuple[str, ...]
    first_is_rowid: bool
    links: dict[int, str]
    """By the place of a column: the table whose ids it holds."""
    known: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    """Rows that were read, by rowid."""

    def as_own(self, rowid: int, values: Sequence[Any]) -> tuple[Any, ...] | None:
        """The row of any table as one of this; None where it cannot be."""
        own, rest = tuple(values[: len(self.columns)]), values[len(self.columns) :]
        if self.first_is_rowid and own[0] is None:
            own = (rowid, *own[1:])
        fits = all(map(_is_of, own, self.kinds)) and all(
            value is not None or not needed for value, needed in zip(own, self.needed, strict=True)
        )
        return own if fits and not any(value is not None for value in rest) else None


_Candidates = dict[str, tuple[Any, ...]]
"""By table: a row as it would be there."""
_Unclear = tuple[int, _Candidates]


def _is_of(value: object, kind: str) -> bool:
    wanted = {"TEXT": str, "INTEGER": int, "BLOB": bytes}[kind]
    return value is None or type(value) is wanted


def recover(damaged: Path, target: Path, key: Key | None, known: Known, go_on: GoOn) -> Recovered:
    """Makes `target`, an archive of the same key; raises StorageError, and what `go_on` raises."""
    unfinished = target.with_name(f".{target.name.lstrip('.')}{RECOVERING}")
    with known_errors(target), _working_copies(damaged, unfinished) as copies:
        try:
            remove(unfinished)
            with closing(connect_alone(unfinished, "rwc", key)) as connection:
                found = _fill(connection, copies, key, known.archive_id, go_on)
                connection.execute("PRAGMA foreign_keys=1")
                taken_in, left_out = take_in(connection, known.unsaved)
                note_act(connection, "archive.recover", known.seq)
                check_integrity(connection, unfinished)
                flaws = tuple(flaws_in(connection, go_on))
            sync_file(unfinished)
            journal_of(unfinished).unlink(missing_ok=True)
            unfinished.replace(target)
            sync_folder(target.parent)
        finally:
            remove(unfinished)
    return replace(found, taken_in=taken_in, left_out=left_out, flaws=flaws)


@contextmanager
def _working_copies(damaged: Path, unfinished: Path) -> Iterator[tuple[Path, Path]]:
    """One as it is, with its journal, and a place for another; in a folder that nobody else may look into."""
    folder = unfinished.with_name(f"{unfinished.name}{WORKING}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    try:
        copy = folder / "copy"
        shutil.copyfile(damaged, copy)
        if journal_of(damaged).is_file():
            shutil.copyfile(journal_of(damaged), journal_of(copy))
        yield copy, folder / "pages"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(
    connection: Connection, copies: tuple[Path, Path], key: Key | None, archive_id: str, go_on: GoOn
) -> Recovered:
    wreck = Wreck(copies[0], key)
    version = _version(wreck)
    shapes = _shapes(version)
    torn = _read_tables(wreck, shapes, go_on)
    wreck.close()
    if torn:
        _read_pages(copies, key, shapes, go_on)
    connection.execute("PRAGMA foreign_keys=0")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    run_steps(connection, STEPS[:version], 0)
    records = sum(_write(connection, table, shape) for table, shape in shapes.items())
    run_steps(connection, STEPS, version)
    mended = mend(connection, go_on)
    own_id = _give_id(connection, archive_id)
    connection.execute("COMMIT")
    return Recovered(records, tuple(torn), mended, own_id)


def _version(wreck: Wreck) -> int:
    """The newest where the file does not tell."""
    with suppress(DriverError):
        ((version,),) = wreck.rows("PRAGMA user_version")
        if 0 < version <= VERSION:
            return int(version)
    return VERSION


def _shapes(version: int) -> dict[str, _Shape]:
    """By table; those with most columns first, which tell most of what a row is."""
    shapes = {}
    with closing(connect_in_memory()) as made:
        run_steps(made, STEPS[:version], 0)
        for (table,) in made.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = made.execute(f'PRAGMA table_info("{table}")').fetchall()
            shapes[table] = _Shape(
                columns=tuple(column[1] for column in columns),
                # What has a default may have come after the row.
                needed=tuple(bool(column[3]) and column[4] is None for column in columns),
                kinds=tuple(column[2] for column in columns),
                first_is_rowid=columns[0][2] == "INTEGER" and bool(columns[0][5]),
                links=_links(made, table, [column[1] for column in columns]),
            )
    return dict(sorted(shapes.items(), key=lambda one: -len(one[1].columns)))


def _links(made: Connection, table: str, columns: list[str]) -> dict[int, str]:
    found = made.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return {columns.index(column): parent for _id, _seq, parent, column, *_rest in found}


def _read_tables(wreck: Wreck, shapes: dict[str, _Shape], go_on: GoOn) -> list[str]:
    """Fills in what is read; the tables of which something is missing."""
    torn = []
    for table, shape in shapes.items():
        walk = Walk(wreck, table, shape.columns)
        for rowid, values in walk.rows():
            go_on()
            shape.known[rowid] = values
        if not walk.is_whole:
            torn.append(table)
    return torn


def _read_pages(copies: tuple[Path, Path], key: Key | None, shapes: dict[str, _Shape], go_on: GoOn) -> None:
    pages = grafted(*copies, key)
    wreck = Wreck(copies[1], key)
    unclear: list[_Unclear] = []
    try:
        for rowid, values in rows_of_pages(wreck, pages):
            go_on()
            _place(rowid, values, shapes, unclear)
    finally:
        wreck.close()
    with closing(connect_in_memory()) as scale:
        run_steps(scale, STEPS, 0)
        _place_unclear(unclear, shapes, scale)


def _place(rowid: int, values: tuple[Any, ...], shapes: dict[str, _Shape], unclear: list[_Unclear]) -> None:
    """Gives a row to the table that it is of; one that is known already is left."""
    may_be = {table: row for table, shape in shapes.items() if (row := shape.as_own(rowid, values)) is not None}
    if len(may_be) > 1:
        unclear.append((rowid, may_be))
    for table, row in may_be.items():
        if len(may_be) == 1:
            shapes[table].known.setdefault(rowid, row)


def _place_unclear(unclear: list[_Unclear], shapes: dict[str, _Shape], scale: Connection) -> None:
    """A row that could be of several tables is of that in which it reads, and refers most to what is there."""
    ids = {table: {row[0] for row in shape.known.values()} for table, shape in shapes.items()}
    for _rowid, may_be in unclear:
        for table, row in may_be.items():
            ids[table].add(row[0])
    for rowid, may_be in unclear:
        if any(shapes[table].known.get(rowid) == row for table, row in may_be.items()):
            continue

        def kept_links(table: str, of: _Candidates = may_be) -> tuple[bool, int]:
            held = [of[table][place] in ids[parent] for place, parent in shapes[table].links.items()]
            return all(held), len(held)

        for table in sorted(may_be, key=kept_links, reverse=True):
            if rowid not in shapes[table].known and _fits(table, shapes[table], may_be[table], scale):
                shapes[table].known[rowid] = may_be[table]
                break


def _fits(table: str, shape: _Shape, row: tuple[Any, ...], scale: Connection) -> bool:
    """Whether the row reads as a record of that table; `scale` is an empty archive of the newest version."""
    kind = KIND_BY_TABLE.get(table)
    if kind is None or not _insert(scale, table, shape, None, row):
        return False
    try:
        from_json(scale.execute(selection_of(kind)).fetchone()[0], kind)
    except (DataError, SyntaxFault, DriverError):
        return False
    finally:
        scale.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own names
    return True


def _insert(connection: Connection, table: str, shape: _Shape, rowid: int | None, values: tuple[Any, ...]) -> bool:
    """Whether the table took the row; what is empty gets the column's default."""
    given = {name: value for name, value in zip(shape.columns, values, strict=True) if value is not None}
    names = ", ".join(f'"{name}"' for name in ("rowid", *given))
    marks = ", ".join("?" * (len(given) + 1))
    with suppress(DriverError, UnicodeError):
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', (rowid, *given.values()))  # noqa: S608 - our own names
        return True
    return False


def _write(connection: Connection, table: str, shape: _Shape) -> int:
    """The number of rows that were put there; what the table does not take is left out."""
    return sum(_insert(connection, table, shape, rowid, values) for rowid, values in sorted(shape.known.items()))


def _give_id(connection: Connection, archive_id: str) -> str:
    """The archive keeps its id, so that its copies and what waits to be saved are still its own."""
    found = connection.execute("SELECT id FROM archive_info").fetchone()
    if found is not None:
        return str(found[0])
    made = (archive_id or str(uuid.uuid4()), datetime.now(UTC).isoformat(timespec="seconds"), PROGRAM_VERSION)
    connection.execute("INSERT INTO archive_info (id, created, program) VALUES (?, ?, ?)", made)
    return made[0]
