"""The proof on a copy, and the backups that come of it."""

import os
import queue
import re
import shutil
import threading
from datetime import datetime

import pytest

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import added
from referatdesk.storage import backups as backup_names
from referatdesk.storage import proving, readying
from referatdesk.storage.backups import Reason, backups_in
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


def test_the_backup_is_the_archive_as_it_was_opened(trial, folder, archive_path):
    filled(trial)
    one = trial()
    one.store.prepare()
    one.write(2, added(Board(id="new", name="Ny", house_style_id="style")))
    assert one.store.flush(20)
    one.close()
    empty, backup = backups(folder)
    assert looked_into(empty, "SELECT count(*) FROM journal") == [(0,)]
    assert looked_into(backup, "SELECT id FROM board") == [("board",)]
    assert looked_into(backup, "SELECT count(*) FROM agenda_item") == [(5,)]
    assert looked_into(archive_path, "SELECT id FROM board ORDER BY id") == [("board",), ("new",)]
    assert not list(folder.glob(".*"))
    OpenArchive(backup).close()


def test_an_archive_and_its_copy_by_hand_are_proven_side_by_side(trial, folder, archive_path):
    filled(trial)
    by_hand = archive_path.parent / "stick" / archive_path.name
    by_hand.parent.mkdir()
    shutil.copyfile(archive_path, by_hand)
    one, other = trial(), trial(by_hand)
    proofs = [proving.Proof(each.path, each.store.archive_id, folder) for each in (one, other)]
    one.store.read(lambda connection: proofs[0].copy(connection, lambda: None))
    other.store.read(lambda connection: proofs[1].copy(connection, proofs[0].check))
    proofs[1].check()
    assert all(proof.backup is not None and proof.backup.exists() for proof in proofs)
    assert not list(folder.glob(".*"))


def test_a_name_says_archive_newest_act_time_and_reason(trial, folder, archive_path):
    filled(trial)
    one = trial()
    one.store.prepare()
    assert done(one, Reason.WISH) is None
    one.close()
    found = backups_in(folder, one.store.archive_id)
    assert [(copy.stem, copy.seq, copy.reason) for copy in found] == [
        ("Østfjord 2027", 1, Reason.OPENED),
        ("Østfjord 2027", 0, Reason.OPENED),
    ]
    assert re.fullmatch(
        r"Østfjord 2027-[0-9a-f]{8}-1-\d{4}-\d\d-\d\d-\d{4}-\d\d-opened.referatdesk", found[0].path.name
    )
    assert backups_in(folder, "another") == []


def done(one, reason):
    """Asks for a copy and waits for what is told of it."""
    told = queue.Queue()
    one.store.back_up(reason, told.put)
    return told.get(timeout=20)


def test_before_a_dangerous_act_all_that_was_written_is_copied_and_proven(trial, folder):
    filled(trial)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert done(one, Reason.REMOVAL) is None
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.store.flush(20)
    newest, *_older = backups_in(folder)
    assert (newest.seq, newest.reason) == (2, Reason.REMOVAL)
    assert looked_into(newest.path, "SELECT id FROM board ORDER BY id") == [("b2",), ("board",)]
    assert looked_into(newest.path, "PRAGMA integrity_check") == [("ok",)]


def test_nothing_is_copied_twice_on_a_day(trial, folder):
    filled(trial)
    for _time in range(3):
        one = trial()
        one.store.prepare()
        assert done(one, Reason.REMOVAL) is None
        one.close()
    assert [copy.seq for copy in backups_in(folder)] == [1, 0]


def test_damage_is_noticed_at_the_next_opening_though_nothing_was_written(trial, folder, archive_path):
    filled(trial)
    one = trial()
    one.store.prepare()
    assert done(one, Reason.WISH) is None
    one.close()
    damage(archive_path)
    one = trial()
    one.store.prepare()
    assert one.next_told() == (Fault.DAMAGED, 0)


def test_another_day_proves_anew_what_did_not_change(trial, folder, monkeypatch):
    filled(trial)
    for day in (3, 4):
        on_day(monkeypatch, day)
        one = trial()
        one.store.prepare()
        assert done(one, Reason.WISH) is None
        one.close()
    assert [(copy.seq, copy.at.day) for copy in backups_in(folder)][:2] == [(1, 4), (1, 3)]


def test_a_copy_of_the_same_number_but_another_act_does_not_stand_for_this_one(trial, folder, archive_path):
    filled(trial)
    early = archive_path.read_bytes()
    for place in ("Klitved", "Egeby"):
        archive_path.write_bytes(early)
        one = trial()
        one.write(2, added(Board(id=place, name=place, house_style_id="style")))
        assert done(one, Reason.WISH) is None
        one.close()
    held = [looked_into(copy.path, "SELECT min(id) FROM board") for copy in backups_in(folder) if copy.seq == 2]
    assert sorted(held) == [[("Egeby",)], [("Klitved",)]]


def on_day(monkeypatch, day, year=2039):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(year, 5, day, 12, tzinfo=tz)

    monkeypatch.setattr(proving, "datetime", Clock)
    monkeypatch.setattr(backup_names, "datetime", Clock)


