"""What the archive knows, taken along into a job: boards and people, what was learnt, and which meetings there are."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.boards import Board
from referatdesk.domain.records import RecordSet
from referatdesk.services.archive.workspace import MeetingDay, Workspace
from referatdesk.services.drafts import Doubt, Draft, Habit
from referatdesk.services.intake import importing
from referatdesk.services.intake.many import snapshot
from referatdesk.services.intake.matching import board_named


@dataclass(frozen=True, slots=True)
class Known:
    records: RecordSet
    meetings: tuple[MeetingDay, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> Known:
        found = snapshot(workspace)
        return cls(found.records, found.meetings)

    def board(self, name: str | None) -> Board | None:
        return board_named(self.records, name or "")

    def meeting(self, board_name: str, date: str | None) -> str | None:
        """The id of the board's meeting on that day."""
        board = self.board(board_name)
        same = [row.id for row in self.meetings if board and date and (row.board_id, row.date) == (board.id, date)]
        return same[0] if same else None

    def planned(self, meeting_id: str | None, board_name: str) -> str | None:
        """The id of the meeting that the user pointed at, where it is one of the board's."""
        board = self.board(board_name)
        return next((day.id for day in self.meetings if board and day[:2] == (meeting_id, board.id)), None)

    def habits(self, board_name: str | None) -> tuple[Habit, ...]:
        """What earlier documents of the board taught."""
        board = self.board(board_name)
        return importing.habits_of(self.records, board.id) if board else ()

    def questions(self, draft: Draft) -> tuple[Doubt, ...]:
        return importing.proposals(self.records, draft, self.meetings)
