"""The layout of one document: where its items begin, and how it prints the labels inside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referatdesk.documents.reading.layout.label_words import (
    CORE_KINDS,
    DECIDING,
    LONGEST_STEM,
    RECOMMENDS,
    kind_of_words,
    kind_told,
)
from referatdesk.documents.reading.layout.labels import Label, LabelForms, bold_opening
from referatdesk.documents.reading.layout.outline import Outline, outline_of
from referatdesk.documents.reading.layout.seen import Seen, seen_of
from referatdesk.documents.reading.layout.taught import Said, comparable_words
from referatdesk.documents.reading.parts import Part
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.sentences import is_shouted
from referatdesk.domain.codes import SectionKind

_LEAST_TIMES = 3
_LEAST_MARKED = 2
_LEAST_VALUED = 3
"""A line alone is a label when it comes back so often; one with a colon or in bold sooner."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`decides_first` tells that the decision stands above the text of the case."""

    outline: Outline
    labels: LabelForms
    seen: tuple[Seen, ...]
    decides_first: bool = False


def find_layout(lines: Sequence[SourceParagraph], said: Said) -> Layout:
    seen = seen_of(lines, said)
    outline = outline_of(seen)
    bounds = [one.at for one in outline.openings] + [len(seen)]
    items = [seen[start + 1 : end] for start, end in pairwise(bounds)]
    level = seen[outline.openings[0].at].line.heading if outline.openings else None
    return Layout(outline, _forms(items, level, said, seen), seen, _decides_first(items))


def _forms(items: Sequence[Sequence[Seen]], item_level: int | None, said: Said, seen: Sequence[Seen]) -> LabelForms:
    core = [
        (one, one.label)
        for lines in items
        for one in lines
        if one.label is not None and one.label.value_at is None and one.label.kind in CORE_KINDS
    ]
    levels = Counter(one.line.heading for one, _ in core if one.line.heading)
    heading = levels.most_common(1)[0][0] if levels else None
    if heading is not None and item_level is not None and heading <= item_level:
        heading = None
    colon = sum(label.colon for _, label in core) * 2 > len(core) if core else _are_inline(items)
    own = {stem: kind_told(stem) for stem in _own_labels(items, heading, colon=colon or not core)}
    deciding = any(one.label is not None and one.label.kind in DECIDING for lines in items for one in lines)
    if not any(one.label is not None and _decides_undated(one.label) for lines in items for one in lines):
        own |= _deciding_by_place(items)
    if not any(label.kind is SectionKind.RECOMMENDATION for _, label in core):
        own |= dict.fromkeys(_recommending(items), SectionKind.RECOMMENDATION)
    own |= {
        comparable_words(seen[at].flat): one.kind or _kind_said(seen[at].flat)
        for at, one in said.items()
        if one.part is Part.LABEL
    }
    return LabelForms(
        colon=colon,
        heading=heading,
        own=own,
        inline=_inline_labels(items),
        any=deciding or any(kind in DECIDING for kind in own.values()),
        capitals=_are_shouted([label for _, label in core if label.date is None]),
    )


def _are_inline(items: Sequence[Sequence[Seen]]) -> bool:
    """Whether labels stand with their text behind the colon."""
    return any(one.label is not None and one.label.value_at is not None for lines in items for one in lines)


def _are_shouted(labels: Sequence[Label]) -> bool:
    return len(labels) >= _LEAST_TIMES and sum(is_shouted(label.text) for label in labels) * 5 > len(labels) * 4


def _decides_undated(label: Label) -> bool:
    return label.kind in DECIDING and label.date is None


def _deciding_by_place(items: Sequence[Sequence[Seen]]) -> dict[str, SectionKind]:
    """ "Politisk behandling" is where this meeting decides, when no other label is."""
    labels = [one.label for lines in items for one in lines if one.label is not None]
    stems = [comparable_words(one.text) for one in labels if one.kind is SectionKind.EARLIER_DECISIONS and not one.date]
    often = {stem for stem in stems if stems.count(stem) * 2 >= len(items) and not stem.startswith("tidligere")}
    return dict.fromkeys(often, SectionKind.DECISION)


def _recommending(items: Sequence[Sequence[Seen]]) -> Iterator[str]:
    """Sentences left open above the points that somebody recommends, where no other label opens those."""
    for lines in items:
        known: SectionKind | None = None
        for one, below in pairwise(lines):
            known = one.label.kind if one.label is not None else known
            points = below.is_listed or below.flat.startswith("at ")
            opens = len(one.flat) <= LONGEST_STEM and bool(RECOMMENDS.fullmatch(one.flat))
            if opens and points and (known not in DECIDING or one.line.blank_before):
                yield comparable_words(one.flat)


