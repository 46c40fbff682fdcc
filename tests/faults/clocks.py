"""Line 9: the clock is wrong, and jumps while words are typed. No word is lost and no copy goes that should stay."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.faults.home import Home
from tests.faults.judge import complaints, look
from tests.faults.prepared import prepare
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.faults.writers import LiveWriter, whole_session

DATES = (
    "1990-01-01 00:00:00",
    "1999-12-31 23:59:58",
    "2019-06-01 12:00:00",
    "2027-03-28 01:59:58",
    "2027-10-31 02:59:58",
    "2038-01-19 03:14:05",
    "2079-06-06 23:59:58",
    "2099-12-31 23:59:58",
)
SECONDS = 60.0
SOME_WORDS = 12
LIBRARIES = Path("/usr/lib")


def library() -> Path | None:
    """What stands before the system's clock."""
    return next(iter(sorted(LIBRARIES.rglob("libfaketimeMT.so.1"))), None)


def clock(file: Path, fake: Path) -> list[str]:
    """What to put before a command that takes its date from the file; pauses still last as long as they do."""
    return [
        "env",
        f"LD_PRELOAD={fake}",
        f"FAKETIME_TIMESTAMP_FILE={file}",
        "FAKETIME_CACHE_DURATION=1",
        "FAKETIME_DONT_FAKE_MONOTONIC=1",
    ]


def set_to(file: Path, date: str) -> None:
    beside = file.with_suffix(".new")
    beside.write_text(f"@{date}\n", encoding="ascii")
    beside.replace(file)


def copies(home: Home) -> set[str]:
    """The copies of the archive that there are."""
    return {path.name for path in (home.own / "data" / "backups").iterdir() if path.name.endswith(".referatdesk")}


def wrong_from_the_start(home: Home, date: str, fake: Path, words: int = SOME_WORDS) -> Iterator[str]:
    file = home.folder / "clock"
    set_to(file, date)
    before = copies(home)
    session = whole_session(home, "--words", str(words), "--leave", before=clock(file, fake))
    yield from session.complaints
    if not session.told.left:
        yield f"ended otherwise: {session.told.end}"
    yield from _judged(home, session.told.typed.keys(), before)


def _judged(home: Home, typed: Iterator[int] | set[int], before: set[str]) -> Iterator[str]:
    if gone := before - copies(home):
        yield f"{len(gone)} copies gone"
    seen = look(home)
    if seen.fault is not None or not seen.is_whole:
        yield f"does not open with the right clock: {seen.fault}"
    elif lost := set(typed) - seen.words:
        yield f"{len(lost)} words lost"


def jumping(home: Home, fake: Path) -> Iterator[str]:
    """From one end to the other and back, while words are typed."""
    file = home.folder / "clock"
    set_to(file, DATES[2])
    before = copies(home)
    writer = LiveWriter(home, before=clock(file, fake))
    for date in (*DATES[::-1], *DATES):
        typed = len(writer.told.typed)
        set_to(file, date)
        if not writer.hear_until(lambda told, so_far=typed: len(told.typed) > so_far + 2, SECONDS):
            yield f"stands still at {date}"
            break
    session = writer.end()
    seen = look(home)
    yield from (*session.complaints, *complaints(seen, session.told, session.ended))
    yield from _judged(home, set(), before)


def lines(size: Size, folder: Path) -> Iterator[Row]:
    fake = library() if os.name == "posix" else None
    if fake is None:
        yield Row(9, "wrong clocks", cannot="libfaketime is not there")
        return
    row = Row(9, "a session under a wrong clock, 1990 to 2099, on one archive after the other")
    home = prepare(Home(folder / "sessions"))
    for date in DATES if size is Size.FULL else DATES[::7]:
        row.count(f"{date}: {one}" for one in wrong_from_the_start(home, date, fake))
    yield row
    row = Row(9, "a clock that jumps back and forth while words are typed")
    for number in range(3 if size is Size.FULL else 1):
        home = prepare(Home(folder / f"jumping-{number}"))
        row.count(jumping(home, fake))
        shutil.rmtree(home.folder)
    yield row
