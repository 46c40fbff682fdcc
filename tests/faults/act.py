"""One dangerous act as a process of its own, to be cut short: `python -m tests.faults.act ACT ARCHIVE`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from referatdesk.services.archive import backups, repairing
from referatdesk.services.archive.erasing import erase_meeting
from referatdesk.services.archive.workspace import Workspace
from referatdesk.storage.protecting import protect
from tests.faults.prepared import KEY, at_once
from tests.faults.words import MEETING
from tests.faults.writer import say


def create(path: Path) -> None:
    Workspace.create(path, at_once).close()


def create_protected(path: Path) -> None:
    Workspace.create(path, at_once, KEY).close()


def bring_forward(path: Path) -> None:
    Workspace.open(path, at_once).close()


def protect_later(path: Path) -> None:
    protect(path, KEY)


def restore(path: Path) -> None:
    """The oldest copy takes the place of the archive."""
    place = backups.place_of(path)
    repairing.replace_kept(place, repairing.prepare(place, backups.listed(place)[-1].path).path)


def erase(path: Path) -> None:
    """The meeting goes for good, with its history."""
    workspace = Workspace.open(path, at_once)
    erase_meeting(workspace, MEETING)
    workspace.close()


ACTS: Mapping[str, Callable[[Path], None]] = {
    "create": create,
    "create-protected": create_protected,
    "bring-forward": bring_forward,
    "protect": protect_later,
    "restore": restore,
    "erase": erase,
}

if __name__ == "__main__":
    ACTS[sys.argv[1]](Path(sys.argv[2]))
    say("left")
