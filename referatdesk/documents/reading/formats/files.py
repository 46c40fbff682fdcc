"""A file to what it says, by what it is and not by what it is called."""

from __future__ import annotations

from pathlib import Path

from referatdesk.documents.gate.door import content_of, opened
from referatdesk.documents.gate.errors import GateError
from referatdesk.documents.gate.kinds import Kind, is_pdf, kind_of, kind_of_package
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.text_file import read_text
from referatdesk.documents.reading.limits import memory_for_other_programs
from referatdesk.documents.reading.source import SourceText

START_BYTES = 1024
_FOR_OFFICE = {Kind.OLD_WORD: ".doc", Kind.RTF: ".rtf"}
DOCUMENT_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf", ".pdf"})
"""What claims to be a document and holds plain text is an error message saved under its name, or damaged."""


def read_source(path: Path) -> SourceText:
    """What the file says; raises ReadingError where it cannot be read."""
    try:
        with opened(path) as stream:
            starts_as_pdf = is_pdf(stream.read(START_BYTES))
        if starts_as_pdf:
            from referatdesk.documents.reading.formats.pdf_file import read_pdf_file  # noqa: PLC0415 - PDFium waits for the first PDF

            return read_pdf_file(path)
        return _source_of(path, content_of(path))
    except GateError as error:
        raise ReadingError(error.code, **error.data) from error
    except FileNotFoundError as error:
        raise ReadingError("missing", name=path.name) from error
    except OSError as error:
        raise ReadingError("unreadable", reason="access") from error


def _source_of(path: Path, content: bytes) -> SourceText:
    kind = kind_of(content)
    if kind is Kind.PACKAGE:
        return _package(content)
    if kind is Kind.TEXT and path.suffix.lower() not in DOCUMENT_SUFFIXES:
        return read_text(content)
    if kind in _FOR_OFFICE:
        return _converted(content, _FOR_OFFICE[kind])
    raise ReadingError("mislabelled", kind=kind.value)


def _converted(content: bytes, suffix: str) -> SourceText:
    from referatdesk.documents.reading.formats.converted import read_converted  # noqa: PLC0415 - few files need LibreOffice

    with memory_for_other_programs():
        return read_converted(content, suffix)


def _package(content: bytes) -> SourceText:
    # The parts of a package need lxml, which the first window must not wait for.
    from referatdesk.documents.gate.zipped import Zipped  # noqa: PLC0415 - lxml waits for the first package
    from referatdesk.documents.reading.formats.odt_file import read_odt_file  # noqa: PLC0415 - as above
    from referatdesk.documents.reading.formats.word_file import read_word_file  # noqa: PLC0415 - as above

    zipped = Zipped(content)
    try:
        kind = kind_of_package(zipped)
        if kind is Kind.ODT:
            return read_odt_file(zipped)
        if kind is Kind.WORD or kind is Kind.PACKAGE:
            return read_word_file(zipped)
        raise ReadingError("mislabelled", kind=kind.value)
    finally:
        zipped.close()
