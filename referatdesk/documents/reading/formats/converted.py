"""Old formats, .doc and .rtf, read through LibreOffice: it makes a Word file of them, which is then read."""

from __future__ import annotations

import tempfile
from pathlib import Path

from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.office import converted, find_office
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.word_file import read_word_file
from referatdesk.documents.reading.source import SourceText

TIME_LIMIT = 45.0
"""Seconds; LibreOffice alone takes up to twenty to start for the first time."""


def read_converted(content: bytes, suffix: str, time_limit: float = TIME_LIMIT) -> SourceText:
    """`suffix` is what the bytes are (".doc", ".rtf"). Raises ReadingError "needs_office" without LibreOffice."""
    office = find_office()
    if office is None:
        raise ReadingError("needs_office")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(content)
        made = converted(office, source, "docx", time_limit)
    if made is None:
        raise ReadingError("too_slow")
    if not made:
        raise ReadingError("broken", reason="office")
    return read_word_file(Zipped(made))
