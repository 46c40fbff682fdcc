"""What is no sound archive of ours is named for what it is and keeps every byte."""

import multiprocessing
import os
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
import sqlcipher3

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import RECORD_TYPES, added
from referatdesk.storage import opening, reading
from referatdesk.storage.connection import APPLICATION_ID, connect_alone
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.opening import OpenArchive
from tests.storage.trial import records


@pytest.fixture
def filled(trial, archive_path):
    """A sound archive with content, closed."""
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    one.close()
    return archive_path


def in_sqlite(path, *statements):
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meeting SET status = 'dreamt of'",
        "UPDATE meeting SET stated_none = 'no JSON'",
        "UPDATE attendance SET roles = '[\"jester\"]'",
        "DELETE FROM archive_info",
    ],
)
def test_content_that_nobody_can_have_written_is_damage(damage, filled, trial):
    in_sqlite(filled, damage)
    with pytest.raises(StorageError) as caught:
        everything_read(trial())
    assert caught.value.fault is Fault.DAMAGED


def everything_read(one):
    one.store.read(lambda connection: reading.meeting_rows(connection, None, None, 10))
    for kind in RECORD_TYPES:
        one.stored(kind)


def cut_to(size):
    return lambda path: os.truncate(path, size)


def changed_byte(path, place, value):
    with path.open("r+b") as file:
        file.seek(place)
        file.write(value)


