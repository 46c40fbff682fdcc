"""Only plain files are opened, and never more of them than may be read."""

import os

import pytest

from referatdesk.documents.gate import door
from referatdesk.documents.gate.errors import GateError


def test_a_plain_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"Referat")
    assert door.content_of(tmp_path / "a") == b"Referat"


def test_one_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(door.MAX_BYTES + 1)
    with pytest.raises(GateError) as caught:
        door.content_of(tmp_path / "a")
    assert (caught.value.code, caught.value.data) == ("too_large", {"limit": door.MAX_BYTES})


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")
def test_what_has_no_end_or_waits_for_a_writer_is_refused(tmp_path):
    os.mkfifo(tmp_path / "rør")
    for path in (tmp_path / "rør", tmp_path, "/dev/zero"):
        with pytest.raises(OSError, match=r"."):
            door.content_of(path)
