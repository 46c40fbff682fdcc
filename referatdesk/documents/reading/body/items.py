"""One item: its heading, case number and mark of being closed, and the text under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.body.absentees import absentee_line
from referatdesk.documents.reading.body.contents import ContentsEntry, comparable
from referatdesk.documents.reading.body.headings import Candidate
from referatdesk.documents.reading.body.labels import label_of
from referatdesk.documents.reading.body.pieces import ends_open, ends_sentence
from referatdesk.documents.reading.body.sections import Around, Findings, read_sections
from referatdesk.documents.reading.draft import DraftItem
from referatdesk.documents.reading.source import SourceParagraph, fills, flattened
from referatdesk.documents.reading.words.dates import DATE
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.domain.codes import Access
from referatdesk.domain.meetings import Presenter

_CASE_WORD = r"(?:Sags ?nr|Sagsnummer|Sags-?id|Sag|Sagsnr\./dok\.?nr|J\.? ?nr|Journalnr|Journalnummer|ESDH-sag)"
_NUMBER = r"(?:[A-ZÆØÅ]{1,5}[- ]?)?\d[\dA-Za-z]*(?:[-./_][\dA-Za-z]+)+|[A-ZÆØÅ]{1,5}-?\d{3,}|\d{5,}"
_CASE_LINE = re.compile(
    rf"(?:(?P<word>{_CASE_WORD})\.?\s*:?\s*)?(?P<numbers>(?:{_NUMBER})(?:(?:\s*[,;]\s*|\s+/\s+|\s+og\s+)(?:{_NUMBER}))*)",
    re.IGNORECASE,
)
_CLOSED_WORD = r"(?:lukket(?: (?:punkt|dagsordenspunkt|sag|dagsorden|behandling|møde))?|fortroligt?)"
_OPEN_WORD = r"(?:åbent?(?: (?:punkt|dagsordenspunkt|sag|dagsorden))?)"
_ACCESS_LINE = re.compile(rf"[(\[]?(?:(?P<closed>{_CLOSED_WORD})|{_OPEN_WORD})[)\]]?[.:]?", re.IGNORECASE)
_SHOUTED = r"(?-i:LUKKET)"
_MARK_AROUND = re.compile(
    rf"^(?:[(\[](?P<c1>{_CLOSED_WORD})[)\]]\s*[-–:]?|[(\[]{_OPEN_WORD}[)\]]\s*[-–:]?|(?P<c2>{_CLOSED_WORD})\s*[-–:](?=\s)"
    rf"|(?P<c3>{_SHOUTED})(?=\s))\s*"
    rf"|\s*(?:[(\[](?P<c4>{_CLOSED_WORD})[)\]]|[(\[]{_OPEN_WORD}[)\]]|\s[-–]\s(?P<c5>{_CLOSED_WORD})|\s(?P<c6>{_SHOUTED}))$",
    re.IGNORECASE,
)
_CLOSED_TITLE = re.compile(rf"{_CLOSED_WORD}[.:]?", re.IGNORECASE)
_PRESENTER = re.compile(r"v/\s?\S")
MOST_TITLE_LINES = 5
LONGEST_CASE_LINE = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """An item's heading with all its lines: `last` is the last of them, `title` without number and mark of access."""

    at: int
    last: int
    printed: str
    number: str | None
    figure: str | None
    title: str
    access: Access


def is_case_line(text: str) -> bool:
    """Whether a line holds nothing but the numbers of a case."""
    return case_numbers(text) is not None


def case_numbers(text: str) -> str | None:
    match = _CASE_LINE.fullmatch(text) if len(text) <= LONGEST_CASE_LINE else None
    if match is None or DATE.fullmatch(text):
        return None
    return match["numbers"].strip()


