"""Minutes of another meeting quoted in the text of an item: their headings and labels are none here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.documents.reading.draft import Doubt
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.labels import Label
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.sentences import ends_sentence
from referatdesk.domain.codes import SectionKind

_QUOTED_HEADING = re.compile(r"(?:Punkt|Pkt\.?|Dagsordenspunkt|Sag)\s*(?:nr\.?\s*)?\d{1,4}\b.{3,300}:", re.IGNORECASE)
_QUOTED_SOURCE = re.compile(
    r"(?:(?:Uddrag|Citat) (?:af|fra) (?:referat\w*|protokol\w*|beslutning\w*)\b|(?:Fra|Af) referatet (?:af"
    r"|fra)\b).{0,200}:",
    re.IGNORECASE,
)
_OPENING, _CLOSING = '"“„»”', '"”“«'
MOST_QUOTED = 12
"""Within so many paragraphs a quotation that was opened is looked for its end."""


def quoted_lines(
    lines: Sequence[SourceParagraph], labels: Sequence[Label | None], *, decides_first: bool
) -> tuple[frozenset[int], list[Doubt]]:
    """Which lines of an item are quotation, and what is not certain about it."""
    quoted: set[int] = set()
    doubts: list[Doubt] = []
    for at, line in enumerate(lines):
        if at not in quoted and _is_quoted_heading(line, at, lines, labels):
            quoted |= set(range(at, _end(lines, labels, at + 1)))
    for at in _suspicious(labels, decides_first=decides_first):
        if at not in quoted:
            if not _is_led_in(lines, at):
                continue
            quoted |= set(range(at, _end(lines, labels, at)))
        doubts.append(Doubt("label.in_quote", lines[at].place, lines[at].flat, "label"))
    return frozenset(quoted), doubts


def _is_quoted_heading(
    line: SourceParagraph, at: int, lines: Sequence[SourceParagraph], labels: Sequence[Label | None]
) -> bool:
    if line.table is not None or line.list_kind is not None or labels[at] is not None or at + 1 >= len(lines):
        return False
    flat = line.flat.lstrip(_OPENING)
    if _QUOTED_HEADING.fullmatch(flat) or _QUOTED_SOURCE.fullmatch(flat):
        return True
    opens = (
        flat != line.flat
        and not _closes(flat)
        and bool(re.match(r"(?:punkt |pkt\.? ?)?\d{1,3}[.:)]? ", flat, re.IGNORECASE))
    )
    return opens and any(label is not None for label in labels[at + 1 : at + 3])


def _suspicious(labels: Sequence[Label | None], *, decides_first: bool) -> list[int]:
    """Labels of minutes above the recommendation of an item that has its decision further down."""
    if decides_first:
        return []
    deciding = [
        at for at, label in enumerate(labels) if label is not None and label.kind in DECIDING and label.date is None
    ]
    proposed = [at for at, label in enumerate(labels) if label is not None and label.kind is SectionKind.RECOMMENDATION]
    if not proposed or not deciding or deciding[-1] < proposed[0]:
        return []
    return [at for at in deciding if at < proposed[0]]


def _is_led_in(lines: Sequence[SourceParagraph], at: int) -> bool:
    """Whether what stands round the label shows a quotation: a colon above it, or a quotation mark below."""
    above = lines[at - 1].flat if at else ""
    below = lines[at + 1].flat if at + 1 < len(lines) else ""
    return above.endswith(":") or below[:1] in _OPENING


def _end(lines: Sequence[SourceParagraph], labels: Sequence[Label | None], start: int) -> int:
    """Behind the last line of the quotation that begins at `start`.

    A quotation mark that is closed shows it; else it is the headings and labels with the one paragraph below them.
    """
    opened = next((at for at in range(start, min(start + 3, len(lines))) if _opens_quote(lines[at])), None)
    if opened is not None:
        if _closes(lines[opened].flat[1:]):
            return opened + 1
        for at in range(opened + 1, min(opened + MOST_QUOTED, len(lines))):
            if _opens_quote(lines[at]) or _QUOTED_SOURCE.fullmatch(lines[at].flat):
                break
            if _closes(lines[at].flat):
                return at + 1
    at = start
    while at < len(lines) and (labels[at] is not None or _is_quoted_heading(lines[at], at, lines, labels)):
        at += 1
    at += 1
    while at < len(lines) and not lines[at].blank_before and not lines[at].whole and labels[at] is None:
        if opened is None or ends_sentence(lines[at - 1].flat):
            break
        at += 1
    return min(at, len(lines))


def _opens_quote(line: SourceParagraph) -> bool:
    return line.flat[:1] in _OPENING and line.flat[:1] != ""


def _closes(text: str) -> bool:
    return text.rstrip(" .")[-1:] in _CLOSING if text.rstrip(" .") else False
