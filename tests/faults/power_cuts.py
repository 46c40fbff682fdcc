"""Lines 1 and 2: the power goes at any moment, and whatever was not synced is lost, kept or torn."""

from __future__ import annotations

import shutil
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from referatdesk.storage.keys import Key
from tests.faults import trace
from tests.faults.disk import Disk
from tests.faults.home import Home
from tests.faults.judge import Told, complaints, look
from tests.faults.prepared import KEY, prepare
from tests.faults.table import Row, caught
from tests.faults.trials import Size
from tests.faults.writers import command

SECONDS = 240.0
BAD = {"save-on-exit": "typed", "truncate-then-write": "saved", "no-syncs": "saved"}
"""Programs that are bad on purpose, and the word after which the power goes: before it they do nothing bad yet."""
BAD_WORDS = 40
"""What is typed before the first save is kept aside by a bad program too."""
WHAT = "simulated power cuts while words are typed, what was not synced lost, kept or torn"


@dataclass
class Session:
    """One session of a writer: the disk as it was before, and all that was done to it."""

    disk: Disk
    calls: list[trace.Call]


@dataclass
class Left:
    """What a cut left: the disk of a home, what had been said until then, and when that was."""

    home: Home
    told: Told
    at: float


def record(home: Home, command: Sequence[str]) -> Session:
    environment = home.environment()
    disk = Disk(home.disk)
    log = home.folder / "calls.txt"
    calls = list(trace.recorded(log, command, environment, SECONDS))
    log.unlink()
    return Session(disk, calls)


def left_after_cuts(session: Session, count: int, chance: Random, folder: Path, since: str = "") -> Iterator[Left]:
    """Cuts the power so many times within the session, or after it has said the word."""
    moments = _moments(session.calls, count, chance, since)
    told = Told()
    for number, call in enumerate(session.calls):
        while moments and moments[0] == number:
            moments.pop(0)
            home = Home(folder / f"cut-{len(moments)}")
            session.disk.after_a_cut(chance, home.disk)
            yield Left(home, told, call.at)
        session.disk.follow(call)
        if _is_said(call):
            _hear(told, call)


def _moments(calls: list[trace.Call], count: int, chance: Random, since: str) -> list[int]:
    """Half of them by the clock, half by the call; a start that has not touched the archive is no moment."""
    begun = next(number for number, call in enumerate(calls) if _begins(call, since))
    times = [call.at for call in calls]
    by_clock = (bisect_left(times, chance.uniform(times[begun], times[-1])) for _ in range(count // 2))
    by_call = (chance.randrange(begun, len(calls)) for _ in range(count - count // 2))
    return sorted((*by_clock, *by_call))


def _begins(call: trace.Call, since: str) -> bool:
    if since:
        return _is_said(call) and bytes(call.arguments[1]).startswith(since.encode())
    return any(isinstance(one, bytes) and b".referatdesk" in one for one in call.arguments)


def _is_said(call: trace.Call) -> bool:
    return call.name == "write" and call.arguments[0] == "1"


def _hear(told: Told, call: trace.Call) -> None:
    """By the clock of the record, not by the writer's own."""
    *line, _at = bytes(call.arguments[1]).decode("ascii").split()
    told.hear(f"{' '.join(line)} {call.at:.6f}")


def trial(folder: Path, count: int, sessions: int = 1, words: int = 60, bad: str = "", key: Key | None = None) -> Row:
    """So many cuts in all; the first session makes its archive, the others go on with one.

    A program that is bad on purpose is let go once it was caught.
    """
    row = Row(1 if key is None else 13, WHAT if key is None else f"{WHAT}, in a protected archive")
    if not trace.is_possible():
        row.cannot = "strace is not there, or may not look on"
        return row
    for number in range(sessions):
        chance = Random(number)  # noqa: S311 - any moment will do
        home = Home(folder / f"writer-{number}")
        options = ("--seed", str(number), "--words", str(words), *(("--bad", bad) if bad else ("--leave",)))
        options += ("--protected",) if key is not None else ()
        if number == 0 and not bad:
            options += ("--make",)
        else:
            prepare(home, key)
        made = record(home, command(home, *options))
        for left in left_after_cuts(made, count // sessions, chance, folder, BAD.get(bad, "")):
            row.count(complaints(look(left.home, key), left.told, left.at))
            shutil.rmtree(left.home.folder)
            if bad and row.failed:
                break
        shutil.rmtree(home.folder)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    count, sessions = (300, 6) if size is Size.FULL else (25, 1)
    sound = trial(folder, count, sessions)
    yield sound
    yield Row(2, "the same cuts: words that were said to be saved", sound.tried, sound.wrong, sound.failed)
    yield trial(folder / "protected", count // 3, sessions // 3 or 1, key=KEY)
    for bad in BAD:
        yield caught(1, bad, trial(folder / bad, 150, words=BAD_WORDS, bad=bad))
