"""An archive with one fictional meeting, as the trials begin with it."""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.domain.changes import Change, added
from referatdesk.services.archive.workspace import Workspace
from referatdesk.storage.keys import Key
from tests.faults.home import Home
from tests.faults.words import MEETING, typed
from tests.services.fictional_archive import DOCUMENT, meeting_records, shared_records

SECONDS = 60.0
KEY = Key(bytes(range(32)), bytes(range(100, 116)))
"""Of the protected archives of these trials."""


def first_change() -> Change:
    return Change("meeting.load", added(*shared_records(), *meeting_records()), contents=(DOCUMENT,))


def prepare(home: Home, key: Key | None = None, words: int = 0) -> Home:
    with home.lived_in():
        workspace = Workspace.create(home.archive, at_once, key)
        workspace.apply(first_change())
        workspace.open_meeting(MEETING)
        for number in range(1, words + 1):
            workspace.apply(typed(workspace, number))
        saved = workspace.flush(SECONDS)
        workspace.close()
    if not saved:
        raise RuntimeError("the archive of the trial could not be made")
    return home


def at_once(call: Callable[[], None]) -> None:
    call()
