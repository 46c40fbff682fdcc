"""What can befall a protected archive: damage of every kind is told apart, and nothing beside it can be read."""

import os
import shutil
import subprocess
import sys
from random import Random

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import added
from referatdesk.domain.meetings import Meeting
from referatdesk.storage.connection import check_integrity, connect
from referatdesk.storage.errors import Fault, StorageError, fault_of
from referatdesk.storage.files import journal_of
from referatdesk.storage.keys import Key
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.protecting import protect_beside
from referatdesk.storage.spill import Spill
from tests.services.fictional_archive import MEETING
from tests.storage.test_stored_archives import STORED
from tests.storage.trial import act, looked_into, records

TYPED = Key(b"\x5a" * 32, bytes(range(16)))
KEPT = Key(TYPED.raw, TYPED.salt, proven=True)
BIT_ERRORS = 60


@pytest.fixture
def filled(trial, archive_path):
    """A sound protected archive with content, closed."""
    one = trial(key=TYPED)
    one.write(1, added(*records()))
    assert one.store.flush(20)
    one.close()
    return archive_path


def cut_to(size):
    return lambda path: os.truncate(path, size)


def changed_bytes(place, value):
    def change(path):
        with path.open("r+b") as file:
            file.seek(place)
            file.write(value)

    return change


def in_it(*statements):
    def change(path):
        connection = connect(path, "rw", TYPED)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return change


BAD = {
    "an empty file": (cut_to(0), Fault.FOREIGN, Fault.FOREIGN),
    "one byte": (cut_to(1), Fault.FOREIGN, Fault.FOREIGN),
    "one page": (cut_to(4096), Fault.DAMAGED, Fault.DAMAGED),
    "half a page too few": (lambda path: cut_to(path.stat().st_size - 2048)(path), Fault.FOREIGN, Fault.DAMAGED),
    "rubbish": (lambda path: path.write_bytes(os.urandom(8 * 4096)), Fault.WRONG_PHRASE, Fault.DAMAGED),
    "a text": (lambda path: path.write_text("Referat af mødet\n" * 400), Fault.FOREIGN, Fault.FOREIGN),
    "a damaged salt": (changed_bytes(3, b"\xee"), Fault.WRONG_PHRASE, Fault.DAMAGED),
    "a damaged first page": (changed_bytes(2000, b"\0\1\2\3"), Fault.WRONG_PHRASE, Fault.DAMAGED),
    "a hostile trigger": (
        in_it("CREATE TRIGGER t AFTER INSERT ON meeting BEGIN DELETE FROM item_text; END"),
        Fault.FOREIGN,
        Fault.FOREIGN,
    ),
    "another program's mark": (in_it("PRAGMA application_id=7"), Fault.FOREIGN, Fault.FOREIGN),
    "a later version": (in_it("PRAGMA user_version=999"), Fault.NEWER, Fault.NEWER),
    "a missing table": (in_it("DROP TABLE item_link"), Fault.DAMAGED, Fault.DAMAGED),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_told_apart_and_keeps_every_byte(what, filled):
    spoil, with_phrase, with_kept_key = BAD[what]
    spoil(filled)
    before = filled.read_bytes()
    for key, wanted in ((TYPED, with_phrase), (KEPT, with_kept_key)):
        with pytest.raises(StorageError) as caught:
            OpenArchive(filled, key)
        assert caught.value.fault is wanted
    assert filled.read_bytes() == before


def noticed(path, data):
    """Whether opening or checking the file as the program does finds that something is wrong with it."""
    path.write_bytes(data)
    try:
        archive = OpenArchive(path, KEPT)
        try:
            check_integrity(archive.connection, path)
        finally:
            archive.close()
    except Exception as error:  # noqa: BLE001 - the driver's, and ours
        return fault_of(error) is Fault.DAMAGED
    return False


def test_one_bit_is_noticed_wherever_it_is(filled):
    sound = filled.read_bytes()
    chance = Random(7)  # noqa: S311 - no secret
    for _trial in range(BIT_ERRORS):
        data = bytearray(sound)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        assert noticed(filled, data)
    assert not noticed(filled, sound)


CRASHING = """
import os, sys
from pathlib import Path
from referatdesk.storage.connection import connect
from referatdesk.storage.keys import Key
connection = connect(Path(sys.argv[1]), "rw", Key(b"\\x5a" * 32, bytes(range(16))))
connection.execute("PRAGMA cache_size=3")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE item_text SET sections = hex(zeroblob(20000))")
connection.execute("UPDATE board SET name = 'Half written'")
os._exit(9)
"""


@pytest.fixture
def crashed(filled):
    """The archive half written, its journal beside it."""
    subprocess.run([sys.executable, "-c", CRASHING, filled], check=False)
    assert journal_of(filled).stat().st_size > 0
    return filled


def test_what_a_crash_left_half_written_is_taken_back(crashed, trial):
    (board,) = trial(key=TYPED).stored(Board)
    assert board.name == "Sundhedsråd Østfjord"


def test_a_journal_that_would_spoil_the_archive_is_not_played(crashed):
    data = bytearray(journal_of(crashed).read_bytes())
    data[600] ^= 1
    journal_of(crashed).write_bytes(data)
    before = crashed.read_bytes()
    with pytest.raises(StorageError) as caught:
        OpenArchive(crashed, KEPT)
    assert caught.value.fault is Fault.DAMAGED
    assert (crashed.read_bytes(), journal_of(crashed).read_bytes()) == (before, data)


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_protected_archive_is_brought_forward_and_kept_as_protected(version, archive_path, trial):
    archive_path.parent.mkdir()
    shutil.copyfile(STORED / f"version-{version}.referatdesk", archive_path)
    protect_beside([archive_path], TYPED)
    meetings = looked_into(archive_path, "SELECT id FROM meeting", TYPED)
    one = trial(key=TYPED)
    assert sorted((meeting.id,) for meeting in one.stored(Meeting, None)) == sorted(meetings)
    one.close()
    kept = archive_path.with_stem(f"{archive_path.stem}-version-{version}")
    assert kept.read_bytes().startswith(TYPED.salt)
    assert looked_into(kept, "SELECT id FROM meeting", TYPED) == meetings


def test_acts_kept_in_a_second_place_are_sealed_and_come_back(filled, trial, tmp_path):
    planted = "Tavshed om Ida Vester"
    entry = act(2, added(MEETING), subject=planted)
    archive_id = looked_into(filled, "SELECT id FROM archive_info", TYPED)[0][0]
    place = Spill(filled, archive_id, tmp_path / "data", TYPED).keep([entry])
    aside = Spill(filled, archive_id, tmp_path / "data", TYPED)
    assert aside.set_aside(entry)
    for file in filled.parent.iterdir():
        assert planted.encode() not in file.read_bytes()
    assert Spill(filled, archive_id, tmp_path / "data", TYPED).found() == [entry]
    other = Key(b"\1" * 32, TYPED.salt)
    assert Spill(filled, archive_id, tmp_path / "data", other).found() == []
    assert place.exists()
    one = trial(key=TYPED)
    assert [found.subject for found in one.store.recovered] == [planted]
