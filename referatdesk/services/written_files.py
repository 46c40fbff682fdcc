"""A finished file put where the user wants it."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.word.files import WriteError, write_file
from referatdesk.services.errors import UserError


def write_new(target: Path, content: bytes, *, overwrite: bool) -> None:
    """Raises UserError with one of the codes of WriteError; the target is then as it was."""
    try:
        write_file(target, content, overwrite=overwrite)
    except WriteError as error:
        raise UserError(error.code, path=target) from error
