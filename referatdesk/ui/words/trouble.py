"""The few words while saving fails, or while there is no copy of the archive, and what to do then."""

from __future__ import annotations

from referatdesk.i18n.catalogue import _, later

TROUBLE: dict[str, str] = {
    "full": later("Not saved – the disk is full"),
    "io": later("Not saved – the disk does not answer"),
    "read_only": later("Not saved – the archive is read-only"),
    "no_permission": later("Not saved – no permission to write"),
    "locked": later("Not saved – another program holds the archive"),
    "damaged": later("Not saved – the archive is damaged"),
    "missing": later("Not saved – the archive is gone"),
    "replaced": later("Not saved – another file lies in the place of the archive"),
    "rejected": later("Not saved – open the archive anew"),
}
_KEPT = later("What you wrote is kept in the window, and saving is tried again by itself.")
ADVICE: dict[str, str] = {
    "full": later("What you wrote is kept in the window. Make room on the disk, and it is saved by itself."),
    "io": later("What you wrote is kept in the window. Check that the drive is connected; saving is tried again."),
    "read_only": later("What you wrote is kept in the window. Allow writing to the file and its folder again."),
    "no_permission": later("What you wrote is kept in the window. Allow writing to the file and its folder again."),
    "missing": later(
        "It was moved, renamed or deleted, or its drive is gone. What you wrote is kept in the window: put the archive "
        "back, or save a copy elsewhere."
    ),
    "replaced": later(
        "A program that syncs files may have put another version there, and nothing is written into it. What you wrote "
        "is kept in the window: save a copy elsewhere."
    ),
    "damaged": later("What you wrote is kept in the window and in a second place."),
}
NO_BACKUP: dict[str, str] = {
    "full": later("No copy today – the disk is full"),
    "read_only": later("No copy today – the folder of copies is read-only"),
    "no_permission": later("No copy today – no permission to write it"),
}
SECOND_PLACE: dict[str, str] = {
    "missing": later("The second place for copies is not connected"),
    "full": later("The second place for copies is full"),
    "read_only": later("The second place for copies cannot be written to"),
    "no_permission": later("The second place for copies cannot be written to"),
}
_ANY_SECOND = later("The second place for copies does not answer")
_ANY_REASON = later("No copy today – its folder does not answer")
_ANY_TROUBLE = later("Not saved – it is tried again")


def trouble_words(code: str) -> str:
    """A few words for the foot line while saving fails; `code` as in `SaveFailed`."""
    return _(TROUBLE.get(code.rpartition(".")[2], _ANY_TROUBLE))


def trouble_advice(code: str) -> str:
    """What it means and what to do while saving fails."""
    return _(ADVICE.get(code.rpartition(".")[2], _KEPT))


def no_backup_words(code: str) -> str:
    """A few words for why the archive has no copy of today; `code` as in `NoBackup`."""
    return _(NO_BACKUP.get(code.rpartition(".")[2], _ANY_REASON))


def second_place_words(code: str) -> str:
    """A few words for why the newest copy is not in the second place; `code` as in `SecondCopy`."""
    return _(SECOND_PLACE.get(code.rpartition(".")[2], _ANY_SECOND))
