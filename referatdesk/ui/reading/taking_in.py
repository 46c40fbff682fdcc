"""The one step from the preview into the archive: a meeting of its own, or a planned one that takes over an agenda."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.services.drafts import Draft
from referatdesk.services.errors import UserError
from referatdesk.services.intake import importing
from referatdesk.services.intake.importing import Answers
from referatdesk.services.intake.proposals import answered
from referatdesk.services.merge import agenda_merge
from referatdesk.services.merge.minutes_merge import merge_minutes
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.reading.choices import Chosen
from referatdesk.ui.reading.differences import DifferencesDialog, Revised
from referatdesk.ui.reading.known import Known
from referatdesk.ui.reading.reading import Reading

T = TypeVar("T")
EXISTS = "meeting.exists"


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
        there = known.meeting(chosen.board_name, draft.head.date)
        make = partial(self._make_meeting, known, answers, chosen.keep_file)
        is_wanted = EXISTS in {code for code, *_where in self._reading.log.now.settled}
        planned = known.planned(answers.meeting_id, chosen.board_name)
        if planned is not None and not chosen.is_agenda:
            self._put_into(planned, answers, chosen.keep_file)
        elif there is None or (is_wanted and not chosen.is_agenda):
            make()
        elif chosen.is_agenda:
            self._compare(there, draft, make, chosen.keep_file)
        else:
            self._ask_for_another(chosen.board_name, make)

    def _ask_for_another(self, board_name: str, make: Callable[[], None]) -> None:
        """Nothing is read in twice by a key that was pressed too fast."""
        self.stayed.emit()
        question = _("{board} has a meeting on that day already.").format(board=board_name)
        detail = _("Read in, this document becomes one more meeting beside it.")
        self._desk.ask.confirm(question, detail, _("Make another meeting of it"), make, dangerous=True)

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
        draft, source, said = reading.draft, reading.source, reading.log.now
        path, file = reading.path, reading.file

        def work(_progress: Progress) -> tuple[Change, str]:
            original = importing.original_as_read(path, file, keep=keep_file)
            return importing.draft_to_change(
                known.records, draft, answers=answers, source=source, original=original, corrections=said.corrections
            )

        self._run(work, self._put_in)

    def _put_into(self, meeting_id: str, answers: Answers, keep_file: bool) -> None:
        """The minutes go into the meeting that was planned."""
        reading = self._reading
        draft, source, said = reading.draft, reading.source, reading.log.now
        path, file = reading.path, reading.file
        records = self._desk.workspace.records_of(meeting_id)

        def work(_progress: Progress) -> tuple[Change, str]:
            original = importing.original_as_read(path, file, keep=keep_file)
            merge = partial(merge_minutes, answers=answers, source=source, original=original)
            return merge(records, meeting_id, draft, corrections=said.corrections), meeting_id

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

    def _compare(self, meeting_id: str, draft: Draft, apart: Callable[[], None], keep_file: bool) -> None:
        records = self._desk.workspace.records_of(meeting_id)
        path, file = self._reading.path, self._reading.file

        def work(_progress: Progress) -> Revised:
            original = importing.original_as_read(path, file, keep=keep_file)
            return Revised(meeting_id, draft, agenda_merge.differences(records, meeting_id, draft), original)

        self._run(work, lambda revised: self._show(revised, apart))

    def _show(self, revised: Revised, apart: Callable[[], None]) -> None:
        self.stayed.emit()
        if not revised.found:
            same = _("The agenda says the same as the meeting of that day, which is in the archive.")
            self._desk.ask.confirm(same, "", _("Make another meeting of it"), apart, dangerous=True)
            return
        dialog = DifferencesDialog(self._desk, revised, self._host)
        dialog.merged.connect(partial(self.done.emit, revised.meeting_id))
        dialog.wanted_apart.connect(apart)
        dialog.open()
