"""Line 8: the same archive is opened twice: one after the other, at once, and after a kill."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.faults.home import Home
from tests.faults.judge import Told, complaints, look
from tests.faults.prepared import prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.writers import LiveWriter, Session

SECONDS = 60.0
SOME_WORDS = 6
FIRST_OF_THE_SECOND = 50_001
HELD = frozenset({"archive.locked", "archive.held", "archive.held_here"})


def _has_answered(told: Told) -> bool:
    return told.ready or told.refused is not None


def _writes(told: Told) -> bool:
    return told.refused is not None or len(told.typed) >= SOME_WORDS


def one_after_the_other(home: Home) -> Iterator[str]:
    first = LiveWriter(home)
    first.hear_until(lambda told: bool(told.saved), SECONDS)
    second = LiveWriter(home, "--first", str(FIRST_OF_THE_SECOND))
    second.hear_until(_has_answered, SECONDS)
    before = len(first.told.typed)
    first.hear_until(lambda told: len(told.typed) > before + SOME_WORDS, SECONDS)
    ended = first.end(), second.end()
    if ended[0].told.refused is not None:
        yield f"the first was refused: {ended[0].told.refused}"
    yield from _only_one_writes(home, ended)


def at_once(home: Home) -> Iterator[str]:
    both = LiveWriter(home), LiveWriter(home, "--first", str(FIRST_OF_THE_SECOND))
    for one in both:
        one.hear_until(_writes, SECONDS)
    yield from _only_one_writes(home, (both[0].end(), both[1].end()))


def after_a_kill(home: Home) -> Iterator[str]:
    killed = LiveWriter(home)
    killed.hear_until(_writes, SECONDS)
    first = killed.end()
    again = LiveWriter(home, "--first", str(FIRST_OF_THE_SECOND))
    again.hear_until(_writes, SECONDS)
    second = again.end()
    if second.told.refused is not None:
        yield f"does not open after a kill: {second.told.refused}"
    seen = look(home)
    for one in (first, second):
        yield from (*one.complaints, *complaints(seen, one.told, one.ended))


def _only_one_writes(home: Home, ended: tuple[Session, Session]) -> Iterator[str]:
    """What was typed where it opened is there; the other was told that the archive is held, and typed nothing."""
    seen = look(home)
    refused = [one.told.refused for one in ended if one.told.refused is not None]
    if len(refused) != 1:
        yield f"{2 - len(refused)} of two opened it"
    yield from (f"the other was told {code}" for code in refused if code not in HELD)
    for one in ended:
        yield from (*one.complaints, *complaints(seen, one.told, one.ended))


def lines(size: Size, folder: Path) -> Iterator[Row]:
    count = 10 if size is Size.FULL else 1
    for what, start in (
        ("a second start on an open archive", one_after_the_other),
        ("two starts at once", at_once),
        ("a start after a kill", after_a_kill),
    ):
        row = Row(8, what)
        for number in range(count):
            home = prepare(Home(folder / f"{start.__name__}-{number}"))
            row.count(start(home))
            shutil.rmtree(home.folder)
        yield row
