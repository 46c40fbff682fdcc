"""One document on its way into the archive: its text, what the user said of it, and the meeting that it makes now."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Doubt, Draft, Habit, Part, Place, SourceText
from referatdesk.services.intake import importing
from referatdesk.services.intake.importing import Answers, Original, ReadFile, ReadingWorker
from referatdesk.services.intake.proposals import answered
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.document_rows import document_rows, with_parts
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.meeting_rows import meeting_rows
from referatdesk.ui.reading.rows import Row
from referatdesk.ui.reading.said import Said, SaidLog

NOTHING_SAID = Said()
WORTH_WAITING = 1.0
"""Seconds: a reading that nobody wants any more is ended after so long, for the next then has to start a process."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft, what it and the archive ask, and both sides of the preview for it."""

    draft: Draft
    doubts: tuple[Doubt, ...]
    document: list[Row]
    meeting: list[Row]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, ready to be shown. `habits` are those it was read with; the worker has its text."""

    path: Path
    file: Original
    source: SourceText
    habits: tuple[Habit, ...]
    shown: Shown
    worker: ReadingWorker


def open_file(path: Path, known: Known, progress: Progress) -> Opened:
    """For a job: reads the file and lays out both sides."""
    worker = ReadingWorker()
    with ExitStack() as unless_shown:
        unless_shown.callback(worker.close)

        def cancelled() -> bool:
            return progress.cancelled

        ready = opened(path, importing.read_file(path, cancelled, worker), known, worker, cancelled)
        if not progress.cancelled:
            unless_shown.pop_all()
    return ready


def opened(
    path: Path, read: ReadFile, known: Known, worker: ReadingWorker, cancelled: Callable[[], bool] = lambda: False
) -> Opened:
    """What the board's earlier documents taught holds for this one too."""
    habits = known.habits(read.draft.head.board)
    draft = importing.read_anew(worker, read.source, {}, habits, cancelled) if habits else read.draft
    shown = _shown(draft, NOTHING_SAID, document_rows(read.source), known)
    return Opened(path, importing.noted(path, read), read.source, habits, shown, worker)


def _shown(draft: Draft, said: Said, document: list[Row], known: Known) -> Shown:
    doubts = (*draft.doubts, *known.questions(draft))
    meeting = meeting_rows(answered(draft, Answers(accepted=said.accepted)))
    return Shown(draft, doubts, with_parts(document, draft.parts), meeting)


@dataclass(slots=True)
class _Wanted:
    """What the document is read with; `is_outdated` once something else was said."""

    said: Said
    habits: tuple[Habit, ...]
    is_outdated: bool = False
    began: float = field(default_factory=monotonic)

    def is_as(self, other: _Wanted) -> bool:
        return self.said.asks_as(other.said) and self.habits == other.habits

    def is_in_vain(self) -> bool:
        return self.is_outdated and monotonic() - self.began > WORTH_WAITING


class Reading(QObject):
    """`reread` is told when the document was read anew after what the user said, `given_up` when it could not be.

    Reading goes on off the GUI thread, in the worker. What is said meanwhile is read once that is done, and only the
    reading with the last word is shown. Where that fails, what was said is taken back and can be said again.
    """

    reread = Signal()
    given_up = Signal()

    def __init__(self, desk: Desk, start: Opened, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._host = host
        self._known = Known.of(desk.workspace)
        self._worker = start.worker
        self.source: SourceText = start.source
        self._habits = start.habits
        self._document = start.shown.document
        self._going: _Wanted | None = None
        self._read_with = _Wanted(NOTHING_SAID, start.habits)
        self.path = start.path
        self.file = start.file
        self.now = start.shown
        self.log = SaidLog()

    @property
    def draft(self) -> Draft:
        return self.now.draft

    @property
    def busy(self) -> bool:
        """Whether what is shown is older than what the user said."""
        return self._going is not None

    def part_of(self, place: Place) -> Part:
        return self.draft.parts.get(place.line_from, Part.TEXT)

    def learn_from(self, board_name: str) -> None:
        """It is a document of that board: what its earlier ones taught holds."""
        self._habits = self._known.habits(board_name)
        self.read_anew()

    def read_anew(self) -> None:
        """Reads the document with what was said, where that is something else than before."""
        wanted = _Wanted(self.log.now, self._habits)
        if self._going is not None:
            self._going.is_outdated = not wanted.is_as(self._going)
        elif not wanted.is_as(self._read_with):
            self._going = wanted
            done, failed = partial(self._take, wanted), partial(self._fail, wanted)
            words = _("Reading {name} …").format(name=self.path.name)
            work = self._work(wanted)
            self._desk.jobs.run(words, work, done, failed, self._host, stopped=self._give_up)

    def _work(self, wanted: _Wanted) -> Callable[[Progress], Shown]:
        said, habits, before = wanted.said, wanted.habits, self._read_with
        source, document, known, draft, worker = self.source, self._document, self._known, self.draft, self._worker
        same_lines = said.corrections == before.said.corrections and habits == before.habits

        def work(progress: Progress) -> Shown:
            def cancelled() -> bool:
                return progress.cancelled or wanted.is_in_vain()

            read = draft if same_lines else importing.read_anew(worker, source, said.corrections, habits, cancelled)
            return _shown(read, said, document, known)

        return work

    def end(self) -> None:
        """The worker is not needed any more; ending it does not hold up the window."""
        words = _("Reading {name} …").format(name=self.path.name)
        close, tell = self._worker.close, self._desk.ask.tell_exception
        self._desk.jobs.run(words, lambda _progress: close(), lambda _nothing: None, tell, shown=False)

    def _take(self, wanted: _Wanted, now: Shown) -> None:
        self._going = None
        if not wanted.is_outdated:
            self._read_with = wanted
            self.now = now
        self._go_on()

    def _go_on(self) -> None:
        """The last word, where it was not read yet."""
        self.read_anew()
        if not self.busy:
            self.reread.emit()

    def _fail(self, wanted: _Wanted, error: Exception) -> None:
        if wanted.is_outdated:
            self._going = None
            self._go_on()
        else:
            self._give_up()
            self._desk.ask.tell_exception(error)

    def _give_up(self) -> None:
        self._going = None
        self.log.return_to(self._read_with.said)
        self._habits = self._read_with.habits
        self.given_up.emit()
