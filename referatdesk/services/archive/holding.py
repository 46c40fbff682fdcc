"""Who has an archive open: a note beside it, and wishes to see the window that has it.

Both are only information. What keeps a second program out is the archive itself, so a note that is missing, stale or
false, and a wish that nobody answers, cost no more than a sentence that says less. A note lies beside the archive, for
whoever meets it on a share; wishes lie in the user's own folder, for nobody else to make.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import asdict

from referatdesk.config import places
from referatdesk.services.errors import UserError

LARGEST_NOTE = 4096
LONGEST_NAME = 64
LONGEST_TOKEN = 256
ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""What a Wayland desktop hands to a program that was just started, so that a window may come to the front."""
READABLE = 0o666
UNFINISHED = ".new"
_UNKNOWN = "?"


class Holder(msgspec.Struct, frozen=True):
    """`since` has its zone; `is_here` where it is this user on this machine."""

    machine: str
    user: str
    since: datetime

    @property
    def is_here(self) -> bool:
        return (self.machine, self.user) == (_machine(), _user())


def note_of(archive: Path) -> Path:
    """By the pattern of names that the clients of synced folders leave alone."""
    return archive.with_name(f".~lock.{archive.name}")


class Note:
    """Lies beside an archive while it is open for writing."""

    def __init__(self, archive: Path) -> None:
        self._path = note_of(archive)
        holder = Holder(_machine(), _user(), datetime.now(UTC).astimezone())
        self._content = msgspec.json.encode({**asdict(holder), "note": os.urandom(8).hex()})
        with suppress(OSError):
            self._write(archive.stat().st_mode & READABLE)

    def _write(self, mode: int) -> None:
        """Whoever may open the archive may read who has it."""
        beside = self._path.with_name(f"{self._path.name}.{os.urandom(4).hex()}")
        try:
            beside.write_bytes(self._content)
            with suppress(OSError):
                beside.chmod(mode)
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)

    def take_away(self) -> None:
        """Before the archive is let go of; a note of somebody else's stays."""
        with suppress(OSError):
            if self._path.read_bytes() == self._content:
                self._path.unlink()


def holder_of(archive: Path) -> Holder | None:
    """What the note says, if it says anything that can be shown."""
    try:
        with note_of(archive).open("rb") as file:
            said = msgspec.json.decode(file.read(LARGEST_NOTE), type=dict[str, Any])
        since = datetime.fromisoformat(str(said["since"])).astimezone()
        return Holder(_plain(str(said["machine"])), _plain(str(said["user"])), since)
    except (OSError, OverflowError, ValueError, KeyError, msgspec.MsgspecError):
        return None


def told(archive: Path, error: UserError) -> UserError:
    """The error, and where the archive is held, who holds it as far as that is known."""
    holder = holder_of(archive) if error.code == "archive.locked" else None
    if holder is None:
        return error
    code = "archive.held_here" if holder.is_here else "archive.held"
    return UserError(code, **error.data, machine=holder.machine, user=holder.user, since=holder.since)


def _plain(name: str) -> str:
    """A name as it can stand in a sentence, whatever somebody wrote into the note."""
    return _printable(name, LONGEST_NAME) or _UNKNOWN


def _printable(text: str, longest: int) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:longest]


def _machine() -> str:
    return _plain(os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", ""))


def _user() -> str:
    import getpass  # noqa: PLC0415 - asked once an archive is open, or is not

    try:
        return _plain(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return _UNKNOWN


def wishes_folder(archive: Path) -> Path | None:
    """Where wishes for the window of that file are put, by whatever name it was opened; None where it is not there.

    A home on a network serves several machines, so theirs are told apart.
    """
    import zlib  # noqa: PLC0415 - as above

    try:
        stat = archive.stat()
    except OSError:
        return None
    machine = zlib.crc32(_machine().encode())
    return places.data_folder() / "windows" / f"{machine:08x}-{stat.st_dev:x}-{stat.st_ino:x}"


class Wish:
    """That the window which has the archive open may come to the front. Its file goes away when it does."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._file: Path | None = None

    def make(self) -> None:
        """Where it is not made yet, and a window of this user on this machine listens for it."""
        folder = wishes_folder(self._archive)
        if self._file is not None or folder is None or not folder.is_dir():
            return
        file = folder / os.urandom(8).hex()
        beside = file.with_suffix(UNFINISHED)
        with suppress(OSError):
            beside.write_text(os.environ.get(ACTIVATION, ""), encoding="utf-8")
            beside.replace(file)
            self._file = file

    @property
    def is_made(self) -> bool:
        return self._file is not None

    @property
    def is_granted(self) -> bool:
        return self._file is not None and not self._file.exists()

    def withdraw(self) -> bool:
        """Whether it had been granted after all."""
        if self._file is None:
            return False
        try:
            self._file.unlink()
        except OSError:
            return not self._file.exists()
        return False


def take_wishes(folder: Path) -> str | None:
    """Takes all wishes away; a token to come to the front with, "" without one, None where nobody wished."""
    token = None
    with suppress(OSError):
        for file in folder.iterdir():
            if file.suffix != UNFINISHED:
                token = _token(file) or token or ""
                file.unlink(missing_ok=True)
    return token


def _token(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened:
            return _printable(opened.read(LONGEST_TOKEN), LONGEST_TOKEN)
    except (OSError, ValueError):
        return ""
