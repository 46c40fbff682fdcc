"""Reports of our own mistakes: versions, kinds of error and places in the code, in one file of the user's own.

Nothing that any error, warning or library says of itself is passed on, neither to the file nor to a console, which on
many systems is a file too: it can hold text and names.
"""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from referatdesk import VERSION
from referatdesk.config import places
from referatdesk.config.running import CRASH_NAME, Run
from referatdesk.services import faults

NAME, NAME_BEFORE = "fejl.txt", "fejl-før.txt"
KEPT_BYTES = 500_000
"""A file that has grown so large becomes the one before, which is replaced."""
MOST_ALIKE = 5
"""A mistake in painting comes back with every repaint; so often it is written in one run."""
_CODE_FILE = r'File "(?:[^"\n]*[\\/])?([^"\\/\n]{1,80})", line (\d{1,7}) in ([\w<>.]{1,80})'
_CRASH_HEAD = r"(?:Fatal Python error|Windows fatal exception): ([A-Za-z][A-Za-z ]{1,60})"
_OWN = "referatdesk"

_about = [f"Referatdesk {VERSION}"]
_written: dict[str, int] = {}
_guard = threading.Lock()


@contextmanager
def written(run: Run) -> Iterator[None]:
    """Within, every mistake is written down, whichever thread, library or callback it comes from."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning, logging.raiseExceptions
    noted = _Noted(logging.ERROR)
    logging.getLogger().addHandler(noted)
    try:
        sys.excepthook, threading.excepthook, sys.unraisablehook = _uncaught, _uncaught_aside, _unraisable
        warnings.showwarning, logging.raiseExceptions = _warned, False
        _no_core()
        for crash in filter(str.strip, run.crashes):
            put_down(_crash_report(crash))
        with _crashes_noted(run.folder):
            yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning, logging.raiseExceptions = before
        logging.getLogger().removeHandler(noted)


def name_also(version: str) -> None:
    """A version that reports name from now on."""
    if version not in _about:
        _about.append(version)


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and the places in the code."""
    return "".join([f"{kind.__name__}\n", *(f"  {place}\n" for place in faults.places_of(trace))])


def put_down(body: str, *, aloud: bool = False) -> Path | None:
    """Writes it to the file, and `aloud` to the console; where the file lies, None where it could not be written."""
    with _guard:
        _written[body] = _written.get(body, 0) + 1
        if _written[body] > MOST_ALIKE:
            return _file()
    report = f"{_heading()}\n{body}"
    if aloud and sys.stderr is not None:  # a program without a console has none
        with suppress(OSError, ValueError):
            sys.stderr.write(report)
    return _write(report)


def _file() -> Path:
    return places.log_folder() / NAME


def _heading() -> str:
    import platform  # noqa: PLC0415 - hopefully never
    from datetime import UTC, datetime  # noqa: PLC0415 - as above

    versions = ", ".join([*_about, f"Python {platform.python_version()}", platform.system()])
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {versions}"


def _write(report: str) -> Path | None:
    path = _file()
    with _guard:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size >= KEPT_BYTES:
                path.replace(path.with_name(NAME_BEFORE))
            with path.open("a", encoding="utf-8") as file:
                file.write(report + "\n")
        except OSError:
            return None
    return path


class _Noted(logging.Handler):
    """What modules log: our own words, which hold codes and places; of libraries only which and where."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] == _OWN:
            put_down(f"{record.getMessage()}\n")
        else:
            put_down(f"{record.levelname} {record.name} {Path(record.pathname).name}:{record.lineno}\n")


def _uncaught(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        put_down(describe(kind, trace), aloud=True)


def _uncaught_aside(happened: threading.ExceptHookArgs) -> None:
    if happened.exc_type is not SystemExit:
        put_down(describe(happened.exc_type, happened.exc_traceback), aloud=True)


def _unraisable(happened: sys.UnraisableHookArgs) -> None:
    put_down(describe(happened.exc_type, happened.exc_traceback), aloud=True)


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del message, file, line
    put_down(f"{category.__name__}\n  {Path(filename).name}:{lineno}\n")


def _no_core() -> None:
    """The memory of a program that died is full of text: it is not to be written to the disk."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def _crashes_noted(folder: Path | None) -> Iterator[None]:
    """Where a fault ends the process at once, the places are left in the run's folder, for the next run to tell."""
    if folder is None:
        yield
        return
    with (folder / CRASH_NAME).open("wb", buffering=0) as file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()


def _crash_report(crash: str) -> str:
    """What the interpreter wrote of its end, without the folders that its files lay in."""
    head = re.search(_CRASH_HEAD, crash)
    named = head[1].strip() if head else "fatal"
    places_told = "".join(f"  {name}:{line} {inside}\n" for name, line, inside in re.findall(_CODE_FILE, crash))
    return f"{named}\n{places_told}"
