"""Plain archives are made protected, and protected ones given another key, without losing the old before the new."""

import os
import queue
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest

from referatdesk.domain.changes import added, altered
from referatdesk.domain.meetings import Meeting
from referatdesk.storage import protecting
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.header import MAGIC
from referatdesk.storage.keys import EarlierKeys, Key
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.protecting import beside, protect, protect_beside, take_in_unsaved
from referatdesk.storage.sealing import seal, unseal
from referatdesk.storage.spill import Spill
from tests.storage.trial import act, looked_into, records

KEY = Key(b"\x5a" * 32, bytes(range(16)))
OTHER = Key(b"\xa5" * 32, bytes(range(16, 32)))
PLANTED = b"meeting"


@pytest.fixture
def plain(archive_path, trial):
    """A closed plain archive with records in it, and its backup."""
    one = trial()
    one.write(1, added(*records()))
    one.told_until(("durable", 1))
    assert one.close()
    assert PLANTED in archive_path.read_bytes()
    return archive_path


def contents(path, key=None):
    tables = looked_into(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", key)
    rows = {table: looked_into(path, f"SELECT * FROM {table}", key) for (table,) in tables}  # noqa: S608 - own names
    return {table: sorted(found, key=repr) for table, found in rows.items()}


def test_a_plain_archive_becomes_a_protected_one_with_all_its_content(plain):
    before = contents(plain)
    protect(plain, KEY)
    assert contents(plain, KEY) == before
    assert PLANTED not in plain.read_bytes()
    OpenArchive(plain, KEY).close()
    with pytest.raises(StorageError):
        OpenArchive(plain)


def test_another_key_takes_the_place_of_the_old_one(plain):
    before = contents(plain)
    protect(plain, KEY)
    protect(plain, OTHER, KEY)
    assert contents(plain, OTHER) == before
    with pytest.raises(StorageError) as caught:
        OpenArchive(plain, KEY)
    assert caught.value.fault is Fault.WRONG_PHRASE


def test_what_lies_beside_is_protected_too_and_nothing_plain_is_left(plain, tmp_path):
    older = plain.with_name(f"{plain.stem}-version-1{plain.suffix}")
    older.write_bytes(plain.read_bytes())
    plain.with_name(f"{plain.name}.unsaved-9").write_bytes(b'{"acts": "meeting"}')
    plain.with_name(f".{plain.name}.migrating").write_bytes(b"half of a meeting")
    backups = tmp_path / "data"
    archive_id = protect(plain, KEY)
    damaged = backups / f"{plain.stem}-{archive_id[:8]}-1-2027-02-04-1315-08-opened{plain.suffix}"
    damaged.write_bytes(MAGIC + b"meeting" * 1000)
    protect_beside(beside(plain, archive_id, [backups]), KEY)
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or PLANTED not in file.read_bytes(), file
    sealed = damaged.with_name(damaged.name + ".sealed")
    assert unseal(sealed.read_bytes(), KEY).startswith(MAGIC)
    kept = [older, *(file for file in backups.iterdir() if file != sealed)]
    assert len(kept) == 2
    for file in kept:
        assert looked_into(file, "SELECT id FROM archive_info", KEY) == [(archive_id,)]


def test_what_a_crash_kept_from_protection_follows_at_the_next_opening(plain, tmp_path, trial):
    protect(plain, KEY)
    copy = next((tmp_path / "data").iterdir())
    assert copy.read_bytes().startswith(MAGIC)
    one = trial(key=KEY)
    one.store.prepare()
    while copy.read_bytes().startswith(MAGIC):
        one.stored(Meeting)
    one.close()
    assert looked_into(copy, "SELECT count(*) FROM archive_info", KEY) == [(1,)]


@pytest.mark.parametrize("old", [None, KEY], ids=["plain", "protected"])
def test_what_could_not_be_saved_before_is_in_the_archive_though_protection_is_cut_short(plain, tmp_path, trial, old):
    folder = tmp_path / "data"
    archive_id = protect(plain, KEY) if old else looked_into(plain, "SELECT id FROM archive_info")[0][0]
    meeting = next(one for one in records() if isinstance(one, Meeting))
    unsaved = act(2, altered([(meeting, replace(meeting, place="Klitved"))]))
    assert Spill(plain, archive_id, folder, old).keep([unsaved])
    take_in_unsaved(plain, folder, old)
    protect(plain, OTHER, old)
    one = trial(key=OTHER)
    assert [meeting.place for meeting in one.stored(Meeting)] == ["Klitved"]


def test_what_is_sealed_with_a_key_that_nobody_has_stays_as_it_is(plain, tmp_path):
    archive_id = protect(plain, KEY)
    spilled = Spill(plain, archive_id, tmp_path / "data", OTHER).keep([act(2, ())])
    before = spilled.read_bytes()
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), KEY)
    assert spilled.read_bytes() == before


