"""Line 5: what is no sound archive is refused with a reason, in time, and keeps every byte, as do its neighbours."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

from referatdesk.i18n import catalogue
from referatdesk.i18n.errors import error_words
from referatdesk.storage.errors import Fault
from tests.faults.bad_archives import BAD, Bad
from tests.faults.home import ROOT, Home
from tests.faults.prepared import prepare
from tests.faults.table import Row, caught
from tests.faults.trials import Size
from tests.faults.writers import command, heard

SECONDS = 30.0
MEMORY = 2 * 1024**3
NEIGHBOUR = "naboens.referatdesk"
BAD_BUILD = "empty-archive"
WITHIN_LIMITS = ("prlimit", f"--as={MEMORY}", f"--fsize={MEMORY // 4}")
WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Rights hold for everybody then, even for root."""

OWN_TRACES = (".unsaved", f".~lock.{Home(Path()).archive.name}")
"""What a program that just ends may leave: what it could not save, and its word of who had the archive open."""

Kept = dict[str, tuple[int, bytes | str]]


def everything_in(folder: Path) -> Kept:
    """By name: the sort and rights of a file, and what is in it or where it points."""
    found: Kept = {}
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        content: bytes | str = ""
        if stat.S_ISLNK(mode):
            content = str(path.readlink())
        elif stat.S_ISREG(mode):
            with suppress(PermissionError):
                content = path.read_bytes()
        found[path.relative_to(folder).as_posix()] = (mode, content)
    return found


@cache
def _sentences() -> frozenset[str]:
    """What a user is told of archives, in Danish, up to the first dot."""
    catalogue.use("da")
    told = {error_words(f"archive.{fault.value}", {}).partition("\n")[0] for fault in Fault}
    catalogue.use("en")
    return frozenset(told)


def _run(home: Home, command: Sequence[str]) -> subprocess.CompletedProcess[str] | None:
    with suppress(subprocess.TimeoutExpired):
        return subprocess.run(
            [*WITHIN_LIMITS, *WITHOUT_PRIVILEGES, *command],
            cwd=ROOT,
            env=home.environment(),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    return None


def by_command(home: Home, bad: Bad, build: Sequence[str]) -> Iterator[str]:
    """The command that lists meetings: a Danish reason and exit code 1."""
    done = _run(home, [sys.executable, *build, "list", "--archive", str(home.archive)])
    if done is None:
        yield "the command does not end in time"
    elif "Traceback" in done.stderr:
        yield f"the command: {done.stderr.strip().splitlines()[-1][:100]}"
    elif done.returncode == 0 and not (bad.may_open or bad.hidden):
        yield "the command takes it for an archive"
    elif done.returncode and not (bad.hidden or any(done.stderr.startswith(one) for one in _sentences())):
        yield f"the command ends with {done.returncode} and says {done.stderr[:60]!r}"


def by_writer(home: Home, bad: Bad, build: Sequence[str]) -> Iterator[str]:
    """A writer: refused at once, or told that nothing it writes is saved."""
    options = ("--bad", build[-1]) if len(build) > 2 else ()
    done = _run(home, command(home, "--words", "3", "--leave", *options))
    if done is None:
        yield "the writer does not end in time"
        return
    told = heard(done.stdout)
    if "Traceback" in done.stderr:
        yield f"the writer: {done.stderr.strip().splitlines()[-1][:100]}"
    elif not bad.may_open and told.refused is None and not (told.failed and not told.saved):
        yield "the writer takes it for an archive"
    elif told.refused is not None and not told.refused.startswith("archive."):
        yield f"the writer is refused with {told.refused}"


def one_trial(sound: Home, folder: Path, bad: Bad, build: Sequence[str]) -> list[str]:
    shutil.copytree(sound.folder, folder)
    home = Home(folder)
    shutil.copyfile(sound.archive, home.archive.with_name(NEIGHBOUR))
    home.environment()
    bad.spoil(home.archive)
    found: list[str] = []
    for way in (by_command, by_writer):
        before = everything_in(home.archive.parent)
        complaints = list(way(home, bad, build))
        after = everything_in(home.archive.parent)
        touched = sorted(name for name, kept in before.items() if after.get(name) != kept)
        strange = sorted(name for name in after.keys() - before.keys() if not name.endswith(OWN_TRACES))
        if bad.may_open:
            touched, strange = [name for name in touched if NEIGHBOUR in name], []
        found += complaints
        found += [f"{way.__name__}: changed {name}" for name in touched]
        found += [f"{way.__name__}: left {name} behind" for name in strange]
    _take_away(folder)
    return found


def _take_away(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o700)
    shutil.rmtree(folder)


def trial(folder: Path, names: Sequence[str], bad_build: str = "") -> Row:
    row = Row(5, "bad archives, by a command and by a writer: refused with a reason, every byte kept")
    sound = prepare(Home(folder / "sound"))
    build = ("-m", "tests.faults.bad_builds", bad_build) if bad_build else ("-m", "referatdesk")
    places = [folder / f"{number}" for number in range(len(names))]
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda name, place: one_trial(sound, place, BAD[name], build), names, places)
        for name, complaints in zip(names, found, strict=True):
            row.count(f"{name}: {complaint}" for complaint in complaints)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    names = list(BAD) if size is Size.FULL else list(BAD)[::13]
    yield trial(folder / "program", names)
    yield caught(5, BAD_BUILD, trial(folder / "bad", ["an empty file", "nothing"], BAD_BUILD))
