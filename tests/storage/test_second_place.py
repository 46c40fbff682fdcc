"""The newest copy in a second place, which may be missing, full or slow; nothing waits for it."""

import queue

import pytest

from referatdesk.storage import second_place
from referatdesk.storage.backups import Reason, backups_in
from referatdesk.storage.errors import Fault
from referatdesk.storage.header import MAGIC
from referatdesk.storage.protecting import beside, protect, protect_beside
from referatdesk.storage.second_place import FOLDER, SecondPlace, choose
from tests.storage.damage import build, some_key
from tests.storage.trial import Trial

PATIENCE = 20


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def copies(tmp_path):
    """The folder of copies of an archive, its path and its id."""
    path, folder = tmp_path / "Østfjord.referatdesk", tmp_path / "backups"
    build(path, folder, meetings=2)
    return folder, path, back_up(path, folder)


def back_up(path, folder):
    trial = Trial(path, folder)
    told = queue.Queue()
    trial.store.back_up(Reason.WISH, told.put)
    assert told.get(timeout=PATIENCE) is None
    trial.close()
    return trial.store.archive_id


@pytest.fixture
def second(copies):
    told = queue.Queue()
    place = SecondPlace(*copies, told.put)
    place.told = lambda: told.get(timeout=PATIENCE)
    yield place
    place.close()


def test_the_newest_copy_is_brought_there_whole_and_once(second, stick, copies):
    choose(stick)
    second.use(stick)
    assert second.told() is None
    (there,) = (stick / FOLDER).iterdir()
    newest = backups_in(copies[0])[0].path
    assert there.name == newest.name
    assert there.read_bytes() == newest.read_bytes()
    assert there.stat().st_mode & 0o077 == 0
    second.renew()
    assert second.told() is None
    assert [one.name for one in (stick / FOLDER).iterdir()] == [newest.name]


def test_a_place_that_is_missing_is_said_and_served_when_it_is_there_again(second, stick, monkeypatch):
    monkeypatch.setattr(second_place, "PAUSE", 0.05)
    second.use(stick)
    assert second.told() is Fault.MISSING
    assert list(stick.iterdir()) == []
    choose(stick)
    second.renew()
    while (told := second.told()) is not None:
        assert told is Fault.MISSING
    assert len(list((stick / FOLDER).iterdir())) == 1


@pytest.mark.parametrize(("number", "fault"), [(28, Fault.FULL), (13, Fault.NO_PERMISSION), (5, Fault.IO)])
def test_a_place_that_does_not_take_it_is_said_and_left_without_a_half_copy(second, stick, monkeypatch, number, fault):
    choose(stick)

    def fails(_handle):
        raise OSError(number, "no")

    monkeypatch.setattr(second_place.os, "fsync", fails)
    second.use(stick)
    assert second.told() is fault
    assert list((stick / FOLDER).iterdir()) == []


def test_what_is_read_there_must_be_what_was_written(second, stick, monkeypatch):
    choose(stick)
    monkeypatch.setattr(SecondPlace, "_digest", lambda *_given: b"another")
    second.use(stick)
    assert second.told() is Fault.IO
    assert list((stick / FOLDER).iterdir()) == []


def test_without_a_second_place_no_thread_is_begun(second):
    second.use(None)
    second.renew()
    assert second._thread is None


def test_copies_that_lay_in_a_drawer_while_the_archive_was_protected_follow(second, stick, copies):
    choose(stick)
    second.use(stick)
    assert second.told() is None
    second.close()
    folder, path, archive_id = copies
    (plain,) = (stick / FOLDER).iterdir()
    assert plain.read_bytes().startswith(MAGIC)
    plain.rename(plain.with_name(f"{path.stem}-{archive_id[:8]}-1-2027-01-01-0815-00-opened{path.suffix}"))
    key = some_key()
    protect(path, key)
    protect_beside(beside(path, archive_id, [folder]), key)
    told = queue.Queue()
    place = SecondPlace(folder, path, archive_id, told.put, key)
    place.use(stick)
    assert told.get(timeout=PATIENCE) is None
    place.close()
    assert [file.read_bytes()[:16] for file in (stick / FOLDER).iterdir()] == [key.salt] * 2
