"""What stands below the last item and belongs to the meeting: when it ended, who wrote, who was there, who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from referatdesk.documents.reading.body.around import Findings, Lines
from referatdesk.documents.reading.draft import Doubt, DraftHead, DraftPerson
from referatdesk.documents.reading.head.attendance import read_attendance
from referatdesk.documents.reading.layout.layout import Layout
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.names import looks_like_name
from referatdesk.documents.reading.words.titles import meeting_role
from referatdesk.domain.codes import Role
from referatdesk.domain.dates import find_date, find_time

_INITIALS = r"[A-ZÆØÅ]{2,5}(?:\s*(?:,|/|og|&)\s*[A-ZÆØÅ]{2,5}){0,3}"
_ENDED = re.compile(
    r"Mødet (?:er |blev )?(?:hævet|hæves|sluttede|slut|afsluttet|afsluttedes)\b.{0,60}|Formanden hævede mødet\b.{0,60}",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    rf"(?:Referat(?:et)?(?: er)?(?: udarbejdet| skrevet| ført| taget)? (?:af|ved|v/)|For referatet:?"
    rf"|Referent(?:er)?:?|Ref\.:?)"
    rf"\s+(?P<name>\S.{{0,80}})|Referat:? (?P<initials>(?-i:{_INITIALS}))\.?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:Underskrift(?:er)?\b|Godkendt den\b|Således vedtaget|Referatet (?:er )?(?:godkendt"
    r"|underskrevet)).{0,100}|[_.…]{6,}.{0,100}",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:Næste|Kommende) møder?\s*(?::|er|holdes|afholdes|bliver)\s.{0,150}", re.IGNORECASE)
_NEXT_HEAD = re.compile(r"(?:Næste|Kommende) møder?:?", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:til ?stede|deltagere|mødt|afbud|fraværende|fravær|ikke til ?stede|fra (?:forvaltningen"
    r"|administrationen|sekretariatet))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"Referat:? (?P<name>[A-ZÆØÅ].{3,80}?)\.?(?P<initials>)")
LONGEST_LINE = 260


@dataclass(frozen=True, slots=True)
class Closing:
    """The lines below the last item, none where the text of the item goes on to the end."""

    lines: tuple[SourceParagraph, ...] = ()

    def head(self, head: DraftHead) -> DraftHead:
        """The head with what the closing lines say beside it."""
        text = "\n".join(line.text for line in self.lines if not _PEOPLE.match(line.flat))
        ended = next((line for line in self.lines if _ENDED.fullmatch(line.flat)), None)
        time = find_time(ended.flat) if ended is not None else None
        written = next((match for line in self.lines if (match := _written(line.flat))), None)
        name = (written["name"] or written["initials"]).strip(" .") if written else None
        return replace(
            head,
            sign_off=head.sign_off or text or None,
            recorder=head.recorder or name,
            end_actual=head.end_actual or (time.start if time is not None else None),
        )

    def people(self, known: tuple[DraftPerson, ...]) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
        """Those listed below the last item, where nobody stands above the first."""
        lines = [line for line in self.lines if _PEOPLE.match(line.flat)]
        return read_attendance(lines) if lines and not known else ((), ())

    def mark(self, findings: Findings) -> None:
        for line in self.lines:
            findings.mark(line.place, Part.PEOPLE if _PEOPLE.match(line.flat) else Part.SIGN_OFF)


def _written(flat: str) -> re.Match[str] | None:
    """Who wrote, in a line that says it; after the bare word "Referat" it must be a name."""
    match = _WRITTEN.fullmatch(flat)
    if match is not None:
        return match
    named = _NAMED.fullmatch(flat)
    return named if named is not None and looks_like_name(named["name"].partition(",")[0]) else None


def tells_end(line: str) -> bool:
    """Whether a closing line says when the meeting ended, which is no signature."""
    return _ENDED.fullmatch(line) is not None


def is_signed(line: str) -> bool:
    """Whether a closing line opens the place for signatures."""
    return _SIGNED.fullmatch(line) is not None


def names_writer(line: str) -> bool:
    """Whether a closing line says who wrote the minutes."""
    return _written(line) is not None


def closing_of(lines: Lines, layout: Layout, *, people_known: bool) -> Closing:
    """The closing lines: the first that says so, when nothing but short lines follows.

    Where those who were there are known from the head, who is named below is away from the last item.
    """
    if not layout.outline.openings:
        return Closing()
    first = layout.outline.openings[-1].at + 1
    start = len(lines)
    for at in range(len(lines) - 1, first - 1, -1):
        line = lines[at]
        if line.table is not None or len(line.text) > LONGEST_LINE or _opens_section(layout, at):
            break
        if _closes(lines, at, first, layout):
            start = at
    named = [at for at in range(start, len(lines)) if _PEOPLE.match(lines[at].flat)] if people_known else []
    return Closing(tuple(lines[named[-1] + 1 if named else start :]))


def _opens_section(layout: Layout, at: int) -> bool:
    label = layout.seen[at].label
    return label is not None and not _written(layout.seen[at].flat) and not _PEOPLE.match(layout.seen[at].flat)


def _closes(lines: Lines, at: int, first: int, layout: Layout) -> bool:
    flat = lines[at].flat
    if layout.seen[at].said is not None:
        return layout.seen[at].said is Part.SIGN_OFF
    if lines[at].list_kind is not None:
        return False
    if _ENDED.fullmatch(flat) or _written(flat) or _SIGNED.fullmatch(flat):
        return True
    if at <= first or layout.seen[at - 1].label is not None:
        return False
    apart = lines[at].blank_before > 0
    below = lines[at + 1].flat if at + 1 < len(lines) else ""
    heads_next = apart and _NEXT_HEAD.fullmatch(flat) is not None and find_date(below) is not None
    tells_next = (
        heads_next or (apart and _NEXT.fullmatch(flat)) or (lines[at].whole and _NEXT.match(flat) and ":" in flat[:20])
    )
    return bool(tells_next) or ((apart or lines[at].whole) and _is_signature(flat, last=at == len(lines) - 1))


def _is_signature(flat: str, *, last: bool) -> bool:
    """A name with the day on which it was signed, or the office of whoever wrote, as the last line."""
    name, comma, day = flat.partition(",")
    signs = looks_like_name(name) or re.fullmatch(r"[A-ZÆØÅ]{2,5}", name) is not None
    writes = meeting_role(day) is Role.MINUTE_TAKER
    return last and bool(comma) and signs and len(day) < 40 and (writes or find_date(day) is not None)
