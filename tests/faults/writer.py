"""A writer without a window, as a process of its own: types numbered words and says what it was told of them.

    python -m tests.faults.writer ARCHIVE [--make] [--protected] [--words N] [--first N] [--bad BUILD] [--leave] …

Each line that it prints is one thing that happened, with the moment after it: `ready`, `typed N`, `saved N` (all words
up to N are said to be on the disk), `failed CODE`, `no-backup CODE`, `refused CODE` (it did not open), `kept` (it did
not close over unsaved words), `left` (it closed).
"""

from __future__ import annotations

import argparse
import os
import queue
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

from referatdesk.services.archive.events import Durable, Event, NoBackup, SaveFailed
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.storage.keys import Key
from tests.faults import bad_builds
from tests.faults.prepared import KEY, first_change
from tests.faults.words import MEETING, typed

PATIENCE = 0.4
"""Seconds that the writer pauses at most for the word that all is saved, before it types on."""
FLUSH_SECONDS = 12.0


def say(line: str) -> None:
    os.write(1, f"{line} {time.monotonic():.3f}\n".encode())


class Writer:
    def __init__(self, path: Path, make: bool, key: Key | None) -> None:
        self._calls: queue.Queue[Callable[[], None]] = queue.Queue()
        begin = Workspace.create if make else Workspace.open
        self.workspace = begin(path, self._calls.put, key)
        self.workspace.subscribe(self._heard)
        self._last = 0
        if make:
            self.workspace.apply(first_change())
            self.settle(30.0)
        self.workspace.open_meeting(MEETING)

    def _heard(self, event: Event) -> None:
        match event:
            case Durable() if not self.workspace.unsaved:
                say(f"saved {self._last}")
            case SaveFailed(code=code):
                say(f"failed {code}")
            case NoBackup(code=code):
                say(f"no-backup {code}")

    def type(self, number: int) -> None:
        say(f"typed {number}")
        self.workspace.apply(typed(self.workspace, number))
        self._last = number

    def settle(self, patience: float) -> None:
        """Hears what there is to hear, until all is saved or the patience is over."""
        until = time.monotonic() + patience
        while self.workspace.unsaved and (left := until - time.monotonic()) > 0:
            with suppress(queue.Empty):
                self._calls.get(timeout=left)()

    def leave(self) -> bool:
        """As the window does: it stays where something could not be saved, and is asked again for as long as it may."""
        until = time.monotonic() + FLUSH_SECONDS
        while not self.workspace.flush(FLUSH_SECONDS):
            self.settle(PATIENCE)
            if time.monotonic() > until:
                return False
        self.workspace.close()
        return True


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("archive", type=Path)
    reader.add_argument("--make", action="store_true", help="make the archive first, with one meeting in it")
    reader.add_argument("--protected", action="store_true", help="the archive has the key of the trials")
    reader.add_argument("--words", type=int, help="how many; without end unless told")
    reader.add_argument("--first", type=int, default=1)
    reader.add_argument("--seed", type=int, default=0)
    reader.add_argument("--bad", choices=sorted(bad_builds.BUILDS), help="the program made bad on purpose")
    reader.add_argument("--leave", action="store_true", help="close at the end instead of just ending")
    given = reader.parse_args()
    if given.bad:
        bad_builds.BUILDS[given.bad]()
    try:
        writer = Writer(given.archive, given.make, KEY if given.protected else None)
        say("ready")
        write(writer, given)
    except UserError as error:
        say(f"refused {error.code}")
        os._exit(1)
    if given.leave:
        say("left" if writer.leave() else "kept")
    sys.stdout.flush()
    os._exit(0)  # without --leave it ends as it stands, like a process that is gone


def write(writer: Writer, given: argparse.Namespace) -> None:
    chance = Random(given.seed)  # noqa: S311 - the pace of a hand
    numbers = count(given.first) if given.words is None else range(given.first, given.first + given.words)
    for number in numbers:
        writer.type(number)
        if chance.random() < 0.5:
            writer.settle(PATIENCE)
    writer.settle(PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
