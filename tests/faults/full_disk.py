"""Line 4: no file may grow any more while words are typed; writes are cut short in the middle, as on a full disk."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults.home import Home
from tests.faults.judge import Told, complaints, look
from tests.faults.prepared import prepare
from tests.faults.table import Row, caught
from tests.faults.trials import Size
from tests.faults.writers import LiveWriter

SECONDS = 60.0
SOME_WORDS = 8
BAD = "swallow-errors"


def limit(writer: LiveWriter, size: int) -> None:
    """No file of the writer may become longer; -1 lifts that."""
    import resource

    resource.prlimit(writer.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def begun(home: Home, bad: str) -> LiveWriter:
    """A writer whose disk has become full, and that has typed on."""
    writer = LiveWriter(home, *(("--bad", bad) if bad else ()))
    writer.hear_until(lambda told: told.saved > SOME_WORDS, SECONDS)
    limit(writer, home.archive.stat().st_size)
    full_since = len(writer.told.typed)
    writer.hear_until(lambda told: bool(told.failed) or len(told.typed) > full_since + 400, SECONDS)
    failed_at = len(writer.told.typed)
    writer.hear_until(lambda told: len(told.typed) > failed_at + SOME_WORDS, SECONDS)
    return writer


def recovering(home: Home, bad: str) -> Iterator[str]:
    """There is room again: all is saved by itself."""
    writer = begun(home, bad)
    if not writer.told.failed:
        yield "nothing was said"
    limit(writer, -1)
    typed = set(writer.told.typed)
    if not writer.hear_until(lambda told: told.saved >= max(typed), SECONDS):
        yield "not saved although there is room again"
    yield from _judged(home, writer, typed)


def killed(home: Home, bad: str) -> Iterator[str]:
    """It is killed while the disk is full: what had to wait lies in a second place by then."""
    writer = begun(home, bad)
    yield from _judged(home, writer, set())


def _judged(home: Home, writer: LiveWriter, wanted: set[int]) -> Iterator[str]:
    session = writer.end()
    seen = look(home)
    yield from (*session.complaints, *complaints(seen, _ready(session.told), session.ended))
    if lost := wanted - seen.words:
        yield f"{len(lost)} words lost"


def _ready(told: Told) -> Told:
    told.ready = True
    return told


def trial(folder: Path, count: int, bad: str = "") -> Row:
    row = Row(4, "a disk that becomes full while words are typed, room again or a kill")
    if not sys.platform.startswith("linux"):
        row.cannot = "only Linux limits another process"
        return row
    for number in range(count):
        home = prepare(Home(folder / f"{number}"))
        row.count((recovering if number % 2 == 0 else killed)(home, bad))
        shutil.rmtree(home.folder)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    yield trial(folder / "sound", 12 if size is Size.FULL else 2)
    yield caught(4, BAD, trial(folder / "bad", 1, BAD))
