"""A made-up step stands in for the next version: nothing is lost, and a crash leaves one archive or the other."""

import subprocess
import sys

import pytest

from referatdesk.domain.changes import added
from referatdesk.storage import header, migrating, opening, schema
from referatdesk.storage.connection import DriverError, connect, connect_alone
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.header import read_header
from referatdesk.storage.migrating import migrate
from referatdesk.storage.migrations import STEPS, VERSION
from referatdesk.storage.opening import OpenArchive
from tests.services.fictional_archive import DOCUMENT
from tests.storage.trial import looked_into, records

NEXT_STEP = ("ALTER TABLE meeting ADD COLUMN colour TEXT", "CREATE TABLE seat (id TEXT PRIMARY KEY NOT NULL) STRICT")
REBUILT = (
    "CREATE TABLE new_meeting AS SELECT * FROM meeting",
    "DROP TABLE meeting",
    "ALTER TABLE new_meeting RENAME TO meeting",
    "CREATE UNIQUE INDEX ix_meeting_id ON meeting (id)",
)


@pytest.fixture
def filled(trial, archive_path):
    one = trial()
    one.write(1, added(*records()), contents=(DOCUMENT,))
    assert one.store.flush(20)
    one.close()
    archive_path.with_name(archive_path.name + "-journal").unlink()
    return archive_path


def contents(path):
    tables = [name for (name,) in looked_into(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {table: looked_into(path, "SELECT * FROM " + table) for table in tables}  # noqa: S608 - own names


def version_of(path):
    return looked_into(path, "PRAGMA user_version")[0][0]


def test_the_new_archive_holds_all_that_the_old_one_did_and_the_old_one_is_kept(filled):
    before, old_bytes = contents(filled), filled.read_bytes()
    kept = migrate(filled, (*STEPS, NEXT_STEP))
    after = contents(filled)
    assert version_of(filled) == VERSION + 1
    assert after.pop("seat") == []
    assert after.pop("meeting") == [(*row, None) for row in before.pop("meeting")]
    assert after == before
    assert kept.read_bytes() == old_bytes
    assert {file.name for file in filled.parent.iterdir()} == {filled.name, kept.name}


def test_a_table_can_be_rebuilt_without_losing_what_belongs_to_its_rows(filled):
    before = contents(filled)
    migrate(filled, (*STEPS, REBUILT))
    assert contents(filled) == before


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        (("DELETE FROM follow_up",), Fault.REJECTED),
        (("UPDATE person SET full_name = substr(full_name, 2)",), Fault.REJECTED),
        (("PRAGMA defer_foreign_keys=1", "UPDATE decision SET item_id = upper(item_id)"), Fault.DAMAGED),
        (("ALTER TABLE meeting ADD COLUMN colour TEXT", "INSERT INTO nowhere VALUES (1)"), Fault.IO),
    ],
    ids=["rows lost", "words lost", "pointing at nothing", "no such table"],
)
def test_a_step_that_goes_wrong_leaves_the_archive_as_it_was(step, fault, filled):
    before = filled.read_bytes()
    with pytest.raises(StorageError) as caught:
        migrate(filled, (*STEPS, step))
    assert caught.value.fault is fault
    assert filled.read_bytes() == before
    assert list(filled.parent.iterdir()) == [filled]


def test_an_archive_that_another_program_holds_is_not_migrated(filled):
    holder = OpenArchive(filled)
    with pytest.raises(StorageError) as caught:
        migrate(filled, (*STEPS, NEXT_STEP))
    holder.close()
    assert caught.value.fault is Fault.LOCKED
    assert version_of(filled) == VERSION


def test_nobody_else_writes_to_an_archive_while_it_is_brought_forward(filled, monkeypatch):
    bring_forward = migrating._bring_forward
    refused = []

    def watched(*given):
        with pytest.raises(DriverError) as caught:
            connect_alone(filled)
        refused.append(caught.value.sqlite_errorname)
        return bring_forward(*given)

    monkeypatch.setattr(migrating, "_bring_forward", watched)
    migrate(filled, (*STEPS, NEXT_STEP))
    assert refused == ["SQLITE_BUSY"]
    assert version_of(filled) == VERSION + 1


def test_old_archives_of_the_same_version_do_not_replace_each_other(filled):
    old = filled.read_bytes()
    first = migrate(filled, (*STEPS, NEXT_STEP))
    filled.unlink()
    filled.write_bytes(old)
    second = migrate(filled, (*STEPS, NEXT_STEP))
    assert first != second
    assert first.read_bytes() == second.read_bytes() == old


def test_where_a_file_can_have_one_name_only_the_old_archive_is_kept_as_a_copy(filled, monkeypatch):
    def refuse(*names):
        raise OSError(95, "not supported")

    monkeypatch.setattr(migrating.os, "link", refuse)
    before = contents(filled)
    kept = migrate(filled, (*STEPS, NEXT_STEP))
    assert contents(kept) == before


def test_opening_an_older_archive_migrates_it_first(filled, monkeypatch):
    for module in (opening, schema):
        monkeypatch.setattr(module, "STEPS", (*STEPS, NEXT_STEP))
    for module in (opening, header, schema):
        monkeypatch.setattr(module, "VERSION", VERSION + 1)
    archive = OpenArchive(filled)
    assert archive.connection.execute("SELECT count(colour) FROM meeting").fetchone() == (0,)
    with pytest.raises(StorageError) as caught:
        OpenArchive(filled)
    archive.close()
    assert caught.value.fault is Fault.LOCKED
    assert read_header(filled).version == VERSION + 1


CRASHING = """
import os, sys
from pathlib import Path
from referatdesk.storage import migrating
from referatdesk.storage.migrations import STEPS
name, path = sys.argv[1], Path(sys.argv[2])
whole = getattr(migrating, name)
def crash(*given):
    if sys.argv[3] == "after":
        whole(*given)
    os._exit(9)
setattr(migrating, name, crash)
migrating.migrate(path, (*STEPS, ("CREATE TABLE seat (id TEXT PRIMARY KEY NOT NULL) STRICT",)))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("place", ["_copy", "run_steps", "_check_nothing_lost", "sync_file", "_keep", "sync_folder"])
def test_a_crash_leaves_the_old_archive_or_the_new_one(place, moment, filled):
    before = contents(filled)
    ended = subprocess.run([sys.executable, "-c", CRASHING, place, filled, moment], check=False)
    assert ended.returncode == 9
    found = contents(filled)
    assert found.pop("seat", []) == []
    assert found == before
    if version_of(filled) == VERSION:
        migrate(filled, (*STEPS, NEXT_STEP))
    assert version_of(filled) == VERSION + 1
    connection = connect(filled, "ro")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    assert not list(filled.parent.glob(".*"))
