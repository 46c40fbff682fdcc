"""The follow-ups of a board over all its meetings: what is open, when it is due, and how late it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from referatdesk.domain.codes import Precision
from referatdesk.domain.deadlines import last_day
from referatdesk.domain.decisions import FollowUp
from referatdesk.domain.meetings import Meeting
from referatdesk.services.archive.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """A follow-up with the day on which it was promised, and the last day in time, where either is known."""

    follow_up: FollowUp
    said_on: str | None
    last_day: date | None

    def days_late(self, today: date) -> int | None:
        """How long it has been due, 0 on the day itself and less before; None where no day is known."""
        return (today - self.last_day).days if self.last_day is not None else None


class BoardFollowUps:
    """What a list shows of one board's follow-ups; each is read anew, no meeting is."""

    def __init__(self, workspace: Workspace, meeting: Meeting) -> None:
        self._workspace = workspace
        self._meeting = meeting
        days = [day for day in workspace.meeting_days() if day.board_id == meeting.board_id]
        self._said_on = {day.id: day.date for day in days}
        self._days = sorted(day.date for day in days if not day.date.startswith("--"))

    def of_meeting(self) -> list[Listed]:
        """Those of the open meeting, in the order of its text."""
        return [self.listed(one) for one in self._workspace.all(FollowUp)]

    def from_earlier(self) -> list[Listed]:
        """The board's open ones from other meetings, those of later meetings left out; the most urgent first."""
        here = self._meeting
        found = [one for one in self._workspace.open_follow_ups(here.board_id) if one.meeting_id != here.id]
        return _urgent_first(self.listed(one) for one in found if not self._is_later(one))

    def listed(self, one: FollowUp) -> Listed:
        said_on = self._said_on.get(one.meeting_id)
        return Listed(one, said_on, self._last_day(one, said_on))

    def _is_later(self, one: FollowUp) -> bool:
        said_on, here = self._said_on.get(one.meeting_id), self._meeting.date
        return said_on is not None and here is not None and said_on > here

    def _last_day(self, one: FollowUp, said_on: str | None) -> date | None:
        """The next meeting is the board's first one after that day, once there is one."""
        if one.due_precision is Precision.NEXT_MEETING:
            after = (day for day in self._days if said_on is not None and day > said_on)
            following = next(after, None)
            return last_day(following) if following else None
        return last_day(one.due, one.due_raw) if one.due else None


def _urgent_first(listed: Iterable[Listed]) -> list[Listed]:
    return sorted(listed, key=lambda one: (one.last_day or date.max, one.said_on or "", one.follow_up.sort))
