"""Votes, and what somebody has entered."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.votes.pane import VotePane
from referatdesk.ui.votes.statement_pane import StatementPane


class VoteCommands(Commands):
    def vote(self) -> None:
        """Opens the pane, and closes it again."""
        if not self._closed(VotePane):
            VotePane(self.window).open()

    def statement(self) -> None:
        if not self._closed(StatementPane):
            StatementPane(self.window).open()

    def statement_of_person(self) -> None:
        """For the one that is chosen in the list of those who are there."""
        self._closed(StatementPane)
        StatementPane(self.window, self.view.attendance.current).open()

    def _open(self) -> list[Cover]:
        return [one for one in self.view.item.findChildren(Cover) if one.isVisible()]

    def _closed(self, kind: type[Cover]) -> bool:
        """Closes what is open; whether one of that kind was."""
        shown = self._open()
        for one in shown:
            one.leave()
        return any(isinstance(one, kind) for one in shown)
