"""An archive that is only looked at: read whole and true while it is written, and never written to."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from referatdesk.domain.boards import Person
from referatdesk.domain.changes import Pair
from referatdesk.storage import reading, viewing
from referatdesk.storage.creation import create_archive
from referatdesk.storage.errors import StorageError
from referatdesk.storage.keys import Key
from referatdesk.storage.viewing import View
from tests.storage.trial import act

ARCHIVES = Path(__file__).parent / "archives"

HOLDING = """
import sys, time
from pathlib import Path
from referatdesk.storage.connection import connect_alone
connection = connect_alone(Path(sys.argv[1]))
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO person SELECT * FROM person WHERE 0")
print("held", flush=True)
sys.stdin.read()
"""


def everything(folder):
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


@pytest.fixture
def filled(trial):
    """An archive with one person, closed."""
    one = trial()
    one.write(1, [Pair(None, Person(id="p", full_name="Merete Aaby"))])
    assert one.next_told() == ("durable", 1)
    one.close()
    return one.path


def people(view):
    return [one.full_name for one in view.read(lambda connection: reading.records(connection, Person, None))]


def test_it_is_read_while_another_program_holds_it(filled):
    before = everything(filled.parent)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(filled)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        view = View(filled)
        assert people(view) == ["Merete Aaby"]
        assert view.close()
        holder.stdin.close()
    assert everything(filled.parent)[filled.name] == before[filled.name]


def test_nothing_is_written_beside_it_and_nothing_is_left_of_it(filled, tmp_path, monkeypatch):
    temporary = tmp_path / "midlertidig"
    temporary.mkdir()
    monkeypatch.setattr(viewing.tempfile, "tempdir", str(temporary))
    before = everything(filled.parent)
    view = View(filled)
    if os.name == "posix":
        assert list(temporary.iterdir()) == []  # already: a kill leaves nothing either
    assert people(view) == ["Merete Aaby"]
    assert view.close()
    assert list(temporary.iterdir()) == []
    assert everything(filled.parent) == before


def test_it_takes_nothing(filled):
    view = View(filled)
    with pytest.raises(StorageError, match="read_only"):
        view.write(act(2, [Pair(None, Person(id="q", full_name="Sanne Brix"))]))
    assert view.flush(1)
    assert view.close()


def test_a_half_finished_save_is_rolled_back_in_the_copy_only(filled):
    crashed = filled.with_name("brudt.referatdesk")
    connection = sqlite3.connect(filled, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("PRAGMA cache_spill=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE person SET full_name = 'halvt'")
    connection.execute("CREATE TABLE filler (words)")
    connection.execute("INSERT INTO filler SELECT hex(randomblob(2000)) FROM journal, pragma_function_list LIMIT 300")
    shutil.copy(filled, crashed)
    shutil.copy(f"{filled}-journal", f"{crashed}-journal")
    connection.execute("ROLLBACK")
    connection.close()
    before = everything(filled.parent)
    view = View(crashed)
    assert people(view) == ["Merete Aaby"]
    view.close()
    assert everything(filled.parent) == before


def test_an_archive_of_an_older_version_is_brought_forward_in_the_copy_only(tmp_path):
    old = next(path for path in sorted(ARCHIVES.rglob("*.referatdesk")) if "1" in path.name)
    path = tmp_path / "gammelt" / old.name
    path.parent.mkdir()
    shutil.copy(old, path)
    before = everything(path.parent)
    view = View(path)
    assert people(view)
    view.close()
    assert everything(path.parent) == before


def test_a_protected_archive_is_read_with_its_key_from_a_copy_that_is_protected_too(tmp_path, monkeypatch):
    key = Key(bytes(range(32)), bytes(range(16)))
    path = tmp_path / "lukket.referatdesk"
    create_archive(path, key)
    with pytest.raises(StorageError, match="needs_phrase"):
        View(path)
    kept = []
    monkeypatch.setattr(View, "_take_away", lambda view: kept.append(view._own))
    view = View(path, key)
    assert people(view) == []
    (copy,) = (file for file in kept[0].iterdir() if file.suffix == ".referatdesk")
    assert copy.read_bytes() == path.read_bytes()
    view.close()
    shutil.rmtree(kept[0])


def test_what_this_process_holds_is_not_read_beside_itself(filled, trial):
    one = trial(filled)
    with pytest.raises(StorageError, match="locked"):
        View(filled)
    assert subprocess.run(
        [sys.executable, "-c", HOLDING, str(filled)], stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).returncode
    one.close()


def test_a_file_that_never_stands_still_is_told_as_in_use(filled, monkeypatch):
    monkeypatch.setattr(viewing, "PAUSE_S", 0)
    monkeypatch.setattr(viewing, "_read_into", lambda path, copy: True)
    with pytest.raises(StorageError, match="locked"):
        View(filled)


def test_what_is_no_archive_is_told_as_that(tmp_path):
    path = tmp_path / "noter.referatdesk"
    path.write_bytes(b"indkob: gaer")
    with pytest.raises(StorageError, match="foreign"):
        View(path)
    with pytest.raises(StorageError, match="missing"):
        View(tmp_path / "væk.referatdesk")
