"""Deleting for good: a meeting with its history, or the whole history, so that the archive holds nothing of it.

Copies of the archive that were made before still do; who deletes is told of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from referatdesk.domain.changes import Change
from referatdesk.domain.meetings import Meeting
from referatdesk.services.archive.keeping import Reason, copy_now
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.dependents import without_meeting
from referatdesk.services.errors import UserError
from referatdesk.storage import contents
from referatdesk.storage.connection import Connection
from referatdesk.storage.erasing import give_back
from referatdesk.storage.protecting import beside

PATIENCE = 60.0
"""Seconds: a long history is looked through."""


def erase_meeting(workspace: Workspace, meeting_id: str) -> None:
    """Returns when nothing of it is left in the archive.

    Raises UserError "meeting.missing", and "archive.unsaved" where the disk refuses it: it is then tried again, as
    everything that could not be saved is.
    """
    begin_erasing(workspace, meeting_id)
    _end(workspace)


def begin_erasing(workspace: Workspace, meeting_id: str) -> None:
    """The same for who does not wait: once all is saved, `tidy` is to follow. Raises UserError "meeting.missing"."""
    records = workspace.records_of(meeting_id)
    meeting = records.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("meeting.missing", meeting_id=meeting_id)
    workspace.erase(Change("meeting.erase", without_meeting(records, meeting)), meeting_id)


def erase_history(workspace: Workspace) -> None:
    """What was written and changed back, overwritten or deleted is gone for good; what stands now stays.

    Raises UserError "archive.unsaved", as above.
    """
    workspace.erase(Change("history.erase", ()), None)
    _end(workspace)


def _end(workspace: Workspace) -> None:
    if not workspace.flush(PATIENCE):
        raise UserError("archive.unsaved")
    tidy(workspace)


def tidy(workspace: Workspace) -> None:
    """Leaves nothing in the archive of what was erased and saved; on any thread. Raises UserError "archive.…"."""
    with known_to_users():
        workspace.keeping.archive.read(_tidied)


def _tidied(connection: Connection) -> None:
    contents.drop_unneeded(connection, _always)
    give_back(connection, _always, all_of_it=True)


def _always() -> bool:
    return True


def earlier_copies(workspace: Workspace) -> list[Path]:
    """Files that may hold what is deleted: copies of the archive, here and in the second place, those of earlier
    versions, and acts that it refused. Those in an `absent_place` are not among them.

    Raises UserError "backup.no_folder" where a folder does not answer.
    """
    folders = workspace.keeping.folders
    try:
        return beside(workspace.path, workspace.keeping.archive.archive_id, folders)
    except OSError as error:
        raise UserError("backup.no_folder", path=folders[-1]) from error


def absent_place(workspace: Workspace) -> Path | None:
    """The second place, where it is not connected: copies on it hold what is deleted, and nobody can count them."""
    return workspace.keeping.absent_place


def drop_copies(workspace: Workspace, copies: Sequence[Path]) -> int:
    """Takes earlier copies away once a new one is proven; how many could not be. Not for the window's own thread.

    Raises UserError "archive.…" where there is no new one, and has then taken none.
    """
    failed = copy_now(workspace.keeping, Reason.WISH)
    if failed is not None:
        raise UserError(failed)
    for path in copies:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return sum(path.exists() for path in copies)
