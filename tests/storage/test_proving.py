"""The proof on a copy, and the backups that come of it."""

import os
from datetime import datetime

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import added
from referatdesk.storage import proving, readying
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.opening import OpenArchive
from tests.storage.trial import looked_into, records


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


def filled(trial):
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    one.close()


def backups(folder):
    return sorted(file for file in folder.iterdir() if file.suffix == ".referatdesk") if folder.exists() else []


def test_reading_alone_makes_no_copy(trial, folder):
    filled(trial)
    for backup in backups(folder):
        backup.unlink()
    one = trial()
    assert one.stored(Board)
    one.close()
    assert backups(folder) == []


def test_the_day_s_backup_is_the_archive_as_it_was_opened(trial, folder, archive_path):
    filled(trial)
    one = trial()
    one.store.prepare()
    one.write(2, added(Board(id="new", name="Ny", house_style_id="style")))
    assert one.store.flush(20)
    one.close()
    (backup,) = backups(folder)
    assert looked_into(backup, "SELECT id FROM board") == [("board",)]
    assert looked_into(backup, "SELECT count(*) FROM agenda_item") == [(5,)]
    assert looked_into(archive_path, "SELECT id FROM board ORDER BY id") == [("board",), ("new",)]
    assert not list(folder.glob(".*"))
    OpenArchive(backup).close()


def test_the_last_ten_days_are_kept_and_other_archives_stay(trial, folder, monkeypatch, tmp_path):
    filled(trial)
    (own,) = backups(folder)
    folder.joinpath("Andet-12345678-2020-01-01.referatdesk").write_text("another archive's")
    for day in range(1, 13):
        monkeypatch.setattr(proving, "datetime", on_day(day))
        one = trial()
        one.write(day + 1, added(Board(id=f"b{day}", name="Ny", house_style_id="style")))
        assert one.store.flush(20)
        one.close()
    own.unlink(missing_ok=True)
    days = [backup.stem[-10:] for backup in backups(folder)]
    assert "2020-01-01" in days
    assert days[-9:] == [f"2039-05-{day:02}" for day in range(4, 13)]


def on_day(day):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2039, 5, day, 12, tzinfo=tz)

    return Clock


def test_without_room_for_a_copy_the_archive_is_checked_in_place_and_written(trial, folder, archive_path):
    folder.write_text("a file stands where the folder should be")
    one = trial()
    one.write(1, added(*records()))
    assert one.store.flush(20)
    assert one.next_told() == ("no backup", Fault.EXISTS)
    assert one.next_told() == ("durable", 1)
    one.close()
    assert looked_into(archive_path, "SELECT count(*) FROM meeting") == [(1,)]


def damage(path):
    """Changes bytes in the middle of a table: nothing that opening looks at."""
    place = path.read_bytes().index("Merete Aaby ønskede en anden plan.".encode())
    page = place // 4096 * 4096
    with path.open("r+b") as file:
        file.seek(page)
        file.write(os.urandom(200))


def test_damage_is_found_before_anything_is_written_and_no_backup_is_replaced(trial, folder, archive_path):
    filled(trial)
    one = trial()
    one.store.prepare()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.store.flush(20)
    one.close()
    (backup,) = backups(folder)
    sound = backup.read_bytes()
    damage(archive_path)
    before = archive_path.read_bytes()
    one = trial()
    assert one.stored(Board)
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.next_told() == (Fault.DAMAGED, 3)
    assert one.close() is False
    assert archive_path.read_bytes() == before
    assert backup.read_bytes() == sound
    assert archive_path.with_name(archive_path.name + ".unsaved").exists()


def test_damage_without_room_for_a_copy_is_found_in_place(trial, folder, archive_path):
    filled(trial)
    damage(archive_path)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("no folder")
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.next_told() == (Fault.DAMAGED, 2)
    one.close()


def test_questions_are_answered_while_the_copy_is_made(trial, monkeypatch):
    filled(trial)
    monkeypatch.setattr(proving, "SLICE_PAGES", 1)
    one = trial()
    one.store.prepare()
    assert all(one.stored(Board) for _ in range(50))


def test_closing_does_not_wait_for_a_copy_that_nobody_needs(trial, monkeypatch, folder):
    filled(trial)
    monkeypatch.setattr(proving, "SLICE_PAGES", 1)
    for backup in backups(folder):
        backup.unlink()
    one = trial()
    one.store.prepare()
    one.close()
    assert not list(folder.glob(".*"))


def test_a_copy_that_another_program_holds_keeps_nothing_from_being_saved(trial, monkeypatch):
    filled(trial)
    asked = []

    def held(path):
        asked.append(path)
        if len(asked) > 1:
            raise PermissionError(path)

    monkeypatch.setattr(proving, "remove", held)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.told_until(("durable", 2))


def test_a_copy_that_cannot_be_named_is_merely_no_backup(trial, monkeypatch):
    filled(trial)

    def fails(self):
        raise StorageError(Fault.IO)

    monkeypatch.setattr(readying.Proof, "check", fails)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.next_told() == ("no backup", Fault.IO)
    assert one.next_told() == ("durable", 2)
