"""Archives that are none, or none any more: made from a sound one, by construction and by mutation."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.home import ROOT

Spoil = Callable[[Path], None]
PAGE = 4096
OLD = ROOT / "tests" / "storage" / "archives"


@dataclass(frozen=True)
class Bad:
    """How an archive is spoilt.

    `may_open` where what is bad about it does no harm and may go unnoticed. `hidden` where a command that only looks
    need not meet it: nothing is written then all the same.
    """

    spoil: Spoil
    may_open: bool = False
    hidden: bool = False


def cut(size: Callable[[int], int]) -> Spoil:
    return lambda path: os.truncate(path, size(path.stat().st_size))


def at(place: int, value: bytes) -> Spoil:
    def change(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(place)
            file.write(value)

    return change


def page(number: int, content: Callable[[Random], bytes]) -> Spoil:
    def change(path: Path) -> None:
        pages = path.stat().st_size // PAGE
        at((number % pages) * PAGE, content(Random(number)))(path)  # noqa: S311 - damage that can be made again

    return change


def every_page_but_the_first(path: Path) -> None:
    at(PAGE, Random(7).randbytes(path.stat().st_size - PAGE))(path)  # noqa: S311 - as above


def filled_with(content: bytes) -> Spoil:
    def change(path: Path) -> None:
        path.write_bytes(content)

    return change


def in_sqlite(*statements: str) -> Spoil:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in ("PRAGMA foreign_keys=0", *statements):
                connection.execute(statement)

    return change


def in_the_schema(old: str, new: str) -> Spoil:
    """The words by which a table was made are other ones."""
    return in_sqlite(
        "PRAGMA writable_schema=1",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}')",  # noqa: S608 - own words
        "PRAGMA writable_schema=0",
    )


def in_place_of_it(make: Callable[[Path], object]) -> Spoil:
    def change(path: Path) -> None:
        path.unlink()
        make(path)

    return change


def beside(suffix: str, content: bytes) -> Spoil:
    return lambda path: path.with_name(path.name + suffix).write_bytes(content) and None


def a_socket(path: Path) -> None:
    """By way of an open folder: names of sockets must be short."""
    folder = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{folder}/{path.name}")
    os.close(folder)


CRASHING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=3")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item_text SET sections = hex(zeroblob(20000))")
os._exit(9)
"""


def half_written(path: Path) -> None:
    """As a crash in the middle of a commit leaves it."""
    subprocess.run([sys.executable, "-c", CRASHING, path], check=False)


def anothers_journal(path: Path) -> None:
    """The journal of an older archive, planted beside this one."""
    other = path.with_name("anden.referatdesk")
    shutil.copyfile(OLD / "version-1.referatdesk", other)
    half_written(other)
    other.with_name(other.name + "-journal").rename(path.with_name(path.name + "-journal"))
    other.unlink()


def an_old_one_cut_short(path: Path) -> None:
    shutil.copyfile(OLD / "version-1.referatdesk", path)
    os.truncate(path, path.stat().st_size - 3 * PAGE)


def an_old_one_with_damage(path: Path) -> None:
    shutil.copyfile(OLD / "version-1.referatdesk", path)
    page(5, lambda chance: chance.randbytes(PAGE))(path)


def another_programs(path: Path) -> None:
    in_sqlite("CREATE TABLE note (text)", "INSERT INTO note VALUES ('Husk kaffe')")(path)


