"""The PDF as Word makes it. Word is asked in a process of its own, within a time.

Written after Word's documentation and proved against an object that stands in for Word: on a machine with Word it is
untested. Where it fails, LibreOffice is asked instead.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from referatdesk.documents.pdf.errors import PdfError
from referatdesk.documents.pdf.word_process import FAILED, ask_word

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

TIME_LIMIT = 120.0
"""Seconds: Word itself may take twenty to start for the first time of a day."""
_STEP = 0.05
_END_SECONDS = 2.0
_WORD_CLASS = r"Word.Application\CLSID"

Asking = Callable[["Connection[Any, Any]", str, str], None]
"""What runs in the process of its own: it says the number of Word's process, then whether the PDF stands there."""


def has_word() -> bool:
    """Whether this machine can be asked for Word."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there is none elsewhere

        with suppress(OSError):
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, _WORD_CLASS))
            return True
    return False


def word_pdf(
    source: Path, cancelled: Callable[[], bool], time_limit: float = TIME_LIMIT, ask: Asking = ask_word
) -> bytes:
    """The PDF of a Word file, made in the folder of the source. Raises PdfError."""
    target = source.with_suffix(".pdf")
    asked = _Asked(ask, source, target)
    try:
        said = asked.answer(cancelled, time.monotonic() + time_limit)
    finally:
        asked.end()
    if said == FAILED or not target.is_file():
        raise PdfError("pdf.failed")
    return target.read_bytes()


class _Asked:
    """The process that asks Word, and the number of Word's own, which is not a child of it."""

    def __init__(self, ask: Asking, source: Path, target: Path) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._pipe: Connection[Any, Any] = ours
        self._process: SpawnProcess = context.Process(target=ask, args=(theirs, str(source), str(target)), daemon=True)
        self._process.start()
        theirs.close()
        self._word = 0
        self._is_done = False

    def answer(self, cancelled: Callable[[], bool], until: float) -> int:
        """What the process says in the end. Raises PdfError where it says nothing in time."""
        self._word = self._next(cancelled, until)
        said = self._next(cancelled, until)
        self._is_done = True
        return said

    def _next(self, cancelled: Callable[[], bool], until: float) -> int:
        try:
            while not self._pipe.poll(_STEP):
                if cancelled():
                    raise PdfError("export.stopped")
                if time.monotonic() > until:
                    raise PdfError("pdf.too_slow")
            return int(self._pipe.recv())
        except (EOFError, OSError) as error:
            raise PdfError("pdf.failed") from error

    def end(self) -> None:
        """Word has closed itself where all went well; else its process is ended, and no other Word."""
        self._pipe.close()
        if not self._is_done:
            _kill(self._process.pid)
            _kill(self._word)
        self._process.join(_END_SECONDS)
        if self._process.exitcode is None:
            _kill(self._process.pid)
            self._process.join(_END_SECONDS)


def _kill(number: int | None) -> None:
    import psutil  # noqa: PLC0415 - the first window does not wait for it

    if number:
        with suppress(psutil.Error):
            psutil.Process(number).kill()
