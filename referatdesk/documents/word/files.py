"""A finished file put in its place: written beside the target, then swapped in."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_TRIES = 5
_PAUSE = 0.1
"""Seconds before a second try: a virus scanner lets go of a file after a moment."""

_CODES = {
    errno.ENOSPC: "target.full",
    errno.EDQUOT: "target.full",
    errno.EFBIG: "target.full",
    errno.EACCES: "target.denied",
    errno.EPERM: "target.denied",
    errno.EROFS: "target.read_only",
    errno.ENOENT: "target.no_folder",
    errno.ENOTDIR: "target.no_folder",
    errno.EISDIR: "target.is_folder",
    errno.ENAMETOOLONG: "target.too_long",
    errno.EINVAL: "target.bad_name",
    errno.EBUSY: "target.in_use",
    errno.ETXTBSY: "target.in_use",
    errno.EHOSTDOWN: "target.unreachable",
    errno.EHOSTUNREACH: "target.unreachable",
    errno.ENETDOWN: "target.unreachable",
    errno.ENETUNREACH: "target.unreachable",
    errno.ENOTCONN: "target.unreachable",
    errno.ESTALE: "target.unreachable",
    errno.ETIMEDOUT: "target.unreachable",
    errno.ENXIO: "target.unreachable",
    errno.ENODEV: "target.unreachable",
}
_WINDOWS_CODES = {
    **dict.fromkeys((19,), "target.read_only"),
    **dict.fromkeys((32, 33), "target.in_use"),
    **dict.fromkeys((39, 112, 1295), "target.full"),
    **dict.fromkeys((15, 21, 51, 53, 54, 55, 59, 64, 67, 121, 1167, 1222, 1231, 1232), "target.unreachable"),
    **dict.fromkeys((111, 206), "target.too_long"),
    **dict.fromkeys((123, 161, 267), "target.bad_name"),
}
"""Windows tells more by its own numbers than by those that Python turns them into."""
_SHORT_NAME, _HALF_SHORT_NAME = 6, 7


class WriteError(Exception):
    """A file could not be written; the code says why, and the target is as it was.

    Codes: "target.exists", "target.changed" (it is no longer what was written there), "target.in_use", "target.full",
    "target.denied", "target.read_only", "target.no_folder", "target.is_folder", "target.too_long", "target.bad_name",
    "target.unreachable", "target.failed".
    """

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(code)
        self.code = code
        self.path = path


def digest_of(content: bytes) -> str:
    """The hash by which a file that was written is known again."""
    return hashlib.sha256(content).hexdigest()


def check_target(path: Path, *, overwrite: bool, known: str = "") -> None:
    """Raises WriteError where `write_file` would refuse, before any work is done for it."""
    try:
        _check(path, overwrite=overwrite, known=known)
    except OSError as error:
        raise _told(error, path) from error


def _unnoted(_beside: Path) -> None:
    """A file beside the target that a kill leaves there stays."""


def write_file(
    path: Path,
    content: bytes,
    *,
    overwrite: bool,
    known: str = "",
    mode: int | None = None,
    note: Callable[[Path], None] = _unnoted,
) -> None:
    """Writes the whole file or nothing. Raises WriteError.

    An existing file is replaced only if `overwrite`, or if it still is what was written there: `known` is the digest.
    It keeps its mode; a new one gets `mode`, if one is given. `note` is told the name beside the target first.
    """
    check_target(path, overwrite=overwrite, known=known)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    note(beside)
    try:
        _write(beside, content)
        wanted = stat.S_IMODE(path.stat().st_mode) if path.exists() else mode
        if wanted is not None:
            beside.chmod(wanted)
        # Somebody may have saved it while this was being written.
        _check(path, overwrite=overwrite, known=known)
        _swap(beside, path)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _check(path: Path, *, overwrite: bool, known: str) -> None:
    if not os.path.lexists(path):
        if not stat.S_ISDIR(path.parent.stat().st_mode):
            raise WriteError("target.no_folder", path)
        return
    if path.is_dir():
        raise WriteError("target.is_folder", path)
    if _is_open_elsewhere(path):
        raise WriteError("target.in_use", path)
    if not overwrite and not known:
        raise WriteError("target.exists", path)
    if not overwrite and _digest_of_file(path) != known:
        raise WriteError("target.changed", path)


def _digest_of_file(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _is_open_elsewhere(path: Path) -> bool:
    """Whether Word or LibreOffice has put beside it what says that somebody has it open, here or on the network."""
    hidden = 0 if len(path.stem) <= _SHORT_NAME else 1 if len(path.stem) == _HALF_SHORT_NAME else 2
    signs = (f"~${path.name[hidden:]}", f".~lock.{path.name}#")
    return any(os.path.lexists(path.with_name(sign)) for sign in signs)


def _told(error: OSError, path: Path) -> WriteError:
    by_windows = _WINDOWS_CODES.get(getattr(error, "winerror", None) or 0)
    return WriteError(by_windows or _CODES.get(error.errno or 0, "target.failed"), path)


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
