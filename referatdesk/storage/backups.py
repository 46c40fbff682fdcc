"""Proven copies of archives in their folder, known by their names.

A name says what a person looks for, and what thinning goes by: the archive, the number of the newest act, the local
time, and why the copy was made: `referater-1a2b3c4d-57-2027-02-04-1315-08-opened.referatdesk`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import msgspec

from referatdesk.storage.files import remove
from referatdesk.storage.thinning import Point, in_order, is_too_old, kept


class Reason(StrEnum):
    """Why a copy was made."""

    OPENED = "opened"
    REMOVAL = "removal"
    FOLDER = "folder"
    RESTORE = "restore"
    WISH = "wish"


RESTORING, RECOVERED, RECOVERING, WORKING = ".restoring", ".recovered", ".recovering", ".d"
"""How the names end of what is being made beside an archive, or of a folder for it; they begin with a dot."""
STAMP = "%Y-%m-%d-%H%M-%S"
_NAME = r"(?P<stem>.+)-(?P<archive>[0-9a-f]{8})-(?P<seq>\d+)-(?P<at>\d{4}-\d\d-\d\d-\d{4}-\d\d)-(?P<reason>[a-z]+)"
_OLD_NAME = r"(?P<stem>.+)-(?P<archive>[0-9a-f]{8})-(?P<at>\d{4}-\d\d-\d\d)"
"""Of earlier versions of the program: one a day, without the number of an act."""


class Backup(msgspec.Struct, frozen=True):
    """A copy by its name. `archive` is the beginning of the archive's id; `seq` is 0 where the name does not tell."""

    path: Path
    stem: str
    archive: str
    seq: int
    at: datetime
    reason: Reason | None

    @property
    def point(self) -> Point:
        return Point(self.path.name, self.seq, self.at)


def short(archive_id: str) -> str:
    """As much of an archive's id as the names of its copies hold."""
    return archive_id[:8]


def free_path(folder: Path, archive: Path, archive_id: str, seq: int, reason: Reason) -> Path:
    """A name for a copy made now; no copy ever takes another's."""
    at = datetime.now().astimezone()
    while (path := folder / _name(archive, archive_id, seq, at, reason)).exists():
        at += timedelta(seconds=1)
    return path


def _name(archive: Path, archive_id: str, seq: int, at: datetime, reason: Reason) -> str:
    return f"{archive.stem}-{short(archive_id)}-{seq}-{at.strftime(STAMP)}-{reason}{archive.suffix}"


def known(path: Path) -> Backup | None:
    """The copy that a file is by its name; None where it is something else."""
    for pattern, form in ((_NAME, STAMP), (_OLD_NAME, "%Y-%m-%d")):
        found = re.fullmatch(pattern, path.stem)
        if found is None or path.name.startswith("."):
            continue
        said = found.groupdict()
        with suppress(ValueError):
            at = datetime.strptime(said["at"], form)  # noqa: DTZ007 - local, as a person reads it
            given = said.get("reason")
            reason = Reason(given) if given in list(Reason) else None
            return Backup(path, said["stem"], said["archive"], int(said.get("seq") or 0), at, reason)
    return None


def backups_in(folder: Path, archive_id: str = "") -> list[Backup]:
    """Those of an archive, or of all, the newest first; raises OSError where the folder does not answer."""
    if not folder.is_dir():
        return []
    found = {path.name: known(path) for path in folder.iterdir()}
    wanted = {name: one for name, one in found.items() if one is not None and one.archive.startswith(short(archive_id))}
    ordered = in_order(one.point for one in wanted.values())
    return [one for point in ordered if (one := wanted[point.name]) is not None]


def drop_left_over(archive: Path) -> None:
    """Takes away what a restore or a recovery that was killed left beside an archive; raises OSError."""
    for end in (RESTORING, RECOVERED, RECOVERING, RECOVERED + RECOVERING):
        left = archive.with_name(f".{archive.name}{end}")
        remove(left)
        folder = left.with_name(left.name + WORKING)
        if folder.is_dir():
            import shutil  # noqa: PLC0415 - hopefully never

            shutil.rmtree(folder)


def newest(folder: Path, archive: Path, archive_id: str) -> Backup | None:
    """The newest copy of an archive under its present name."""
    own = [one for one in backups_in(folder, archive_id) if one.stem == archive.stem]
    return own[0] if own else None


def thin(folder: Path, archive: Path, archive_id: str) -> None:
    """Takes away what is no longer kept; raises OSError.

    Copies made while the archive had another name go when they would be too old among those of its present name.
    """
    listed = backups_in(folder, archive_id)
    own = [one.point for one in listed if one.stem == archive.stem]
    going = {point.name for point in own} - {point.name for point in kept(own)}
    for one in listed:
        if one.path.name in going or (one.stem != archive.stem and is_too_old(one.point, own)):
            one.path.unlink(missing_ok=True)
