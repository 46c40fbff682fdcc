"""Lines 1 and 3 with the real window: real keys arrive, and the process is killed or asked to end."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.home import Home
from tests.faults.judge import PROMISE_S
from tests.faults.table import Row
from tests.faults.trials import Size
from tests.screen.program import Program, archive_with_old_minutes, stored_text

ON_THE_WAY_S = 0.25
"""Keys that were pressed so late are still between the screen and the program."""


@dataclass
class Desk:
    """One archive on which one window after the other is opened; `kept` are the words that are known to be stored."""

    home: Home
    kept: set[str] = field(default_factory=set)
    first: int = 1

    def type_and_end(self, chance: Random, number: int, dialog: bool) -> tuple[dict[str, float], float, str]:
        """When each word was typed, when the program was sent its end, and what it said."""
        program = Program(self.home.archive, self.home.folder / "said.txt")
        try:
            window = program.open_the_decision()
            typed = program.type_words(self.first, chance.randint(3, 40))
            if dialog:
                program.press("ctrl+e")
                program.wait_for_window(known=[window])
                # What was typed before it is saved while it stays open; nothing tells from outside when.
                threading.Event().wait(PROMISE_S)
            at = time.monotonic()
            program.signal(number)
            program.ended()
        finally:
            program.take_away()
        self.first += len(typed)
        return typed, at, program.said()

    def judge(self, typed: dict[str, float], at: float, said: str, promise: float) -> Iterator[str]:
        text = stored_text(self.home.archive)
        lost = [word for word in typed if word not in text]
        if lost and (age := at - min(typed[word] for word in lost)) > promise:
            yield f"{len(lost)} words lost, the oldest {age:.2f} s old"
        if gone := [word for word in self.kept if word not in text]:
            yield f"{len(gone)} words of earlier sessions gone"
        if "Traceback" in said or "Error" in said:
            yield f"says {said.strip()[-80:]!r}"
        self.kept = {word for word in (*self.kept, *typed) if word in text}


def trial(row: Row, folder: Path, count: int, number: int, *, dialog: bool = False) -> Row:
    home = Home(folder)
    chance = Random(count)  # noqa: S311 - any moment will do
    with home.lived_in():
        archive_with_old_minutes(home.archive)
        desk = Desk(home)
        for _round in range(count):
            try:
                typed, at, said = desk.type_and_end(chance, number, dialog)
            except AssertionError as error:
                row.count([f"did not open: {str(error)[:80]}"])
                continue
            row.count(desk.judge(typed, at, said, PROMISE_S if number == signal.SIGKILL else ON_THE_WAY_S))
    shutil.rmtree(folder)
    return row


def lines(size: Size, folder: Path) -> Iterator[Row]:
    rows = (
        (Row(1, "kill -9 of the real window while real keys arrive"), 20, signal.SIGKILL, False),
        (Row(1, "kill -9 behind an open dialog"), 6, signal.SIGKILL, True),
        (Row(3, "request to end (session end, update) while real keys arrive"), 15, signal.SIGTERM, False),
        (Row(3, "request to end behind an open dialog"), 5, signal.SIGTERM, True),
    )
    for index, (row, count, number, dialog) in enumerate(rows):
        if size is Size.QUICK:
            row.cannot = "it takes longer: tests/screen tries it"
        elif not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
            row.cannot = "no screen with xdotool"
        else:
            trial(row, folder / f"{index}", count, number, dialog=dialog)
        yield row
