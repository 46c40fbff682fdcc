"""A finished file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from referatdesk.documents.word.files import WriteError, check_target, digest_of, write_file


def refused(path, content=b"nyt", overwrite=True, known=""):
    with pytest.raises(WriteError) as raised:
        write_file(path, content, overwrite=overwrite, known=known)
    return raised.value.code


def test_a_new_file_is_written_and_nothing_beside_it(tmp_path):
    write_file(tmp_path / "referat.docx", b"nyt", overwrite=False)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"referat.docx": b"nyt"}


def test_an_existing_file_is_left_alone_unless_told(tmp_path):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    assert refused(target, overwrite=False) == "target.exists"
    assert target.read_bytes() == b"gammelt"
    write_file(target, b"nyt", overwrite=True)
    assert target.read_bytes() == b"nyt"


def test_a_missing_folder_and_a_folder_are_named_as_such(tmp_path):
    assert refused(tmp_path / "væk" / "referat.docx") == "target.no_folder"
    assert refused(tmp_path) == "target.is_folder"


def test_what_was_written_there_is_replaced_and_what_was_changed_since_is_not(tmp_path):
    target = tmp_path / "referat.docx"
    write_file(target, b"udkast", overwrite=False)
    write_file(target, b"nyt udkast", overwrite=False, known=digest_of(b"udkast"))
    assert target.read_bytes() == b"nyt udkast"
    target.write_bytes(b"nyt udkast, rettet i Word")
    assert refused(target, overwrite=False, known=digest_of(b"nyt udkast")) == "target.changed"
    assert target.read_bytes() == b"nyt udkast, rettet i Word"
    write_file(target, b"endeligt", overwrite=True, known=digest_of(b"nyt udkast"))
    assert target.read_bytes() == b"endeligt"


def test_what_is_saved_while_the_new_file_is_written_is_kept(tmp_path, monkeypatch):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"udkast")
    monkeypatch.setattr(os, "fsync", lambda _handle: target.write_bytes(b"gemt i Word"))
    assert refused(target, overwrite=False, known=digest_of(b"udkast")) == "target.changed"
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"referat.docx": b"gemt i Word"}


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("udvalg.docx", "~$udvalg.docx"),
        ("referat.docx", "~$eferat.docx"),
        ("dagsorden.docx", "~$gsorden.docx"),
        ("referat.docx", ".~lock.referat.docx#"),
    ],
)
def test_a_file_that_an_office_program_has_open_is_left_alone_even_when_told(tmp_path, name, sign):
    target = tmp_path / name
    target.write_bytes(b"gammelt")
    (tmp_path / sign).write_bytes(b"Ida Vester")
    assert refused(target) == "target.in_use"
    assert target.read_bytes() == b"gammelt"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "target.full"),
        (errno.EROFS, "target.read_only"),
        (errno.EHOSTUNREACH, "target.unreachable"),
        (errno.ESTALE, "target.unreachable"),
        (errno.EIO, "target.failed"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, number, code):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")

    def fail(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert refused(target) == code
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"referat.docx": b"gammelt"}


def test_a_file_that_word_holds_is_said_to_be_in_use(tmp_path, monkeypatch):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", _held)
    assert refused(target) == "target.in_use"
    assert [one.name for one in tmp_path.iterdir()] == ["referat.docx"]


def _held(_self, _target):
    raise PermissionError(errno.EACCES, "held")


def test_a_folder_where_nobody_may_write_is_said_to_be_so(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "open", _held)
    assert refused(tmp_path / "referat.docx") == "target.denied"


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    assert refused(tmp_path / f"{'r' * 300}.docx") == "target.too_long"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (19, "target.read_only"),
        (32, "target.in_use"),
        (53, "target.unreachable"),
        (64, "target.unreachable"),
        (112, "target.full"),
        (206, "target.too_long"),
        (123, "target.bad_name"),
    ],
)
def test_windows_own_numbers_are_understood(tmp_path, monkeypatch, number, code):
    def fail(_handle):
        error = OSError(errno.ENOENT, "told by Windows")
        error.winerror = number
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    assert refused(tmp_path / "referat.docx") == code
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_vanishes_while_it_is_looked_at_is_told(tmp_path, monkeypatch):
    def vanish(_self, **_named):
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    monkeypatch.setattr(Path, "stat", vanish)
    with pytest.raises(WriteError) as raised:
        check_target(tmp_path / "referat.docx", overwrite=False)
    assert raised.value.code == "target.unreachable"


def test_the_rights_of_a_replaced_file_are_kept(tmp_path):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    target.chmod(0o640)
    write_file(target, b"nyt", overwrite=True)
    assert target.stat().st_mode & 0o777 == 0o640
