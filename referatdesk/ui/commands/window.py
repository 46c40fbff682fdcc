"""The window itself: settings, help and leaving."""

from __future__ import annotations

from referatdesk import VERSION
from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands


class WindowCommands(Commands):
    def settings(self) -> None:
        from referatdesk.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - not before the first window

        SettingsDialog(self.desk, self.window).open()

    def quit(self) -> None:
        self.window.close()

    def keys(self) -> None:
        from referatdesk.ui.shortcuts.dialog import KeysDialog  # noqa: PLC0415 - as above

        KeysDialog(self.desk, self.window).open()

    def data(self) -> None:
        self.desk.ask.inform(
            _("Your archive lies here"),
            _("{path}\n\nEverything is saved there while you write. Nothing leaves this computer.").format(
                path=self.workspace.path
            ),
        )

    def about(self) -> None:
        self.desk.ask.inform(
            _("About Referatdesk"),
            _("Referatdesk {version}\nMinutes of boards, taken down live.\nLicence: EUPL-1.2").format(version=VERSION),
        )
