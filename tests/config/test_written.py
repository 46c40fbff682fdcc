"""What was written where is remembered; a memory that is lost costs no more than a question."""

from pathlib import Path

import pytest

from referatdesk.config import written
from referatdesk.config.places import written_file
from referatdesk.config.written import WrittenFiles


@pytest.fixture
def memory():
    return WrittenFiles(written_file())


def test_the_last_that_was_written_to_a_place_is_known(memory, tmp_path):
    assert memory.digest(tmp_path / "referat.docx") == ""
    memory.note(tmp_path / "referat.docx", "1")
    memory.note(tmp_path / "referat.docx", "2")
    memory.note(tmp_path / "andet.docx", "3")
    assert memory.digest(tmp_path / "referat.docx") == "2"
    assert WrittenFiles(written_file()).digest(tmp_path / "andet.docx") == "3"


def test_one_place_has_one_name(memory, tmp_path, monkeypatch):
    memory.note(tmp_path / "referat.docx", "1")
    monkeypatch.chdir(tmp_path)
    assert memory.digest(Path("referat.docx")) == "1"
    assert memory.digest(tmp_path / "mappe" / ".." / "referat.docx") == "1"


def test_the_oldest_are_forgotten(memory, tmp_path, monkeypatch):
    monkeypatch.setattr(written, "MOST", 2)
    for number in ("1", "2", "3"):
        memory.note(tmp_path / number, number)
    assert [memory.digest(tmp_path / number) for number in ("1", "2", "3")] == ["", "2", "3"]


def test_a_memory_that_cannot_be_read_is_empty_and_begins_anew(memory, tmp_path):
    written_file().parent.mkdir(parents=True)
    written_file().write_text("ikke JSON")
    assert memory.digest(tmp_path / "referat.docx") == ""
    memory.note(tmp_path / "referat.docx", "1")
    assert memory.digest(tmp_path / "referat.docx") == "1"


def test_a_memory_that_cannot_be_written_is_no_reason_to_fail(memory, tmp_path, monkeypatch):
    def full(_self, _content):
        raise OSError("full")

    monkeypatch.setattr(Path, "write_bytes", full)
    memory.note(tmp_path / "referat.docx", "1")
    assert memory.digest(tmp_path / "referat.docx") == ""
    assert list(written_file().parent.iterdir()) == []
