"""A file to what it says, by its suffix."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.text_file import read_text_file
from referatdesk.documents.reading.source import SourceText

TEXT_SUFFIXES = frozenset({".txt"})
WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})


def read_source(path: Path) -> SourceText:
    """What the file says; raises ReadingError where it cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in TEXT_SUFFIXES | WORD_SUFFIXES:
        raise ReadingError("unknown_suffix", suffix=suffix)
    try:
        if suffix in TEXT_SUFFIXES:
            return read_text_file(path)
        # Word's parts need lxml, which the first window must not wait for.
        from referatdesk.documents.reading.formats.word_file import read_word_file  # noqa: PLC0415 - imported when needed

        return read_word_file(path)
    except FileNotFoundError as error:
        raise ReadingError("missing", name=path.name) from error
    except OSError as error:
        raise ReadingError("unreadable", reason="access") from error
