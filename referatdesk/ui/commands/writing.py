"""Spelling, phrases, finding and the command line."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands


class WritingCommands(Commands):
    def next_error(self) -> None:
        self.view.writing.next_error()

    def suggest(self) -> None:
        self.view.writing.suggest()
