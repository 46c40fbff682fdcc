"""The one step from the preview into the archive."""

from __future__ import annotations

from referatdesk.services import importing
from referatdesk.services.errors import UserError
from referatdesk.ui.desk import Desk
from referatdesk.ui.reading.choices import Choices
from referatdesk.ui.reading.reading import Reading


def put_into_archive(desk: Desk, reading: Reading, choices: Choices) -> str | None:
    """The id of the meeting; None where it could not be, and the user was told why."""
    try:
        desk.settle()
        change, meeting_id = importing.draft_to_change(
            desk.workspace, reading.draft, board_name=choices.board_name or None
        )
        desk.do(change)
    except UserError as error:
        desk.ask.tell(error)
        return None
    return meeting_id
