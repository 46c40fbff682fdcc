"""A folder of old minutes, read one after the other: what is certain is ready to go in, the rest is told with why.

Reading runs in a job, on a copy of what the archive knows: a `Snapshot` is taken on the thread that owns the workspace,
and the Changes that come out are applied there, in their order. Only the result of a file is kept, so that hundreds
take no more memory than one.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from referatdesk.documents.reading.draft import Doubt, Draft
from referatdesk.documents.reading.worker import ReadFile, ReadingWorker
from referatdesk.domain.changes import SHARED_TYPES, Change
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.services import faults
from referatdesk.services.archive.workspace import MeetingDay, Workspace
from referatdesk.services.errors import UserError
from referatdesk.services.intake.habits import habits_of
from referatdesk.services.intake.importing import draft_to_change, proposals, read_anew, read_file
from referatdesk.services.intake.kept_files import Original, check_as_read, original_of
from referatdesk.services.intake.matching import board_named

_log = logging.getLogger(__name__)

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".txt", ".pdf", ".doc", ".dot", ".rtf"})
"""What is looked at in a folder; what a file really is, its content says."""


class FileState(StrEnum):
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    KNOWN = "known"
    """The archive has a meeting that was read from this very document, or the folder has it twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file. A certain one has the `change` that brings its meeting in; a refused one its `error`.

    `doubts` are the questions of a doubtful one, the draft's own and those about the archive.
    """

    path: Path
    state: FileState
    board: str | None = None
    date: str | None = None
    doubts: tuple[Doubt, ...] = ()
    error: UserError | None = None
    change: Change | None = None
    meeting_id: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the archive knew: its shared records, the documents it was fed with, and its meetings."""

    records: RecordSet
    hashes: frozenset[str]
    meetings: tuple[MeetingDay, ...]


def snapshot(workspace: Workspace) -> Snapshot:
    """Taken by the thread that owns the workspace."""
    shared = RecordSet(record for kind in SHARED_TYPES for record in workspace.all(kind))
    return Snapshot(shared, workspace.document_hashes(), tuple(workspace.meeting_days()))


def files_in(folder: Path) -> list[Path]:
    """The documents of a folder and of those in it, by name; no hidden ones, and no links out of it.

    Raises UserError "reading.missing" where there is no such folder.
    """
    if not folder.is_dir():
        raise UserError("reading.missing", name=folder.name)
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if Path(name).suffix.lower() in SUFFIXES]
    return sorted(path for path in found if not path.name.startswith((".", "~$")) and path.is_file())


def read_folder(
    paths: Iterable[Path],
    known: Snapshot,
    cancelled: Callable[[], bool],
    *,
    keep_originals: bool = False,
    worker: ReadingWorker | None = None,
) -> Iterator[FileResult]:
    """The results one after the other, until somebody cancels. The certain Changes are to be applied in their order.

    Each file is read in a process that can be stopped, one process for all.
    """
    reader = worker or ReadingWorker()
    queue = _Queue(known, cancelled, keep_originals, reader)
    try:
        for path in paths:
            if cancelled():
                return
            result = queue.result(path)
            if result is None:
                return
            yield result
    finally:
        if worker is None:
            reader.close()


class _Queue:
    """The files so far have left here what they would add to the archive."""

    def __init__(
        self, known: Snapshot, cancelled: Callable[[], bool], keep_originals: bool, reader: ReadingWorker
    ) -> None:
        self._records = RecordSet(record for kind in SHARED_TYPES for record in known.records.all(kind))
        self._hashes = set(known.hashes)
        self._meetings = list(known.meetings)
        self._cancelled = cancelled
        self._keep = keep_originals
        self._reader = reader

    def result(self, path: Path) -> FileResult | None:
        """None where somebody cancelled meanwhile."""
        try:
            original = original_of(path, keep=self._keep)
            if original.sha256 in self._hashes:
                return FileResult(path=path, state=FileState.KNOWN)
            read = read_file(path, self._cancelled, self._reader)
            check_as_read(original, read.sha256)
            self._hashes.add(original.sha256)
            return self._judged(path, read, original)
        except UserError as error:
            if error.code == "reading.cancelled":
                return None
            return FileResult(path=path, state=FileState.REFUSED, error=error)
        except Exception as error:  # noqa: BLE001 - a mistake of ours with one file must not cost the others
            _log.error("a file of a folder was not read: %s", faults.told(error))
            return FileResult(path=path, state=FileState.REFUSED, error=UserError("reading.mistake"))

    def _judged(self, path: Path, read: ReadFile, original: Original) -> FileResult:
        draft = self._with_habits(read)
        asked = (*draft.doubts, *proposals(self._records, draft, self._meetings))
        told = FileResult(
            path=path, state=FileState.DOUBTFUL, board=draft.head.board, date=draft.head.date, doubts=asked
        )
        if asked or not draft.items:
            return told
        change, meeting_id = draft_to_change(self._records, draft, source=read.source, original=original)
        self._note(change)
        return replace(told, state=FileState.CERTAIN, change=change, meeting_id=meeting_id)

    def _with_habits(self, read: ReadFile) -> Draft:
        board = board_named(self._records, read.draft.head.board or "")
        habits = habits_of(self._records, board.id) if board else ()
        return read_anew(self._reader, read.source, {}, habits, self._cancelled) if habits else read.draft

    def _note(self, change: Change) -> None:
        self._records.apply(pair for pair in change.pairs if type(pair.record) in SHARED_TYPES)
        for pair in change.pairs:
            new = pair.after
            if isinstance(new, Meeting) and new.date is not None:
                self._meetings.append(MeetingDay(new.id, new.board_id, new.date, new.status))
