"""Our own mistakes: written down without a word of anybody's text, told in a sentence, never swallowed."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from referatdesk import VERSION
from referatdesk.config import places
from referatdesk.i18n.catalogue import _
from referatdesk.services import faults

KEPT_BYTES = 500_000
TOLD = "mistake"


def catch_mistakes() -> None:
    sys.excepthook = _mistake
    threading.excepthook = _mistake_aside
    logging.getLogger("referatdesk").addHandler(_Noted(logging.ERROR))


class _Noted(logging.Handler):
    """Mistakes that cost nothing but what they stood in the way of: they are written down where the others are."""

    def emit(self, record: logging.LogRecord) -> None:
        _put_down(f"{_heading()}\n{record.getMessage()}\n")


def _mistake(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _tell(_report(kind, trace))


def _mistake_aside(happened: threading.ExceptHookArgs) -> None:
    """Off the GUI thread nothing can be shown."""
    if happened.exc_type is not SystemExit:
        _report(happened.exc_type, happened.exc_traceback)


def _report(kind: type[BaseException], trace: TracebackType | None) -> Path | None:
    return _put_down(describe(kind, trace))


def _put_down(report: str) -> Path | None:
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(report)
    return _write(report)


def _tell(written: Path | None) -> None:
    """One message at a time: a mistake in painting comes back with every repaint."""
    if any(window.objectName() == TOLD for window in QApplication.topLevelWidgets()):
        return
    words = [_("What you wrote is saved as usual. You can go on; if it happens again, restart.")]
    if written is not None:
        words.append(_("A report without any of your text lies here:\n{path}").format(path=written))
    from referatdesk.ui.asking.message import Message  # noqa: PLC0415 - hopefully never

    message = Message(
        _("Something in Referatdesk went wrong."), "\n\n".join(words), QApplication.activeWindow(), sign="error"
    )
    message.setObjectName(TOLD)
    message.open()


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions, the kind of error and the places in the code. Messages are left out: they can hold text and names."""
    frames = "".join(f"  {place}\n" for place in faults.places_of(trace))
    return f"{_heading()}\n{kind.__name__}\n{frames}"


def _heading() -> str:
    versions = f"Referatdesk {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {versions}"


def _write(report: str) -> Path | None:
    path = places.log_folder() / "fejl.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if path.exists() and path.stat().st_size < KEPT_BYTES else "w"
        with path.open(mode, encoding="utf-8") as file:
            file.write(report + "\n")
    except OSError:
        return None
    return path