BAD: Mapping[str, Bad] = {
    "an empty file": Bad(cut(lambda _size: 0)),
    "one byte": Bad(cut(lambda _size: 1)),
    "half a header": Bad(cut(lambda _size: 60)),
    "a header alone": Bad(cut(lambda _size: 100)),
    "the first page alone": Bad(cut(lambda _size: PAGE)),
    "half a file": Bad(cut(lambda size: size // 2)),
    "the last page missing": Bad(cut(lambda size: size - PAGE)),
    "the last bytes missing": Bad(cut(lambda size: size - 100)),
    "a text": Bad(filled_with("Referat af mødet\n".encode() * 400)),
    "a Word file": Bad(filled_with(b"PK\x03\x04" + bytes(9000))),
    "random bytes": Bad(filled_with(Random(3).randbytes(40_960))),  # noqa: S311 - rubbish
    "zeros": Bad(filled_with(bytes(40_960))),
    "another program's database": Bad(in_place_of_it(another_programs)),
    "another program's mark": Bad(in_sqlite("PRAGMA application_id=7")),
    "a later version": Bad(in_sqlite("PRAGMA user_version=999")),
    "no version": Bad(in_sqlite("PRAGMA user_version=0")),
    "a version below none": Bad(in_sqlite("PRAGMA user_version=-1")),
    "said to be older than it is": Bad(in_sqlite("PRAGMA user_version=1")),
    "an old one cut short": Bad(an_old_one_cut_short),
    "an old one with damage": Bad(an_old_one_with_damage),
    "no first letters": Bad(at(0, b"XXXX")),
    "an impossible size of pages": Bad(at(16, b"\x00\x03")),
    "another size of pages": Bad(at(16, b"\x02\x00")),
    "a format for the future": Bad(at(18, b"\x09\x09")),
    "said to be in WAL mode": Bad(at(18, b"\x02\x02"), may_open=True),
    "reserved bytes in every page": Bad(at(20, b"\x50")),
    "a huge number of pages": Bad(at(28, b"\x7f\xff\xff\xfe")),
    "letters of another size": Bad(at(56, b"\x00\x00\x00\x02")),
    "a schema for the future": Bad(at(44, b"\x00\x00\x00\x63")),
    "free pages that are none": Bad(at(32, b"\x00\x00\x00\x05\x00\x00\x00\x63"), hidden=True),
    "rubbish in the schema": Bad(at(100, b"\xff" * 400)),
    "a page of zeros": Bad(page(9, lambda _chance: bytes(PAGE)), hidden=True),
    "a page of rubbish": Bad(page(11, lambda chance: chance.randbytes(PAGE)), hidden=True),
    "rubbish behind the first page": Bad(every_page_but_the_first),
    "a missing table": Bad(in_sqlite("DROP TABLE item_link")),
    "a hostile trigger": Bad(
        in_sqlite("CREATE TRIGGER t AFTER UPDATE ON item_text BEGIN DELETE FROM meeting; DELETE FROM item_text; END")
    ),
    "a view in place of a table": Bad(in_sqlite("DROP TABLE item_link", "CREATE VIEW item_link AS SELECT 1 AS id")),
    "a view without end": Bad(
        in_sqlite("CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT n FROM c")
    ),
    "a generated column": Bad(
        in_sqlite("ALTER TABLE meeting ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(100000))) VIRTUAL")
    ),
    "a check that nothing passes": Bad(
        in_the_schema("CREATE TABLE item_text (", "CREATE TABLE item_text (CHECK (0), ")
    ),
    "an index that throws": Bad(in_sqlite("CREATE INDEX i ON meeting (json_extract(id, '$') ) WHERE 0")),
    "a virtual table": Bad(in_sqlite("CREATE VIRTUAL TABLE f USING fts5(text)")),
    "a text without end in a name": Bad(
        in_sqlite("UPDATE meeting SET title = replace(hex(zeroblob(5000000)), '0', 'Ø')"), may_open=True
    ),
    "brackets without end": Bad(
        in_sqlite("UPDATE item_text SET sections = replace(hex(zeroblob(50000)), '0', '[')"), hidden=True
    ),
    "letters that are none": Bad(in_sqlite("UPDATE board SET name = CAST(x'c328' AS TEXT)"), may_open=True),
    "a word that nobody wrote": Bad(in_sqlite("UPDATE meeting SET status = 'dreamt of'")),
    "records that point at nothing": Bad(in_sqlite("DELETE FROM board"), hidden=True),
    "another's journal": Bad(anothers_journal),
    "a journal of rubbish": Bad(beside("-journal", b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"\xff" * 9000), may_open=True),
    "a log of rubbish": Bad(beside("-wal", b"\x37\x7f\x06\x82" + b"\xff" * 9000), may_open=True),
    "half written": Bad(half_written, may_open=True),
    "a folder": Bad(in_place_of_it(Path.mkdir)),
    "a pipe": Bad(in_place_of_it(os.mkfifo)),
    "a socket": Bad(in_place_of_it(a_socket)),
    "a device": Bad(in_place_of_it(lambda path: path.symlink_to("/dev/zero"))),
    "a full device": Bad(in_place_of_it(lambda path: path.symlink_to("/dev/full"))),
    "a link to itself": Bad(in_place_of_it(lambda path: path.symlink_to(path.name))),
    "a link to nothing": Bad(in_place_of_it(lambda path: path.symlink_to("borte.referatdesk"))),
    "nothing": Bad(Path.unlink),
    "read-only": Bad(lambda path: path.chmod(0o444), hidden=True),
    "without the right to read": Bad(lambda path: path.chmod(0o000)),
    "in a read-only folder": Bad(lambda path: path.parent.chmod(0o555), hidden=True),
}
