"""The copies of an archive: which there are, what each holds, how it differs, and putting one in the archive's place.

Nothing here needs the archive to be open. What takes long gets `go_on`, which is called often and may raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config import places
from referatdesk.domain.changes import RECORD_TYPES, Content
from referatdesk.domain.reading import SourceFile
from referatdesk.domain.records import RecordSet
from referatdesk.services.archive.knowing_again import id_said, known_id
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.archive.unlocking import known_key
from referatdesk.services.errors import UserError
from referatdesk.storage import backups, contents, reading
from referatdesk.storage.backups import Backup, Reason
from referatdesk.storage.errors import StorageError
from referatdesk.storage.keys import Key
from referatdesk.storage.looking import Held, check_copy, held, opened_copy
from referatdesk.storage.reading import MeetingRow

if TYPE_CHECKING:
    from referatdesk.storage.connection import Connection

__all__ = ["Backup", "Difference", "GoOn", "Held", "MeetingRow", "Place", "Reason"]

GoOn = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Place:
    """An archive and where its copies lie. `archive_id` may be only the beginning of it, or empty: of any."""

    archive: Path
    folder: Path
    archive_id: str = ""
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one state of an archive against another: meetings that only the one has, or only the other, or that differ."""

    only_one: tuple[MeetingRow, ...]
    only_other: tuple[MeetingRow, ...]
    altered: tuple[MeetingRow, ...]

    def __bool__(self) -> bool:
        return bool(self.only_one or self.only_other or self.altered)


@dataclass(frozen=True, slots=True)
class Copied:
    """All records of one meeting in a copy, with the shared ones, and the contents of its kept files."""

    records: RecordSet
    contents: tuple[Content, ...]


def place_of(archive: Path, key: Key | None = None) -> Place:
    """Of an archive that is not open, and may be damaged; raises UserError.

    Where damage took the salt of a protected one, its copies tell which key it has. Without an id it is not known
    which archive it is: one of the same name may be another.
    """
    folder = places.data_folder() / "backups"
    with known_to_users(), _unreachable_known(folder):
        archive_id = known_id(archive, folder, key)
        own = [one.path for one in backups.backups_in(folder, archive_id)] if archive_id else []
        key = key or next((found for path in (archive, *own) if (found := known_key(path)) is not None), None)
        said = (id_said(path, key) for path in own)
        archive_id = next((one for one in said if one.startswith(archive_id)), archive_id)
    return Place(archive, folder, archive_id, key)


def listed(place: Place) -> list[Backup]:
    """The copies, the newest first; raises UserError. Without a known id, those under the archive's name."""
    with _unreachable_known(place.folder):
        found = backups.backups_in(place.folder, place.archive_id)
    return [one for one in found if place.archive_id or one.stem == place.archive.stem]


@contextmanager
def _unreachable_known(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError("backup.no_folder", path=folder) from error


@contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[Connection]:
    with known_to_users(), opened_copy(path, key) as connection:
        yield connection


def look(copy: Path, key: Key | None, go_on: GoOn) -> Held:
    """What the copy holds; raises UserError."""
    with _opened(copy, key) as connection:
        return held(connection, go_on)


def meetings_in(copy: Path, key: Key | None) -> int | None:
    """How many meetings a copy holds; None where it cannot be opened, with this key at least."""
    try:
        with opened_copy(copy, key) as connection:
            return int(connection.execute("SELECT count(*) FROM meeting").fetchone()[0])
    except StorageError:
        return None


def is_sound(copy: Path, key: Key | None) -> bool:
    """Whether it could take the archive's place."""
    try:
        with opened_copy(copy, key) as connection:
            check_copy(connection, copy)
    except StorageError:
        return False
    return True


def meeting_in(copy: Path, key: Key | None, meeting_id: str) -> Copied:
    """One meeting as it is in the copy; raises UserError."""
    with _opened(copy, key) as connection:
        records = RecordSet(record for kind in RECORD_TYPES for record in reading.records(connection, kind, meeting_id))
        wanted = {one.sha256 for one in records.all(SourceFile) if one.kept}
        found = ((sha256, contents.content(connection, sha256)) for sha256 in sorted(wanted))
        return Copied(records, tuple(Content(sha256, data) for sha256, data in found if data is not None))


def difference(one: Held, other: Held) -> Difference:
    there, here = _by_id(one.meetings), _by_id(other.meetings)
    return Difference(
        tuple(row for key, row in there.items() if key not in here),
        tuple(row for key, row in here.items() if key not in there),
        tuple(row for key, row in there.items() if key in here and one.prints.get(key) != other.prints.get(key)),
    )


def _by_id(rows: Iterable[MeetingRow]) -> dict[str, MeetingRow]:
    return {row.id: row for row in rows}
