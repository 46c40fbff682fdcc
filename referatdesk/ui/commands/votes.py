"""Votes, and what somebody has entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from referatdesk.domain.meetings import AgendaItem
from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.votes.cover import Cover
from referatdesk.ui.votes.draft import Drafts, Place
from referatdesk.ui.votes.pane import VotePane
from referatdesk.ui.votes.statement_pane import StatementPane

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class VoteCommands(Commands):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._drafts = Drafts()
        self.desk.hold_with(self)

    def vote(self) -> None:
        """Opens the pane, and closes it again."""
        if not self._closed(VotePane):
            self._opened()

    def _opened(self) -> VotePane:
        pane = VotePane(self.window, self._drafts)
        pane.put_by.connect(self._tell_kept)
        pane.open()
        return pane

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

    # A count that is not written when the archive is left

    @property
    def holds(self) -> bool:
        return self._drafts.first is not None

    def ask(self, then: Callable[[], object]) -> None:
        """Where it was counted, with the count in sight."""
        from referatdesk.ui.asking.message import WaysOut  # noqa: PLC0415 - only where a count is left unwritten

        place = self._drafts.first
        if place is None or not self._shows(place):
            QTimer.singleShot(0, self.window, then)
            return
        pane = self._taken_up(place)
        title = self.workspace.get(AgendaItem, place.item_id).title
        words = _("The vote at “{title}” is not written in the decision.").format(title=title)
        ways: dict[str, Callable[[], object]] = {
            _("Write the vote") if pane.write.isEnabled() else _("Finish it"): partial(self._write, pane, then),
            _("Leave without it"): partial(self._leave_without, pane, then),
        }
        WaysOut(words, pane.sum.text(), ways, self.window).open()

    def _shows(self, place: Place) -> bool:
        """The item is there to be shown; where it was taken away meanwhile, nothing is to be written."""
        if self.workspace.meeting is None or self.workspace.meeting.id != place.meeting_id:
            self.window.open_meeting(place.meeting_id, place.item_id)
        if self.workspace.find(AgendaItem, place.item_id) is None:
            self._drafts.take(place)
            return False
        self.view.agenda.choose(place.item_id)
        return True

    def _taken_up(self, place: Place) -> VotePane:
        shown = next((one for one in self._open() if isinstance(one, VotePane) and one.item_id == place.item_id), None)
        pane = shown or self._opened()
        pane.take_up(place.vote_id)
        return pane

    @staticmethod
    def _write(pane: VotePane, then: Callable[[], object]) -> None:
        """What cannot be written stays to be seen, with the reason."""
        pane.enter()
        if pane.has_written:
            then()

    @staticmethod
    def _leave_without(pane: VotePane, then: Callable[[], object]) -> None:
        pane.leave_without()
        then()

    def _open(self) -> list[Cover]:
        return [one for one in self.view.item.findChildren(Cover) if one.isVisible()]

    def _closed(self, kind: type[Cover]) -> bool:
        """Closes what is open; whether one of that kind was."""
        shown = self._open()
        for one in shown:
            one.leave()
        return any(isinstance(one, kind) for one in shown)