def test_wrong_clocks_cost_no_newest_copy_and_order_nothing(trial, folder, monkeypatch):
    filled(trial)
    years = (2027, 1990, 2099, 2010, 2038, 1999, 2070, 2026)
    for seq, year in enumerate(years, 2):
        on_day(monkeypatch, 7, year)
        one = trial()
        one.write(seq, added(Board(id=f"b{seq}", name="Ny", house_style_id="style")))
        assert one.store.flush(20)
        assert done(one, Reason.WISH) is None
        one.close()
        listed = backups_in(folder)
        seqs = [copy.seq for copy in listed]
        assert seqs == sorted(seqs, reverse=True)
        assert set(seqs) == set(range(seq + 1))
        assert looked_into(listed[0].path, "SELECT max(seq) FROM journal") == [(seq,)]
        for copy in listed:
            OpenArchive(copy.path).close()


def test_what_is_typed_while_a_copy_is_made_is_saved_and_the_copy_is_whole(trial, monkeypatch, folder):
    filled(trial)
    monkeypatch.setattr(proving, "SLICE_PAGES", 1)
    one = trial()
    one.store.prepare()
    one.write(2, added(Board(id="b0", name="Ny", house_style_id="style")))
    told = queue.Queue()
    one.store.back_up(Reason.WISH, told.put)
    for number in range(1, 60):
        one.write(number + 2, added(Board(id=f"b{number}", name="Ny" * 500, house_style_id="style")))
    assert told.get(timeout=20) is None
    assert one.store.flush(20)
    newest, *_older = backups_in(folder)
    assert looked_into(newest.path, "PRAGMA integrity_check") == [("ok",)]
    assert looked_into(newest.path, "SELECT count(*) FROM board") == [(newest.seq,)]


def test_copies_of_older_versions_and_of_other_archives_stay(trial, folder):
    filled(trial)
    one = trial()
    other = folder / "Andet-12345678-2020-01-01.referatdesk"
    old = folder / f"{one.path.stem}-{one.store.archive_id[:8]}-2026-11-01.referatdesk"
    for file in (other, old):
        file.write_text("a copy")
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert done(one, Reason.WISH) is None
    assert other.exists()
    assert [copy.seq for copy in backups_in(folder, one.store.archive_id)] == [2, 1, 0, 0]
    assert backups_in(folder, one.store.archive_id)[-1].path == old


def test_an_archive_that_closes_tells_those_who_wait_for_a_copy(trial, monkeypatch):
    filled(trial)
    monkeypatch.setattr(proving, "SLICE_PAGES", 1)
    one = trial()
    told = queue.Queue()
    for _number in range(5):
        one.store.back_up(Reason.WISH, told.put)
    one.close()
    assert {told.get(timeout=20) for _number in range(5)} <= {None, Fault.IO}
    one.store.back_up(Reason.WISH, told.put)
    assert told.get(timeout=20) is Fault.IO


def test_damage_that_a_copy_shows_is_damage_of_the_archive(trial, archive_path):
    filled(trial)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.store.flush(20)
    one.ask("PRAGMA writable_schema=1")
    one.ask("DELETE FROM sqlite_schema WHERE name = 'comment'")
    assert done(one, Reason.REMOVAL) is Fault.DAMAGED
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.told_until((Fault.DAMAGED, 3))


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
    _empty, backup = backups(folder)
    sound = backup.read_bytes()
    damage(archive_path)
    before = archive_path.read_bytes()
    one = trial()
    assert one.stored(Board)
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.told_until((Fault.DAMAGED, 3))
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
    assert one.told_until((Fault.DAMAGED, 2))
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


@pytest.fixture
def mistakes(monkeypatch):
    """What came out of threads."""
    found = []
    monkeypatch.setattr(threading, "excepthook", lambda mistake: found.append(mistake.exc_type))
    return found


def fails_with(error):
    def check(_proof):
        raise error

    return check


def test_a_check_for_which_there_is_no_memory_is_merely_no_backup(trial, monkeypatch, mistakes):
    filled(trial)
    monkeypatch.setattr(proving.Proof, "check", fails_with(MemoryError()))
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.next_told() == ("no backup", Fault.IO)
    assert one.next_told() == ("durable", 2)
    one.close()
    assert mistakes == [MemoryError]


def test_who_waits_for_a_copy_is_told_though_there_is_no_memory_for_its_check(trial, monkeypatch, mistakes):
    filled(trial)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.told_until(("durable", 2))
    monkeypatch.setattr(proving.Proof, "check", fails_with(MemoryError()))
    assert done(one, Reason.WISH) is Fault.IO
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.told_until(("durable", 3))
    one.close()
    assert mistakes == [MemoryError]


def test_a_copy_that_looks_like_no_archive_is_damage_whenever_it_is_made(trial, monkeypatch):
    filled(trial)
    one = trial()
    one.write(2, added(Board(id="b2", name="Ny", house_style_id="style")))
    assert one.told_until(("durable", 2))
    monkeypatch.setattr(proving.Proof, "check", fails_with(StorageError(Fault.FOREIGN)))
    assert done(one, Reason.WISH) is Fault.FOREIGN
    one.write(3, added(Board(id="b3", name="Ny", house_style_id="style")))
    assert one.told_until((Fault.FOREIGN, 3))
