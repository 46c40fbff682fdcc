"""The one step from the preview into the archive: a meeting of its own, or a planned one that takes over an agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.services import agenda_merge, importing
from referatdesk.services.agenda_merge import Difference
from referatdesk.services.drafts import Draft
from referatdesk.services.errors import UserError
from referatdesk.services.importing import Answers
from referatdesk.services.proposals import answered
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.choices import Chosen
from referatdesk.ui.reading.differences import DifferencesDialog
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.reading import Reading

T = TypeVar("T")


class TakingIn(QObject):
    """`done` carries the id of the meeting; `stayed` is told where nothing was changed."""

    done = Signal(str)
    stayed = Signal()

    def __init__(self, desk: Desk, reading: Reading, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._reading = reading
        self._host = host

    def start(self, chosen: Chosen) -> None:
        """Works off the GUI thread with the archive as it is now."""
        self._desk.settle()
        known = Known.of(self._desk.workspace)
        answers = self._answers(known, chosen)
        draft = answered(self._reading.draft, answers)
        planned = known.meeting(chosen.board_name, draft.head.date) if chosen.is_agenda else None
        if planned is None:
            self._make_meeting(known, answers, chosen.keep_file)
        else:
            self._compare(planned, draft, partial(self._make_meeting, known, answers, chosen.keep_file))

    def _answers(self, known: Known, chosen: Chosen) -> Answers:
        board = known.board(chosen.board_name)
        is_as_read = board is not None or chosen.board_name == self._reading.draft.head.board
        return Answers(
            accepted=self._reading.log.now.accepted,
            board_id=board.id if board else None,
            board_name=None if is_as_read else chosen.board_name,
            is_agenda=chosen.is_agenda,
        )

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        words = _("Reading {name} …").format(name=self._reading.path.name)
        self._desk.jobs.run(words, work, done, self._fail, self._host)

    def _make_meeting(self, known: Known, answers: Answers, keep_file: bool) -> None:
        reading = self._reading
        draft, source, path, said = reading.draft, reading.source, reading.path, reading.log.now

        def work(_progress: Progress) -> tuple[Change, str]:
            original = importing.original_of(path, keep=keep_file)
            return importing.draft_to_change(
                known.records, draft, answers=answers, source=source, original=original, corrections=said.corrections
            )

        self._run(work, self._put_in)

    def _put_in(self, made: tuple[Change, str]) -> None:
        change, meeting_id = made
        try:
            self._desk.do(change)
        except UserError as error:
            self._fail(error)
        else:
            self.done.emit(meeting_id)

    def _fail(self, error: Exception) -> None:
        self.stayed.emit()
        self._desk.ask.tell_exception(error)

    def _compare(self, meeting_id: str, draft: Draft, apart: Callable[[], None]) -> None:
        records = self._desk.workspace.records_of(meeting_id)

        def show(found: tuple[Difference, ...]) -> None:
            self._show(meeting_id, draft, found, apart)

        self._run(lambda _progress: agenda_merge.differences(records, meeting_id, draft), show)

    def _show(self, meeting_id: str, draft: Draft, found: Sequence[Difference], apart: Callable[[], None]) -> None:
        self.stayed.emit()
        if not found:
            same = _("The agenda says the same as the meeting of that day, which is in the archive.")
            self._desk.ask.confirm(same, "", _("Make another meeting of it"), apart, dangerous=True)
            return
        dialog = DifferencesDialog(self._desk, meeting_id, draft, found, self._host)
        dialog.merged.connect(partial(self.done.emit, meeting_id))
        dialog.wanted_apart.connect(apart)
        dialog.open()
