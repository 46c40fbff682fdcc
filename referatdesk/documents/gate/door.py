"""Files from outside are opened here: plain files only, and no more of them is read than may be."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from referatdesk.documents.gate.errors import GateError

MAX_BYTES = 64_000_000
"""Of a file that is read as a whole."""
MAX_DOCUMENT_BYTES = 200_000_000
"""Of a document of any kind: a scanned PDF is the largest."""


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Raises OSError, also for what is no plain file: a device has no end, and a pipe waits for a writer."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        yield stream


def content_of(path: Path, most: int = MAX_BYTES) -> bytes:
    """Raises OSError, and GateError "too_large"."""
    with opened(path) as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise GateError("too_large", limit=most)
        return stream.read(most)
