"""An archive that was taken away or replaced under the open window takes nothing more, and that is told."""

import os

import pytest

from referatdesk.domain.boards import Person
from referatdesk.domain.changes import Pair
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of
from tests.storage.trial import PATIENCE, looked_into


def person(name):
    return Pair(None, Person(id=name, full_name=name))


@pytest.fixture
def open_one(trial):
    one = trial()
    one.write(1, [person("Merete Aaby")])
    assert one.next_told() == ("durable", 1)
    return one


def names(path):
    return [name for (name,) in looked_into(path, "SELECT full_name FROM person ORDER BY full_name")]


def test_what_is_written_after_the_file_was_renamed_is_not_called_saved(open_one):
    away = open_one.path.with_name("flyttet.referatdesk")
    open_one.path.rename(away)
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.MISSING, 2)
    away.rename(open_one.path)
    assert not open_one.heard.empty() or open_one.store.flush(PATIENCE)
    assert open_one.told_until(("durable", 2))


def test_what_is_written_after_the_file_was_removed_is_kept_beside_it_and_can_be_put_elsewhere(open_one, tmp_path):
    open_one.path.unlink()
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.MISSING, 2)
    assert not open_one.store.flush(PATIENCE)
    target = tmp_path / "reddet.referatdesk"
    open_one.store.put_elsewhere(target)
    assert open_one.close()
    assert names(target) == ["Merete Aaby"]


def test_what_was_put_elsewhere_has_all_that_waited_once_it_is_open(open_one, tmp_path, trial):
    open_one.path.unlink()
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.MISSING, 2)
    target = tmp_path / "reddet.referatdesk"
    open_one.store.put_elsewhere(target)
    saved = trial(target)
    assert saved.store.flush(PATIENCE)
    assert [one.full_name for one in saved.stored(Person)] == ["Merete Aaby", "Sanne Brix"]
    assert not list(open_one.path.parent.glob("*.unsaved"))


def test_a_name_that_is_taken_is_not_written_over(open_one, tmp_path):
    target = tmp_path / "andet.referatdesk"
    target.write_bytes(b"indkob")
    with pytest.raises(StorageError, match="exists"):
        open_one.store.put_elsewhere(target)
    assert target.read_bytes() == b"indkob"
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".new")] == []


def test_another_file_in_its_place_is_left_as_it_is(open_one, tmp_path):
    other = tmp_path / "anden"
    other.write_bytes(open_one.path.read_bytes()) if os.name == "nt" else other.write_bytes(b"x" * 8192)
    other.replace(open_one.path)
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.REPLACED, 2)
    assert open_one.path.read_bytes() == b"x" * 8192


def test_an_older_version_of_the_same_size_in_its_place_is_noticed(trial):
    one = trial()
    one.write(1, [person("Merete Aaby")])
    assert one.next_told() == ("durable", 1)
    older = one.path.with_name("ældre")
    one.store.put_elsewhere(older)
    older.replace(one.path)
    content = one.path.read_bytes()
    one.write(2, [person("Sanne Brix")])
    assert one.next_told() == (Fault.REPLACED, 2)
    assert one.path.read_bytes() == content


def test_a_file_that_was_cut_under_us_is_not_written_to(open_one):
    os.truncate(open_one.path, 8192)
    content = open_one.path.read_bytes()
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.REPLACED, 2)
    assert open_one.path.read_bytes() == content


def test_that_it_is_gone_is_told_before_anything_is_to_be_saved_and_that_it_is_back_too(open_one):
    away = open_one.path.with_name("flyttet.referatdesk")
    open_one.path.rename(away)
    open_one.store.look()
    assert open_one.next_told() == (Fault.MISSING, 1)
    away.rename(open_one.path)
    open_one.store.look()
    assert open_one.next_told() == ("durable", 1)


def test_what_waits_is_kept_in_a_second_place_when_asked_for(open_one):
    open_one.path.unlink()
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.MISSING, 2)
    assert open_one.store.keep()
    assert list(open_one.path.parent.glob("*.unsaved"))


def test_a_folder_that_was_taken_away_can_come_back(open_one, tmp_path):
    away = tmp_path / "flyttet"
    open_one.path.parent.rename(away)
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == (Fault.MISSING, 2)
    assert open_one.store.keep()
    assert not open_one.path.parent.exists()
    away.rename(open_one.path.parent)
    assert open_one.told_until(("durable", 2))


def test_a_journal_that_was_taken_away_is_made_anew_for_the_next_save(open_one):
    journal = journal_of(open_one.path)
    assert journal.exists()
    journal.unlink()
    open_one.write(2, [person("Sanne Brix")])
    assert open_one.next_told() == ("durable", 2)
    assert journal.exists()
    assert open_one.ask("PRAGMA journal_mode") == [("truncate",)]
    assert open_one.ask("PRAGMA locking_mode") == [("exclusive",)]