def another_program(path):
    path.unlink()
    in_sqlite(path, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('Husk kaffe')")


def half_a_file(path):
    cut_to(path.stat().st_size // 2)(path)


def rubbish_in_the_schema(path):
    changed_byte(path, 100, b"\xff" * 400)


def letters_that_are_none(path):
    """SQLite quotes them in what it says of the damage."""
    data = path.read_bytes()
    changed_byte(path, data.index(b"tableboardboard") + len("table"), b"\xc9")
    changed_byte(path, data.index(b"CREATE TABLE board"), b"\xc9REATE")


BAD = {
    "an empty file": (cut_to(0), Fault.FOREIGN),
    "one byte": (cut_to(1), Fault.FOREIGN),
    "half a header": (cut_to(60), Fault.FOREIGN),
    "a header alone": (cut_to(100), Fault.DAMAGED),
    "half a file": (half_a_file, Fault.DAMAGED),
    "a text": (lambda path: path.write_text("Referat af mødet\n" * 40), Fault.FOREIGN),
    "a Word file": (lambda path: path.write_bytes(b"PK\x03\x04" + bytes(2000)), Fault.FOREIGN),
    "another program's database": (another_program, Fault.FOREIGN),
    "another program's mark": (lambda path: in_sqlite(path, "PRAGMA application_id=7"), Fault.FOREIGN),
    "a later version": (lambda path: in_sqlite(path, "PRAGMA user_version=999"), Fault.NEWER),
    "no version": (lambda path: in_sqlite(path, "PRAGMA user_version=0"), Fault.FOREIGN),
    "no first letters": (lambda path: changed_byte(path, 0, b"XXXX"), Fault.FOREIGN),
    "rubbish in the schema": (rubbish_in_the_schema, Fault.DAMAGED),
    "letters that are none in the schema": (letters_that_are_none, Fault.DAMAGED),
    "a missing table": (lambda path: in_sqlite(path, "DROP TABLE item_link"), Fault.DAMAGED),
    "a hostile trigger": (
        lambda path: in_sqlite(path, "CREATE TRIGGER t AFTER INSERT ON meeting BEGIN DELETE FROM item_text; END"),
        Fault.FOREIGN,
    ),
    "a computed column": (
        lambda path: in_sqlite(path, "ALTER TABLE meeting ADD COLUMN more TEXT AS (hex(zeroblob(9))) VIRTUAL"),
        Fault.FOREIGN,
    ),
    "an index of somebody else's": (lambda path: in_sqlite(path, "CREATE INDEX i ON meeting (title)"), Fault.FOREIGN),
    "a view in place of a table": (
        lambda path: in_sqlite(path, "DROP TABLE item_link", "CREATE VIEW item_link AS SELECT 1 AS id"),
        Fault.FOREIGN,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_left_as_it_is(name, filled):
    spoil, fault = BAD[name]
    spoil(filled)
    journal_of(filled).unlink(missing_ok=True)
    before = {file.name: file.read_bytes() for file in filled.parent.iterdir()}
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    assert caught.value.fault is fault
    assert {file.name: file.read_bytes() for file in filled.parent.iterdir()} == before


def test_a_missing_file_is_not_made(archive_path):
    archive_path.parent.mkdir()
    with pytest.raises(StorageError) as caught:
        OpenArchive(archive_path)
    assert caught.value.fault is Fault.MISSING
    assert not list(archive_path.parent.iterdir())


def test_a_folder_is_no_archive(tmp_path):
    with pytest.raises(StorageError) as caught:
        OpenArchive(tmp_path)
    assert caught.value.fault is Fault.FOREIGN


@pytest.mark.parametrize(("right", "fault"), [(os.R_OK, Fault.NO_PERMISSION), (os.W_OK, Fault.READ_ONLY)])
def test_a_file_without_the_rights_is_told_apart(right, fault, filled, monkeypatch):
    before = filled.read_bytes()
    monkeypatch.setattr(opening.os, "access", lambda path, wanted: wanted != right)
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    assert caught.value.fault is fault
    assert filled.read_bytes() == before


def test_a_folder_that_cannot_be_written_makes_the_archive_read_only(filled, monkeypatch):
    monkeypatch.setattr(opening.os, "access", lambda path, wanted: Path(path) != filled.parent)
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    assert caught.value.fault is Fault.READ_ONLY


HOLDER = """
import sys
from pathlib import Path
from referatdesk.storage.opening import OpenArchive
archive = OpenArchive(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
archive.close()
"""


def test_an_archive_open_in_another_process_is_locked_until_that_ends(filled):
    before = filled.read_bytes()
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, filled], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(StorageError) as caught:
            OpenArchive(filled)
        assert caught.value.fault is Fault.LOCKED
        holder.communicate()
    assert filled.read_bytes() == before
    OpenArchive(filled).close()


def test_the_lock_survives_a_second_opening_in_the_same_process(filled):
    first = OpenArchive(filled)
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    assert caught.value.fault is Fault.LOCKED
    other = subprocess.run([sys.executable, "-c", HOLDER, filled], capture_output=True, text=True, check=False)
    assert "locked" in other.stderr
    first.close()
    OpenArchive(filled).close()


ROUNDS = 10


def open_again_and_again(path, together, count):
    """Counts how often it was opened here; all begin together, and hold what they got until all have tried."""
    for _round in range(ROUNDS):
        together.wait()
        with suppress(sqlcipher3.OperationalError), closing(connect_alone(path)):
            with count.get_lock():
                count.value += 1
            together.wait()
            continue
        together.wait()


def test_of_two_that_open_it_at_the_same_moment_one_gets_it(filled):
    context = multiprocessing.get_context("spawn")
    together, count = context.Barrier(2, timeout=60), context.Value("i", 0)
    both = [context.Process(target=open_again_and_again, args=(filled, together, count)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [one.exitcode for one in both] == [0, 0]
    assert count.value == ROUNDS


def test_an_open_archive_keeps_its_promises(filled):
    archive = OpenArchive(filled)
    wanted = {
        "application_id": APPLICATION_ID,
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
    }
    found = {name: archive.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    archive.close()
    assert found == wanted


def test_opening_and_closing_changes_no_byte(filled):
    before = filled.read_bytes()
    OpenArchive(filled).close()
    assert filled.read_bytes() == before


CRASHING = """
import os, sys, sqlcipher3
connection = sqlcipher3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=3")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item_text SET sections = hex(zeroblob(20000))")
connection.execute("UPDATE board SET name = 'Half written'")
os._exit(9)
"""


def crashed(path):
    """Leaves the archive as a crash in the middle of a commit does: half written, its journal beside it."""
    subprocess.run([sys.executable, "-c", CRASHING, path], check=False)
    assert journal_of(path).stat().st_size > 0


def test_what_a_crash_left_half_written_is_taken_back(filled, trial):
    crashed(filled)
    (board,) = trial().stored(Board)
    assert board.name == "Sundhedsråd Østfjord"


def test_a_journal_that_would_spoil_the_archive_is_not_played(filled, tmp_path):
    crashed(filled)
    data = bytearray(journal_of(filled).read_bytes())
    spoilt = _with_pages_of_rubbish(data, int.from_bytes(data[12:16], "big"))
    journal_of(filled).write_bytes(spoilt)
    before = filled.read_bytes()
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    assert caught.value.fault is Fault.DAMAGED
    assert filled.read_bytes() == before
    assert journal_of(filled).read_bytes() == spoilt


def _with_pages_of_rubbish(journal, seed, page_size=4096, sector=512):
    """The journal with its pages overwritten and its checksums made to fit, as somebody who means harm would."""
    place = sector
    while place + page_size + 8 <= len(journal):
        page = bytearray(b"\xff" * page_size)
        if journal[place : place + 4] == b"\0\0\0\x01":
            page[:100] = journal[place + 4 : place + 104]
        total = (seed + sum(page[at] for at in range(page_size - 200, 0, -200))) & 0xFFFFFFFF
        journal[place + 4 : place + 4 + page_size] = page
        journal[place + 4 + page_size : place + 8 + page_size] = total.to_bytes(4, "big")
        place += page_size + 8
    return bytes(journal)
