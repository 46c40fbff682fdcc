"""The house's Word templates."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands


class TemplateCommands(Commands):
    def workshop(self) -> None:
        from referatdesk.ui.workshop.window import WorkshopWindow  # noqa: PLC0415 - for those who make templates

        WorkshopWindow(self.desk, self.window).open()
