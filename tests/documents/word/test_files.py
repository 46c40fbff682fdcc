"""A finished file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from referatdesk.documents.word.files import WriteError, write_file


def refused(path, content=b"nyt", overwrite=True):
    with pytest.raises(WriteError) as raised:
        write_file(path, content, overwrite=overwrite)
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


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "target.full"), (errno.EIO, "target.failed")])
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


def test_the_rights_of_a_replaced_file_are_kept(tmp_path):
    target = tmp_path / "referat.docx"
    target.write_bytes(b"gammelt")
    target.chmod(0o640)
    write_file(target, b"nyt", overwrite=True)
    assert target.stat().st_mode & 0o777 == 0o640
