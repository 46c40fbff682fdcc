"""Labels that open a section of an item, as Danish houses print them alone on a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.dates import DATE, find_date
from referatdesk.domain.codes import SectionKind

_CORE: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.SUMMARY, r"(?:kort )?(?:sags)?resum[eé](?: af sagen)?"),
    (SectionKind.CASE_TEXT, r"(?:sags)?fremstilling|sagsbeskrivelse"),
    (
        SectionKind.CLIMATE,
        r"klima(?:vurdering|konsekvenser)?|klima[- ]? ?og miljø(?:vurdering|mæssige konsekvenser)?"
        r"|bæredygtighed(?:svurdering)?",
    ),
    (SectionKind.RECOMMENDATION, r"(?:\w+s )?indstilling(?:er|en)?(?: fra .{1,60})?"),
    (SectionKind.ATTACHMENTS, r"bilag(?:sliste|sfortegnelse|soversigt)?|vedlagte bilag|vedhæftede bilag"),
    (SectionKind.MINUTES, r"referat"),
    (SectionKind.DECISION, r"beslutning(?:er|en)?|afgørelse"),
)
_OTHERS: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.BACKGROUND, r"(?:sagens )?baggrund(?: for sagen)?|anledning|baggrund og (?:formål|indhold)"),
    (SectionKind.PROBLEM, r"problemstilling(?:en)?"),
    (SectionKind.SOLUTION, r"løsning(?:sforslag|en)?"),
    (
        SectionKind.ECONOMY,
        r"økonomi(?:ske (?:konsekvenser|forhold))?|økonomi og finansiering|bevillingsmæssige (?:konsekvenser|forhold)",
    ),
    (SectionKind.CONSEQUENCES, r"(?:(?:\w+mæssige|andre|øvrige)(?: og \w+mæssige)? )?konsekvenser(?: for .{1,60})?"),
    (
        SectionKind.LEGAL,
        r"lovgrundlag(?:et)?(?: mv\.?| m\.v\.?)?|lovgivning|retsgrundlag|juridiske (?:forhold|konsekvenser)|jura",
    ),
    (SectionKind.HEARING, r"høring(?:er|ssvar)?|høring og inddragelse|inddragelse og høring|partshøring"),
    (
        SectionKind.EARLIER_DECISIONS,
        r"tidligere (?:beslutning(?:er)?|behandling(?:er)?|politiske? behandling)|politisk behandling"
        r"|beslutningshistorik|historik",
    ),
    (SectionKind.COMPETENCE, r"(?:beslutnings)?kompetence(?:forhold|n)?"),
    (
        SectionKind.OTHER,
        r"beslutningstema|supplerende sagsfremstilling|sagens gang|borgerinddragelse|bemærkninger|noter",
    ),
)
_STEMS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), kind_is_core)
    for kinds, kind_is_core in ((_CORE, True), (_OTHERS, False))
    for kind, pattern in kinds
)
_DATED = re.compile(
    r"(?P<word>(?:Tidligere )?Beslutning(?:er)?|Afgørelse|Referat)\s+(?:(?:i|fra|af|truffet af|for)\s+)?"
    r"(?P<board>.*?)[\s,]*"
    rf"(?:(?:den|d\.|fra|på møde(?:t)? den|-|–)\s*)?(?P<date>{DATE.pattern})\s*(?P<colon>:?)$",
    re.IGNORECASE,
)
_FOR_ITEM = re.compile(r"Beslutning(?:er)? (?:for|til|vedr\.?) (?:dagsordens)?punkt \d+\b.{0,200}$", re.IGNORECASE)
_WITH_VALUE = re.compile(r"(?P<stem>[^:]{3,40}):\s+(?P<value>\S.*)$", re.DOTALL)
_INLINE_KINDS = frozenset(
    {SectionKind.RECOMMENDATION, SectionKind.DECISION, SectionKind.ATTACHMENTS, SectionKind.SUMMARY}
)
_SHORT = re.compile(r"[^\d.,;!?]{4,40}:?")
_NO_OWN_LABELS = frozenset({SectionKind.ATTACHMENTS, SectionKind.DECISION, SectionKind.MINUTES})
LONGEST_LABEL = 80
LONGEST_DATED = 250


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, without its colon. `value_at` is where its value begins on the same line."""

    kind: SectionKind
    text: str
    colon: bool = False
    board: str | None = None
    date: str | None = None
    date_raw: str | None = None
    value_at: int | None = None


@dataclass(frozen=True, slots=True)
class LabelForms:
    """How this one document prints its labels: with colon, as headings of one level, and which of its own it has."""

    colon: bool = False
    heading: int | None = None
    own: frozenset[str] = frozenset()


