"""The queue of acts on their way to the disk, and what happens to those that do not get there.

What the disk refuses stays in the queue, is tried again after growing pauses and with every new act, and is kept in a
second place meanwhile. What the archive itself refuses is a mistake of ours: it is set aside, so that what comes after
it is still saved.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from referatdesk.storage import contents, reading
from referatdesk.storage.connection import Connection, DriverError
from referatdesk.storage.errors import Fault, StorageError, fault_of
from referatdesk.storage.journal import Entry
from referatdesk.storage.lying import Lying
from referatdesk.storage.spill import Spill

if TYPE_CHECKING:
    from referatdesk.storage.writing import Writer

_log = logging.getLogger(__name__)

BATCH = 200
"""Acts that may share one transaction."""
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 4.0
FAILURES_BEFORE_SPILL = 2


def tell(listener: Callable[..., None], *news: object) -> None:
    """Calls a listener, whose own mistakes must not cost what is still to be saved."""
    try:
        listener(*news)
    except Exception as error:  # noqa: BLE001 - the thread that saves must live
        _log.error("a listener of the store failed: %s", type(error).__name__)


class Saving:
    """Acts are added on any thread and saved on the one that owns the connection; `news` guards the queue."""

    def __init__(
        self,
        news: threading.Condition,
        spill: Spill,
        lying: Lying,
        on_durable: Callable[[int], None],
        on_failed: Callable[[Fault, int], None],
    ) -> None:
        self.acts: deque[Entry] = deque()
        self.failures = 0
        """Tries in a row that have failed."""
        self._news = news
        self._spill = spill
        self._lying = lying
        self._gone = False
        self._on_durable = on_durable
        self._on_failed = on_failed
        self._tried = 0
        self._kept = 0
        self._pause_ends = 0.0

    def add(self, entry: Entry) -> None:
        with self._news:
            self.acts.append(entry)
            self._news.notify_all()

    @property
    def due(self) -> bool:
        """Whether there is something to save that is new, or whose pause is over."""
        return bool(self.acts) and (self.acts[-1].seq > self._tried or time.monotonic() >= self._pause_ends)

    @property
    def unkept(self) -> bool:
        """Whether something waits that lies in no second place; before the archive is ready it must not wait long."""
        return bool(self.acts) and self.acts[-1].seq > self._kept

    @property
    def pause(self) -> float | None:
        """Seconds until the next try; None where nothing waits for one."""
        return max(0.0, self._pause_ends - time.monotonic()) if self.acts else None

    def hurry(self) -> None:
        self._pause_ends = 0.0

    def save(self, connection: Connection, writer: Writer, between: Callable[[], None]) -> None:
        """Writes the next acts, calling `between` after each part of a large one; never raises."""
        acts = self._next()
        try:
            before = self._lying.look(connection)
            if self.failures and reading.last_seq(connection) >= acts[0].seq:
                acts = acts[:1]  # it had reached the disk although its commit had failed
            else:
                for content in acts[0].contents:
                    contents.write(connection, content, between)
                writer.write(acts)
            self._lying.check(before)
        except Exception as error:  # noqa: BLE001 - whatever it is, what was typed must outlive it
            if _is_outside(error):
                self.refuse(fault_of(error))
            elif len(acts) > 1:
                self._save_singly(writer, acts)
            else:
                self._set_aside(acts[0], error)
        else:
            self._saved(acts)

    def look(self, connection: Connection) -> None:
        """Tells where the archive does not lie in its place any more, though nothing is to be saved; and when it does.

        What waits to be saved looks by itself.
        """
        if self.acts:
            return
        try:
            self._lying.look(connection)
        except (StorageError, OSError) as error:
            self._gone = True
            tell(self._on_failed, fault_of(error), self._tried)
        else:
            if self._gone:
                self._gone = False
                tell(self._on_durable, self._tried)

    def _next(self) -> tuple[Entry, ...]:
        """Those that come before one with contents do not wait for these."""
        with self._news:
            further = takewhile(lambda act: not act.contents, islice(self.acts, 1, BATCH))
            acts = (self.acts[0], *further)
            self._tried = self.acts[-1].seq
        return acts

    def _save_singly(self, writer: Writer, acts: Sequence[Entry]) -> None:
        for act in acts:
            try:
                writer.write((act,))
            except Exception as error:  # noqa: BLE001 - as in save
                if _is_outside(error):
                    self.refuse(fault_of(error))
                    return
                self._set_aside(act, error)
            else:
                self._saved((act,))

    def _saved(self, acts: Sequence[Entry]) -> None:
        self.forget(len(acts))
        tell(self._on_durable, acts[-1].seq)

    def _set_aside(self, act: Entry, error: Exception) -> None:
        _log.error("the archive refused an act: %s", type(error).__name__)
        lies_aside = self._spill.set_aside(act)
        tell(self._on_failed, Fault.REJECTED, act.seq)
        self._leave_queue(1)
        if lies_aside and not self.acts:
            self._spill.drop()

    def _leave_queue(self, count: int) -> None:
        with self._news:
            for _ in range(count):
                self.acts.popleft()
            self.failures = 0
            self._news.notify_all()

    def refuse(self, fault: Fault) -> None:
        """Notes that nothing could be written, and keeps all that waits in a second place if that goes on."""
        with self._news:
            self.failures += 1
            self._tried = self.acts[-1].seq
            self._pause_ends = time.monotonic() + min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (self.failures - 1))
            self._news.notify_all()
        if self.failures >= FAILURES_BEFORE_SPILL:
            self.keep()
        tell(self._on_failed, fault, self._tried)

    def forget(self, count: int) -> None:
        """The oldest acts are safe elsewhere."""
        self._leave_queue(count)
        if not self.acts:
            self._spill.drop()

    def keep(self) -> bool:
        """Keeps all that waits in a second place; whether a place took it."""
        with self._news:
            acts = tuple(self.acts)
            self._kept = acts[-1].seq
        return self._spill.keep(acts) is not None


def _is_outside(error: Exception) -> bool:
    """Whether the fault lies with the disk or the system, so that a later try may succeed."""
    cause = getattr(error, "orig", None) or error
    return isinstance(cause, (DriverError, OSError, StorageError)) and fault_of(error) is not Fault.REJECTED
