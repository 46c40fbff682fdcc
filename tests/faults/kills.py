"""Lines 1 and 3: the process is killed at any moment, from its start to its end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from tests.faults.home import Home
from tests.faults.judge import Seen, complaints, look, oldest_lost
from tests.faults.prepared import prepare
from tests.faults.table import Row, caught
from tests.faults.trials import Size
from tests.faults.writers import LiveWriter, Session

ROUNDS_OF_AN_ARCHIVE = 20
SECONDS_TO_OPEN = 60.0
LONGEST_SESSION = 3.0
BAD = ("save-on-exit", "truncate-then-write")


def killed(home: Home, first: int, chance: Random, bad: str) -> Session:
    """One session in four is killed while it opens, the others while words are typed."""
    writer = LiveWriter(home, "--first", str(first), *(("--bad", bad) if bad else ()))
    if chance.random() < 0.25 and not bad:
        writer.hear_for(chance.uniform(0.0, 1.5))
    elif writer.hear_until(lambda told: told.ready or told.refused is not None, SECONDS_TO_OPEN):
        writer.hear_for(chance.uniform(0.05, LONGEST_SESSION))
    return writer.end()


def judged(seen: Seen, session: Session, kept: set[int]) -> Iterator[str]:
    """The words of earlier sessions are still there too."""
    yield from session.complaints
    session.told.ready = True
    yield from complaints(seen, session.told, session.ended)
    if seen.fault is None and kept - seen.words:
        yield f"{len(kept - seen.words)} words of earlier sessions gone"


class Archive:
    """An archive that goes through one kill after the other."""

    def __init__(self, folder: Path, seed: int, bad: str) -> None:
        self._chance = Random(seed)  # noqa: S311 - any moment will do
        self._home = prepare(Home(folder))
        self._kept: set[int] = set()
        self._first = 1
        self._bad = bad

    def next_session(self) -> Session:
        session = killed(self._home, self._first, self._chance, self._bad)
        self._first = max([self._first - 1, *session.told.typed]) + 1
        return session

    def judge(self, session: Session) -> tuple[list[str], float]:
        """What is wrong, and how old the oldest word is that was lost."""
        seen = look(self._home)
        found = list(judged(seen, session, self._kept))
        self._kept = set(seen.words)
        return found, oldest_lost(seen, session.told, session.ended)


def trial(folder: Path, count: int, bad: str = "") -> Row:
    """So many kills; a program that is bad on purpose is let go once it was caught."""
    row, oldest = Row(1, "kill -9 while words are typed and while the archive opens, without a window"), [0.0]
    side_by_side = 1 if count < ROUNDS_OF_AN_ARCHIVE else 2
    with ThreadPoolExecutor(side_by_side) as pool:
        for start in range(0, count, ROUNDS_OF_AN_ARCHIVE * side_by_side):
            archives = [Archive(folder / f"{start}-{one}", start + one, bad) for one in range(side_by_side)]
            for _round in range(min(ROUNDS_OF_AN_ARCHIVE, (count - start) // side_by_side)):
                ended = list(pool.map(Archive.next_session, archives))
                for archive, session in zip(archives, ended, strict=True):
                    found, age = archive.judge(session)
                    row.count(found)
                    oldest.append(age)
                if bad and row.failed:
                    break
            shutil.rmtree(folder)
    row.noted = f"the oldest word lost was {max(oldest):.2f} s old"
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    yield trial(folder / "sound", 200 if size is Size.FULL else 3)
    for bad in BAD:
        yield caught(1, bad, trial(folder / bad, 18, bad))
