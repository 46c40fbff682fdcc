"""A template tried: filled with a meeting of the archive or with the fictional one, as a Word file or as pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.changes import Pair, altered
from referatdesk.domain.meetings import Meeting
from referatdesk.domain.records import Records, RecordSet, style_of
from referatdesk.services.errors import UserError
from referatdesk.services.file_contents import Contents
from referatdesk.services.output import exporting
from referatdesk.services.output.exporting import Export
from referatdesk.services.output.outputs import Kind

if TYPE_CHECKING:
    from referatdesk.documents.page_pictures import PagePicture

TIME_LIMIT = 120.0
"""Seconds for the pages of a long meeting."""
MOST_PAGES = 24
"""Shown of one file: enough to see how it looks, and not more than a small computer holds."""
_SAMPLE_DAY = date(2027, 2, 18)


@dataclass(frozen=True, slots=True)
class Pages:
    """The filled Word file, and its pages where LibreOffice could show them."""

    word: bytes
    pictures: tuple[PagePicture, ...]


def sample_job(template: str, style: HouseStyle | None = None) -> Export:
    """The fictional minutes that come with the program, printed as `style` says where one is given."""
    records = RecordSet()
    records.apply(_sample_minutes())
    meeting = records.all(Meeting)[0]
    own = style_of(records, meeting)
    records.apply(altered([(own, replace(style or own, id=own.id))]))
    return exporting.prepare(records, meeting.id, template=template)


def meeting_job(records: Records, meeting_id: str, template: str, contents: Contents) -> Export:
    """A meeting of the archive, closed items too: a trial is for the eyes of whoever makes the template."""
    kind = Kind.REVIEW_LIBREOFFICE
    return exporting.prepare(records, meeting_id, contents=contents, template=template, kind=kind)


@cache
def _sample_minutes() -> tuple[Pair, ...]:
    from referatdesk.services.example import example_changes  # noqa: PLC0415 - for a trial only

    minutes, *_newer = example_changes(RecordSet(), _SAMPLE_DAY)
    return minutes.pairs


def filled(job: Export) -> bytes:
    """The Word file, without counting pages. Raises UserError as exporting does."""
    return exporting.build(job, number_pages=False)


def can_show_pages() -> bool:
    from referatdesk.documents.page_pictures import has_office  # noqa: PLC0415 - for a trial only

    return has_office()


def pages(job: Export, points_per_inch: float, cancelled: Callable[[], bool]) -> Pages:
    """The file and its first pages; none of them without LibreOffice, or once it is cancelled.

    Raises UserError "preview.failed" where LibreOffice could not make them.
    """
    from referatdesk.documents.page_pictures import page_pictures  # noqa: PLC0415 - for a trial only

    word = filled(job)
    if not can_show_pages() or cancelled():
        return Pages(word, ())
    try:
        made = pdf(word, cancelled)
    except UserError:
        if cancelled():
            return Pages(word, ())
        raise
    shown: list[PagePicture] = []
    for picture in page_pictures(made, points_per_inch):
        if cancelled() or len(shown) == MOST_PAGES:
            break
        shown.append(picture)
    return Pages(word, tuple(shown))


def pdf(word: bytes, cancelled: Callable[[], bool]) -> bytes:
    """The pages as a PDF. Raises UserError "preview.needs_office" or "preview.failed"."""
    from referatdesk.documents.page_pictures import pdf_of  # noqa: PLC0415 - for a trial only

    if not can_show_pages():
        raise UserError("preview.needs_office")
    made = pdf_of(word, TIME_LIMIT, cancelled)
    if made is None:
        raise UserError("preview.failed")
    return made
