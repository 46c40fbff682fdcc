"""The PDF as LibreOffice makes it: tagged, with the headings as bookmarks, by its own rules for PDF/UA."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from referatdesk.documents.office import converted
from referatdesk.documents.pdf.errors import PdfError

TIME_LIMIT = 180.0
"""Seconds; five hundred items take about fifteen."""
_OPTIONS = {
    name: {"type": "boolean", "value": "true"} for name in ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks")
}
_FILTER = f"writer_pdf_Export:{json.dumps(_OPTIONS)}"


def office_pdf(office: str, source: Path, cancelled: Callable[[], bool], time_limit: float = TIME_LIMIT) -> bytes:
    """The PDF of a Word file, made in the folder of the source. Raises PdfError."""
    made = converted(office, source, "pdf", time_limit, filtered=_FILTER, cancelled=cancelled)
    if made is None:
        raise PdfError("export.stopped" if cancelled() else "pdf.too_slow")
    if not made:
        raise PdfError("pdf.failed")
    return made
