"""A copy put in an archive's place: whatever ends it at whichever step, one good archive lies under the name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import added
from referatdesk.storage import restoring
from referatdesk.storage.backups import Reason, backups_in
from referatdesk.storage.connection import connect
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from referatdesk.storage.keys import Key
from referatdesk.storage.looking import held, opened_copy
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.opening import OpenArchive
from referatdesk.storage.restoring import drop_unsaved, highest_seq, prepare, put_in_place, set_aside, unsaved_acts
from referatdesk.storage.spill import Spill
from tests.storage.damage import all_records, build, some_key
from tests.storage.test_stored_archives import STORED
from tests.storage.trial import Trial, act

KEYS = {"plain": None, "protected": some_key()}
NAME = "Østfjord.referatdesk"
STEPS = 60


@pytest.fixture(params=KEYS, scope="module")
def key(request):
    return KEYS[request.param]


@pytest.fixture(scope="module")
def built(key, tmp_path_factory):
    """A folder with an archive and its copies; each test takes its own."""
    made = tmp_path_factory.mktemp("built")
    build(made / NAME, made / "backups", key, meetings=3)
    return made


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def archive(tmp_path, built):
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / NAME


def copied(path, folder, key):
    """A copy of the archive as it is, then one more act in the archive."""
    trial = Trial(path, folder, key)
    import queue

    told = queue.Queue()
    trial.store.back_up(Reason.WISH, told.put)
    assert told.get(timeout=20) is None
    trial.write(trial.store.last_seq + 1, added(Board(id="later", name="Ny", house_style_id="style")))
    assert trial.store.flush(20)
    trial.close()
    return backups_in(folder)[0].path, trial.store.archive_id


def test_a_copy_takes_the_place_and_its_next_act_is_above_all_that_were(archive, folder, key):
    copy, archive_id = copied(archive, folder, key)
    before = copy.read_bytes()
    ready = prepare(archive, copy, key, highest_seq(folder, archive_id) + 1)
    assert Board(id="later", name="Ny", house_style_id="style") in all_records(archive, key).values()
    put_in_place(archive, ready.path)
    found = all_records(archive, key)
    assert found == all_records(copy, key)
    assert (Board, "later") not in found
    assert copy.read_bytes() == before
    trial = Trial(archive, folder, key)
    assert trial.store.last_seq == 6
    assert trial.store.archive_id == archive_id
    trial.write(7, added(Board(id="after", name="Ny", house_style_id="style")))
    assert trial.store.flush(20)
    trial.close()


def test_a_copy_of_another_key_and_a_damaged_one_are_refused_and_nothing_is_left(archive, folder, key, tmp_path):
    other = tmp_path / "other.referatdesk"
    build(other, tmp_path / "elsewhere", some_key(), meetings=1)
    broken = tmp_path / "broken.referatdesk"
    copy, _id = copied(archive, folder, key)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = bytes(4096)
    broken.write_bytes(data)
    whole = archive.read_bytes()
    for chosen, faults in ((other, {Fault.NEEDS_PHRASE}), (broken, {Fault.DAMAGED})):
        with pytest.raises(StorageError) as refused:
            prepare(archive, chosen, key, 0)
        assert refused.value.fault in faults
    assert archive.read_bytes() == whole
    assert not list(tmp_path.glob(".*"))


def restore_and_die(archive, copy, key, step):
    """Ends the process at the given step of the restore, as a kill would."""
    count = 0

    def counted(act):
        def go(*args, **more):
            nonlocal count
            count += 1
            if count == step:
                os._exit(9)
            return act(*args, **more)

        return go

    for name in ("unlink", "replace", "rename"):
        setattr(Path, name, counted(getattr(Path, name)))
    for name in ("fsync", "link"):
        setattr(os, name, counted(getattr(os, name)))
    for name in ("connect", "connect_alone", "note_act", "check_copy", "sync_file", "sync_folder"):
        setattr(restoring, name, counted(getattr(restoring, name)))
    put_in_place(archive, prepare(archive, copy, key, 100).path)
    os._exit(0)


def kill_at_every_step(archive, copy, raw, salt):
    """Prints for each step whether the old archive or the new one lay there afterwards; the last is not killed."""
    from referatdesk.storage import writing  # noqa: F401 - once for all of them

    key = Key(bytes.fromhex(raw), bytes.fromhex(salt), proven=True) if raw else None
    archive, copy = Path(archive), Path(copy)
    names = {True: "old", False: "new"}
    whole, old, new = archive.read_bytes(), all_records(archive, key), all_records(copy, key)
    code = 9
    for step in range(1, STEPS):
        archive.write_bytes(whole)
        child = os.fork()
        if not child:
            restore_and_die(archive, copy, key, step)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        OpenArchive(archive, key).close()
        found = all_records(archive, key)
        told = names[found == old] if found in (old, new) else "neither"
        sys.stdout.write(f"{told} {code}\n")
        if code == 0:
            return


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are played by processes that fork")
def test_a_kill_at_any_step_leaves_the_old_archive_or_the_new_one(archive, folder, key):
    copy, _archive_id = copied(archive, folder, key)
    start = "import sys; from tests.storage.test_restoring import *; kill_at_every_step(*sys.argv[1:])"
    secret = ("", "") if key is None else (key.raw.hex(), key.salt.hex())
    done = subprocess.run([sys.executable, "-c", start, archive, copy, *secret], check=True, capture_output=True)
    told = done.stdout.decode().splitlines()
    assert len(told) > 15
    assert told[0] == "old 9"
    assert told[-1] == "new 0"
    assert set(told) <= {"old 9", "new 9", "new 0"}
    assert told == sorted(told, key=["old 9", "new 9", "new 0"].index)


def test_a_damaged_archive_is_set_aside_with_all_that_lies_beside_it(archive, folder, key):
    copy, archive_id = copied(archive, folder, key)
    spill = Spill(archive, archive_id, folder, key)
    spill.keep([act(6, added(Board(id="unsaved", name="Ny", house_style_id="style")))])
    journal_of(archive).write_bytes(b"a journal")
    whole = bytearray(archive.read_bytes())
    whole[5000:9000] = bytes(4000)
    archive.write_bytes(whole)
    unsaved = unsaved_acts(archive, archive_id, folder, key)
    ready = prepare(archive, copy, key, highest_seq(folder, archive_id, unsaved), unsaved)
    assert (ready.taken_in, ready.left_out) == (1, 0)
    aside = set_aside(archive, archive_id, folder)
    assert [entry.seq for entry in unsaved_acts(archive, archive_id, folder, key)] == [6]
    put_in_place(archive, ready.path)
    drop_unsaved(archive, archive_id, folder, aside)
    assert not list(archive.parent.glob(f"{archive.name}.unsaved*"))
    assert aside.read_bytes() == whole
    assert journal_of(aside).read_bytes() == b"a journal"
    assert aside.with_name(aside.name + ".unsaved").exists()
    assert not journal_of(archive).exists()
    assert (Board, "unsaved") in all_records(archive, key)
    trial = Trial(archive, folder, key)
    assert trial.store.recovered == ()
    trial.close()


def test_every_fault_on_the_way_leaves_the_archive_as_it_is_and_no_half_copy(archive, folder, key, monkeypatch):
    copy, _id = copied(archive, folder, key)
    whole = archive.read_bytes()

    def fails(*_given, **_more):
        raise OSError(28, "no room")

    for name in ("connect", "connect_alone", "note_act", "check_copy", "sync_file"):
        with monkeypatch.context() as patch:
            patch.setattr(restoring, name, fails)
            with pytest.raises(StorageError) as refused:
                prepare(archive, copy, key, 0)
        assert refused.value.fault is Fault.FULL
        assert archive.read_bytes() == whole
        assert not list(archive.parent.glob(".*"))
    connection = connect(archive, "ro", key)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_copy_of_an_older_version_takes_the_place_and_opens(version, tmp_path):
    archive, copy = tmp_path / NAME, tmp_path / "copy.referatdesk"
    build(archive, tmp_path / "backups", meetings=1)
    whole = (STORED / f"version-{version}.referatdesk").read_bytes()
    copy.write_bytes(whole)
    with opened_copy(copy, None) as connection:
        assert len(held(connection, lambda: None).meetings) == 1
    put_in_place(archive, prepare(archive, copy, None, 50).path)
    assert copy.read_bytes() == whole
    trial = Trial(archive, tmp_path / "backups")
    assert trial.store.last_seq == 51
    trial.close()
