"""Meetings as a whole: new, open, read in, exported, set up.

Dialogs, and what reads and writes Word, are imported when they are first asked for: the first window must not wait.
"""

# ruff: noqa: PLC0415 - as it says

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.i18n.catalogue import _
from referatdesk.services import meetings
from referatdesk.services.archive.keeping import Reason
from referatdesk.ui.commands.base import Commands

if TYPE_CHECKING:
    from referatdesk.ui.reading.reading import Opened

READABLE = "*.docx *.docm *.dotx *.dotm *.odt *.ott *.pdf *.doc *.rtf *.txt"


class MeetingCommands(Commands):
    def new(self) -> None:
        from referatdesk.ui.dialogs.new_meeting import NewMeetingDialog

        dialog = NewMeetingDialog(self.desk, self.window)
        dialog.made.connect(self.window.open_meeting)
        dialog.open()

    def overview(self) -> None:
        self.window.show_start()

    def read(self) -> None:
        kinds = _("Minutes and agendas ({endings})").format(endings=READABLE)
        filters = f"{kinds};;{_('All files')} (*)"
        self.desk.ask.file_to_open(_("Read minutes or agenda"), filters, self._read)

    def _read(self, path: Path) -> None:
        from referatdesk.ui.reading.known import Known
        from referatdesk.ui.reading.reading import open_file

        self.desk.settle()
        known = Known.of(self.workspace)
        self.desk.jobs.run(
            _("Reading {name} …").format(name=path.name),
            lambda progress: open_file(path, known, progress),
            self._preview,
            self.desk.ask.tell_exception,
        )

    def read_folder(self) -> None:
        self.desk.ask.folder_to_open(_("Read a folder"), self._look_into)

    def _look_into(self, folder: Path) -> None:
        from referatdesk.services.intake import many

        self.desk.jobs.run(
            _("Reading {name} …").format(name=folder.name),
            lambda _progress: many.files_in(folder),
            partial(self._show_folder, folder),
            self.desk.ask.tell_exception,
        )

    def _show_folder(self, folder: Path, files: list[Path]) -> None:
        from referatdesk.ui.backups.copying import after_copy
        from referatdesk.ui.reading.folder import FolderDialog

        dialog = FolderDialog(self.desk, folder, files, self.window)
        after_copy(self.desk, Reason.FOLDER, dialog.open, anyway=_("Read in all the same"))

    def _preview(self, opened: Opened) -> None:
        from referatdesk.ui.reading.preview import PreviewWindow

        preview = PreviewWindow(self.desk, opened, self.window)
        preview.imported.connect(self._show_imported)
        preview.open()

    def _show_imported(self, meeting_id: str) -> None:
        self.window.open_meeting(meeting_id)
        self.window.toast(_("Read in. Ctrl+Z takes it out again."))

    def export(self) -> None:
        from referatdesk.ui.dialogs.export import ExportDialog

        meeting = self.workspace.meeting
        if meeting is not None:
            dialog = ExportDialog(self.desk, meeting.id, self.window)
            dialog.item_wanted.connect(self.view.agenda.choose)
            dialog.open()

    def check_file(self) -> None:
        self.desk.ask.file_to_open(_("Check a Word file"), _("Word files (*.docx *.dotx)"), self._check_file)

    def _check_file(self, path: Path) -> None:
        from referatdesk.ui.dialogs.file_check import check_file

        check_file(self.desk, path, self.window)

    def receipt(self) -> None:
        files = _("Published files (*.docx *.pdf)")
        self.desk.ask.file_to_open(_("Receipt of a published file"), files, self._receipt)

    def _receipt(self, path: Path) -> None:
        from referatdesk.ui.dialogs.receipt import show_receipt

        self.desk.attempt(lambda: show_receipt(self.desk, path, self.window))

    def head(self) -> None:
        from referatdesk.ui.dialogs.meeting_head import MeetingHeadDialog

        meeting = self.workspace.meeting
        if meeting is not None:
            MeetingHeadDialog(self.desk, meeting.id, self.window).open()

    def remove(self) -> None:
        """The meeting and all in it is gone from the list; one step of undo brings it back."""
        from referatdesk.ui.backups.copying import after_copy

        meeting = self.workspace.meeting
        if meeting is not None:
            remove = partial(self._remove, meeting.id)
            after_copy(self.desk, Reason.REMOVAL, remove, anyway=_("Remove all the same"))

    def _remove(self, meeting_id: str) -> None:
        self.desk.do(meetings.remove_meeting(self.workspace.records_of(meeting_id), meeting_id))
        self.window.show_start()
        self.window.toast(_("The meeting is removed. Ctrl+Z brings it back."))

    def erase(self) -> None:
        """The meeting is gone for good, with its history."""
        from referatdesk.ui.dialogs.erasing import EraseDialog

        meeting = self.workspace.meeting
        if meeting is not None:
            dialog = EraseDialog(self.desk, meeting, self.window)
            dialog.accepted.connect(self._show_erased)
            dialog.open()

    def _show_erased(self) -> None:
        self.window.show_start()
        self.window.toast(_("The meeting is deleted for good."))

    def board(self) -> None:
        from referatdesk.ui.dialogs.board import BoardDialog

        meeting = self.workspace.meeting
        BoardDialog(self.desk, meeting.board_id if meeting else None, self.window).open()
