"""The process that reads files from outside: its limits, what it is asked, and its answers over a pipe."""

from __future__ import annotations

import faulthandler
import gc
import hashlib
import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from referatdesk.documents.gate.door import opened
from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.limits import limit_memory
from referatdesk.documents.reading.parts import Correction, Habit
from referatdesk.documents.reading.source import SourceText

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

READY = b"ready"
LAST_SECONDS = 120
"""A process that nobody watches any more ends by itself after so long on one file."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read; `sha256` in hexadecimal and `size` are those of its bytes."""

    source: SourceText
    draft: Draft
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to read, or a text to read anew with what was said of it; without either, the text of the last answer."""

    path: bytes | None = None
    source: SourceText | None = None
    corrections: dict[int, Correction] = field(default_factory=dict)
    habits: tuple[Habit, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read, or the code and the data of the error; data of a crash are types and places, never text."""

    read: ReadFile | None = None
    draft: Draft | None = None
    code: str = ""
    data: dict[str, str | int] = field(default_factory=dict)


def serve(pipe: Connection[Any, Any], max_bytes: int, folder: str) -> None:
    """Answers what it is asked until the pipe is closed; temporary files go into that folder."""
    # Everything that reading needs is imported before memory is limited.
    from referatdesk.documents.reading.formats import word_file  # noqa: F401, PLC0415
    from referatdesk.documents.reading.reader import draft_of  # noqa: F401, PLC0415

    settle_in(max_bytes, folder)
    pipe.send_bytes(READY)
    desk = _Desk()
    while True:
        try:
            asked = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        with ended_at_last():
            answer = _answered(desk, asked)
        try:
            pipe.send_bytes(answer)
        except OSError:
            return
        gc.collect()


def settle_in(max_bytes: int, folder: str) -> None:
    """What holds for every process that works on files from outside, once it has imported what it needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    _fall_silent()
    limit_memory(max_bytes)
    gc.freeze()  # what was imported stays, and need not be looked through for garbage after every file


def _fall_silent() -> None:
    """What libraries, and an end by a fault, write to the console can quote the file."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


@contextmanager
def ended_at_last() -> Iterator[None]:
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(LAST_SECONDS, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _answered(desk: _Desk, asked: bytes) -> bytes:
    try:
        return msgspec.json.encode(desk.answer(msgspec.json.decode(asked, type=Asked)))
    except ReadingError as error:
        data = {name: value if isinstance(value, int) else str(value) for name, value in error.data.items()}
        return msgspec.json.encode(Answer(code=error.code, data=data))
    except MemoryError:
        return msgspec.json.encode(Answer(code="too_hungry"))
    except Exception as error:  # noqa: BLE001 - a fault of ours ends the reading of this file, and is told with its place
        return msgspec.json.encode(Answer(code="crashed", data={"error": type(error).__name__, "at": place_of(error)}))


class _Desk:
    """The text that was read last stays here, so that it need not be sent for every correction."""

    def __init__(self) -> None:
        self._source: SourceText | None = None

    def answer(self, asked: Asked) -> Answer:
        if asked.path is not None:
            return Answer(read=self._read(Path(os.fsdecode(asked.path))))
        from referatdesk.documents.reading.reader import draft_of  # noqa: PLC0415 - imported in `serve`

        self._source = asked.source or self._source
        if self._source is None:
            raise ReadingError("missing")
        return Answer(draft=draft_of(self._source, asked.corrections, asked.habits))

    def _read(self, path: Path) -> ReadFile:
        from referatdesk.documents.reading.formats.files import read_source  # noqa: PLC0415 - imported in `serve`
        from referatdesk.documents.reading.reader import draft_of  # noqa: PLC0415 - as above

        self._source = None
        source = read_source(path)
        draft = draft_of(source)
        with opened(path) as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            read = ReadFile(source, draft, digest, stream.tell())
        self._source = source
        return read


def place_of(error: BaseException) -> str:
    """The module and line where it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
