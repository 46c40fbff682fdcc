"""What the open archive tells: that something changed, and what became of it on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from referatdesk.domain.changes import Change
from referatdesk.storage.journal import Act

if TYPE_CHECKING:
    from referatdesk.storage.full_check import Flaw


class Applied(msgspec.Struct, frozen=True):
    """A change is in force. `origin` is who asked for it; `act` whether it was done, undone or redone."""

    change: Change
    origin: object | None
    act: Act


class MeetingOpened(msgspec.Struct, frozen=True):
    """Another meeting is open, or none."""

    meeting_id: str | None


class Durable(msgspec.Struct, frozen=True):
    """Acts have reached the disk, at a time with its zone; `Workspace.unsaved` tells whether all have."""

    at: datetime


class SaveFailed(msgspec.Struct, frozen=True):
    """Acts could not be written; they are kept and tried again, unless it is final. `code` as in the errors of opening.

    Final is what the archive itself refuses: what is stored does not fit what is shown, and it is to be reopened.
    """

    code: str

    @property
    def is_final(self) -> bool:
        return self.code == "archive.rejected"


class NoBackup(msgspec.Struct, frozen=True):
    """The archive was proved where it lies, since no copy of it could be made; `code` says why, as in SaveFailed."""

    code: str


class FlawsFound(msgspec.Struct, frozen=True):
    """The full check of the archive's newest copy found that something in it does not hold."""

    flaws: tuple[Flaw, ...]


class SecondCopy(msgspec.Struct, frozen=True):
    """The newest copy lies in the second place, or `code` says why not, as in SaveFailed."""

    code: str | None


class OtherPhrase(msgspec.Struct, frozen=True):
    """So many copies can still be read with another phrase than the archive's, as their key is not known here."""

    count: int


OfCopies = FlawsFound | OtherPhrase | SecondCopy
Event = Applied | MeetingOpened | Durable | SaveFailed | NoBackup | OfCopies
Listener = Callable[[Event], None]


class Listeners:
    """Those who are told, in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Has the listener told from now on; the answer ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def clear(self) -> None:
        self._listeners.clear()

    def tell(self, event: Event) -> None:
        """Tells every listener, also after the mistake of one, which comes out at the end."""
        mistakes: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception as error:  # noqa: BLE001 - raised below
                mistakes.append(error)
        if mistakes:
            raise mistakes[0]
