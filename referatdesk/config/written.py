"""What the program wrote outside the archive: the place of each file and the hash of what it wrote there.

A path means something only on the machine that it lies on, so this is kept there and not in the archive. It is kept as
a hash: names of files can be those of people. A memory that is lost costs no more than a question.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

import msgspec

MOST = 1_000
_IS_HASH = re.compile("[0-9a-f]{64}")


class Remembered:
    """Short texts by name in one file, which `path` says. The newest come last; the oldest are forgotten."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str:
        """Empty where nothing is remembered under that name."""
        return self._kept().get(name, "")

    def put(self, name: str, text: str) -> None:
        kept = {known: value for known, value in self._kept().items() if known != name} | {name: text}
        with suppress(OSError):
            self._save(dict(list(kept.items())[-MOST:]))

    def _kept(self) -> dict[str, str]:
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.MsgspecError):
            return {}
        return {name if _IS_HASH.fullmatch(name) else _hashed(name): text for name, text in kept.items()}

    def _save(self, kept: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(f".{os.getpid()}.new")
        try:
            beside.write_bytes(msgspec.json.encode(kept))
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)


class WrittenFiles:
    """The memory of what was written; `path` is its own file."""

    def __init__(self, path: Path) -> None:
        self._digests = Remembered(path)

    def digest(self, target: Path) -> str:
        """The SHA-256 of what was last written there; empty where nothing was."""
        return self._digests.get(_name(target))

    def note(self, target: Path, digest: str) -> None:
        self._digests.put(_name(target), digest)


def _name(target: Path) -> str:
    return _hashed(os.path.normcase(os.path.realpath(target)))


def _hashed(place: str) -> str:
    return hashlib.sha256(os.fsencode(place)).hexdigest()