def read_heading(
    lines: Sequence[SourceParagraph], found: Candidate, end: int, around: Around, entries: Sequence[ContentsEntry]
) -> Heading:
    """The heading that begins with `found`; `end` is where the next item begins, `entries` the list of contents."""
    title, last = found.title, found.at
    while last + 1 < min(end, found.at + MOST_TITLE_LINES) and _goes_on(
        title, lines[last], lines[last + 1], around, entries
    ):
        last += 1
        title = f"{title} {lines[last].flat}".strip()
    printed = " ".join(line.flat for line in lines[found.at : last + 1])
    bare, access = _access(title)
    if re.search(r"\blukket\b", found.number, re.IGNORECASE):
        access = Access.CLOSED
    number = flattened(re.sub(r"[(\[].*?[)\]]|\blukket\b", "", found.number, flags=re.IGNORECASE))
    return Heading(found.at, last, printed, number or None, found.figure or None, bare, access)


def _goes_on(
    title: str, above: SourceParagraph, below: SourceParagraph, around: Around, entries: Sequence[ContentsEntry]
) -> bool:
    if not title:
        return label_of(below, around.forms) is None and not is_case_line(below.flat)
    known = False if _is_structure(below, around) else _confirmed(title, below, entries)
    return _looks_broken(title, above, below, around) if known is None else known


def _looks_broken(title: str, above: SourceParagraph, below: SourceParagraph, around: Around) -> bool:
    """Whether a title, of which no list of contents tells, goes on in the line below."""
    small = below.text[:1].islower() and not ends_sentence(title) and not ends_sentence(below.text)
    if below.whole:
        return small and below.heading == above.heading
    if below.blank_before:
        return small and len(below.text) < 150
    if around.width is not None:
        return fills(above, below.text, around.width) or small
    return small or ends_open(title) or (len(above.text) >= 45 and not ends_sentence(below.text))


def _confirmed(title: str, below: SourceParagraph, entries: Sequence[ContentsEntry]) -> bool | None:
    """What the list of contents says: the title goes on, or it ends here; None where it says nothing."""
    key, longer = comparable(title), comparable(f"{title} {below.flat}")
    if any(entry.key.startswith(longer) for entry in entries):
        return True
    if any(longer.startswith(entry.key) and len(entry.key) > len(key) for entry in entries):
        return True
    return False if any(entry.key == key and entry.whole for entry in entries) else None


def _is_structure(line: SourceParagraph, around: Around) -> bool:
    flat = line.flat
    if line.table is not None or line.list_kind is not None or typed_mark(line.text) is not None:
        return True
    if is_case_line(flat) or _ACCESS_LINE.fullmatch(flat) or _PRESENTER.match(flat):
        return True
    return label_of(line, around.forms) is not None or absentee_line(line, around.names) is not None


def _access(title: str) -> tuple[str, Access]:
    """The title without a mark of access, and the access. A title that is nothing but the mark is kept."""
    access = Access.CLOSED if _CLOSED_TITLE.fullmatch(title) else Access.OPEN
    match = _MARK_AROUND.search(title)
    if match is None:
        return title, access
    bare = f"{title[: match.start()]}{title[match.end() :]}".strip(" -–:")
    closed = any(match.groups())
    return bare or title, Access.CLOSED if closed else access


def read_item(
    heading: Heading, lines: Sequence[SourceParagraph], end: int, around: Around, findings: Findings
) -> DraftItem:
    """The item of a heading; its lines reach to `end`."""
    at = heading.last + 1
    access, case_no, case_raw = heading.access, None, None
    presenters: list[Presenter] = []
    while at < end:
        flat = lines[at].flat
        marked = _ACCESS_LINE.fullmatch(flat)
        if marked is not None:
            access = Access.CLOSED if marked["closed"] else access
        elif case_no is None and (found := case_numbers(flat)) is not None:
            case_no, case_raw = found, flat
        elif _PRESENTER.match(flat):
            presenters.append(Presenter(flat))
        else:
            break
        at += 1
    body = lines[at:end]
    place = lines[heading.at].place.to(lines[end - 1].place)
    return DraftItem(
        title=heading.title,
        heading=heading.printed,
        place=place,
        number=heading.number,
        figure=heading.figure,
        access=access,
        case_no=case_no,
        case_no_raw=case_raw,
        presenters=tuple(presenters),
        sections=read_sections(body, around, findings),
    )
