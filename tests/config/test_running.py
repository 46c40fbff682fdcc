"""What a run writes is for its user alone, and what it writes on its way is gone with it, however it ends."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from referatdesk.config import places, running
from referatdesk.config.running import one_run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes, umask and signals of POSIX")

KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from referatdesk.config import running
with running.one_run() as run:
    Path(tempfile.mkdtemp(), "arbejde.docx").write_text("Sanne Brix")
    beside = Path(sys.argv[1], ".0123456789abcdef.tmp")
    running.note_beside(beside)
    running.note_beside(Path(sys.argv[1], "referat.docx"))
    beside.write_text("Sanne Brix")
    (run.folder / running.CRASH_NAME).write_text("Fatal Python error: Aborted")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def killed(tmp_path):
    """What a run that was killed has left."""
    (tmp_path / "referat.docx").write_text("Udkast")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode == -9
    return tmp_path


def left():
    folder = places.temporary_folder()
    return sorted(folder.iterdir()) if folder.exists() else []


def test_all_that_a_run_writes_is_private_whatever_the_user_s_own_mask():
    before = os.umask(0)
    try:
        with one_run():
            places.settings_file().parent.mkdir(parents=True)
            places.settings_file().write_text("{}")
            assert mode(places.settings_file()) == 0o600
            assert mode(places.settings_file().parent) == 0o700
            assert running.mode_for_others() == 0o666
        assert os.umask(0) == 0
    finally:
        os.umask(before)


def test_temporary_files_lie_in_a_private_folder_that_is_gone_at_the_end():
    with one_run() as run:
        made = Path(tempfile.mkdtemp())
        assert made.parent == run.folder
        assert run.folder.is_relative_to(places.data_folder())
        assert mode(run.folder) == 0o700
    assert left() == []
    assert not Path(tempfile.gettempdir()).is_relative_to(places.data_folder())


def fail():
    tempfile.mkdtemp()
    raise ZeroDivisionError


def test_a_run_that_fails_leaves_nothing():
    with pytest.raises(ZeroDivisionError), one_run():
        fail()
    assert left() == []


def test_what_a_kill_left_is_gone_at_the_next_start_and_its_crash_is_told(killed):
    assert len(left()) == 2
    with one_run() as run:
        assert run.crashes == ["Fatal Python error: Aborted"]
        assert len(left()) == 2
    assert left() == []
    assert [path.name for path in killed.iterdir()] == ["referat.docx"]


def test_a_run_that_goes_on_keeps_its_files():
    with one_run() as first:
        kept = Path(tempfile.mkdtemp())
        with one_run() as second:
            assert second.crashes == []
            assert kept.is_dir()
            assert first.folder != second.folder
        assert kept.is_dir()


def test_what_lies_among_them_and_is_nobody_s_stays(killed):
    other = places.temporary_folder() / "andet"
    other.mkdir()
    with one_run():
        pass
    assert left() == [other]


def test_other_programs_are_started_as_the_user_has_it(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = os.umask(0o027)
    try:
        with one_run() as run:
            assert os.environ["TMPDIR"] == str(run.folder)
            with running.as_given():
                assert os.environ["TMPDIR"] == str(tmp_path)
                assert os.umask(0o027) == 0o027
            assert os.environ["TMPDIR"] == str(run.folder)
            assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)


def test_looser_files_of_the_program_s_own_are_tightened_and_others_are_not(tmp_path):
    own, other = places.data_folder() / "referater.referatdesk", tmp_path / "arkiv.referatdesk"
    places.data_folder().mkdir(parents=True)
    for path in (own, other):
        path.write_text("")
        path.chmod(0o644)
    locked = places.data_folder() / "gammel.referatdesk"
    locked.write_text("")
    locked.chmod(0o444)
    (places.data_folder() / "genvej.referatdesk").symlink_to(other)
    with one_run():
        assert mode(own) == 0o600
        assert mode(locked) == 0o400
        assert mode(other) == 0o644


def test_without_a_place_of_its_own_the_program_runs_all_the_same():
    places.data_folder().parent.mkdir(parents=True, exist_ok=True)
    places.data_folder().write_text("a file stands where the folder should be")
    with one_run() as run:
        assert run.folder is None
        assert running.folder() is None
        assert Path(tempfile.gettempdir()).is_dir()
