"""Files that must be on the disk before the next step is taken."""

from __future__ import annotations

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes new names in the folder lasting; Windows does that by itself and lets no folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Takes the file away with what SQLite may have left beside it."""
    for name in (path, journal_of(path)):
        name.unlink(missing_ok=True)


def journal_of(path: Path) -> Path:
    """The rollback journal that SQLite keeps beside a file."""
    return path.with_name(path.name + "-journal")
