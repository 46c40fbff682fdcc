"""Which archive is open."""

from __future__ import annotations

from pathlib import Path

from referatdesk.config.places import ARCHIVE_SUFFIX
from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.opening import FILTER


class ArchiveCommands(Commands):
    def new(self) -> None:
        proposed = f"referater{ARCHIVE_SUFFIX}"
        self.desk.ask.file_to_save(_("New archive"), proposed, FILTER, self._make)

    def open(self) -> None:
        self.desk.ask.file_to_open(_("Open archive"), FILTER, self.window.open_archive)

    def _make(self, path: Path) -> None:
        self.window.open_archive(path if path.suffix else path.with_suffix(ARCHIVE_SUFFIX), make=True)
