"""The lines under an item's heading as sections, each read as what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.body.absentees import AbsenteeLine, read_absentees
from referatdesk.documents.reading.body.around import Around, Findings, Lines
from referatdesk.documents.reading.body.attachments import read_attachments
from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.body.spans import Span, is_elsewhere, is_of_others, spans_of
from referatdesk.documents.reading.draft import Doubt, DraftSection
from referatdesk.documents.reading.head.people import is_complete
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.marks import typed_mark
from referatdesk.documents.reading.words.names import name_key
from referatdesk.domain.codes import BlockKind, ItemKind, SectionKind

_TALK = frozenset({ItemKind.ANY_OTHER, ItemKind.OPENING})
_TOLD = re.compile(
    r"\b(?:bød|takkede|(?:drøft|orienter|oplys|nævn|bemærk|konklud|opfordr|spurg|svar|vis|ønsk|foresl|afslutt"
    r"|åbn)(?:ede|te)|fortalte"
    r"|gjorde|spurgte|sagde|mente|tog|gav|blev)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:(?:Dagsordenen|Referatet|Protokollen|Indstillingen) (?:er |blev |blev enstemmigt )?godkendt|Godkendt|Vedtaget"
    r"|Tiltrådt|Taget til efterretning|Til efterretning|Til orientering|Drøftet|Udsat|Udgår|Intet)\b"
)
_TEXT_PARTS = {
    SectionKind.DECISION: Part.DECISION,
    SectionKind.MINUTES: Part.DECISION,
    SectionKind.ATTACHMENTS: Part.ATTACHMENT,
    SectionKind.ABSENTEES: Part.ABSENTEES,
}


def read_sections(lines: Lines, kind: ItemKind, around: Around, findings: Findings) -> tuple[DraftSection, ...]:
    """All sections of an item of that kind, in printed order."""
    spans = list(spans_of(lines, around, findings))
    bare = _bare_kind(spans, kind, around)
    sections = tuple(_section(span, bare, around, findings) for span in spans)
    return _with_earlier(sections, spans, around)


def _bare_kind(spans: Sequence[Span], kind: ItemKind, around: Around) -> SectionKind:
    """What text without a label is: the case, or the minutes where nothing but minutes is printed."""
    if around.is_agenda:
        return SectionKind.CASE_TEXT
    if not around.forms.any:
        return SectionKind.MINUTES
    if any(one.label for one in spans):
        return SectionKind.CASE_TEXT
    texts = [line.flat for one in spans for line in one.lines]
    told = kind in _TALK and any(_TOLD.search(text) for text in texts)
    answered = bool(texts) and _ANSWER.match(texts[0]) is not None
    return SectionKind.MINUTES if told or answered else SectionKind.CASE_TEXT


def _section(span: Span, bare: SectionKind, around: Around, findings: Findings) -> DraftSection:
    findings.mark(span.place, Part.TEXT)
    if span.absentees is not None:
        section = _absentees(span, span.absentees, around, findings)
    elif span.label is None:
        section = _unlabelled(span, bare, around, findings)
    else:
        section = _labelled(span, around, findings)
    _mark_parts(section, span, findings)
    return section


def _unlabelled(span: Span, bare: SectionKind, around: Around, findings: Findings) -> DraftSection:
    kind = span.kind or (SectionKind.OTHER if span.trailing else bare)
    if span.trailing:
        findings.doubts.append(Doubt("text.after_absentees", span.place, span.lines[0].flat))
    return _filled(DraftSection(kind=kind, place=span.place), span, around, findings)


def _labelled(span: Span, around: Around, findings: Findings) -> DraftSection:
    label = span.label
    assert label is not None  # noqa: S101 - the caller has seen it
    section = DraftSection(
        kind=label.kind,
        place=span.place,
        label=label.text,
        colon=label.colon,
        inline=span.inline,
        board=label.board,
        date=label.date,
        date_raw=label.date_raw,
    )
    return _filled(section, span, around, findings)


def _filled(section: DraftSection, span: Span, around: Around, findings: Findings) -> DraftSection:
    if section.kind is SectionKind.ATTACHMENTS:
        attachments, others, doubts = read_attachments(span.lines, around.width)
        findings.doubts.extend(doubts)
        return replace(section, attachments=attachments, blocks=findings.read(others, section.kind, around))
    return replace(section, blocks=findings.read(span.lines, section.kind, around, frozenset(span.quoted)))


def _absentees(span: Span, printed: AbsenteeLine, around: Around, findings: Findings) -> DraftSection:
    people, doubts = read_absentees(span.lines, printed.label, around.names)
    findings.doubts.extend(doubts)
    strangers = [one for one in people if around.names and name_key(one.name) not in around.names]
    findings.doubts.extend(Doubt("absent.not_listed", one.place, one.name) for one in strangers)
    return DraftSection(
        kind=SectionKind.ABSENTEES,
        place=span.place,
        label=printed.label,
        colon=printed.colon,
        inline=span.inline,
        people=people,
        people_raw=tuple(_printed_runs(span.lines)),
        blocks=() if people else findings.read(span.lines, SectionKind.ABSENTEES, around),
    )


BULLET_MARK = "- "
"""In front of an absentee who has a line of a list alone."""


def _printed_runs(lines: Lines) -> list[str]:
    """The runs as printed, those broken over lines made whole; one in a list has the mark of a bullet before it."""
    runs: list[SourceParagraph] = []
    for line in lines:
        broken = bool(runs) and line.blank_before == 0 and not line.whole
        if not _is_bullet(line) and (broken or (runs and not is_complete(runs[-1].flat))):
            runs[-1] = joined(runs[-1], line)
        else:
            runs.append(line)
    return [BULLET_MARK + run.flat if run.list_kind is BlockKind.BULLET else run.flat for run in runs]


def _is_bullet(line: SourceParagraph) -> bool:
    mark = typed_mark(line.flat)
    return line.list_kind is BlockKind.BULLET or (mark is not None and mark.kind is BlockKind.BULLET)


def _mark_parts(section: DraftSection, span: Span, findings: Findings) -> None:
    """What each line of the section was taken for."""
    findings.mark(section.place, _TEXT_PARTS.get(section.kind, Part.TEXT))
    for block in section.blocks:
        place = findings.places.get(block.id)
        if place is None:
            continue
        if block.kind is BlockKind.QUOTE:
            findings.mark(place, Part.QUOTE)
        elif block.kind is BlockKind.TABLE:
            findings.mark(place, Part.TABLE)
        elif block.kind is BlockKind.SUBHEADING:
            findings.mark(place, Part.SUBHEADING)
        elif section.kind is SectionKind.RECOMMENDATION and block.is_list_item:
            findings.mark(place, Part.POINT)
    if span.label is not None and not span.inline:
        findings.parts[section.place.line_from] = Part.LABEL


def _with_earlier(
    sections: tuple[DraftSection, ...], spans: Sequence[Span], around: Around
) -> tuple[DraftSection, ...]:
    """Decisions of other meetings, printed beside this one's, as the earlier ones that they are."""
    decisions = [one for one in sections if one.kind in DECIDING]
    pairs = zip(sections, spans, strict=True)
    others = [one for one, span in pairs if one.kind in DECIDING and is_of_others(span.label, around)]
    if len(others) == len(decisions) and not all(is_elsewhere(one.board, around.board) for one in others):
        return sections
    return tuple(
        replace(one, kind=SectionKind.EARLIER_DECISIONS, earlier=True) if one in others else one for one in sections
    )
