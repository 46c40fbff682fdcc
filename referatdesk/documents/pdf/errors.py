"""Why there is no PDF."""

from __future__ import annotations


class PdfError(Exception):
    """No PDF was made. Codes: "pdf.no_program", "pdf.too_slow", "pdf.failed", "export.stopped"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
