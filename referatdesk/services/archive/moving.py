"""An archive moved to another place: what becomes of the old file once a proven copy is in use."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from referatdesk.services.errors import UserError
from referatdesk.storage.files import journal_of, remove


def free_name(path: Path) -> Path:
    """The path, or the next one beside it that nobody has."""
    return next(one for one in chain([path], _further(path)) if not one.exists())


def _further(path: Path) -> Iterator[Path]:
    return (path.with_stem(f"{path.stem} {number}") for number in count(2))


def take_away(archive: Path) -> None:
    """Of an archive that is closed. Raises UserError "move.left"."""
    try:
        remove(archive)
    except OSError as error:
        raise UserError("move.left", path=archive) from error


def set_aside(archive: Path, name: str) -> Path:
    """Gives a closed archive another name where it lies, which is returned. Raises UserError "move.left"."""
    aside = free_name(archive.with_stem(name))
    try:
        archive.rename(aside)
        journal_of(archive).unlink(missing_ok=True)  # empty: nothing is to be mended in what was closed in order
    except OSError as error:
        raise UserError("move.left", path=archive) from error
    return aside
