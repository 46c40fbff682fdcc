"""One document on its way into the archive: its text, what the user said of it, and the meeting that it makes now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services import importing
from referatdesk.services.drafts import Doubt, Draft, Habit, Part, Place, SourceText
from referatdesk.services.importing import Answers, ReadFile
from referatdesk.services.proposals import answered
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.document_rows import document_rows, with_parts
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.meeting_rows import meeting_rows
from referatdesk.ui.reading.rows import Row
from referatdesk.ui.reading.said import Said, SaidLog

NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft, what it and the archive ask, and both sides of the preview for it."""

    draft: Draft
    doubts: tuple[Doubt, ...]
    document: list[Row]
    meeting: list[Row]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, ready to be shown. `habits` are those it was read with."""

    path: Path
    source: SourceText
    habits: tuple[Habit, ...]
    shown: Shown


def open_file(path: Path, known: Known, progress: Progress) -> Opened:
    """For a job: reads the file and lays out both sides."""
    return opened(path, importing.read_file(path, lambda: progress.cancelled), known)


def opened(path: Path, read: ReadFile, known: Known) -> Opened:
    """What the board's earlier documents taught holds for this one too."""
    habits = known.habits(read.draft.head.board)
    draft = importing.draft_of(read.source, {}, habits) if habits else read.draft
    return Opened(path, read.source, habits, _shown(draft, NOTHING_SAID, document_rows(read.source), known))


def _shown(draft: Draft, said: Said, document: list[Row], known: Known) -> Shown:
    doubts = (*draft.doubts, *known.questions(draft))
    meeting = meeting_rows(answered(draft, Answers(accepted=said.accepted)))
    return Shown(draft, doubts, with_parts(document, draft.parts), meeting)


class Reading(QObject):
    """`reread` is told when the document was read anew after what the user said.

    Reading goes on off the GUI thread; what is said meanwhile is read once that is done.
    """

    reread = Signal()

    def __init__(self, desk: Desk, start: Opened, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._host = host
        self._known = Known.of(desk.workspace)
        self.source: SourceText = start.source
        self._habits = start.habits
        self._document = start.shown.document
        self._busy = False
        self._read_with = (NOTHING_SAID, self._habits)
        self.path = start.path
        self.now = start.shown
        self.log = SaidLog()

    @property
    def draft(self) -> Draft:
        return self.now.draft

    @property
    def busy(self) -> bool:
        """Whether what is shown is older than what the user said."""
        return self._busy

    def part_of(self, place: Place) -> Part:
        return self.draft.parts.get(place.line_from, Part.TEXT)

    def learn_from(self, board_name: str) -> None:
        """It is a document of that board: what its earlier ones taught holds."""
        self._habits = self._known.habits(board_name)
        self.read_anew()

    def read_anew(self) -> None:
        """Reads the document with what was said, where that is something else than before."""
        (before, habits), said = self._read_with, self.log.now
        same_lines = said.corrections == before.corrections and habits == self._habits
        if self._busy or (same_lines and said.accepted == before.accepted):
            return
        self._busy = True
        self._read_with = said, self._habits
        source, document, known, draft = self.source, self._document, self._known, self.draft
        habits = self._habits

        def work(_progress: Progress) -> Shown:
            read = draft if same_lines else importing.draft_of(source, said.corrections, habits)
            return _shown(read, said, document, known)

        self._run(work, self._take)

    def _run(self, work: Callable[[Progress], Shown], done: Callable[[Shown], None]) -> None:
        words = _("Reading {name} …").format(name=self.path.name)
        self._desk.jobs.run(words, work, done, self._fail, self._host)

    def _take(self, now: Shown) -> None:
        self._busy = False
        self.now = now
        self.read_anew()
        self.reread.emit()

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._desk.ask.tell_exception(error)
