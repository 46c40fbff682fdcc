"""The LibreOffice of this machine, used as a converter: in a profile of its own, within a time, ended as a whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SCRIPTING = "Office.Common/Security/Scripting"
_SHUT = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "0.0.0.0"),  # noqa: S104 - a proxy that is nowhere
    ("Inet/Settings", "ooInetHTTPSProxyName", "0.0.0.0"),  # noqa: S104 - as above
)
"""A profile in which nothing that a document brings along is run, and nothing outside it is fetched."""
_TEMPORARY_VARIABLES = ("TMPDIR", "TMP", "TEMP")
"""What LibreOffice writes on its way goes where the rest of it does, and away with that."""
_STEP = 0.05
"""Seconds between two looks at whether somebody cancels."""


def find_office() -> str | None:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _never() -> bool:
    return False


def converted(
    office: str,
    source: Path,
    suffix: str,
    time_limit: float,
    *,
    filtered: str = "",
    cancelled: Callable[[], bool] = _never,
) -> bytes | None:
    """The file as LibreOffice writes it in another format (`suffix` without its dot), made in the folder of the source.

    `filtered` names the filter and its options. No bytes where it made none; None where it took longer than
    `time_limit` seconds or was cancelled.
    """
    profile = source.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to"]
    process = subprocess.Popen(  # noqa: S603 - the program is the user's own LibreOffice
        [*command, f"{suffix}:{filtered}" if filtered else suffix, "--outdir", str(source.parent), str(source)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | dict.fromkeys(_TEMPORARY_VARIABLES, str(source.parent)),
        start_new_session=True,
    )
    if not _ended_in_time(process, time_limit, cancelled):
        _end(process)
        return None
    made = source.with_suffix(f".{suffix}")
    return made.read_bytes() if made.is_file() else b""


def _ended_in_time(process: subprocess.Popen[bytes], time_limit: float, cancelled: Callable[[], bool]) -> bool:
    until = time.monotonic() + time_limit
    while not cancelled() and time.monotonic() < until:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_STEP)
            return True
    return False


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SHUT
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f"{head}{items}</oor:items>"


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice with the processes that it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
