"""Putting a copy, or what was recovered, in the place of an archive.

What takes the place is made beside it, proven, and on the disk before one rename puts it there: a kill at any moment
leaves one good archive under the name. What stood there is kept: a sound archive as a proven copy among the others, a
damaged one as it is under a name that says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from referatdesk.storage import contents
from referatdesk.storage.backups import RESTORING, STAMP, backups_in, short
from referatdesk.storage.connection import Connection, connect, connect_alone, known_errors
from referatdesk.storage.errors import Fault, StorageError
from referatdesk.storage.files import journal_of, remove, sync_file, sync_folder
from referatdesk.storage.header import has_journal
from referatdesk.storage.journal import Entry
from referatdesk.storage.keys import Key
from referatdesk.storage.looking import check_copy, key_for
from referatdesk.storage.migrations import VERSION
from referatdesk.storage.numbering import note_act
from referatdesk.storage.reading import last_seq
from referatdesk.storage.spill import SUFFIX, Spill

SET_ASIDE = ("-beskadiget-", "-damaged-")
"""What the name of a damaged archive that was set aside holds; the latter by earlier versions of the program."""


def is_set_aside(path: Path) -> bool:
    """Whether a file is a damaged archive that another took the place of, by its name."""
    return any(word in path.name for word in SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Ready:
    """What may take an archive's place. Of the acts that were not saved, so many are in it, and so many do not fit."""

    path: Path
    taken_in: int = 0
    left_out: int = 0


def highest_seq(folder: Path, archive_id: str, unsaved: Iterable[Entry] = ()) -> int:
    """The highest number of an act that anything is known of."""
    known = [one.seq for one in backups_in(folder, archive_id)]
    return max([0, *known, *(entry.seq for entry in unsaved)])


def unsaved_acts(archive: Path, archive_id: str, folder: Path, key: Key | None) -> list[Entry]:
    return Spill(archive, archive_id, folder, key).found()


def prepare(archive: Path, chosen: Path, key: Key | None, beyond: int, unsaved: Iterable[Entry] = ()) -> Ready:
    """Makes of a copy what may take the archive's place; raises StorageError, and the copy is left as it is.

    `key` is the archive's: a copy of another key, or of none while there is one, is refused.
    """
    unfinished = archive.with_name(f".{archive.name}{RESTORING}")
    with known_errors(chosen):
        if key_for(chosen, key) is None and key is not None:
            raise StorageError(Fault.NEEDS_PHRASE, path=chosen)
        try:
            remove(unfinished)
            with closing(connect(chosen, "ro", key)) as source:
                check_copy(source, chosen)
                with closing(connect(unfinished, "rwc", key)) as target:
                    source.backup(target)
            with closing(connect_alone(unfinished, key=key)) as connection:
                taken_in, left_out = take_in(connection, unsaved)
                note_act(connection, "archive.restore", beyond)
                check_copy(connection, unfinished)
            sync_file(unfinished)
            journal_of(unfinished).unlink(missing_ok=True)
        except BaseException:
            remove(unfinished)
            raise
    return Ready(unfinished, taken_in, left_out)


def take_in(connection: Connection, unsaved: Iterable[Entry]) -> tuple[int, int]:
    """Writes those acts that follow on what is there; how many did, and how many did not fit."""
    from referatdesk.storage.writing import Writer  # noqa: PLC0415 - SQLModel waits for the first write

    (version,) = connection.execute("PRAGMA user_version").fetchone()
    writer = Writer(connection)
    done = refused = 0
    for entry in unsaved:
        if version != VERSION or entry.seq <= last_seq(connection):
            refused += 1
            continue
        try:
            for content in entry.contents:
                contents.write(connection, content, lambda: None)
            writer.write((entry,))
        except Exception:  # noqa: BLE001 - what does not fit is kept aside, whatever keeps it from fitting
            refused += 1
        else:
            done += 1
    return done, refused


def put_in_place(archive: Path, ready: Path) -> None:
    """The one step that counts. What stands there must be kept already, and be open nowhere; raises StorageError."""
    with known_errors(archive):
        # A journal that a crash left belongs to what goes; it would be played into what comes.
        journal_of(archive).unlink(missing_ok=True)
        sync_folder(archive.parent)
        ready.replace(archive)
        sync_folder(archive.parent)


def set_aside(archive: Path, archive_id: str, folder: Path) -> Path:
    """Keeps a damaged archive byte for byte, with all that lies beside it; the name. Raises StorageError."""
    with known_errors(archive):
        aside = _free_name(archive)
        _second_name(archive, aside)
        if has_journal(archive):
            _second_name(journal_of(archive), journal_of(aside))
        for file, other in _unsaved(archive, archive_id, folder, aside):
            with suppress(OSError):
                _second_name(file, other)
        sync_folder(aside.parent)
    return aside


def drop_unsaved(archive: Path, archive_id: str, folder: Path, aside: Path) -> None:
    """What was not saved into the archive set aside lies beside that one alone. Not before another takes its place:
    until then it may have to be taken in once more.
    """
    for file, other in _unsaved(archive, archive_id, folder, aside):
        with suppress(OSError):
            if other.exists():
                file.unlink()


def _unsaved(archive: Path, archive_id: str, folder: Path, aside: Path) -> Iterator[tuple[Path, Path]]:
    """The files with unsaved acts, each with its name beside the archive set aside."""
    for place in (archive.with_name(archive.name + SUFFIX), folder / f"{archive.stem}-{short(archive_id)}{SUFFIX}"):
        for file in list(place.parent.glob(f"{_plain(place.name)}*")):
            yield file, place.parent / (aside.name + SUFFIX + file.name[len(place.name) :])


def _plain(name: str) -> str:
    """A name in which nothing means more than it says."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _free_name(archive: Path) -> Path:
    at = datetime.now().astimezone()
    while (aside := archive.with_stem(f"{archive.stem}{SET_ASIDE[0]}{at.strftime(STAMP)}")).exists():
        at += timedelta(seconds=1)
    return aside


def _second_name(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)
        sync_file(other)
