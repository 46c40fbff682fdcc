"""Meetings as a whole: new, open, read in, exported, set up.

Dialogs, and what reads and writes Word, are imported when they are first asked for: the first window must not wait.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services import meetings
from referatdesk.ui.commands.base import Commands

if TYPE_CHECKING:
    from referatdesk.services.importing import Draft

SHOWN_DOUBTS = 6
SHOWN_OF_A_DOUBT = 90


class MeetingCommands(Commands):
    def new(self) -> None:
        from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog

        dialog = NewMeetingDialog(self.desk, self.window)
        dialog.made.connect(self.window.open_meeting)
        dialog.open()

    def overview(self) -> None:
        self.window.show_start()

    def read(self) -> None:
        filters = _("Minutes (*.docx *.dotx *.txt)")
        self.desk.ask.file_to_open(_("Read old minutes"), filters, self._read)

    def _read(self, path: Path) -> None:
        from referatdesk.services import importing

        self.desk.settle()
        self.desk.jobs.run(
            _("Reading {name} …").format(name=path.name),
            lambda _progress: importing.read_draft(path),
            self._import,
            self.desk.ask.tell_exception,
        )

    def _import(self, draft: Draft) -> None:
        from referatdesk.services import importing

        def act() -> None:
            change, meeting_id = importing.draft_to_change(self.workspace, draft)
            self.desk.do(change)
            self.window.open_meeting(meeting_id)
            self._tell_what_was_read(draft)

        self.desk.attempt(act)

    def _tell_what_was_read(self, draft: Draft) -> None:
        items = ngettext("{count} item", "{count} items", len(draft.items)).format(count=len(draft.items))
        people = ngettext("{count} person", "{count} people", len(draft.people)).format(count=len(draft.people))
        read = _("{items} and {people} were read in.").format(items=items, people=people)
        if not draft.doubts:
            self.window.toast(read)
            return
        places = "\n".join(f"• {doubt.text[:SHOWN_OF_A_DOUBT]}" for doubt in draft.doubts[:SHOWN_DOUBTS])
        advice = _("Have a look at these places, they could be read in more than one way:")
        self.desk.ask.inform(read, f"{advice}\n{places}")

    def export(self) -> None:
        from referatdesk.ui.dialogs.export import ExportDialog

        meeting = self.workspace.meeting
        if meeting is not None:
            dialog = ExportDialog(self.desk, meeting.id, self.window)
            dialog.item_wanted.connect(self.view.agenda.choose)
            dialog.open()

    def head(self) -> None:
        from referatdesk.ui.dialogs.meeting_head import MeetingHeadDialog

        meeting = self.workspace.meeting
        if meeting is not None:
            MeetingHeadDialog(self.desk, meeting.id, self.window).open()

    def remove(self) -> None:
        """The meeting and all in it is gone from the list; one step of undo brings it back."""
        meeting = self.workspace.meeting
        if meeting is not None:
            change = meetings.remove_meeting(self.workspace.records_of(meeting.id), meeting.id)
            self.desk.do(change)
            self.window.show_start()
            self.window.toast(_("The meeting is removed. Ctrl+Z brings it back."))

    def board(self) -> None:
        from referatdesk.ui.dialogs.board import BoardDialog

        meeting = self.workspace.meeting
        BoardDialog(self.desk, meeting.board_id if meeting else None, self.window).open()
