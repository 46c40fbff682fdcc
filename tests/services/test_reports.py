"""Reports hold kinds and places, whoever has something to say; what it says is passed on to nobody."""

import gc
import logging
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from referatdesk.config import places
from referatdesk.config.running import Run, one_run
from referatdesk.services import reports

PRIVATE = "Sanne Brix blev opsagt"

CRASHING = """
import ctypes, sys
from referatdesk.config.running import one_run
from referatdesk.services import reports
def Sanne_Brix():
    ctypes.string_at(0)
with one_run() as run, reports.written(run):
    Sanne_Brix()
"""


@pytest.fixture
def written():
    reports._written.clear()
    with reports.written(Run()):
        yield


def report():
    return (places.log_folder() / reports.NAME).read_text(encoding="utf-8")


class Broken:
    def __del__(self):
        raise ValueError(PRIVATE)


def test_what_nobody_can_catch_is_put_down_by_its_kind(written, capsys):
    thing = Broken()
    del thing
    gc.collect()
    assert "ValueError" in report()
    assert "__del__" in report()
    assert PRIVATE not in report() + capsys.readouterr().err


def test_of_a_library_only_which_and_where_is_put_down(written, capsys, caplog):
    logging.getLogger("fontTools.ttLib").error("bad name in %s", PRIVATE)
    caplog.clear()
    assert "fontTools.ttLib test_reports.py" in report()
    assert PRIVATE not in report() + capsys.readouterr().err


def test_a_line_that_cannot_be_made_says_nothing(written, capsys, caplog):
    unheard = logging.StreamHandler()
    unheard.handle(logging.LogRecord("docx", logging.WARNING, "a.py", 1, "%d", (PRIVATE,), None))
    assert capsys.readouterr().err == ""


def test_a_warning_is_a_kind_and_a_place(written, capsys):
    warnings.showwarning(UserWarning(PRIVATE), UserWarning, str(Path("/home/sanne/x.py")), 3)
    assert "UserWarning\n  x.py:3" in report()
    assert PRIVATE not in report() + capsys.readouterr().err


def test_a_mistake_that_comes_back_does_not_push_out_the_others(written):
    for _time in range(reports.MOST_ALIKE * 3):
        reports.put_down("ValueError\n")
    assert report().count("ValueError") == reports.MOST_ALIKE


def test_a_full_file_becomes_the_one_before(written, monkeypatch):
    monkeypatch.setattr(reports, "KEPT_BYTES", 10)
    for name in ("first", "second", "third"):
        reports.put_down(f"{name}\n")
    assert "third" in report()
    assert "second" in (places.log_folder() / reports.NAME_BEFORE).read_text(encoding="utf-8")
    assert len(list(places.log_folder().iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="how a process dies there is another thing")
def test_a_crash_is_told_by_the_next_run_without_the_folders_of_its_code(tmp_path):
    script = tmp_path / "Sanne Brix" / "koersel.py"
    script.parent.mkdir()
    script.write_text(CRASHING, encoding="utf-8")
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, str(script)], check=False, capture_output=True, env=None, cwd=root, text=True
    )
    assert done.returncode < 0
    assert done.stderr == ""
    with one_run() as run, reports.written(run):
        pass
    assert "Segmentation fault" in report()
    assert "koersel.py:6 Sanne_Brix" in report()
    assert str(tmp_path) not in report()
    assert "Sanne Brix" not in report()
