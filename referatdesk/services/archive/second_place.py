"""The second place for copies, as it is chosen."""

from __future__ import annotations

from pathlib import Path

from referatdesk.services.errors import UserError
from referatdesk.storage import second_place
from referatdesk.storage.errors import fault_of


def choose(folder: Path) -> None:
    """Makes sure that copies can lie there; raises UserError."""
    try:
        second_place.choose(folder)
    except OSError as error:
        raise UserError("backup.no_second", path=folder, why=fault_of(error).value) from error
