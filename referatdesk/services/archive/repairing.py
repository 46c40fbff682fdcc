"""Putting a copy, or what was recovered, in an archive's place; the archive is open nowhere meanwhile.

Each way is first made ready beside the archive, where it can be looked at, and taken only then.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from referatdesk.config import places
from referatdesk.domain.meetings import Meeting
from referatdesk.services.archive.backups import Backup, GoOn, Place, is_sound, listed, meeting_in
from referatdesk.services.archive.bringing_back import ItemLine, item_lines
from referatdesk.services.archive.knowing_again import is_damaged
from referatdesk.services.archive.pending import known_to_users
from referatdesk.services.errors import UserError
from referatdesk.storage import restoring
from referatdesk.storage.backups import RECOVERED
from referatdesk.storage.errors import StorageError
from referatdesk.storage.files import remove
from referatdesk.storage.full_check import Flaw, FullCheck
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.looking import key_for
from referatdesk.storage.recovering import Known, Recovered, recover
from referatdesk.storage.restoring import Ready

__all__ = ["Flaw", "Ready", "Recovered", "Repair"]


@dataclass(frozen=True, slots=True)
class Repair:
    """What could be read of a damaged archive, in a file beside it that has no good name yet."""

    path: Path
    done: Recovered


def newest_sound(place: Place, go_on: GoOn) -> Backup | None:
    """The newest copy that could take the archive's place; raises UserError where the copies cannot be listed.

    None of an archive that is not known: copies under its name may be another's.
    """
    for one in listed(place) if place.archive_id else ():
        go_on()
        if is_sound(one.path, place.key):
            return one
    return None


def can_repair(archive: Path, code: str) -> bool:
    """Whether an archive that did not open may be one that is damaged; `code` as in the errors of opening.

    Damage to its very beginning makes it look like nothing of ours, or like one of another key: what lies behind that
    tells, or what was remembered of the place.
    """
    if code == "archive.damaged":
        return True
    if code not in {"archive.foreign", "archive.needs_phrase", "archive.wrong_phrase"} or not archive.is_file():
        return False
    with suppress(OSError):
        folder = places.data_folder() / "backups"
        return is_damaged(archive, folder, may_be_protected=code != "archive.foreign")
    return False


def full_check(copy: Path, key: Key | None) -> list[Flaw]:
    """What is wrong with a copy, or with an archive that is not open; raises UserError where it cannot be read."""
    with known_to_users():
        return FullCheck(copy, key_for(copy, key)).flaws()


def item_lines_between(one: Path, other: Path, key: Key | None, meeting_id: str) -> list[ItemLine]:
    """The items of a meeting in one file against those of another."""
    here = meeting_in(other, key, meeting_id).records
    there = meeting_in(one, key, meeting_id)
    return item_lines(here if here.find(Meeting, meeting_id) is not None else None, there, meeting_id)


def _unsaved(place: Place) -> tuple[Entry, ...]:
    return tuple(restoring.unsaved_acts(place.archive, place.archive_id, place.folder, place.key))


def _beyond(place: Place, unsaved: tuple[Entry, ...]) -> int:
    with suppress(OSError):
        return restoring.highest_seq(place.folder, place.archive_id, unsaved)
    return max([0, *(entry.seq for entry in unsaved)])


def prepare(place: Place, copy: Path, newest: int = 0) -> Ready:
    """Makes a copy ready to take the place; `newest` is the number of the archive's newest act. Raises UserError."""
    unsaved = _unsaved(place)
    with known_to_users():
        return restoring.prepare(place.archive, copy, place.key, max(newest, _beyond(place, unsaved)), unsaved)


def recover_beside(place: Place, go_on: GoOn) -> Repair:
    """Recovers a damaged archive into a file beside it, which `forget` takes away again. Raises UserError."""
    return recover_into(place, beside(place), go_on)


def beside(place: Place) -> Path:
    """Where a recovered archive lies until it is taken or forgotten."""
    return place.archive.with_name(f".{place.archive.name}{RECOVERED}")


def recover_into(place: Place, target: Path, go_on: GoOn) -> Repair:
    unsaved = _unsaved(place)
    known = Known(place.archive_id, _beyond(place, unsaved), unsaved)
    with known_to_users():
        return Repair(target, recover(place.archive, target, place.key, known, go_on))


def forget(path: Path) -> None:
    """Takes away what was made ready and is not wanted."""
    with suppress(OSError):
        remove(path)


def replace_damaged(place: Place, ready: Path) -> Path:
    """Puts what is ready in the place of a damaged archive, and returns where that one is kept. Raises UserError."""
    with known_to_users():
        aside = restoring.set_aside(place.archive, place.archive_id, place.folder)
        restoring.put_in_place(place.archive, ready)
    restoring.drop_unsaved(place.archive, place.archive_id, place.folder, aside)
    return aside


def replace_kept(place: Place, ready: Path) -> None:
    """Puts what is ready in the place of a closed archive of which a proven copy was made. Raises UserError.

    One that a crash left in the middle of a save was not closed.
    """
    try:
        restoring.put_in_place(place.archive, ready)
    except StorageError as error:
        forget(ready)
        raise UserError(f"archive.{error.fault.value}", **error.data) from error
