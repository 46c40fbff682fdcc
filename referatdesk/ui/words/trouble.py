"""The few words for the foot line while saving fails, or while there is no copy of the archive."""

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
    "rejected": later("Not saved – open the archive anew"),
}
NO_BACKUP: dict[str, str] = {
    "full": later("No copy today – the disk is full"),
    "read_only": later("No copy today – the folder of copies is read-only"),
    "no_permission": later("No copy today – no permission to write it"),
}
_ANY_REASON = later("No copy today – its folder does not answer")
_ANY_TROUBLE = later("Not saved – it is tried again")


def trouble_words(code: str) -> str:
    """A few words for the foot line while saving fails; `code` as in `SaveFailed`."""
    return _(TROUBLE.get(code.rpartition(".")[2], _ANY_TROUBLE))


def no_backup_words(code: str) -> str:
    """A few words for why the archive has no copy of today; `code` as in `NoBackup`."""
    return _(NO_BACKUP.get(code.rpartition(".")[2], _ANY_REASON))