def label_of(line: SourceParagraph, forms: LabelForms) -> Label | None:
    """The section label that the line is, None where it is text."""
    if line.list_kind is not None or line.table is not None or not line.text[:1].isupper():
        return None
    flat = line.flat
    stem, colon = flat.rstrip(": "), flat.endswith(":")
    if dated := _dated(flat):
        return dated
    kind = _kind(stem, colon, line, forms)
    return _with_value(line.text) if kind is None else Label(kind, stem, colon)


def _kind(stem: str, colon: bool, line: SourceParagraph, forms: LabelForms) -> SectionKind | None:
    """What a whole line says that it opens: by its words, by its looks, or because this house has it in every item."""
    if _FOR_ITEM.match(stem) and not stem.endswith("."):
        return SectionKind.DECISION
    known = _known(stem, colon, line, forms) if len(stem) <= LONGEST_LABEL else None
    is_set = forms.heading is not None and line.heading == forms.heading
    is_own = stem.casefold() in forms.own and colon is forms.colon
    return SectionKind.OTHER if known is None and (is_set or is_own) else known


def _known(stem: str, colon: bool, line: SourceParagraph, forms: LabelForms) -> SectionKind | None:
    deeper = forms.heading is not None and line.heading is not None and line.heading > forms.heading
    for kind, pattern, core in _STEMS:
        if pattern.fullmatch(stem):
            # "Økonomi:" inside the case text of a house without colons is a sub-heading of that text.
            return kind if core or not (deeper or (colon and not forms.colon)) else None
    return None


def _dated(flat: str) -> Label | None:
    match = _DATED.fullmatch(flat) if len(flat) <= LONGEST_DATED else None
    if match is None:
        return None
    read = find_date(match["date"])
    if read is None:
        return None
    kind = SectionKind.DECISION
    if match["word"].lower().startswith("tidligere"):
        kind = SectionKind.EARLIER_DECISIONS
    elif match["word"].lower() == "referat":
        kind = SectionKind.MINUTES
    text = flat.removesuffix(":").rstrip()
    return Label(
        kind, text, bool(match["colon"]), match["board"].strip(" ,-–") or None, read.iso, match["date"].strip()
    )


def _with_value(text: str) -> Label | None:
    match = _WITH_VALUE.match(text)
    if match is None:
        return None
    for kind, pattern, core in _STEMS:
        if core and kind in _INLINE_KINDS and pattern.fullmatch(match["stem"]):
            return Label(kind, match["stem"].strip(), True, value_at=match.start("value"))
    return None


def label_forms(items: Sequence[Sequence[SourceParagraph]], item_heading: int | None) -> LabelForms:
    """The forms that the lines of all items together show."""
    plain = LabelForms()
    labels = [(line, label) for lines in items for line in lines if (label := label_of(line, plain)) is not None]
    core = [(line, label) for line, label in labels if label.value_at is None and label.kind in _core_kinds()]
    colons = sum(label.colon for _, label in core)
    levels = Counter(line.heading for line, _ in core if line.heading is not None)
    heading = levels.most_common(1)[0][0] if levels else None
    if heading is not None and item_heading is not None and heading <= item_heading:
        heading = None
    return LabelForms(colons * 2 > len(core), heading, _own_labels(items, heading))


def _core_kinds() -> frozenset[SectionKind]:
    return frozenset(kind for kind, _ in _CORE)


def _own_labels(items: Sequence[Sequence[SourceParagraph]], heading: int | None) -> frozenset[str]:
    """Short lines that open text in at least half of three items or more: labels that only this house has."""
    if heading is not None or len(items) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for lines in items:
        seen.update({line.flat.rstrip(":").casefold() for line in _short_openings(lines)})
    return frozenset(stem for stem, count in seen.items() if count >= 3 and count * 2 >= len(items))


def _short_openings(lines: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Short lines alone above a sentence, outside the lists of papers and the answers that decisions are."""
    known: SectionKind | None = None
    for line, below in pairwise(lines[1:]):
        label = label_of(line, LabelForms())
        known = label.kind if label is not None else known
        if label is None and known not in _NO_OWN_LABELS and _is_short(line) and _opens_sentence(below):
            yield line


def _is_short(line: SourceParagraph) -> bool:
    flat = line.flat
    alone = (line.blank_before > 0 or line.whole) and line.list_kind is None and line.table is None
    return alone and flat[:1].isupper() and bool(_SHORT.fullmatch(flat)) and len(flat.split()) <= 3


def _opens_sentence(below: SourceParagraph) -> bool:
    return (below.blank_before > 0 or below.whole) and below.flat.endswith((".", ":"))
