"""Line 7: single bits change on the disk. In a protected archive all are noticed; in a plain one it is measured."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.storage.errors import StorageError
from referatdesk.storage.full_check import FullCheck
from referatdesk.storage.keys import Key
from tests.faults.home import Home
from tests.faults.judge import look, records_of
from tests.faults.prepared import KEY, at_once, prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.words import MEETING, typed

WORDS = 300
SECONDS = 30.0


def changed(content: bytes, bit: int) -> bytes:
    made = bytearray(content)
    made[bit // 8] ^= 1 << (bit % 8)
    return bytes(made)


def noticed_by(home: Home, key: Key | None, wanted: str) -> str:
    """Who notices: the opening, the proof that every first save waits for, the full check of the week, or nobody."""
    with home.lived_in():
        try:
            workspace = Workspace.open(home.archive, at_once, key)
        except UserError:
            return "the opening"
        try:
            found = records_of(workspace)
            workspace.open_meeting(MEETING)
            workspace.apply(typed(workspace, WORDS + 1))
            if not workspace.flush(SECONDS):
                return "the first save"
        except (UserError, LookupError):
            return "reading"
        finally:
            workspace.close()
    try:
        if FullCheck(home.archive, key).flaws():
            return "the full check"
    except StorageError:
        return "the full check"
    return "nobody, and nothing is wrong" if found == wanted else "nobody, and something reads wrong"


def trial(folder: Path, count: int, key: Key | None) -> Counter[str]:
    """So many archives with one wrong bit each, by who noticed."""
    sound = prepare(Home(folder / "sound"), key, WORDS)
    wanted, content = look(sound, key).records, sound.archive.read_bytes()
    chance = Random(count)  # noqa: S311 - damage that can be made again
    noticed: Counter[str] = Counter()
    for number in range(count):
        home = Home(folder / f"{number}")
        home.environment()
        home.archive.write_bytes(changed(content, chance.randrange(len(content) * 8)))
        noticed[noticed_by(home, key, wanted)] += 1
        shutil.rmtree(home.folder)
    return noticed


def lines(size: Size, folder: Path) -> Iterator[Row]:
    count = 1000 if size is Size.FULL else 20
    sealed = Row(7, "one wrong bit in a protected archive: noticed")
    found = trial(folder / "protected", count, KEY)
    for who, times in found.items():
        for _ in range(times):
            sealed.count([who] if who.startswith("nobody") else [])
    sealed.noted = told(found)
    yield sealed
    yield Row(7, "one wrong bit in a plain archive: measured", count, noted=told(trial(folder / "plain", count, None)))


def told(found: Counter[str]) -> str:
    return "noticed by " + ", ".join(f"{who} {times}" for who, times in found.most_common())
