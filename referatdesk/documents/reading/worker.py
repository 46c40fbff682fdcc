"""Files from outside read in a process of its own, which can be stopped at any moment and takes nothing along.

The process is started once and reads many files, one after the other, and the last of them anew for as long as
somebody corrects it. It is ended with all that it started when somebody cancels, when a file takes too long or too much
memory; the next file then gets a new one.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec

from referatdesk.documents.gate.door import opened
from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.parts import Corrections, Habit
from referatdesk.documents.reading.source import SourceText
from referatdesk.documents.reading.worker_process import Answer, Asked, ReadFile, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from psutil import Process

__all__ = ["Child", "ReadFile", "ReadingWorker"]

SECONDS = 9.0
"""With the start of the process, a file takes no more than ten seconds."""
SECONDS_WITH_OFFICE = 60.0
"""For files that another program must open first; they begin with one of `_FOR_OFFICE`."""
MAX_BYTES = 400_000_000
RESTING_BYTES = 200_000_000
"""A process that holds more than this between two files is replaced, so that memory stays flat over hundreds."""
_FOR_OFFICE = (bytes.fromhex("d0cf11e0a1b11ae1"), b"{\\rtf")
START_SECONDS = 60.0
_END_SECONDS = 2.0
_STEP = 0.02


class ReadingWorker:
    """Reads one file at a time, for any thread; `close` ends its process, and the next reading starts another."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: Child | None = None
        self._there: SourceText | None = None
        self._busy = Lock()

    def read(self, path: Path, cancelled: Callable[[], bool]) -> ReadFile:
        """What the file says; raises ReadingError, also "too_slow", "too_hungry", "crashed" and "cancelled"."""
        with self._busy:
            self._there = None
            read = self._answer(Asked(os.fsencode(path)), _seconds_for(path, self._seconds), cancelled).read
            self._there = read.source if read and self._child else None
        if read is None:
            raise ReadingError("crashed")
        return read

    def read_anew(
        self, source: SourceText, corrections: Corrections, habits: Sequence[Habit], cancelled: Callable[[], bool]
    ) -> Draft:
        """The text with what was said of its lines; raises as `read` does.

        A text that the process has from the last reading is not sent again.
        """
        with self._busy:
            sent = None if source is self._there else source
            self._there = None
            asked = Asked(source=sent, corrections=dict(corrections), habits=tuple(habits))
            draft = self._answer(asked, self._seconds, cancelled).draft
            self._there = source if self._child else None
        if draft is None:
            raise ReadingError("crashed")
        return draft

    def close(self) -> None:
        with self._busy:
            self._end()

    def _answer(self, asked: Asked, seconds: float, cancelled: Callable[[], bool]) -> Answer:
        try:
            answer = self._said(asked, seconds, cancelled)
        except ReadingError:
            self._end()
            raise
        if answer.code:
            raise ReadingError(answer.code, **answer.data)
        return answer

    def _said(self, asked: Asked, seconds: float, cancelled: Callable[[], bool]) -> Answer:
        child = self._child
        if child is None:
            child = self._child = Child(serve, MAX_BYTES)
            child.message(START_SECONDS, cancelled)
        child.ask(msgspec.json.encode(asked))
        answer = msgspec.json.decode(child.message(seconds, cancelled), type=Answer)
        if answer.code == "too_hungry" or child.resident_bytes() > RESTING_BYTES:
            self._end()
        return answer

    def _end(self) -> None:
        self._there = None
        if self._child is not None:
            self._child.end()
            self._child = None


def _seconds_for(path: Path, usual: float) -> float:
    with suppress(OSError), opened(path) as stream:
        if stream.read(8).startswith(_FOR_OFFICE):
            return max(usual, SECONDS_WITH_OFFICE)
    return usual


Served = Callable[["Connection[Any, Any]", int, str], None]
"""What a process does with its pipe, so many bytes of memory and its folder, until the pipe is closed."""


class Child:
    """One process, the pipe to it, and the folder for what it writes on its way: gone with it, however it ends.

    It says READY once, then answers what it is asked.
    """

    def __init__(self, target: Served, max_bytes: int) -> None:
        import psutil  # noqa: PLC0415 - the first window does not wait for it

        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._pipe: Connection[Any, Any] = ours
        self._folder = TemporaryDirectory(prefix="referatdesk-", ignore_cleanup_errors=True)
        given = (theirs, max_bytes, self._folder.name)
        self._process: SpawnProcess = context.Process(target=target, args=given, daemon=True)
        self._process.start()
        theirs.close()
        self._seen: Process = psutil.Process(self._process.pid)
        self._most = 0

    def ask(self, asked: bytes) -> None:
        try:
            self._pipe.send_bytes(asked)
        except OSError as error:
            raise ReadingError("crashed") from error

    def message(self, seconds: float, cancelled: Callable[[], bool]) -> bytes:
        """The next that the process says, or why it says nothing."""
        until = time.monotonic() + seconds
        try:
            while not self._pipe.poll(_STEP):
                if cancelled():
                    raise ReadingError("cancelled")
                if time.monotonic() > until:
                    raise ReadingError("too_slow", seconds=int(seconds))
                self._most = max(self._most, self.resident_bytes())
                if self._most > MAX_BYTES:
                    raise ReadingError("too_hungry", limit=MAX_BYTES)
            return self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            # A process that is refused memory may end without a word.
            raise ReadingError("too_hungry" if self._most * 4 > MAX_BYTES * 3 else "crashed") from error

    def resident_bytes(self) -> int:
        """Memory in use; 0 when the process is gone."""
        import psutil  # noqa: PLC0415 - as above

        with suppress(psutil.Error):
            return int(self._seen.memory_info().rss)
        return 0

    def end(self) -> None:
        """Closes the pipe, on which a process at rest ends by itself, and kills what is left with its children."""
        self._pipe.close()
        self._kill()
        self._process.join(_END_SECONDS)
        if self._process.exitcode is not None:
            self._process.close()
        self._folder.cleanup()

    def _kill(self) -> None:
        import psutil  # noqa: PLC0415 - as above

        with suppress(psutil.Error):
            started = self._seen.children(recursive=True)
            self._seen.kill()
            for one in started:
                with suppress(psutil.Error):
                    one.kill()
