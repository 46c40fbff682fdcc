"""The line below an item that quietly proposes a follow-up, and says what is kept and what is open from earlier.

It is looked for in a pause of the writing, and always has its room, so that nothing moves when there is something.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.archive.events import Applied
from referatdesk.services.errors import UserError
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import tool
from referatdesk.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from referatdesk.domain.promises import Promise

PAUSE_MS = 700
"""So long after the last change of the text it is looked through."""
SENTENCES_AT_ONCE = 40
"""Then the keys are let in again."""
BUTTON = 24


class FollowUpLine(QWidget):
    """`wanted` asks for the list of follow-ups."""

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item_id = ""
        self.proposal: Promise | None = None
        self._to_read: Iterator[Promise | None] = iter(())
        self._said = ""
        self._said_is_old = True
        self.words = ElidedLabel("", self)
        mark(self.words, tone="muted", type="small")
        self.accept_button = tool(_("Keep as a follow-up"), "check", self.accept, self)
        self.dismiss_button = tool(_("No follow-up"), "remove", self.dismiss, self)
        self.list_button = tool(_("Follow-ups"), "bullets", self.wanted.emit, self)
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACE.hair, 0, 0, 0)
        box.setSpacing(SPACE.hair)
        box.addWidget(self.words, 1)
        for one in self.buttons():
            one.setFixedHeight(BUTTON)
            box.addWidget(one)
        self.setFixedHeight(BUTTON)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)
        self._show()
        desk.watch(self, self._heard)

    def buttons(self) -> list[QToolButton]:
        return [self.accept_button, self.dismiss_button, self.list_button]

    def show_item(self, item_id: str) -> None:
        """What belongs to another item is gone at once; what this one promises is looked for when there is time."""
        self._item_id = item_id
        self._turn.stop()
        self.proposal = None
        self._said = ""
        self._said_is_old = True
        self._show()
        self._pause.start()

    def _paused(self) -> None:
        with suppress(UserError):  # trouble with the archive is told by what the user does with it
            self.look()

    def look(self) -> None:
        """Looks through the text of the item now, a long one in several turns."""
        self._pause.stop()
        self._turn.stop()
        self._to_read = iter(())
        if self._item_id and self._desk.workspace.find(AgendaItem, self._item_id) is not None:
            if not self._desk.workspace.is_view:
                self._to_read = self._promised()
            if self._said_is_old:
                self._said, self._said_is_old = self._facts(), False
        else:
            self._said = ""
        self._read_on()

    def _promised(self) -> Iterator[Promise | None]:
        from referatdesk.services import follow_ups  # noqa: PLC0415 - the first meeting does not wait for the rules

        return follow_ups.proposals(self._desk.workspace, self._item_id)

    def _read_on(self) -> None:
        """As far as to the first promise; what was proposed before stays until there is an answer."""
        read = 0
        for promise in islice(self._to_read, SENTENCES_AT_ONCE):
            read += 1
            if promise is not None and self._mark_of(promise) not in self._desk.preferences.now.dismissed_follow_ups:
                self._propose(promise)
                return
        if read == SENTENCES_AT_ONCE:
            self._turn.start()
        else:
            self._propose(None)

    def _propose(self, promise: Promise | None) -> None:
        self.proposal = promise
        self._show()

    def _facts(self) -> str:
        """What is kept and open. The whole archive is asked for it, so not after every pause in the writing."""
        from referatdesk.services.open_follow_ups import BoardFollowUps  # noqa: PLC0415 - as above

        workspace, meeting = self._desk.workspace, self._desk.workspace.meeting
        here = sum(one.item_id == self._item_id for one in workspace.all(FollowUp))
        earlier = len(BoardFollowUps(workspace, meeting).from_earlier()) if meeting else 0
        facts = [
            ngettext("{count} follow-up on the item", "{count} follow-ups on the item", here).format(count=here),
            ngettext("{count} open from earlier meetings", "{count} open from earlier meetings", earlier).format(
                count=earlier
            ),
        ]
        return "  ·  ".join(words for words, count in zip(facts, (here, earlier), strict=True) if count)

    def _show(self) -> None:
        promise = self.proposal
        if promise is None:
            self.words.setText(self._said)
        else:
            from referatdesk.ui.follow_ups.words import proposal_words  # noqa: PLC0415 - as above

            words = proposal_words(promise)
            if words != self.words.text():
                self.words.setText(words)
                announce(self, words)
        mark(self.words, tone="muted" if promise is None else "accent")
        self.accept_button.setVisible(promise is not None)
        self.dismiss_button.setVisible(promise is not None)
        self.list_button.setVisible(bool(self.words.text()))

    def accept(self) -> None:
        """The promise proposed is kept, and the next one proposed."""
        promise = self.proposal
        if promise is not None:
            self._desk.attempt(lambda: self._keep(promise))

    def _keep(self, promise: Promise) -> None:
        from referatdesk.services import follow_ups  # noqa: PLC0415 - as above

        change, _new = follow_ups.add_promise(self._desk.workspace, self._item_id, promise)
        self._desk.do(change)
        self._look_behind()

    def dismiss(self) -> None:
        """This one is not proposed again as long as it stands in these words."""
        if self.proposal is not None:
            preferences = self._desk.preferences
            preferences.set(preferences.now.with_dismissed_follow_up(self._mark_of(self.proposal)))
            self._look_behind()

    def _look_behind(self) -> None:
        """What was answered is not answered once more before the next one is found."""
        self.proposal = None
        self.look()

    def _mark_of(self, promise: Promise) -> str:
        from referatdesk.services import follow_ups  # noqa: PLC0415 - as above

        return follow_ups.fingerprint(self._item_id, promise)

    def _heard(self, event: object) -> None:
        if not isinstance(event, Applied):
            return
        kinds = {type(pair.record) for pair in event.change.pairs}
        self._said_is_old = self._said_is_old or bool(kinds & {FollowUp, Meeting})
        if kinds & {ItemText, FollowUp, Attendance, Meeting}:
            self._pause.start()
