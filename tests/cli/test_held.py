"""Commands on an archive that another program has open: what reads it works, what would write is told who has it."""

import json
import subprocess
import sys

import pytest

from referatdesk.__main__ import main
from referatdesk.config.places import resource

OLD_MINUTES = resource("example", "referat-2027-02-04.txt")
HOLDING = """
import sys
from pathlib import Path
from referatdesk.services.archive.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), lambda call: call())
print("held", flush=True)
sys.stdin.read()
workspace.close()
"""


@pytest.fixture
def run(capsysbinary):
    """Runs a command: exit code, standard output, standard error."""

    def run_command(*arguments):
        code = main([str(argument) for argument in arguments])
        told = capsysbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return run_command


@pytest.fixture
def archive(run, tmp_path):
    path = tmp_path / "fælles" / "arkiv.referatdesk"
    assert run("import", OLD_MINUTES, "--archive", path)[0] == 0
    return path


@pytest.fixture
def held(archive):
    call = [sys.executable, "-c", HOLDING, str(archive)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        yield archive
        holder.stdin.close()


def test_what_only_reads_reads_it_as_it_is_now(run, held, tmp_path):
    code, out, err = run("list", "--archive", held, "--json")
    assert (code, err) == (0, "")
    (meeting,) = json.loads(out)
    code, out, err = run("dump", "--archive", held, "--meeting", meeting["id"])
    assert (code, err) == (0, "")
    assert json.loads(out)
    target = tmp_path / "referat.docx"
    assert run("export", "--archive", held, "--meeting", meeting["id"], "--to", target)[::2] == (0, "")
    assert target.stat().st_size > 10_000


def test_what_would_write_is_refused_and_told_who_has_it(run, held):
    before = held.read_bytes() if sys.platform == "win32" else None
    code, out, err = run("import", OLD_MINUTES, "--archive", held)
    assert (code, out) == (1, "")
    assert err.startswith("Du har arkivet åbent i et andet vindue, siden ")
    assert before is None or held.read_bytes() == before


def test_a_write_protected_archive_can_be_read(run, archive):
    archive.chmod(0o400)
    archive.parent.chmod(0o500)
    try:
        assert run("list", "--archive", archive)[0] == 0
        assert sorted(path.name for path in archive.parent.iterdir() if path.suffix == ".referatdesk") == [archive.name]
    finally:
        archive.parent.chmod(0o700)
