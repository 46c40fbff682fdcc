"""Line 6, and what is as dangerous: an archive is made, brought forward, protected or replaced, and that is cut short.

Killed at every system call that changes a file, and by power cuts. Afterwards the archive is what it was, or what it
was to become, and the one that was brought forward is still there as it was.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from referatdesk.storage.migrations import VERSION
from tests.faults import power_cuts, trace
from tests.faults.home import ROOT, Home
from tests.faults.judge import Seen, look
from tests.faults.prepared import KEY, prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.writers import whole_session

STORED = ROOT / "tests" / "storage" / "archives"
CHANGING = ("pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink", "openat", "close", "write")
SECONDS = 60.0
FINDS_NOTHING = ("archive.missing",)


@dataclass(frozen=True)
class Act:
    """A dangerous act: how its archive is made, and how the archive may be found afterwards."""

    name: str
    made: Callable[[Home], Home]
    allowed: Callable[[Home, Home], Iterator[str]]
    """Given the archive as it was and what was left: what is wrong."""
    line: int = 6


def _nothing_there(home: Home) -> Home:
    home.environment()
    return home


def _stored(version: int) -> Callable[[Home], Home]:
    def made(home: Home) -> Home:
        home.environment()
        shutil.copyfile(STORED / f"version-{version}.referatdesk", home.archive)
        return home

    return made


def _with_a_copy(home: Home) -> Home:
    """Words 1 to 4 came after the oldest copy."""
    prepare(home)
    whole_session(home, "--words", "4", "--leave")
    return home


def _none_or_whole(_before: Home, left: Home) -> Iterator[str]:
    found = look(left, KEY), look(left)
    if not any(one.fault in FINDS_NOTHING or (one.fault is None and one.is_whole) for one in found):
        yield f"neither missing nor whole: {found[0].fault}, {found[1].fault}"


def _with_all_records(before: Home, left: Home) -> Iterator[str]:
    original = before.archive.read_bytes()
    yield from _as_wanted([look(left)], _seen_aside(before, left))
    if not any(path.is_file() and path.read_bytes() == original for path in left.archive.parent.iterdir()):
        yield "the old archive is gone"


def _protected_or_not(before: Home, left: Home) -> Iterator[str]:
    yield from _as_wanted([look(left), look(left, KEY)], _seen_aside(before, left))


def _seen_aside(before: Home, left: Home) -> Seen:
    """What stood in the archive; looking brings it forward, so a copy is looked at."""
    aside = Home(left.folder / "aside")
    shutil.copytree(before.folder, aside.folder)
    return look(aside)


def _as_wanted(found: list[Seen], wanted: Seen) -> Iterator[str]:
    if not any(one.fault is None and one.records == wanted.records and one.is_whole for one in found):
        yield f"not what it was: {', '.join(one.fault or 'other records' for one in found)}"


def _with_words_or_without(_before: Home, left: Home) -> Iterator[str]:
    found = look(left)
    if found.fault is not None or not found.is_whole or not found.has_meeting:
        yield f"does not open: {found.fault}"
    elif found.words not in (frozenset(), frozenset(range(1, 5))):
        yield "half restored"


def _whole_or_erased(_before: Home, left: Home) -> Iterator[str]:
    found = look(left)
    if found.fault is not None or not found.is_whole:
        yield f"does not open: {found.fault}"
    elif found.words != (frozenset(range(1, 5)) if found.has_meeting else frozenset()):
        yield "half erased"


ACTS = (
    Act("create", _nothing_there, _none_or_whole, 5),
    Act("create-protected", _nothing_there, _none_or_whole, 13),
    *(Act("bring-forward", _stored(version), _with_all_records) for version in range(1, VERSION)),
    Act("protect", prepare, _protected_or_not, 13),
    Act("restore", _with_a_copy, _with_words_or_without, 7),
    Act("erase", _with_a_copy, _whole_or_erased, 14),
)


def command(act: Act, home: Home) -> list[str]:
    return [sys.executable, "-m", "tests.faults.act", act.name, str(home.archive)]


def moments(act: Act, sound: Home, folder: Path) -> list[tuple[str, int]]:
    """Every call that changes a file of the program, by its name and its number in the thread that makes it."""
    home = Home(folder / "counted")
    shutil.copytree(sound.folder, home.folder)
    log = folder / "calls.txt"
    options = ("-e", f"trace={','.join(CHANGING)}", "-y", "-s", "200")
    subprocess.run(
        trace.command(log, *options) + command(act, home),
        cwd=ROOT,
        env=home.environment(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    made: Counter[tuple[str, str]] = Counter()
    found: list[tuple[str, int]] = []
    for line in log.read_text("utf-8", "replace").splitlines():
        called = re.match(r"(\d+) +(\w+)\(", line)
        if called is not None:
            made[called[1], called[2]] += 1
            if str(home.disk) in line:
                found.append((called[2], made[called[1], called[2]]))
    return list(dict.fromkeys(found))


def spread(found: list[tuple[str, int]], count: int) -> list[tuple[str, int]]:
    """So many of them, from the first to the last."""
    return [found[number * len(found) // count] for number in range(count)] if len(found) > count else found


def killed(act: Act, sound: Home, moment: tuple[str, int], folder: Path) -> Home:
    home = Home(folder)
    shutil.copytree(sound.folder, home.folder)
    call, number = moment
    options = ("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}")
    subprocess.run(
        trace.command(folder / "calls.txt", *options) + command(act, home),
        cwd=ROOT,
        env=home.environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return home


def kills(act: Act, what: str, count: int, folder: Path) -> Row:
    row = Row(act.line, f"killed while it is to {what}, at every call that changes a file")
    sound = act.made(Home(folder / "sound"))
    chosen = spread(moments(act, sound, folder), count)
    places = [folder / f"{number}" for number in range(len(chosen))]
    with ThreadPoolExecutor(2) as pool:
        left = pool.map(lambda moment, place: killed(act, sound, moment, place), chosen, places)
        for moment, home in zip(chosen, left, strict=True):
            row.count(f"{moment[0]} {moment[1]}: {one}" for one in act.allowed(sound, home))
            shutil.rmtree(home.folder)
    return row


def cuts(act: Act, what: str, count: int, folder: Path) -> Row:
    row = Row(act.line, f"power cut while it is to {what}")
    sound = act.made(Home(folder / "sound"))
    home = Home(folder / "recorded")
    shutil.copytree(sound.folder, home.folder)
    session = power_cuts.record(home, command(act, home))
    left = power_cuts.left_after_cuts(session, count, Random(1), folder)  # noqa: S311 - any moment will do
    for one in islice(left, count):
        row.count(act.allowed(sound, one.home))
        shutil.rmtree(one.home.folder)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    if not trace.is_possible():
        yield Row(6, "acts cut short", cannot="strace is not there, or may not look on")
        return
    for number, act in enumerate(ACTS):
        if size is Size.QUICK and act.name != "bring-forward":
            continue
        version = number - 1 if act.name == "bring-forward" else None
        what = f"{act.name} from version {version}" if version else act.name
        whole = 200 // (VERSION - 1) if act.name == "bring-forward" else 60
        count = whole if size is Size.FULL else 4
        yield kills(act, what, count, folder / f"{number}-kills")
        yield cuts(act, what, count, folder / f"{number}-cuts")
