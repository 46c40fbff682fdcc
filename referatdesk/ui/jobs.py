"""Work off the GUI thread: values go in, a value or an error comes out, and nothing outlives the window.

A job never touches the archive or a widget. It is told to stop by a flag that it looks at; what it then returns is
thrown away.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from referatdesk.ui.widgets.busy import Busy

T = TypeVar("T")

PATIENCE_MS = 500
"""Nothing is shown of a job that is done sooner."""


class Progress(Protocol):
    """What a job sees of the window."""

    @property
    def cancelled(self) -> bool: ...

    def report(self, done: int, of: int) -> None: ...


class _Ends(msgspec.Struct, frozen=True):
    """What is called on the GUI thread when the job is over; of one that was cancelled, only that the user did it."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    stopped: Callable[[], None]


def _nothing_more() -> None:
    """Most jobs need not be told that the user stopped them."""


class _Channel(QObject):
    """Lives on the GUI thread; its signals carry what the worker says across."""

    moved = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True

    def report(self, done: int, of: int) -> None:
        self.moved.emit(done, of)


def _work_on(work: Callable[[Progress], Any], channel: _Channel) -> None:
    try:
        value = work(channel)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is dealt with on the GUI thread
        said, outcome = channel.failed, error
    else:
        said, outcome = channel.done, value
    with suppress(RuntimeError):  # the window is gone, and nobody listens
        said.emit(outcome)


class _Job(QObject):
    """One piece of work from its start until its end was told."""

    over = Signal(object)

    def __init__(self, words: str, ends: _Ends, host: QWidget, parent: QObject, *, shown: bool) -> None:
        super().__init__(parent)
        self.channel = _Channel(self)
        self._ends = ends
        self._words = words
        self._host = host
        self._busy: Busy | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show)
        if shown:
            self._patience.start(PATIENCE_MS)
        self._place = (0, 0)
        self._is_stopped = False
        self.channel.moved.connect(self._move)
        self.channel.done.connect(self._succeed)
        self.channel.failed.connect(self._fail)
        host.destroyed.connect(self._forget_host)

    @Slot()
    def _show(self) -> None:
        from referatdesk.ui.widgets.busy import Busy  # noqa: PLC0415 - most jobs are done before there is anything to show

        self._busy = Busy(self._words, self._host)
        self._busy.cancelled.connect(self._stop)
        self._busy.show_progress(*self._place)

    @Slot(int, int)
    def _move(self, done: int, of: int) -> None:
        self._place = (done, of)
        if self._busy is not None:
            self._busy.show_progress(done, of)

    @Slot()
    def _stop(self) -> None:
        self._is_stopped = True
        self.cancel()

    @Slot()
    def cancel(self) -> None:
        self.channel.cancel()
        self._put_away()

    @Slot()
    def _forget_host(self) -> None:
        self._busy = None
        self._is_stopped = False
        self.cancel()

    @Slot(object)
    def _succeed(self, value: object) -> None:
        self._end(lambda: self._ends.done(value))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._end(lambda: self._ends.failed(error))

    def _end(self, tell: Callable[[], None]) -> None:
        cancelled, stopped = self.channel.cancelled, self._is_stopped
        self._put_away()
        self.over.emit(self)
        if stopped:
            self._ends.stopped()
        elif not cancelled:
            tell()

    def _put_away(self) -> None:
        self._patience.stop()
        if self._busy is not None:
            self._busy.deleteLater()
            self._busy = None


class Jobs(QObject):
    """The jobs of one window, one at a time in the order in which they were asked for."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[tuple[_Job, Callable[[Progress], Any]]] = deque()
        self._now: tuple[_Job, Thread] | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def run(
        self,
        words: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        host: QWidget | None = None,
        *,
        stopped: Callable[[], None] = _nothing_more,
        shown: bool = True,
    ) -> None:
        """`words` say what is going on, over the window or the host; closing the host cancels the job.

        A host that shows by itself how far the job is has it not `shown`.
        """
        job = _Job(words, _Ends(done, failed, stopped), host or self._window, self, shown=shown)
        job.over.connect(self._next)
        self._waiting.append((job, work))
        if self._now is None:
            self._start()

    @property
    def busy(self) -> bool:
        return self._now is not None

    @Slot()
    def stop(self) -> None:
        """Cancels everything and waits for the worker; for closing the window."""
        self._waiting.clear()
        if self._now is not None:
            job, thread = self._now
            job.cancel()
            thread.join()

    def _start(self) -> None:
        job, work = self._waiting.popleft()
        thread = Thread(target=_work_on, args=(work, job.channel), name="job", daemon=True)
        self._now = job, thread
        thread.start()

    @Slot(object)
    def _next(self, job: _Job) -> None:
        if self._now is not None:
            self._now[1].join()
        self._now = None
        job.deleteLater()
        if self._waiting:
            self._start()
