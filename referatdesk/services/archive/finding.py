"""An archive that is not where it was: whether its place is there at all, and where else it may lie now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePath

from referatdesk.config.places import ARCHIVE_SUFFIX
from referatdesk.services.archive.unlocking import known_key
from referatdesk.storage import reading
from referatdesk.storage.errors import StorageError
from referatdesk.storage.looking import opened_copy
from referatdesk.storage.opening import OpenArchive

MOST_FILES = 50
"""Of one folder that are looked into."""
PLUGGED_IN = {("media",): 3, ("run", "media"): 4, ("mnt",): 2, ("Volumes",): 2}
"""Folders of POSIX systems in which disks and shares appear, and how many names lead to one of them."""


def is_unplugged(path: PurePath, is_there: Callable[[str], bool] = os.path.ismount) -> bool:
    """Whether the drive or the share that a path leads to is not connected."""
    if path.drive:
        return not is_there(path.anchor)
    parts = path.parts[1:]
    depth = next((depth for begins, depth in PLUGGED_IN.items() if parts[: len(begins)] == begins), 0)
    return 0 < depth < len(parts) and not is_there(str(PurePath("/", *parts[:depth])))


def found_elsewhere(missing: Path, archive_id: str, folders: Iterable[Path]) -> Path | None:
    """Another file that is the archive with that id, in the folder where it was or in one of those."""
    for path in _candidates([missing.parent, *folders]):
        with suppress(OSError, StorageError):
            key = known_key(path)
            with OpenArchive.reading_bytes(path), opened_copy(path, key) as connection:
                if reading.archive_id(connection) == archive_id:
                    return path
    return None


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders):
        with suppress(OSError):
            yield from islice((path for path in sorted(folder.iterdir()) if path.suffix == ARCHIVE_SUFFIX), MOST_FILES)
