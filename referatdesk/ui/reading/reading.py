"""One document on its way into the archive: its text, what the user said of it, and the meeting that it makes now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services import drafts
from referatdesk.services.drafts import Doubt, Draft, Habit, Part, Place, ReadFile, SourceText
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.document_rows import document_rows, with_parts
from referatdesk.ui.reading.meeting_rows import meeting_rows
from referatdesk.ui.reading.rows import Row
from referatdesk.ui.reading.said import Said, SaidLog


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft, and both sides of the preview for it."""

    draft: Draft
    document: list[Row]
    meeting: list[Row]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, ready to be shown."""

    path: Path
    read: ReadFile
    habits: tuple[Habit, ...]
    shown: Shown


def open_file(path: Path, progress: Progress) -> Opened:
    """For a job: reads the file and lays out both sides."""
    read = drafts.read_file(path, lambda: progress.cancelled)
    return opened(path, read, ())


def opened(path: Path, read: ReadFile, habits: tuple[Habit, ...]) -> Opened:
    return Opened(path, read, habits, shown(read.draft, document_rows(read.source)))


def shown(draft: Draft, document: list[Row]) -> Shown:
    return Shown(draft, with_parts(document, draft.parts), meeting_rows(draft))


class Reading(QObject):
    """`reread` is told when the document was read anew after what the user said.

    Reading goes on off the GUI thread; what is said meanwhile is read once that is done.
    """

    reread = Signal()

    def __init__(self, desk: Desk, start: Opened, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._host = host
        self._source: SourceText = start.read.source
        self._habits: Sequence[Habit] = start.habits
        self._document = start.shown.document
        self._busy = False
        self._read_of = Said()
        self.path = start.path
        self.sha256 = start.read.sha256
        self.now = start.shown
        self.log = SaidLog()
        self._as_agenda: bool | None = None

    @property
    def draft(self) -> Draft:
        draft = self.now.draft
        return draft if self._as_agenda is None else replace(draft, is_agenda=self._as_agenda)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return self.now.draft.doubts

    def part_of(self, place: Place) -> Part:
        return self.now.draft.parts.get(place.line_from, Part.TEXT)

    def read_as_agenda(self, agenda: bool) -> None:
        self._as_agenda = agenda

    @property
    def busy(self) -> bool:
        """Whether what is shown is older than what the user said."""
        return self._busy

    def read_anew(self) -> None:
        """Reads the document with what was said of its lines, where that is something else than before."""
        if self._busy or self.log.now.corrections == self._read_of.corrections:
            return
        self._busy = True
        self._read_of = self.log.now
        corrections, source = self.log.now.corrections, self._source
        habits, document = self._habits, self._document

        def work(_progress: Progress) -> Shown:
            return shown(drafts.draft_again(source, corrections, habits), document)

        self._desk.jobs.run(_("Reading {name} …").format(name=self.path.name), work, self._take, self._fail, self._host)

    def _take(self, now: Shown) -> None:
        self._busy = False
        self.now = now
        self.reread.emit()
        self.read_anew()

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self._desk.ask.tell_exception(error)
