"""The kinds of copy that a meeting becomes, what each of them holds, and how a long export is watched."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from referatdesk.documents.word.values import Identity
from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.records import Records
from referatdesk.services.errors import UserError


class Kind(StrEnum):
    """For publication: what everybody may read. In full: all of it, for those who take part; neither has anything of
    the program in it. For review: all of it, and what is written in it finds its way back.
    """

    PUBLICATION = "publication"
    FULL = "full"
    REVIEW = "review"
    REVIEW_LIBREOFFICE = "review_libreoffice"


IDENTITIES = {
    Kind.PUBLICATION: Identity.NONE,
    Kind.FULL: Identity.NONE,
    Kind.REVIEW: Identity.CONTROLS,
    Kind.REVIEW_LIBREOFFICE: Identity.BOOKMARKS,
}


class Progress(Protocol):
    """What a long export tells, and how it is told to stop."""

    @property
    def cancelled(self) -> bool: ...

    def report(self, done: int, of: int) -> None: ...


class _Unwatched:
    cancelled = False

    def report(self, done: int, of: int) -> None:
        """Nobody listens."""


UNWATCHED: Progress = _Unwatched()


class Steps:
    """The stages of a long export, told one after the other as they begin."""

    def __init__(self, progress: Progress, number: int) -> None:
        self._progress = progress
        self._number = number
        self._begun = 0

    def next(self) -> None:
        """Raises UserError "export.stopped" where nobody waits for it any more."""
        if self._progress.cancelled:
            raise UserError("export.stopped")
        self._progress.report(self._begun, self._number)
        self._begun += 1

    def is_cancelled(self) -> bool:
        return self._progress.cancelled


def closed_items(records: Records, meeting_id: str) -> list[AgendaItem]:
    """The items of a meeting that are not wholly open."""
    items = (item for item in records.all(AgendaItem) if item.meeting_id == meeting_id)
    return [item for item in items if item.access is not Access.OPEN]
