"""What the archive knows, taken along into a job: boards and people, what was learnt, and which meetings there are."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.boards import Board
from referatdesk.domain.changes import SHARED_TYPES
from referatdesk.domain.records import RecordSet
from referatdesk.services import importing
from referatdesk.services.drafts import Doubt, Draft, Habit
from referatdesk.services.workspace import MeetingRow, Workspace

ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Known:
    records: RecordSet
    meetings: tuple[MeetingRow, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> Known:
        shared = (record for kind in SHARED_TYPES for record in workspace.all(kind))
        return cls(RecordSet(shared), tuple(workspace.meeting_rows(limit=ALL)))

    def board(self, name: str | None) -> Board | None:
        wanted = _flat(name or "")
        return next((board for board in self.records.all(Board) if _flat(board.name) == wanted), None)

    def habits(self, board_name: str | None) -> tuple[Habit, ...]:
        """What earlier documents of the board taught."""
        board = self.board(board_name)
        return importing.habits_of(self.records, board.id) if board else ()

    def questions(self, draft: Draft) -> tuple[Doubt, ...]:
        return importing.proposals(self.records, draft, self.meetings)


def _flat(name: str) -> str:
    return " ".join(name.casefold().split())
