"""A meeting to a Word file or a PDF: the values gathered, the template found, filled and written.

`gather` needs the records; all else works on values, and may run on a worker that never sees the archive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.config.places import resource, templates_folder, written_file
from referatdesk.config.written import WrittenFiles
from referatdesk.documents.picture_facts import without_facts
from referatdesk.documents.searching.search import Wanted
from referatdesk.documents.word.files import WriteError, check_target, digest_of
from referatdesk.documents.word.findings import TemplateError
from referatdesk.documents.word.values import Identity, PictureFile, Properties, Scope
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import Contents
from referatdesk.services.gathering.meeting import gather
from referatdesk.services.output.outputs import IDENTITIES, UNWATCHED, Kind, Progress, Steps, closed_items
from referatdesk.services.output.pictures import pictures_of
from referatdesk.services.output.receipts import Forecast, keep_receipt
from referatdesk.services.output.told_once import VOTES, told_once
from referatdesk.services.public.search import wanted
from referatdesk.services.public.version import public_version
from referatdesk.services.template.template_check import content_of, try_out
from referatdesk.services.wording.status import REVIEW, STATUS_WORDS, with_closed
from referatdesk.services.written_files import put_file

if TYPE_CHECKING:
    from referatdesk.documents.word.job import Heading
    from referatdesk.documents.word.template import CompiledTemplate

PDF_SUFFIX = ".pdf"
_STEPS_TO_WORD = 2
_STEPS_TO_PDF = 3
"""To fill the template, to count the pages, and to turn the file into a PDF."""
_KEPT_TEMPLATES = 8
"""Each is compiled as it is and, for publication, cleaned."""


@dataclass(frozen=True, slots=True)
class Export:
    """All that a finished file is made of: the values, and the template by name or path."""

    values: Scope
    template: str
    created: datetime
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    kind: Kind = Kind.PUBLICATION
    status: str = ""
    wanted: Wanted | None = None
    """What a finished publication is searched for; None for a copy that holds everything."""
    forecast: Forecast | None = None


def _nothing_kept(_sha256: str) -> None:
    """Pictures are then printed as their descriptions."""


def prepare(
    records: Records,
    meeting_id: str,
    *,
    contents: Contents = _nothing_kept,
    template: str | None = None,
    created: datetime | None = None,
    kind: Kind = Kind.PUBLICATION,
) -> Export:
    """What an export needs: the records, and the `contents` of pictures; without a template, the board's own.

    For publication only what is open is gathered. Raises UserError "meeting.missing".
    """
    meeting = records.find(Meeting, meeting_id)
    if meeting is None:
        raise UserError("meeting.missing", meeting_id=meeting_id)
    public = public_version(records, meeting_id) if kind is Kind.PUBLICATION else None
    printed: Records = public.records if public else records
    secrets = wanted(records, meeting_id) if public else None
    return Export(
        values=gather(printed, meeting_id),
        template=template or style_of(records, meeting).template,
        created=created or datetime.now(UTC).replace(microsecond=0),
        pictures=_pictures(printed, contents, is_public=public is not None),
        kind=kind,
        status=_status(records, meeting, kind),
        wanted=secrets,
        forecast=Forecast(public.left_out, secrets.also_open) if public and secrets else None,
    )


def _status(records: Records, meeting: Meeting, kind: Kind) -> str:
    closed = 0 if kind is Kind.PUBLICATION else len(closed_items(records, meeting.id))
    is_clean = IDENTITIES[kind] is Identity.NONE
    return with_closed(STATUS_WORDS[meeting.status] if is_clean else REVIEW, closed)


def _pictures(records: Records, contents: Contents, *, is_public: bool) -> dict[str, PictureFile]:
    """The pictures by the ids of their files; in a publication they tell nothing of themselves."""
    return {
        file_id: PictureFile(without_facts(content) if is_public else content, media_type)
        for file_id, (content, media_type) in pictures_of(records, contents).items()
    }


def export(
    job: Export,
    target: Path,
    *,
    overwrite: bool = False,
    number_pages: bool = True,
    progress: Progress = UNWATCHED,
) -> Path:
    """Writes the Word file, or the PDF where the target ends in .pdf, and returns its path.

    Raises UserError with "template.missing", "template.broken" (data `findings`), one of the codes of WriteError or of
    PdfError, or "export.stopped" where the progress says so: then nothing is written.
    A file that stands there is replaced only if `overwrite`, or if it still is what was exported to that place.
    With `number_pages` the contents get page numbers, where LibreOffice is at hand to count them.
    """
    written = WrittenFiles(written_file())
    known = written.digest(target)
    try:
        check_target(target, overwrite=overwrite, known=known)
        content = _content(job, target, number_pages, progress)
        put_file(target, content, overwrite=overwrite, known=known)
    except WriteError as error:
        raise UserError(error.code, path=target) from error
    written.note(target, digest_of(content))
    keep_receipt(job, content)
    return target


def refusal(target: Path) -> str:
    """The code for which an export to that place would be refused unless it may overwrite; empty where it would not."""
    try:
        check_target(target, overwrite=False, known=WrittenFiles(written_file()).digest(target))
    except WriteError as error:
        return error.code
    return ""


def build(job: Export, *, number_pages: bool = True, progress: Progress = UNWATCHED) -> bytes:
    """The Word file as bytes. The same job gives the same bytes."""
    content = _built(job, number_pages, Steps(progress, _STEPS_TO_WORD))
    _refuse_leaks(job, content)
    return content


def build_pdf(job: Export, *, number_pages: bool = True, progress: Progress = UNWATCHED) -> bytes:
    """The PDF as bytes, made from a copy without anything of the program in it, whatever kind the job is of."""
    from referatdesk.documents.pdf.making import PdfError, make_pdf  # noqa: PLC0415 - lxml waits for the first export

    steps = Steps(progress, _STEPS_TO_PDF)
    clean = job if job.kind is Kind.PUBLICATION else replace(job, kind=Kind.FULL)
    word_file = _built(clean, number_pages, steps)
    steps.next()
    try:
        content = make_pdf(word_file, steps.is_cancelled)
    except PdfError as error:
        raise UserError(error.code) from error
    _refuse_leaks(job, content, is_pdf=True)
    return content


def _refuse_leaks(job: Export, content: bytes, *, is_pdf: bool = False) -> None:
    """Raises UserError "public.closed_text" or "public.private" where the finished file says what it must not."""
    if job.wanted is None:
        return
    from referatdesk.documents.searching.in_pdf import texts_in_pdf  # noqa: PLC0415 - as above
    from referatdesk.documents.searching.in_word import texts_in_word  # noqa: PLC0415 - as above

    found = texts_in_pdf(content) if is_pdf else texts_in_word(content)
    printed = [one.text for one in texts_in_word(_template_content(job.template))]
    for leak in job.wanted.leaks(found, printed):
        words = "closed_text" if leak.item else "withheld_text"
        raise UserError(f"public.{leak.kind or words}", where=leak.place.value, item=leak.item)


def _built(job: Export, number_pages: bool, steps: Steps) -> bytes:
    steps.next()
    compiled = _template(job.template, clean=IDENTITIES[job.kind] is Identity.NONE)
    properties = _properties(job)
    job = replace(job, values=told_once(job.values, compiled.repeats, IDENTITIES[job.kind]))
    filled = compiled.fill(job.values, properties, pictures=job.pictures, identity=IDENTITIES[job.kind])
    steps.next()
    if not number_pages or not filled.headings:
        return filled.content
    pages = _pages(job, compiled, filled.headings, steps)
    if not pages:
        return filled.content
    return compiled.fill(job.values, properties, pages, job.pictures, IDENTITIES[job.kind]).content


def _content(job: Export, target: Path, number_pages: bool, progress: Progress) -> bytes:
    make = build_pdf if target.suffix.casefold() == PDF_SUFFIX else build
    content = make(job, number_pages=number_pages, progress=progress)
    if progress.cancelled:
        raise UserError("export.stopped")
    return content


def _properties(job: Export) -> Properties:
    fields = job.values.fields
    title, subject = (
        value if isinstance(value := fields.get(name), str) else "" for name in ("møde.titel", "møde.udvalg")
    )
    named = title if subject.casefold() in title.casefold() else f"{title} – {subject}"
    return Properties(named, subject, job.created, job.status)


def _pages(job: Export, compiled: CompiledTemplate, headings: Sequence[Heading], steps: Steps) -> dict[str, int]:
    """The pages of the headings, counted in a copy without controls: LibreOffice sets those otherwise."""
    from referatdesk.documents.word.pages import page_numbers  # noqa: PLC0415 - as above

    one_each = {heading.bookmark: 1 for heading in headings}
    trial = compiled.fill(job.values, _properties(job), one_each, job.pictures)
    return page_numbers(trial.content, headings, cancelled=steps.is_cancelled)


def has_vote_rows(template: str) -> bool:
    """Whether the template prints votes apart from the text; one that cannot be used prints nothing."""
    try:
        return VOTES in _template(template, clean=False).repeats
    except UserError:
        return False


def template_path(template: str) -> Path:
    """Where a template lies: by name one that comes with the program or was added to it, else any other file."""
    own = Path(template)
    if own.parent != Path():
        return own
    name = own.name if own.suffix else f"{own.name}.docx"
    return next((path for path in (resource("templates", name), templates_folder() / name) if _is_file(path)), own)


def _is_file(path: Path) -> bool:
    """False also for a name that no file can have."""
    try:
        return path.is_file()
    except OSError:
        return False


def _template(template: str, *, clean: bool) -> CompiledTemplate:
    path = template_path(template)
    content = _template_content(template)
    try:
        if not path.is_relative_to(resource("templates")):
            _tried(content)
        return _compiled(content, clean)
    except TemplateError as error:
        raise UserError("template.broken", path=path, findings=error.findings) from error


def _template_content(template: str) -> bytes:
    return content_of(template_path(template))


_tried = lru_cache(maxsize=_KEPT_TEMPLATES)(try_out)
"""Once in a run: a template from outside is first worked on where that can be stopped."""


@lru_cache(maxsize=_KEPT_TEMPLATES)
def _compiled(content: bytes, clean: bool) -> CompiledTemplate:
    from referatdesk.documents.word.cleaning import cleaned  # noqa: PLC0415 - as above
    from referatdesk.documents.word.template import compile_template  # noqa: PLC0415 - as above
    from referatdesk.documents.word.tokens import convert_tokens  # noqa: PLC0415 - as above

    made = convert_tokens(content)
    if made.findings:
        raise TemplateError(made.findings)
    return compile_template(cleaned(made.content) if clean else made.content)
