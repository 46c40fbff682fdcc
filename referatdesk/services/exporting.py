"""A meeting to a Word file: the values gathered, the template found, filled and written.

`gather` needs the records; all else works on values, and may run on a worker that never sees the archive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config.places import resource, written_file
from referatdesk.config.written import WrittenFiles
from referatdesk.documents.word.files import WriteError, check_target, digest_of, write_file
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.values import PictureFile, Properties, Scope
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import Contents
from referatdesk.services.gathering import gather
from referatdesk.services.pictures import pictures_of

if TYPE_CHECKING:
    from referatdesk.documents.word.template import CompiledTemplate

_KEPT_TEMPLATES = 4


@dataclass(frozen=True, slots=True)
class Export:
    """All that a finished file is made of: the values, and the template by name or path."""

    values: Scope
    template: str
    created: datetime
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)


def _nothing_kept(_sha256: str) -> None:
    """Pictures are then printed as their descriptions."""


def prepare(
    records: Records,
    meeting_id: str,
    *,
    contents: Contents = _nothing_kept,
    template: str | None = None,
    created: datetime | None = None,
) -> Export:
    """What an export needs: the records, and the `contents` of pictures; without a template, the board's own.

    Raises UserError "meeting.missing".
    """
    meeting = records.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("meeting.missing", meeting_id=meeting_id)
    chosen = template or style_of(records, meeting).template
    pictures = {file_id: PictureFile(*held) for file_id, held in pictures_of(records, contents).items()}
    return Export(gather(records, meeting_id), chosen, created or datetime.now(UTC).replace(microsecond=0), pictures)


def export(job: Export, target: Path, *, overwrite: bool = False, number_pages: bool = True) -> Path:
    """Writes the Word file and returns its path.

    Raises UserError with "template.missing", "template.broken" (data `findings`) or one of the codes of WriteError.
    A file that stands there is replaced only if `overwrite`, or if it still is what was exported to that place.
    With `number_pages` the contents get page numbers, where LibreOffice is at hand to count them.
    """
    written = WrittenFiles(written_file())
    known = written.digest(target)
    try:
        check_target(target, overwrite=overwrite, known=known)
        content = build(job, number_pages=number_pages)
        write_file(target, content, overwrite=overwrite, known=known)
    except WriteError as error:
        raise UserError(error.code, path=target) from error
    written.note(target, digest_of(content))
    return target


def refusal(target: Path) -> str:
    """The code for which an export to that place would be refused unless it may overwrite; empty where it would not."""
    try:
        check_target(target, overwrite=False, known=WrittenFiles(written_file()).digest(target))
    except WriteError as error:
        return error.code
    return ""


def build(job: Export, *, number_pages: bool = True) -> bytes:
    """The Word file as bytes. The same job gives the same bytes."""
    from referatdesk.documents.word.pages import page_numbers  # noqa: PLC0415 - lxml waits for the first export

    compiled = _template(job.template)
    fields = job.values.fields
    title, subject = (
        value if isinstance(value := fields.get(name), str) else "" for name in ("møde.titel", "møde.udvalg")
    )
    properties = Properties(title, subject, job.created)
    filled = compiled.fill(job.values, properties, pictures=job.pictures)
    if not number_pages or not filled.headings:
        return filled.content
    one_each = {heading.bookmark: 1 for heading in filled.headings}
    trial = compiled.fill(job.values, properties, one_each, job.pictures)
    pages = page_numbers(trial.content, filled.headings)
    return compiled.fill(job.values, properties, pages, job.pictures).content if pages else filled.content


def template_path(template: str) -> Path:
    """Where a template lies: one that comes with the program, by name with or without suffix, or any other file."""
    own = Path(template)
    shipped = resource("templates", own.name if own.suffix else f"{own.name}.docx")
    return shipped if own.parent == Path() and shipped.is_file() else own


def _template(template: str) -> CompiledTemplate:
    path = template_path(template)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError("template.missing", path=path) from error
    try:
        return _compiled(content)
    except TemplateError as error:
        raise UserError("template.broken", path=path, findings=error.findings) from error


@lru_cache(maxsize=_KEPT_TEMPLATES)
def _compiled(content: bytes) -> CompiledTemplate:
    from referatdesk.documents.word.template import compile_template  # noqa: PLC0415 - as above

    return compile_template(content)
