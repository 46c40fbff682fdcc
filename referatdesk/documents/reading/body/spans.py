"""The lines of an item divided where labels, or words that open a section without one, stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from referatdesk.documents.reading.body.absentees import AbsenteeLine, absentee_line, goes_on
from referatdesk.documents.reading.body.around import Around, Findings, Lines
from referatdesk.documents.reading.body.pieces import joined
from referatdesk.documents.reading.body.quotes import quoted_lines
from referatdesk.documents.reading.layout.label_words import DECIDING, kind_of_words
from referatdesk.documents.reading.layout.labels import Label, label_of
from referatdesk.documents.reading.layout.taught import comparable_words
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import Place, SourceParagraph, cut_runs, stripped_runs
from referatdesk.documents.reading.words.sentences import ends_sentence
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.richtext import Run

_LONG_LABEL = re.compile(r"(?:Beslutning|Referat) (?:i|fra|af) ")
_PROPOSES = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå-]*(?: [\wæøå-]+){0,3} (?:indstiller|anbefaler|foreslår)(?: til [^,.:]{3,60})?,?(?: at\b"
    r"|:)|Det indstilles,? at\b)"
)
_PAPER = re.compile(r"Bilag \d{1,2}[a-z]?\s*(?::|[.–-]\s)\s*\S")
LONGEST_PAPER = 200
_TOLD = re.compile(
    r"\b(?:fortalte|spurgte|sagde|mente|fandt|oplyste|bemærkede|nævnte|foreslog|pegede|gjorde opmærksom|drøftede"
    r"|orienterede|svarede|ønskede|understregede)\b"
)
_SAID_KINDS = {
    Part.DECISION: SectionKind.DECISION,
    Part.POINT: SectionKind.RECOMMENDATION,
    Part.ATTACHMENT: SectionKind.ATTACHMENTS,
    Part.ABSENTEES: SectionKind.ABSENTEES,
}
_NOT_PROSE = DECIDING | {SectionKind.RECOMMENDATION, SectionKind.ATTACHMENTS, SectionKind.ABSENTEES}


@dataclass(slots=True)
class Span:
    """Lines of one section. `kind` is that of a section without a label, None where nothing tells it."""

    place: Place
    label: Label | None = None
    absentees: AbsenteeLine | None = None
    kind: SectionKind | None = None
    lines: list[SourceParagraph] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    inline: bool = False
    trailing: bool = False

    @property
    def opened_as(self) -> SectionKind | None:
        if self.absentees is not None:
            return SectionKind.ABSENTEES
        return self.label.kind if self.label is not None else self.kind

    def add(self, line: SourceParagraph, *, quoted: bool) -> None:
        if quoted:
            self.quoted.add(len(self.lines))
        self.lines.append(line)
        self.place = self.place.to(line.place)


def spans_of(lines: Lines, around: Around, findings: Findings) -> Iterator[Span]:
    """The spans in printed order; text before the first label, or after the absentees, has no label."""
    whole = _whole_labels(lines)
    labels = [_label(line, around) for line in whole]
    if all(label is None or _is_only_set_so(line, label, around) for line, label in zip(whole, labels, strict=True)):
        labels = [None] * len(whole)
    quoted, doubts = quoted_lines(whole, labels, decides_first=around.decides_first)
    findings.doubts.extend(doubts)
    quoted |= {at for at, line in enumerate(whole) if around.word_on(line) is Part.QUOTE}
    papers = _papers_below(whole, labels)
    span: Span | None = None
    for at, line in enumerate(whole):
        label = None if _is_paper(labels[at], span) or _is_inner(labels[at], span, around) else labels[at]
        opened = None if at in quoted else _opened(line, label, span, around)
        if opened is None and at in papers and (span is None or span.opened_as is not SectionKind.ATTACHMENTS):
            opened = Span(line.place, kind=SectionKind.ATTACHMENTS, lines=[line])
        if opened is not None:
            if span is not None:
                yield span
            span = opened
        elif span is None:
            span = Span(line.place)
            span.add(line, quoted=at in quoted)
        else:
            span.add(line, quoted=at in quoted)
    if span is not None:
        yield span


def _is_only_set_so(line: SourceParagraph, label: Label, around: Around) -> bool:
    """Whether nothing but its style makes a line a label; where no other stands beside it, it is a sub-heading."""
    own = label.text.casefold() in around.forms.own or label.board is not None or label.date is not None
    styled = line.heading is not None and not around.forms.capitals and around.word_on(line) is None
    return styled and label.kind is SectionKind.OTHER and not own and kind_of_words(label.text) is None


def _papers_below(lines: Lines, labels: Sequence[Label | None]) -> set[int]:
    """The lines with numbers of papers ("Bilag 2: …") that stand together at the end of an item or of a section."""
    found: set[int] = set()
    ends = True
    for at in range(len(lines) - 1, -1, -1):
        is_paper = lines[at].table is None and len(lines[at].text) <= LONGEST_PAPER and _PAPER.match(lines[at].flat)
        if ends and is_paper:
            found.add(at)
        ends = bool(labels[at]) or (ends and bool(is_paper))
    return found


def is_of_others(label: Label | None, around: Around) -> bool:
    """Whether a label of a decision names another meeting than this one, by its day or its board."""
    if label is None or label.kind not in DECIDING:
        return False
    if label.date is not None and around.date is not None and "--" not in (label.date[:2], around.date[:2]):
        return label.date != around.date
    return label.date is None and label.board is not None and is_elsewhere(label.board, around.board)


def is_elsewhere(named: str | None, own: str | None) -> bool:
    """Whether a printed name is that of another board."""
    if named is None or own is None:
        return False
    one, other = comparable_words(named), comparable_words(own)
    return not (other in one or one in other or one.removesuffix("s") in other)


def _is_paper(label: Label | None, span: Span | None) -> bool:
    """Whether the minutes of a meeting are named in a list of papers, as one of them."""
    listing = span is not None and span.opened_as is SectionKind.ATTACHMENTS
    return listing and label is not None and label.kind is SectionKind.MINUTES and label.date is not None


def _is_inner(label: Label | None, span: Span | None, around: Around) -> bool:
    """Whether board and day of this very decision stand right below its label, as its first words."""
    if label is None or label.date is None or label.kind not in DECIDING or is_of_others(label, around):
        return False
    return span is not None and span.opened_as in DECIDING and not span.lines and span.label is not None


def _label(line: SourceParagraph, around: Around) -> Label | None:
    said = around.word_on(line)
    if said is None:
        return label_of(line, around.forms)
    if said is not Part.LABEL:
        return None
    label = label_of(line, around.forms)
    kind = around.said[line.place.line_from].kind
    if label is None:
        stem = line.flat.rstrip(": ")
        return Label(kind or SectionKind.OTHER, stem, line.flat.endswith(":"))
    return label if kind is None else replace(label, kind=kind)


def _whole_labels(lines: Lines) -> list[SourceParagraph]:
    """The lines with a long label of a decision, broken over two of them, made whole."""
    whole: list[SourceParagraph] = []
    for line in lines:
        above = whole[-1] if whole else None
        if above is not None and _LONG_LABEL.match(above.text) and not line.blank_before and not line.whole:
            both = joined(above, line)
            label = label_of(both)
            is_cut = (alone := label_of(above)) is None or alone.date is None
            if label is not None and label.date is not None and label.value_at is None and is_cut:
                whole[-1] = both
                continue
        whole.append(line)
    return whole


def _opened(line: SourceParagraph, label: Label | None, span: Span | None, around: Around) -> Span | None:
    """The span that begins with the line, with the value on the label's own line; None where the line goes on."""
    said = around.word_on(line)
    absentees = absentee_line(line, around.names) if said in {None, Part.ABSENTEES} else None
    if absentees is not None and said is None and span is not None and _is_said_of(absentees, span, around):
        absentees = None
    if absentees is not None:
        value = [replace(line, runs=(Run(absentees.value),))] if absentees.value else []
        return Span(line.place, absentees=absentees, lines=value, inline=bool(value))
    if label is not None:
        if label.value_at is None:
            return Span(line.place, label)
        value = [replace(line, runs=stripped_runs(cut_runs(line.runs, label.value_at)), blank_before=1)]
        return Span(line.place, label, lines=value, inline=True)
    kind = _kind_without_label(line, said, span, around)
    if kind is not None or (said is None and _is_below_box(line, span)):
        return Span(line.place, kind=kind, lines=[line])
    if (
        span is not None
        and span.absentees is not None
        and not goes_on([one.flat for one in span.lines], line, around.names)
    ):
        return Span(line.place, lines=[line], trailing=True)
    return None


