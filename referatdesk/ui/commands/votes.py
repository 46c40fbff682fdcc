"""Votes, and what somebody has entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.votes.draft import Drafts
from referatdesk.ui.votes.pane import VotePane
from referatdesk.ui.votes.statement_pane import StatementPane

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class VoteCommands(Commands):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._drafts = Drafts()

    def vote(self) -> None:
        """Opens the pane, and closes it again."""
        if not self._closed(VotePane):
            pane = VotePane(self.window, self._drafts)
            pane.put_by.connect(self._tell_kept)
            pane.open()

    def statement(self) -> None:
        if not self._closed(StatementPane):
            StatementPane(self.window).open()

    def statement_of_person(self) -> None:
        """For the one that is chosen in the list of those who are there."""
        self._closed(StatementPane)
        StatementPane(self.window, self.view.attendance.current).open()

    def _tell_kept(self) -> None:
        kept = _("The vote is not written. It waits at the item: {key} takes it up again.")
        self.window.toast(kept.format(key=self.key_of("votes.vote")))

    def _open(self) -> list[Cover]:
        return [one for one in self.view.item.findChildren(Cover) if one.isVisible()]

    def _closed(self, kind: type[Cover]) -> bool:
        """Closes what is open; whether one of that kind was."""
        shown = self._open()
        for one in shown:
            one.leave()
        return any(isinstance(one, kind) for one in shown)
