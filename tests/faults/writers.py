"""Writers as they are started and heard."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.faults.home import ROOT, Home
from tests.faults.judge import Told

SECONDS = 120.0


def command(home: Home, *options: str) -> list[str]:
    return [sys.executable, "-m", "tests.faults.writer", str(home.archive), *options]


@dataclass(frozen=True)
class Session:
    """A writer that has ended."""

    told: Told
    complaints: tuple[str, ...]
    """What a user must never meet, whatever became of the words."""
    ended: float


def whole_session(home: Home, *options: str, before: Sequence[str] = ()) -> Session:
    """Lets a writer write to its end; `before` is put before its command."""
    try:
        done = subprocess.run(
            [*before, *command(home, *options)],
            cwd=ROOT,
            env=home.environment(),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Session(Told(), ("does not end",), time.monotonic())
    told = heard(done.stdout)
    wrong = list(_mistakes(done.stderr))
    if done.returncode not in {0, 1} or (done.returncode and told.refused is None):
        wrong.append(f"ended with {done.returncode}")
    return Session(told, tuple(wrong), time.monotonic())


def _mistakes(said: str) -> Iterator[str]:
    """What stands on the error stream of a program that does not know what to do."""
    if "Traceback" in said:
        yield f"traceback: {said.strip().splitlines()[-1][:90]}"


def heard(said: str) -> Told:
    told = Told()
    for line in said.splitlines(keepends=True):
        if line.endswith("\n"):
            told.hear(line)
    return told


class LiveWriter:
    """A writer at work; what it says is heard when it is asked for, and to the last line when it has ended."""

    def __init__(self, home: Home, *options: str, before: Sequence[str] = ()) -> None:
        self.told = Told()
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._process = subprocess.Popen(
            [*before, *command(home, *options)],
            cwd=ROOT,
            env=home.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put(None)

    def hear_until(self, wanted: Callable[[Told], bool], seconds: float) -> bool:
        """Listens until that is so, until the time is over, or until it has ended; whether it is so."""
        until = time.monotonic() + seconds
        while not wanted(self.told):
            try:
                line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return False
            if line is None:
                return wanted(self.told)
            if line.endswith("\n"):
                self.told.hear(line)
        return True

    def hear_for(self, seconds: float) -> None:
        self.hear_until(lambda _told: False, seconds)

    def end(self, signal_number: int = signal.SIGKILL) -> Session:
        """Sends the signal and hears the last that was said."""
        at = time.monotonic()
        self._process.send_signal(signal_number)
        self._process.wait(SECONDS)
        self._reading.join()
        self.hear_until(lambda _told: False, SECONDS)
        said = self._process.stderr.read() if self._process.stderr else ""
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return Session(self.told, tuple(_mistakes(said)), at)
