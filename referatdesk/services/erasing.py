"""Deleting for good: a meeting with its history, or the whole history, so that the archive holds nothing of it.

Copies of the archive that were made before still do; who deletes is told of them.
"""

from __future__ import annotations

from referatdesk.domain.changes import Change
from referatdesk.domain.meetings import Meeting
from referatdesk.services.dependents import without_meeting
from referatdesk.services.errors import UserError
from referatdesk.services.workspace import Workspace

PATIENCE = 60.0
"""Seconds: a long history is looked through."""


def erase_meeting(workspace: Workspace, meeting_id: str) -> None:
    """Returns when nothing of it is left in the archive.

    Raises UserError "meeting.missing", and "archive.unsaved" where the disk refuses it: it is then tried again, as
    everything that could not be saved is.
    """
    records = workspace.records_of(meeting_id)
    meeting = records.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("meeting.missing", meeting_id=meeting_id)
    _erase(workspace, Change("meeting.erase", without_meeting(records, meeting)), meeting_id)


def erase_history(workspace: Workspace) -> None:
    """What was written and changed back, overwritten or deleted is gone for good; what stands now stays.

    Raises UserError "archive.unsaved", as above.
    """
    _erase(workspace, Change("history.erase", ()), None)


def _erase(workspace: Workspace, change: Change, meeting_id: str | None) -> None:
    workspace.erase(change, meeting_id)
    if not workspace.flush(PATIENCE):
        raise UserError("archive.unsaved")
    workspace.give_back_room()
