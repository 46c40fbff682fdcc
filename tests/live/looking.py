"""What stands in the archive while the program has it open, read from outside without its help."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

from referatdesk.domain.changes import Record
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.decisions import (
    Decision,
    FollowUp,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, Meeting, TimeSpent
from referatdesk.domain.records import RecordSet
from referatdesk.domain.richtext import plain_text
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError

WRITTEN = (SectionKind.MINUTES, SectionKind.DECISION)
R = TypeVar("R", bound=Record)


class Seen:
    """The meeting as it is stored at one moment; items and people are named by their titles and names."""

    def __init__(self, records: RecordSet, meeting_id: str) -> None:
        self._records = records
        self.meeting = records.get(Meeting, meeting_id)

    def item(self, title: str) -> AgendaItem:
        return next(item for item in self._records.all(AgendaItem) if item.title == title)

    def items(self) -> list[AgendaItem]:
        return sorted(self._records.all(AgendaItem), key=lambda item: item.sort)

    def person(self, name: str) -> Attendance:
        return next(one for one in self._records.all(Attendance) if one.name == name)

    def people(self) -> list[Attendance]:
        return sorted(self._records.all(Attendance), key=lambda one: one.sort)

    def written(self, title: str) -> str:
        """What stands in the minutes and the decision of an item."""
        text = self._records.text(self.item(title).id)
        return "\n".join(plain_text(section.blocks) for section in text.of_kind(*WRITTEN))

    def is_written(self, sentence: str) -> bool:
        return any(sentence in self.written(item.title) for item in self.items())

    def at_item(self, title: str, name: str) -> ItemAttendance | None:
        item, person = self.item(title).id, self.person(name).id
        noted = self._records.all(ItemAttendance)
        return next((one for one in noted if (one.item_id, one.attendance_id) == (item, person)), None)

    def outcomes(self, title: str) -> dict[int, str]:
        """By the number of the point, from 1: what became of it."""
        item = self.item(title).id
        points = sorted((one for one in self._records.all(RecommendationPoint) if one.item_id == item), key=_sort)
        became = {one.point_id: one.outcome.value for one in self._records.all(PointOutcome)}
        return {number: became[point.id] for number, point in enumerate(points, 1) if point.id in became}

    def decision(self, title: str) -> Decision | None:
        return next(iter(self._at(Decision, title)), None)

    def votes(self, title: str) -> list[Vote]:
        return self._at(Vote, title)

    def casts(self, vote: Vote) -> dict[str, str]:
        """By the name of a person or of a party: the choice."""
        names = {one.id: one.name for one in self._records.all(Attendance)}
        casts = [one for one in self._records.all(VoteCast) if one.vote_id == vote.id]
        return {names.get(one.attendance_id or "", one.party or ""): one.choice.value for one in casts}

    def statements(self, title: str) -> list[Statement]:
        return self._at(Statement, title)

    def follow_ups(self, title: str) -> list[FollowUp]:
        return self._at(FollowUp, title)

    def spent(self, title: str | None) -> list[TimeSpent]:
        """The stretches given to an item, or to breaks."""
        item = None if title is None else self.item(title).id
        stretches = [one for one in self._records.all(TimeSpent) if one.item_id == item]
        return sorted(stretches, key=lambda one: one.began)

    def _at(self, kind: type[R], title: str) -> list[R]:
        item = self.item(title).id
        return [one for one in self._records.all(kind) if getattr(one, "item_id", None) == item]


def _sort(point: RecommendationPoint) -> int:
    return point.sort


def look(archive: Path, meeting_id: str) -> Seen:
    """Raises UserError where it is written so steadily that it cannot be read whole."""
    workspace = Workspace.view(archive, _at_once)
    try:
        return Seen(workspace.records_of(meeting_id), meeting_id)
    finally:
        workspace.close()


def wait_until(archive: Path, meeting_id: str, is_there: Callable[[Seen], bool], patience: float) -> bool:
    """Whether it comes to stand in the archive before the patience is over."""
    limit = monotonic() + patience
    while monotonic() < limit:
        with suppress(UserError, StopIteration):
            if is_there(look(archive, meeting_id)):
                return True
    return False


def _at_once(call: Callable[[], None]) -> None:
    call()