@pytest.mark.parametrize("word", ["damaged", "beskadiget"])
def test_the_journal_of_a_damaged_copy_keeps_nothing_from_protection(plain, tmp_path, word):
    archive_id = protect(plain, KEY)
    damaged = plain.with_name(f"{plain.stem}-{word}-2027-02-04-1315-08{plain.suffix}")
    damaged.write_bytes(MAGIC + b"meeting" * 1000)
    journal_of(damaged).write_bytes(b"before it was a meeting")
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), KEY)
    assert not any(PLANTED in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_the_old_bytes_are_not_wiped_before_the_new_name_is_lasting(plain, monkeypatch):
    def refused(_folder):
        raise OSError

    with plain.open("rb") as old:
        monkeypatch.setattr(protecting, "sync_folder", refused)
        protect(plain, KEY)
        assert PLANTED in old.read()
    assert PLANTED not in plain.read_bytes()


def test_the_old_bytes_are_wiped(plain):
    with plain.open("rb") as old:
        protect(plain, KEY)
        assert PLANTED not in old.read()


def test_copies_that_a_kill_left_with_the_old_key_get_the_new_one_at_the_next_opening(plain, tmp_path, trial):
    archive_id = protect(plain, KEY)
    sealed = tmp_path / "data" / f"{plain.stem}-{archive_id[:8]}-1-2027-02-04-1315-08-opened{plain.suffix}.sealed"
    sealed.write_bytes(seal(b"a damaged copy", KEY))
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), KEY)
    protect(plain, OTHER, KEY)
    left = queue.Queue()
    one = trial(key=OTHER, earlier=EarlierKeys({KEY.salt: KEY}.get, left.put))
    one.store.prepare()
    # One that is being made has no good name yet.
    (copy,) = {file for file in (tmp_path / "data").iterdir() if not file.name.startswith(".")} - {sealed}
    while any(KEY.salt in file.read_bytes()[:40] for file in (copy, sealed)):
        one.stored(Meeting)
    one.close()
    assert unseal(sealed.read_bytes(), OTHER) == b"a damaged copy"
    assert looked_into(copy, "SELECT id FROM archive_info", OTHER) == [(archive_id,)]
    assert left.empty()


def test_copies_whose_old_key_nobody_knows_are_told_of(plain, tmp_path, trial):
    archive_id = protect(plain, KEY)
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), KEY)
    protect(plain, OTHER, KEY)
    (copy,) = (tmp_path / "data").iterdir()
    before, left = copy.read_bytes(), queue.Queue()
    one = trial(key=OTHER, earlier=EarlierKeys(lambda _salt: None, left.put))
    one.store.prepare()
    assert left.get(timeout=20) == 1
    one.close()
    assert copy.read_bytes() == before


def test_copies_follow_to_another_key(plain, tmp_path):
    archive_id = protect(plain, KEY)
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), KEY)
    protect(plain, OTHER, KEY)
    protect_beside(beside(plain, archive_id, [tmp_path / "data"]), OTHER, KEY)
    for file in (tmp_path / "data").iterdir():
        assert looked_into(file, "SELECT id FROM archive_info", OTHER) == [(archive_id,)]


def test_a_copy_that_is_not_equal_never_takes_the_place(plain, monkeypatch):
    export = protecting._export

    def bad(source, target, key):
        export(source, target, key)
        altered = protecting.connect_alone(target, key=key)
        altered.execute("UPDATE meeting SET id = 'another'")
        altered.close()

    monkeypatch.setattr(protecting, "_export", bad)
    before = contents(plain)
    with pytest.raises(StorageError) as caught:
        protect(plain, KEY)
    assert caught.value.fault is Fault.REJECTED
    assert contents(plain) == before
    assert not list(plain.parent.glob(".*"))


def test_an_archive_that_is_open_is_not_protected(plain):
    holder = OpenArchive(plain)
    with pytest.raises(StorageError) as caught:
        protect(plain, KEY)
    holder.close()
    assert caught.value.fault is Fault.LOCKED


KILLED = """
import os, sys
from pathlib import Path
from referatdesk.storage import connection, files, protecting
from referatdesk.storage.keys import Key
path, old = Path(sys.argv[1]), sys.argv[2] == "change"
one, other = Key(b"\\x5a" * 32, bytes(range(16))), Key(b"\\xa5" * 32, bytes(range(16, 32)))
left = 0
def counted(event, arguments):
    global left
    if event in {"open", "os.rename", "os.remove", "sqlite3.connect", "os.link"} and "minutes" in str(arguments):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)
for line in sys.stdin:
    child = os.fork()
    if not child:
        left = int(line)
        sys.addaudithook(counted)
        protecting.protect(path, other if old else one, one if old else None)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@contextmanager
def ended_at(path, what):
    """Gives what begins the act and kills it at a step, in a fork each time; it answers the exit code."""
    command = [sys.executable, "-c", KILLED, str(path), what]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forking:

        def at(step):
            forking.stdin.write(f"{step}\n")
            forking.stdin.flush()
            return int(forking.stdout.readline())

        yield at


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are played by processes that fork")
@pytest.mark.parametrize("what", ["protect", "change"])
def test_a_kill_at_any_step_leaves_an_archive_that_opens_with_everything(plain, what):
    before = contents(plain)
    begun = KEY if what == "change" else None
    if begun:
        protect(plain, KEY)
    whole = plain.read_bytes()
    ended, killed = OTHER if begun else KEY, 0
    with ended_at(plain, what) as at:
        for step in range(1, 40):
            plain.write_bytes(whole)
            code = at(step)
            now = ended if plain.read_bytes()[:16] == ended.salt else begun
            OpenArchive(plain, now).close()
            assert contents(plain, now) == before
            if code == 0:
                assert now is ended
                break
            assert code == -9
            killed += 1
    assert killed >= 5
