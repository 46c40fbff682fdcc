"""A folder of its own for one trial: the disk with the archive, and everything else that a program may write to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSED_ON = ("PATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Home:
    folder: Path

    @property
    def disk(self) -> Path:
        """What a power cut may spoil: the archive, its backups, settings and logs."""
        return self.folder / "disk"

    @property
    def archive(self) -> Path:
        return self.disk / "referater" / "moeder.referatdesk"

    @property
    def own(self) -> Path:
        """What the program calls its home."""
        return self.disk / "home"

    def environment(self) -> dict[str, str]:
        """For a process that may touch nothing outside."""
        user = self.folder / "user"
        for place in (user, user / "tmp", user / "run", self.archive.parent, self.own):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        folders = {f"XDG_{name}_HOME": str(user / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        return {
            **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
            **folders,
            "HOME": str(user),
            "TMPDIR": str(user / "tmp"),
            "XDG_RUNTIME_DIR": str(user / "run"),
            "REFERATDESK_HOME": str(self.own),
            "LC_ALL": "C.UTF-8",
            "TZ": "Europe/Copenhagen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }

    @contextmanager
    def lived_in(self) -> Iterator[None]:
        """The program, called in this process or started from it, takes this for its home."""
        before = dict(os.environ)
        os.environ.update(self.environment())
        tempfile.tempdir = None
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            tempfile.tempdir = None
