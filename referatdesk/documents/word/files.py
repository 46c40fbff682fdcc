"""A finished file put in its place: written beside the target, then swapped in."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from pathlib import Path

_TRIES = 5
_PAUSE = 0.1
"""Seconds before a second try: a virus scanner lets go of a file after a moment."""

_CODES = {
    errno.ENOSPC: "target.full",
    errno.EDQUOT: "target.full",
    errno.EACCES: "target.denied",
    errno.EPERM: "target.denied",
    errno.EROFS: "target.denied",
    errno.ENOENT: "target.no_folder",
    errno.ENOTDIR: "target.no_folder",
    errno.EISDIR: "target.is_folder",
    errno.ENAMETOOLONG: "target.bad_name",
}


class WriteError(Exception):
    """A file could not be written; the code says why, and the target is as it was.

    Codes: "target.exists", "target.in_use", "target.full", "target.denied", "target.no_folder", "target.is_folder",
    "target.bad_name", "target.failed".
    """

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code)
        self.code = code
        self.path = path


def write_file(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Writes the whole file or nothing; an existing one is replaced only if `overwrite`. Raises WriteError."""
    if path.is_dir():
        raise WriteError("target.is_folder", path)
    if not overwrite and os.path.lexists(path):
        raise WriteError("target.exists", path)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write(beside, content)
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        _swap(beside, path)
    except OSError as error:
        raise WriteError(_CODES.get(error.errno or 0, "target.failed"), path) from error
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _swap(beside: Path, path: Path) -> None:
    for left in reversed(range(_TRIES)):
        try:
            beside.replace(path)
        except PermissionError as error:
            # The folder took the new file a moment ago, so it is the target itself that somebody holds.
            if not left:
                raise WriteError("target.in_use", path) from error
            time.sleep(_PAUSE)
        else:
            return
