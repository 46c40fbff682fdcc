"""What became of an archive, seen with the program itself, and whether that is what was promised."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from referatdesk.domain.changes import RECORD_TYPES, SHARED_TYPES, Record
from referatdesk.domain.meetings import ItemText, Meeting
from referatdesk.domain.records import RecordSet
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError
from referatdesk.storage.connection import connect
from referatdesk.storage.keys import Key
from tests.faults.home import Home
from tests.faults.prepared import at_once
from tests.faults.words import MEETING, numbers_in

PROMISE_S = 1.5


@dataclass(slots=True)
class Told:
    """What a writer said until it ended: when each word was typed, and the last word said to be saved."""

    typed: dict[int, float] = field(default_factory=dict)
    saved: int = 0
    ready: bool = False
    left: bool = False
    kept: bool = False
    failed: list[str] = field(default_factory=list)
    refused: str | None = None

    @property
    def end(self) -> str:
        """How it ended, as far as it said."""
        if self.refused is not None:
            return "did not open"
        return "closed" if self.left else "did not close" if self.kept else "ended"

    def hear(self, line: str) -> None:
        """One line of the writer; one that was cut off counts for nothing."""
        match line.split():
            case ["typed", number, at]:
                self.typed[int(number)] = float(at)
            case ["saved", number, _at]:
                self.saved = int(number)
            case ["failed", code, _at]:
                self.failed.append(code)
            case ["refused", code, _at]:
                self.refused = code
            case [("ready" | "left" | "kept") as what, _at]:
                setattr(self, what, True)


@dataclass(frozen=True, slots=True)
class Seen:
    """How the program finds an archive: why it does not open, or what is in it."""

    fault: str | None = None
    has_meeting: bool = False
    words: frozenset[int] = frozenset()
    records: str = ""
    """A print of all records: the same for the same records."""
    is_whole: bool = False


def look(home: Home, key: Key | None = None) -> Seen:
    """Opens the archive as a start does, lets the program take up what it had put aside, and closes it."""
    with home.lived_in():
        try:
            workspace = Workspace.open(home.archive, at_once, key)
        except UserError as error:
            return Seen(fault=error.code)
        try:
            records = _everything(workspace)
            workspace.prepare()
            workspace.flush(30.0)
        except UserError as error:
            return Seen(fault=error.code)
        finally:
            workspace.close()
    return Seen(
        None,
        records.find(Meeting, MEETING) is not None,
        numbers_in(records.all(ItemText)),
        _print_of(records),
        is_whole(home, key),
    )


def records_of(workspace: Workspace) -> str:
    """A print of all that stands in an open archive."""
    return _print_of(_everything(workspace))


def _print_of(records: RecordSet) -> str:
    return hashlib.sha256(repr(sorted(map(repr, _of(records)))).encode()).hexdigest()


def _everything(workspace: Workspace) -> RecordSet:
    meetings = [row.id for row in workspace.meeting_rows()]
    of_meetings = (record for meeting_id in meetings for record in _of(workspace.records_of(meeting_id)))
    shared = (record for kind in SHARED_TYPES for record in workspace.all(kind))
    return RecordSet({(type(one), one.id): one for one in (*shared, *of_meetings)}.values())


def _of(records: RecordSet) -> Iterator[Record]:
    return (record for kind in RECORD_TYPES for record in records.all(kind))


def is_whole(home: Home, key: Key | None) -> bool:
    """As SQLite says it of the closed archive; that of a plain one by another library than the program's."""
    if home.archive.read_bytes().startswith(b"SQLite format 3\0"):
        opened = sqlite3.connect(f"{home.archive.as_uri()}?mode=ro", uri=True)
    else:
        opened = connect(home.archive, "ro", key)
    with closing(opened) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        return found == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


def complaints(seen: Seen, told: Told, at: float, promise: float = PROMISE_S) -> Iterator[str]:
    """What is wrong with the archive of a writer that ended at that moment."""
    if seen.fault is not None:
        if told.ready or seen.fault != "archive.missing":
            yield f"does not open: {seen.fault}"
        return
    if not seen.is_whole:
        yield "not whole"
    if told.ready and not seen.has_meeting:
        yield "an empty start"
    if lost := [number for number in told.typed if number <= told.saved and number not in seen.words]:
        yield f"{len(lost)} words lost that were said to be saved"
    if (age := oldest_lost(seen, told, at)) > promise:
        yield f"a word lost that was {age:.2f} s old"


def oldest_lost(seen: Seen, told: Told, at: float) -> float:
    """How long ago the oldest word that is lost was typed, in seconds; 0 where none is lost."""
    return max((at - when for number, when in told.typed.items() if number not in seen.words), default=0.0)
