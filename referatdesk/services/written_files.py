"""A finished file put where the user wants it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from referatdesk.config.running import mode_for_others, note_beside
from referatdesk.documents.word.files import WriteError, write_file
from referatdesk.services.errors import UserError

_FOR_NOBODY_ELSE = 0o600


def put_file(target: Path, content: bytes, *, overwrite: bool, known: str = "") -> None:
    """Others may read it as the user's own umask says. Raises WriteError; the target is then as it was."""
    write_file(target, content, overwrite=overwrite, known=known, mode=mode_for_others(), note=note_beside)


def write_new(target: Path, content: bytes, *, overwrite: bool) -> None:
    """Raises UserError with one of the codes of WriteError; the target is then as it was."""
    with _told(target):
        put_file(target, content, overwrite=overwrite)


def write_secret(target: Path, content: bytes) -> None:
    """A new file is for nobody else on this computer to read. Raises UserError as `write_new` does."""
    with _told(target):
        write_file(target, content, overwrite=True, mode=_FOR_NOBODY_ELSE, note=note_beside)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except WriteError as error:
        raise UserError(error.code, path=target) from error
