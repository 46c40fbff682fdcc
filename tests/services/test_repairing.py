"""Which archives may be repaired: those that are damaged, and none that is merely somebody else's."""

import os

import pytest

from referatdesk.config import places
from referatdesk.services import unlocking
from referatdesk.services.repairing import can_repair
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
