"""Which program makes the PDF: Word where it can, else LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from referatdesk.documents.office import find_office
from referatdesk.documents.pdf.by_office import office_pdf
from referatdesk.documents.pdf.by_word import has_word, word_pdf
from referatdesk.documents.pdf.errors import PdfError
from referatdesk.documents.pdf.mending import mended

__all__ = ["PdfError", "make_pdf"]


def make_pdf(word_file: bytes, cancelled: Callable[[], bool]) -> bytes:
    """The PDF of a Word file without controls. Raises PdfError."""
    office = find_office()
    with TemporaryDirectory(prefix="referatdesk-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "referat.docx"
        source.write_bytes(word_file)
        if has_word():
            try:
                return mended(word_pdf(source, cancelled))
            except PdfError as error:
                if office is None or cancelled():
                    raise
                del error  # LibreOffice may still manage
        if office is None:
            raise PdfError("pdf.no_program")
        return mended(office_pdf(office, source, cancelled))
