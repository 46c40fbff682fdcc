"""Raw keys of archives in the system's keyring, under the hex of their salt; asked in a process of its own, in time.

No answer, no keyring and a keyring without the key are all one: the phrase is asked for instead.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config import keyring_process

if TYPE_CHECKING:
    from subprocess import Popen

PATIENCE = 20.0
"""Seconds: the system may be asking for the password of its keyring."""
_PLAIN = b"SQLite format 3\0"
_asked_early: dict[bytes, _Asking] = {}


def ask_early(path: Path) -> None:
    """Asks for the key of an archive that will be opened soon, while other things are made ready.

    To be called before anything else has the file open.
    """
    with suppress(OSError), path.open("rb") as file:
        salt = file.read(len(_PLAIN))
        if len(salt) == len(_PLAIN) and salt != _PLAIN:
            _asked_early[salt] = _Asking("find", salt.hex())


def find(salt: bytes) -> bytes | None:
    asked = _asked_early.pop(salt, None) or _Asking("find", salt.hex())
    with suppress(ValueError):
        return bytes.fromhex(asked.answer() or "") or None
    return None


def keep(salt: bytes, raw: bytes) -> bool:
    """Whether the key can be found again."""
    return _Asking("keep", salt.hex(), raw.hex()).answer() is not None and find(salt) == raw


def forget(salt: bytes) -> None:
    _Asking("forget", salt.hex()).answer()


class _Asking:
    """One question to the keyring."""

    def __init__(self, *words: str) -> None:
        self._process: Popen[str] | None = None
        with suppress(OSError):
            self._process = _started()
            stdin = self._process.stdin
            if stdin is not None:
                stdin.write(" ".join(words) + "\n")
                stdin.flush()

    def answer(self) -> str | None:
        """None where there is no keyring, or it does not answer in time."""
        from subprocess import TimeoutExpired  # noqa: PLC0415 - the window of a plain archive starts without

        if self._process is None:
            return None
        with self._process as process:
            try:
                said, _nothing = process.communicate(timeout=PATIENCE)
            except TimeoutExpired:
                process.kill()
                return None
            return said.strip() if process.returncode == 0 else None


def _started() -> Popen[str]:
    import subprocess  # noqa: PLC0415 - as above

    return subprocess.Popen(  # noqa: S603 - our own program
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, keyring_process.WORD]
    # It finds modules where we do, and nowhere else.
    return [sys.executable, "-P", "-S", keyring_process.__file__]