def _kind_said(text: str) -> SectionKind:
    found = kind_of_words(comparable_words(text))
    return kind_told(text) if found is None else found[0]


def _own_labels(items: Sequence[Sequence[Seen]], heading: int | None, *, colon: bool) -> frozenset[str]:
    """Short lines that open text in item after item: labels that only this house has.

    Where labels stand without a colon, a line with one is a sub-heading of the text.
    """
    if heading is not None or len(items) < 2:
        return frozenset()
    plain: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for lines in items:
        short = [one for one in _short_openings(lines) if colon or not one.flat.endswith(":")]
        plain.update({comparable_words(one.flat) for one in short})
        marked.update({comparable_words(one.flat) for one in short if one.flat.endswith(":") or one.line.all_bold})
    often = {stem for stem, count in plain.items() if count >= _LEAST_TIMES and count * 2 >= len(items)}
    often |= {stem for stem, count in plain.items() if count >= _LEAST_MARKED and count * 5 >= len(items) * 2}
    sooner = {stem for stem, count in marked.items() if count >= _LEAST_MARKED and count * 2 >= len(items)}
    return frozenset(often | sooner)


def _short_openings(lines: Sequence[Seen]) -> Iterator[Seen]:
    """Short lines alone above text, outside the lists of papers; right below a label they are its answer."""
    known: SectionKind | None = None
    above: Seen | None = None
    for one, below in pairwise(lines):
        known = one.label.kind if one.label is not None else known
        answers = known in DECIDING and not one.flat.endswith(":") and not _ends(above)
        listing = known is SectionKind.ATTACHMENTS and not (one.line.whole and above is not None and above.is_listed)
        free = one.label is None and one.fact is None and not listing and not answers
        if free and _is_short(one, above) and _opens_text(below):
            yield one
        above = one


def _ends(above: Seen | None) -> bool:
    """Whether text above a line has come to its end, so that the line is no answer to a label."""
    return above is not None and above.label is None and (above.is_listed or above.flat.endswith("."))


def _is_short(one: Seen, above: Seen | None) -> bool:
    flat = one.flat.rstrip(": ")
    apart = one.line.blank_before > 0 or one.line.whole or above is None or _ends(above) or above.fact is not None
    alone = apart and one.line.list_kind is None and one.line.table is None
    built = 4 <= len(flat) <= 40 and flat[:1].isupper() and not any(sign in "0123456789.,;!?" for sign in flat)
    return alone and built and len(flat.split()) <= 3


def _opens_text(below: Seen) -> bool:
    return below.flat.endswith((".", ":", "!", "?")) or below.is_listed


def _inline_labels(items: Sequence[Sequence[Seen]]) -> frozenset[str]:
    """Known words of labels that stand with a value behind them: in more than one item, or where all labels do."""
    counts: Counter[str] = Counter()
    for lines in items:
        counts.update({stem for one in lines if one.label is None and (stem := _inline_stem(one)) is not None})
    alone = {
        comparable_words(one.label.text)
        for lines in items
        for one in lines
        if one.label is not None and one.label.value_at is None
    }
    core = [one.label for lines in items for one in lines if one.label is not None and one.label.kind in CORE_KINDS]
    valued = sum(label.value_at is not None for label in core)
    house = valued >= _LEAST_VALUED and valued * 3 > len(core) * 2
    return frozenset(
        stem for stem, count in counts.items() if house or stem in alone or (count >= 2 and count * 2 >= len(items))
    )


def _inline_stem(one: Seen) -> str | None:
    if one.line.list_kind is not None or one.line.table is not None:
        return None
    bold = bold_opening(one.line)
    stem, colon, rest = (bold, ":", "x") if bold else one.flat[:60].partition(":")
    found = kind_of_words(stem.strip(" :")) if colon and rest.strip() else None
    return comparable_words(stem) if found is not None else None


def _decides_first(items: Sequence[Sequence[Seen]]) -> bool:
    """Whether in most items that have both, the last decision stands above the case."""
    first, last = 0, 0
    for lines in items:
        kinds = [one.label.kind for one in lines if one.label is not None]
        decided = max((at for at, kind in enumerate(kinds) if kind in DECIDING), default=None)
        others = [
            at
            for at, kind in enumerate(kinds)
            if kind in {SectionKind.CASE_TEXT, SectionKind.RECOMMENDATION, SectionKind.SUMMARY}
        ]
        if decided is not None and others:
            first += decided < others[0]
            last += decided > others[0]
    return first > last
