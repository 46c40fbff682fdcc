"""Line 4: system calls that fail, once, for a while or for good, on whatever file of the program they are made."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.faults import trace
from tests.faults.home import Home
from tests.faults.judge import Seen, Told, complaints, look
from tests.faults.prepared import prepare
from tests.faults.table import Row, caught
from tests.faults.trials import Size
from tests.faults.writers import Session, whole_session

WORDS = 24
BAD = "swallow-errors"
ERRORS = {
    "pwrite64": ("ENOSPC", "EIO", "EDQUOT", "EINTR", "EROFS", "EFBIG"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT", "EINTR"),
    "fdatasync": ("EIO", "ENOSPC"),
    "openat": ("EACCES", "EMFILE", "ENOSPC", "EROFS", "EINTR", "EIO"),
    "ftruncate": ("EIO", "EACCES", "EINTR"),
    "write": ("ENOSPC", "EIO"),
    "pread64": ("EIO", "EINTR"),
    "read": ("EIO",),
    "rename": ("EACCES", "EIO", "ENOSPC"),
    "unlink": ("EACCES", "EIO", "EBUSY"),
    "link": ("EPERM", "EMLINK"),
    "fcntl": ("ENOLCK", "EAGAIN", "EINTR"),
    "stat": ("EIO", "EACCES"),
    "fstat": ("EIO",),
    "newfstatat": ("EIO", "EACCES"),
    "close": ("EIO", "EINTR"),
    "mkdir": ("ENOSPC", "EROFS"),
    "access": ("EIO",),
    "lseek": ("EIO",),
}
TOUCHED = re.compile(r'"((?:\\x[0-9a-f]{2})+)"')


@dataclass(frozen=True)
class Fault:
    """A call that fails: those of a thread from the first to the last; without a last one, all that follow."""

    call: str
    error: str
    first: int
    last: int | None

    @property
    def options(self) -> tuple[str, ...]:
        return ("-e", f"trace={self.call}", "-e", f"inject={self.call}:error={self.error}:when={self._when}")

    @property
    def _when(self) -> str:
        return f"{self.first}+" if self.last is None else f"{self.first}..{self.last}"

    def __str__(self) -> str:
        return f"{self.call} {self.error} {self._when}"


class Calls:
    """What a writer's session does on the program's own files: the paths, and how often each call is made."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._sound = folder, prepare(Home(folder / "sound"))
        home = self.copy(folder / "looked-at")
        log, names = folder / "calls.txt", ",".join(ERRORS)
        session = whole_session(
            home,
            "--words",
            str(WORDS),
            "--leave",
            before=trace.command(log, "-xx", "-s", "4096", "-e", f"trace={names}"),
        )
        if not session.told.left:
            raise RuntimeError("a session without faults must end well")
        said = TOUCHED.findall(log.read_text("ascii"))
        places = {bytes.fromhex(one.replace("\\x", "")).decode("utf-8", "replace") for one in said}
        self._places = sorted(one.removeprefix(str(home.disk)) for one in places if one.startswith(str(home.disk)))

    @cached_property
    def counts(self) -> dict[str, int]:
        folder, log = self._folder, self._folder / "calls.txt"
        whole_session(
            self.copy(folder / "counted"),
            "--words",
            str(WORDS),
            "--leave",
            before=self.before(Home(folder / "counted"), log, "-e", f"trace={','.join(ERRORS)}"),
        )
        made = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text("ascii"), re.MULTILINE))
        return {name: made[name] for name in ERRORS if made[name]}

    def copy(self, folder: Path) -> Home:
        shutil.copytree(self._sound.folder, folder)
        return Home(folder)

    def before(self, home: Home, log: Path, *options: str) -> list[str]:
        """Only calls on the program's own files are looked at, and made to fail."""
        paths = [part for place in self._places for part in ("-P", f"{home.disk}{place}")]
        return trace.command(log, *paths, *options)

    def faults(self, count: int, lasting: int | None) -> Iterator[Fault]:
        """Every kind of failure in turn, at any moment, for so many calls or for good."""
        chance = Random(count)  # noqa: S311 - any moment will do
        kinds = [(call, error) for call in self.counts for error in ERRORS[call]]
        chance.shuffle(kinds)
        for call, error in islice(cycle(kinds), count):
            first = chance.randint(1, self.counts[call])
            yield Fault(call, error, first, None if lasting is None else first + lasting - 1)


def session(calls: Calls, fault: Fault, folder: Path, bad: str) -> Session:
    home = calls.copy(folder)
    options = ("--words", str(WORDS), "--leave", *(("--bad", bad) if bad else ()))
    return whole_session(home, *options, before=calls.before(home, folder / "calls.txt", *fault.options))


def judged(seen: Seen, told: Told) -> Iterator[str]:
    """Nothing lost that was said to be saved; where it closed, nothing lost at all."""
    told.ready = True
    yield from complaints(seen, told, 0.0, promise=float("inf"))
    lost = [number for number in told.typed if number not in seen.words]
    if lost and not told.kept:
        yield f"{len(lost)} words lost, and it closed"


def trial(calls: Calls, folder: Path, what: str, faults: list[Fault], bad: str = "") -> Row:
    row, ends = Row(4, what), Counter[str]()
    places = [folder / f"{number}" for number in range(len(faults))]
    with ThreadPoolExecutor(2) as pool:
        sessions = pool.map(lambda fault, place: session(calls, fault, place, bad), faults, places)
        for fault, place, one in zip(faults, places, sessions, strict=True):
            ends[one.told.end] += 1
            found = [*one.complaints, *judged(look(Home(place)), one.told)]
            row.count(f"{fault}: {complaint}" for complaint in found)
            shutil.rmtree(place)
    row.noted = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    if not trace.is_possible():
        yield Row(4, "failing system calls", cannot="strace is not there, or may not look on")
        return
    calls = Calls(folder)
    single, lasting = (48, 24) if size is Size.FULL else (6, 2)
    yield trial(calls, folder, "single failing system calls", list(calls.faults(single, 1)))
    yield trial(calls, folder, "system calls that fail for a while", list(calls.faults(lasting, 40)))
    yield trial(calls, folder, "system calls that fail for good", list(calls.faults(lasting, None)))
    writes = [Fault("pwrite64", "ENOSPC", number, None) for number in (1, 20, 60)]
    yield caught(4, BAD, trial(calls, folder, "system calls that fail for good", writes, BAD))
