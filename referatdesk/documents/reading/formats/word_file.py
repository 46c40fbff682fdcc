"""A Word file read: what it prints, in order, as it reads once its tracked changes are accepted.

Comments, changes that were pending, and the lines of headers and footers are kept beside the text.
"""

from __future__ import annotations

from referatdesk.documents.gate.zipped import Zipped
from referatdesk.documents.reading.errors import ReadingError
from referatdesk.documents.reading.formats.printed_lines import with_gaps
from referatdesk.documents.reading.formats.word_body import BodyReader, Notes, WordFile
from referatdesk.documents.reading.formats.word_margins import begins_page, margin_lines, sections
from referatdesk.documents.reading.formats.word_package import WordPackage, w
from referatdesk.documents.reading.source import SourceText


def read_word_file(zipped: Zipped) -> SourceText:
    """Raises ReadingError where the package has no text or is no Word file, GateError where it may not be opened."""
    package = WordPackage(zipped)
    file = WordFile(package)
    listed = sections(package.document)
    found = {kind: Notes.of(file, kind) for kind in ("footnote", "endnote")}
    notes = {kind: one for kind, one in found.items() if one is not None}
    body = package.document.find(w("body"))
    reader = BodyReader(file, file.part(package.main), notes, [begins_page(one) for one in listed])
    paragraphs = tuple(with_gaps(() if body is None else reader.paragraphs(body)))
    if not paragraphs:
        raise ReadingError("no_text")
    return SourceText(
        paragraphs,
        comments=file.comments.placed(package.beside("comments")),
        changes=file.pending.changes(),
        margins=margin_lines(package, listed),
    )
