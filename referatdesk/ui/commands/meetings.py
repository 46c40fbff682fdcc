"""Meetings as a whole: new, open, read in, exported, set up."""

from __future__ import annotations

from pathlib import Path

from referatdesk.i18n.catalogue import _
from referatdesk.services import importing
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.dialogs.board import BoardDialog
from referatdesk.ui.dialogs.export import ExportDialog
from referatdesk.ui.dialogs.meeting_head import MeetingHeadDialog
from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog


class MeetingCommands(Commands):
    def new(self) -> None:
        dialog = NewMeetingDialog(self.desk, self.window)
        dialog.made.connect(self.window.open_meeting)
        dialog.open()

    def overview(self) -> None:
        self.window.show_start()

    def read(self) -> None:
        filters = _("Minutes (*.docx *.dotx *.txt)")
        self.desk.ask.file_to_open(_("Read old minutes"), filters, self._read)

    def _read(self, path: Path) -> None:
        self.desk.settle()
        self.desk.jobs.run(
            _("Reading {name} …").format(name=path.name),
            lambda _progress: importing.read_draft(path),
            self._import,
            self.desk.ask.tell_exception,
        )

    def _import(self, draft: object) -> None:
        def act() -> None:
            change, meeting_id = importing.draft_to_change(self.workspace, draft)  # type: ignore[arg-type] # a Draft
            self.desk.do(change)
            self.window.open_meeting(meeting_id)

        self.desk.attempt(act)

    def export(self) -> None:
        meeting = self.workspace.meeting
        if meeting is not None:
            dialog = ExportDialog(self.desk, meeting.id, self.window)
            dialog.item_wanted.connect(self.view.agenda.choose)
            dialog.open()

    def head(self) -> None:
        meeting = self.workspace.meeting
        if meeting is not None:
            MeetingHeadDialog(self.desk, meeting.id, self.window).open()

    def board(self) -> None:
        meeting = self.workspace.meeting
        BoardDialog(self.desk, meeting.board_id if meeting else None, self.window).open()
