"""Which archive is open."""

from __future__ import annotations

from pathlib import Path

from referatdesk.config.places import ARCHIVE_SUFFIX
from referatdesk.i18n.catalogue import _
from referatdesk.services.errors import UserError
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.opening import FILTER


class ArchiveCommands(Commands):
    def new(self) -> None:
        proposed = f"referater{ARCHIVE_SUFFIX}"
        self.desk.ask.file_to_save(_("New archive"), proposed, FILTER, self._make)

    def open(self) -> None:
        self.desk.ask.file_to_open(_("Open archive"), FILTER, self.window.archives.open)

    def backups(self) -> None:
        from referatdesk.ui.backups.window import BackupsDialog  # noqa: PLC0415 - seldom looked at

        if self.workspace.is_view:
            raise UserError("archive.only_view")
        BackupsDialog(self.window).open()

    def protect(self) -> None:
        from referatdesk.ui.protection.exchanging import offer  # noqa: PLC0415 - once in the life of an archive

        offer(self.window)

    def _make(self, path: Path) -> None:
        self.window.archives.open(path if path.suffix else path.with_suffix(ARCHIVE_SUFFIX), make=True)
