"""What there is to know about the place of an archive; see `archive_place`. It only looks, and never fails."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from referatdesk.services.archive.place import DROPBOX, MARKS, Facts, Mount, Place, place_of

MOUNTS = Path("/proc/self/mounts")
MOST_MOUNTS = 1_000_000
_ESCAPED = re.compile(r"\\([0-7]{3})")
_TOLD_BY_MAC = re.compile(r" on (?P<point>/.*) \((?P<kind>[^,)]+)")


def look_at(archive: Path) -> Place | None:
    """Where the archive lies, where that is no good place for it."""
    try:
        path = archive.resolve()
        return place_of(path, facts_of(path))
    except (OSError, RuntimeError, ValueError):
        return None


def facts_of(path: Path) -> Facts:
    """Of a path that leads over no links."""
    home = Path.home()
    return Facts(
        home=home,
        environment=dict(os.environ),
        synced=dict(_dropbox_folders(home)),
        mounts=tuple(_mounts()),
        marks=frozenset(_marks(path)),
        drive=_kind_of_drive(path),
        attributes=_attributes(path),
    )


def _dropbox_folders(home: Path) -> Iterator[tuple[Path, str]]:
    """As the client notes them for other programs."""
    roots = [home / ".dropbox"]
    roots += [Path(os.environ[name]) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA") if os.environ.get(name)]
    for root in roots:
        with suppress(OSError, msgspec.MsgspecError):
            noted = msgspec.json.decode((root / "info.json").read_bytes(), type=dict[str, dict[str, object]])
            for account in noted.values():
                if isinstance(account.get("path"), str):
                    yield Path(str(account["path"])), DROPBOX


def _marks(path: Path) -> Iterator[str]:
    for folder in path.parents:
        for mark in MARKS:
            for name in {mark, mark.upper()}:
                with suppress(OSError):
                    if (folder / name).exists():
                        yield mark


def _mounts() -> Iterator[Mount]:
    if sys.platform == "darwin":
        yield from _mounts_of_mac()
        return
    with suppress(OSError), MOUNTS.open(encoding="utf-8", errors="surrogateescape") as file:
        for line in file.read(MOST_MOUNTS).splitlines():
            _source, point, kind, *_rest = [*line.split(" "), "", "", ""]
            yield Mount(Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), point)), kind)


def _mounts_of_mac() -> Iterator[Mount]:
    import subprocess  # noqa: PLC0415 - only there

    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False)
        for line in done.stdout.splitlines():
            if found := _TOLD_BY_MAC.search(line):
                yield Mount(Path(found["point"]), found["kind"])


def _kind_of_drive(path: Path) -> int:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor))
    return 0


def _attributes(path: Path) -> int:
    return int(getattr(path.stat(), "st_file_attributes", 0))
