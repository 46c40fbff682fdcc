"""Which archives may be repaired: those that are damaged, and none that is merely somebody else's."""

import os

import pytest

from referatdesk.config import places
from referatdesk.config.settings import SettingsFile
from referatdesk.services.archive import unlocking
from referatdesk.services.archive.backups import place_of
from referatdesk.services.archive.repairing import can_repair, newest_sound
from referatdesk.storage.keys import Key
from tests.storage.damage import build

KEY, OTHER = Key(b"\x5a" * 32, bytes(range(16)), proven=True), Key(b"\xa5" * 32, bytes(range(16, 32)))
PAGE = 4096


@pytest.fixture
def known(monkeypatch):
    monkeypatch.setattr(unlocking, "_known", {KEY.salt: KEY})


@pytest.fixture
def archive(tmp_path):
    """A protected one that has copies."""
    path = tmp_path / "referater.referatdesk"
    build(path, places.data_folder() / "backups", KEY, meetings=2)
    return path


def without_its_first_page(path):
    path.write_bytes(os.urandom(PAGE) + path.read_bytes()[PAGE:])


def test_a_protected_archive_that_lost_its_beginning_can_be_repaired(archive, known):
    without_its_first_page(archive)
    assert can_repair(archive, "archive.needs_phrase")
    assert can_repair(archive, "archive.wrong_phrase")


def test_another_archive_of_the_same_name_is_not_damaged_because_its_phrase_is_not_known(archive, known, tmp_path):
    others = tmp_path / "stick" / archive.name
    build(others, tmp_path / "elsewhere", OTHER, meetings=2)
    assert not can_repair(others, "archive.needs_phrase")
    assert not can_repair(others, "archive.wrong_phrase")


def test_where_no_key_is_known_nothing_is_claimed(archive, monkeypatch):
    monkeypatch.setattr(unlocking, "_known", {})
    without_its_first_page(archive)
    assert not can_repair(archive, "archive.needs_phrase")


def test_a_plain_archive_that_looks_like_a_protected_one_can_be_repaired(tmp_path):
    plain = tmp_path / "møder.referatdesk"
    build(plain, places.data_folder() / "backups", meetings=2)
    without_its_first_page(plain)
    assert can_repair(plain, "archive.needs_phrase")


@pytest.fixture
def plain(tmp_path):
    """A plain one that has copies, and lay where it is when it was last open."""
    path = tmp_path / "møder.referatdesk"
    archive_id = build(path, places.data_folder() / "backups", meetings=2)
    settings = SettingsFile(places.settings_file())
    settings.save(settings.load().with_archive(str(path), archive_id))
    return path


def test_another_programs_file_in_the_place_of_an_archive_is_not_called_damaged(plain):
    plain.write_bytes(b"%PDF-1.7\n" + b"Egeby Kommune " * 1000)
    assert not can_repair(plain, "archive.foreign")


@pytest.mark.parametrize("left", [b"", bytes(3 * PAGE)], ids=["nothing", "zeros"])
def test_an_archive_of_which_nothing_is_left_where_it_was_last_open_can_be_repaired(plain, left):
    plain.write_bytes(left)
    assert can_repair(plain, "archive.foreign")
    place = place_of(plain)
    assert newest_sound(place, lambda: None).archive == place.archive_id[:8]


def test_a_plain_archive_that_lost_its_beginning_is_known_by_its_pages_wherever_it_lies(plain, tmp_path):
    moved = tmp_path / "stik" / "andet navn.referatdesk"
    moved.parent.mkdir()
    moved.write_bytes(bytes(PAGE) + plain.read_bytes()[PAGE:])
    assert can_repair(moved, "archive.foreign")
    assert newest_sound(place_of(moved), lambda: None).stem == plain.stem


def test_a_damaged_archive_is_not_repaired_with_copies_of_another_one_of_its_name(plain, tmp_path):
    others = tmp_path / "stik" / plain.name
    build(others, tmp_path / "elsewhere", meetings=2)
    others.write_bytes(others.read_bytes()[: PAGE // 2] + bytes(PAGE // 2) + others.read_bytes()[PAGE:])
    assert newest_sound(place_of(others), lambda: None) is None
    others.write_bytes(bytes(others.stat().st_size))
    assert not can_repair(others, "archive.foreign")
    assert newest_sound(place_of(others), lambda: None) is None


def test_of_two_archives_of_one_name_the_copies_of_the_damaged_one_are_taken(plain, tmp_path):
    others = tmp_path / "stik" / plain.name
    archive_id = build(others, places.data_folder() / "backups", meetings=3)
    without_its_first_page(others)
    assert place_of(others).archive_id == archive_id
    without_its_first_page(plain)
    assert place_of(plain).archive_id != archive_id
