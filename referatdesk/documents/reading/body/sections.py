"""The lines under an item's heading divided into sections, each read as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.body.absentees import AbsenteeLine, absentee_line, goes_on, read_absentees
from referatdesk.documents.reading.body.attachments import read_attachments
from referatdesk.documents.reading.body.blocks import read_blocks
from referatdesk.documents.reading.body.labels import Label, LabelForms, label_of
from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.draft import Doubt, DraftSection
from referatdesk.documents.reading.head.people import is_complete
from referatdesk.documents.reading.source import Place, SourceParagraph, cut_runs, stripped_runs
from referatdesk.documents.reading.words.person_words import name_key
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import Blocks, Run

_LONG_LABEL = re.compile(r"Beslutning (?:i|fra|af) ")


@dataclass(frozen=True, slots=True)
class Around:
    """What the whole document tells about each of its items; `names` are the people of its head (as compared)."""

    forms: LabelForms
    width: int | None
    names: frozenset[str]
    date: str | None = None


@dataclass(slots=True)
class Findings:
    """Places and doubts gathered while the parts are read."""

    places: dict[str, Place] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def read(self, lines: Sequence[SourceParagraph], kind: SectionKind, around: Around) -> Blocks:
        found = read_blocks(lines, kind, around.width, around.forms.heading)
        self.places.update(found.places)
        self.doubts.extend(found.doubts)
        return found.blocks


@dataclass(slots=True)
class _Span:
    """Lines under one label; `value` is what the label's own line says after it."""

    place: Place
    label: Label | None = None
    absentees: AbsenteeLine | None = None
    lines: list[SourceParagraph] = field(default_factory=list)
    inline: bool = False
    trailing: bool = False


def read_sections(lines: Sequence[SourceParagraph], around: Around, findings: Findings) -> tuple[DraftSection, ...]:
    """All sections of an item in printed order; text before the first label, or after the absentees, has no label."""
    spans = _spans(_whole_labels(lines), around)
    return _with_earlier(tuple(_section(span, around, findings) for span in spans), around)


def _whole_labels(lines: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """The lines with a long label of a decision, broken over two of them, made whole."""
    whole: list[SourceParagraph] = []
    for line in lines:
        above = whole[-1] if whole else None
        if above is not None and _LONG_LABEL.match(above.text) and not line.blank_before and not line.whole:
            both = joined(above, line)
            label = label_of(both, LabelForms())
            if label is not None and label.date is not None and label_of(above, LabelForms()) is None:
                whole[-1] = both
                continue
        whole.append(line)
    return whole


def _spans(lines: Sequence[SourceParagraph], around: Around) -> Iterator[_Span]:
    span: _Span | None = None
    for line in lines:
        opened = _opened_span(line, around)
        if opened is None and span is not None and span.absentees is not None and not _goes_on(span, line, around):
            opened = _Span(line.place, lines=[line], trailing=True)
        if opened is not None or span is None:
            if span is not None:
                yield span
            span = opened or _Span(line.place, lines=[line])
        else:
            span.lines.append(line)
            span.place = span.place.to(line.place)
    if span is not None:
        yield span


def _opened_span(line: SourceParagraph, around: Around) -> _Span | None:
    """The span that a label or a line of absentees opens, with the value on its own line."""
    absentees = absentee_line(line, around.names)
    if absentees is not None:
        value = [replace(line, runs=(Run(absentees.value),))] if absentees.value else []
        return _Span(line.place, absentees=absentees, lines=value, inline=bool(value))
    label = label_of(line, around.forms)
    if label is None:
        return None
    if label.value_at is None:
        return _Span(line.place, label)
    value = [replace(line, runs=stripped_runs(cut_runs(line.runs, label.value_at)))]
    return _Span(line.place, label, lines=value, inline=True)


def _goes_on(span: _Span, line: SourceParagraph, around: Around) -> bool:
    return goes_on([one.flat for one in span.lines], line, around.names)


def _section(span: _Span, around: Around, findings: Findings) -> DraftSection:
    if span.absentees is not None:
        return _absentees(span, span.absentees, around, findings)
    label = span.label
    if label is None:
        kind = SectionKind.OTHER if span.trailing else SectionKind.CASE_TEXT
        if span.trailing:
            findings.doubts.append(Doubt("text.after_absentees", span.place, span.lines[0].flat))
        return DraftSection(kind=kind, place=span.place, blocks=findings.read(span.lines, kind, around))
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
    if label.kind is SectionKind.ATTACHMENTS:
        attachments, others, doubts = read_attachments(span.lines, around.width)
        findings.doubts.extend(doubts)
        return replace(section, attachments=attachments, blocks=findings.read(others, label.kind, around))
    return replace(section, blocks=findings.read(span.lines, label.kind, around))


def _absentees(span: _Span, printed: AbsenteeLine, around: Around, findings: Findings) -> DraftSection:
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


def _printed_runs(lines: Sequence[SourceParagraph]) -> list[str]:
    """The runs as printed, those broken over lines made whole."""
    runs: list[SourceParagraph] = []
    for line in lines:
        broken = bool(runs) and line.blank_before == 0 and not line.whole
        if broken or (runs and not is_complete(runs[-1].flat)):
            runs[-1] = joined(runs[-1], line)
        else:
            runs.append(line)
    return [run.flat for run in runs]


def _with_earlier(sections: tuple[DraftSection, ...], around: Around) -> tuple[DraftSection, ...]:
    """Decisions of other meetings, printed beside this one's, as the earlier ones that they are."""
    decisions = [one for one in sections if one.kind is SectionKind.DECISION]
    own = [one for one in decisions if one.date is None or one.date == around.date]
    if around.date is None or not own or len(own) == len(decisions):
        return sections
    return tuple(
        replace(one, kind=SectionKind.EARLIER_DECISIONS) if one in decisions and one not in own else one
        for one in sections
    )