def _is_said_of(absentees: AbsenteeLine, span: Span, around: Around) -> bool:
    """Whether who is away is part of a decision: of another meeting's, or the sentence that is all of this one."""
    answers = span.opened_as in DECIDING and span.label is not None and not span.lines
    sentence = not absentees.colon and absentees.value.endswith(".")
    return is_of_others(span.label, around) or (answers and sentence)


def _is_below_box(line: SourceParagraph, span: Span | None) -> bool:
    """Whether the border round a label and its text is closed above the line."""
    if span is None or span.label is None or not span.lines or line.boxed:
        return False
    return span.lines[-1].boxed and line.table is None and line.list_kind is None


def _is_told_below(line: SourceParagraph, span: Span) -> bool:
    """Whether a recommendation that is a whole sentence on its label's line is over: what was said of it follows."""
    proposed = span.inline and span.opened_as is SectionKind.RECOMMENDATION and len(span.lines) == 1
    if not proposed or not ends_sentence(span.lines[0].flat) or span.lines[0].flat.endswith(":"):
        return False
    return line.list_kind is None and ends_sentence(line.flat) and bool(_TOLD.search(line.flat))


def _kind_without_label(
    line: SourceParagraph, said: Part | None, span: Span | None, around: Around
) -> SectionKind | None:
    """The kind of section that begins here without a label: by the user's word, or as a recommendation is worded."""
    known = span.opened_as if span is not None else None
    if said is Part.TEXT and known in _NOT_PROSE and label_of(line, around.forms) is None:
        return SectionKind.CASE_TEXT
    if said in _SAID_KINDS:
        kind = _SAID_KINDS[said]
        same = kind is known or (kind is SectionKind.DECISION and known in DECIDING)
        return None if same else kind
    if said is None and span is not None and _is_told_below(line, span):
        return SectionKind.CASE_TEXT
    proposes = not around.proposes and said is None and known not in _NOT_PROSE and line.list_kind is None
    return SectionKind.RECOMMENDATION if proposes and span is not None and _PROPOSES.match(line.flat) else None
