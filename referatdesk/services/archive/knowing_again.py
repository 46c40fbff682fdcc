"""Which archive a damaged file is: as it says itself, as its pages show, or as was remembered of the place it lies in.

A name says nothing: another archive, or another program's file, may have the same one.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from referatdesk.config import places
from referatdesk.config.settings import SettingsFile
from referatdesk.services.archive.unlocking import known_key
from referatdesk.storage import reading
from referatdesk.storage.backups import backups_in
from referatdesk.storage.errors import StorageError
from referatdesk.storage.header import MAGIC as PLAIN
from referatdesk.storage.keys import SALT_SIZE, Key
from referatdesk.storage.looking import opened_copy
from referatdesk.storage.salvage import PAGE, has_page_of, texts_in


def id_said(path: Path, key: Key | None) -> str:
    """The id that an archive or a copy says of itself; empty where it cannot be opened."""
    with suppress(OSError, StorageError), opened_copy(path, key or known_key(path)) as connection:
        return reading.archive_id(connection)
    return ""


def id_shown(archive: Path, folder: Path) -> str:
    """The id, or its beginning, of the archive whose copies lie in the folder and whose pages the file has, or empty.

    Raises OSError.
    """
    ids: dict[bytes, str] = {}
    salt = _beginning(archive)
    tried: set[tuple[str, bytes]] = set()
    for copy in backups_in(folder):
        beginning = _beginning(copy.path)
        if salt == beginning != PLAIN:
            return id_said(copy.path, None) or copy.archive
        if (copy.archive, beginning) in tried:
            continue
        tried.add((copy.archive, beginning))
        key = _key(copy.path)
        if key is not None and has_page_of(archive, key):
            return id_said(copy.path, key) or copy.archive
        if key is None and (said := id_said(copy.path, None)):
            ids[said.encode()] = said
    found = texts_in(archive, ids)
    return ids[found[0]] if len(found) == 1 else ""


def id_remembered(archive: Path, folder: Path) -> str:
    """The id, or its beginning, of the archive that was last open under that path; empty where nothing is known.

    Settings of earlier versions know the path alone: then all copies under its name must be of one archive.
    Raises OSError.
    """
    settings = SettingsFile(places.settings_file()).load()
    path = str(archive)
    if path in settings.archive_ids:
        return settings.archive_ids[path]
    if path not in settings.recent_archives:
        return ""
    ids = {copy.archive for copy in backups_in(folder) if copy.stem == archive.stem}
    return ids.pop() if len(ids) == 1 else ""


def known_id(archive: Path, folder: Path, key: Key | None = None) -> str:
    """The best that can be told; raises OSError. Of a file that is gone, the newest copy under its name tells."""
    if not archive.is_file():
        own = (copy for copy in backups_in(folder) if copy.stem == archive.stem)
        return id_remembered(archive, folder) or next((copy.archive for copy in own), "")
    return id_said(archive, key) or id_shown(archive, folder) or id_remembered(archive, folder)


def is_damaged(archive: Path, folder: Path, *, may_be_protected: bool) -> bool:
    """Whether a file that did not open is an archive of which there are copies, and damage keeps it from opening.

    Not where the phrase alone is missing, and not where another program's file lies in its place. Raises OSError.
    """
    shown = id_shown(archive, folder)
    archive_id = shown or id_remembered(archive, folder)
    copies = backups_in(folder, archive_id) if archive_id else []
    beginnings = {_beginning(copy.path) for copy in copies}
    if may_be_protected and _beginning(archive) in beginnings:
        return False
    if shown or not copies:
        return bool(shown)
    return beginnings == {PLAIN} if may_be_protected else not any(_beginning(archive, PAGE))


def _beginning(path: Path, size: int = SALT_SIZE) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


def _key(path: Path) -> Key | None:
    with suppress(StorageError):
        return known_key(path)
    return None
