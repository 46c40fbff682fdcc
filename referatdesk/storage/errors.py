"""What can be wrong with an archive, told apart by SQLite's names for errors and never by their texts."""

from __future__ import annotations

import errno
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    MISSING = "missing"
    REPLACED = "replaced"
    """Another file lies where the open archive was."""
    EXISTS = "exists"
    FOREIGN = "foreign"
    """No archive of ours: another program's file, a text, a folder, an empty file."""
    NEWER = "newer"
    """Made by a later version of the program."""
    DAMAGED = "damaged"
    NEEDS_PHRASE = "needs_phrase"
    """Perhaps a protected archive, and no key is at hand."""
    WRONG_PHRASE = "wrong_phrase"
    """A key that is not known to be right does not open it."""
    LOCKED = "locked"
    """Another program, or another window, has it open."""
    READ_ONLY = "read_only"
    NO_PERMISSION = "no_permission"
    FULL = "full"
    IO = "io"
    REJECTED = "rejected"
    """A change that does not fit what is stored: a mistake of ours, never of the disk."""


DAMAGE: Final = frozenset({Fault.DAMAGED, Fault.FOREIGN})
"""What a copy of the open archive shows of the archive itself; all else is merely no copy."""


class StorageError(Exception):
    """An archive that cannot be opened or written. The texts of SQLite's errors hold data and are not carried along."""

    def __init__(self, fault: Fault, **data: object) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.data = data


_BY_NAME: Final = (
    ("SQLITE_READONLY", Fault.READ_ONLY),
    ("SQLITE_CORRUPT", Fault.DAMAGED),
    ("SQLITE_NOTADB", Fault.DAMAGED),
    ("SQLITE_BUSY", Fault.LOCKED),
    ("SQLITE_LOCKED", Fault.LOCKED),
    ("SQLITE_FULL", Fault.FULL),
    ("SQLITE_PERM", Fault.NO_PERMISSION),
    ("SQLITE_AUTH", Fault.NO_PERMISSION),
    ("SQLITE_CANTOPEN", Fault.NO_PERMISSION),
    ("SQLITE_CONSTRAINT", Fault.REJECTED),
    ("SQLITE_MISMATCH", Fault.REJECTED),
    ("SQLITE_TOOBIG", Fault.REJECTED),
)
_BY_ERRNO: Final = {
    errno.ENOENT: Fault.MISSING,
    errno.EEXIST: Fault.EXISTS,
    errno.EACCES: Fault.NO_PERMISSION,
    errno.EPERM: Fault.NO_PERMISSION,
    errno.EROFS: Fault.READ_ONLY,
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
}


def fault_of(error: BaseException) -> Fault:
    """The fault that an error of the driver, of SQLAlchemy around it, or of the system stands for."""
    if isinstance(error, StorageError):
        return error.fault
    cause = getattr(error, "orig", None) or error
    name = str(getattr(cause, "sqlite_errorname", ""))
    for beginning, fault in _BY_NAME:
        if name.startswith(beginning):
            return fault
    if isinstance(cause, OSError) and cause.errno is not None:
        return _BY_ERRNO.get(cause.errno, Fault.IO)
    return Fault.IO
