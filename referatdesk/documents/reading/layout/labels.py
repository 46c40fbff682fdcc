"""Labels that open a section of an item, alone on a line, with a value behind a colon, or in bold before the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from referatdesk.documents.reading.layout.label_words import DECIDING, kind_of_words, kind_told
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.names import looks_like_name
from referatdesk.documents.reading.words.sentences import has_sentence_word, is_shouted
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.dates import DATE, find_date

_BOARD_WORD = r"(?:udvalg|råd|bestyrelse|klynge|forum|nævn|direktion|styregruppe|kommission|ledelse|møde|niveau|gruppe)"
_DATED = re.compile(
    r"(?P<word>(?:Tidligere )?(?:Udvalgets |Rådets )?Beslutning(?:er|en)?|Afgørelse|Referat|Vedtagelse"
    r"|Konklusion|Behandling)"
    r"[\s,–-]+(?:(?:i|fra|af|truffet af|for|på møde(?:t)? i)\s+)?"
    r"(?P<board>[^.:;!?]{0,100}?)[\s,]*"
    rf"(?:(?:den|d\.|fra|på møde(?:t)?(?: den| d\.)?|-|–)\s*)?(?P<date>{DATE.pattern})"
    r"(?:,?\s*(?:kl\..{1,12}|(?:pkt\.?|punkt|sag)\s*(?:nr\.?\s*)?\d{1,4}))?\s*(?P<colon>:?)$",
    re.IGNORECASE,
)
_BOARD_DATED = re.compile(
    rf"(?P<board>[A-ZÆØÅ][^,.:;!?]{{2,80}}?)(?:,\s*(?:den\s+|d\.\s*)?|\s+(?:den\s+|d\.\s*|[-–]\s*)"
    rf"|\s+)(?P<date>{DATE.pattern})"
    r"(?:,?\s*(?:pkt\.?|punkt|sag)\s*(?:nr\.?\s*)?\d{1,4})?\s*(?P<colon>:?)$",
    re.IGNORECASE,
)
_OF_BOARD_DATED = re.compile(
    rf"(?P<board>\S*{_BOARD_WORD}\S*?)s "
    r"(?P<word>beslutning|anbefaling|behandling|afgørelse|erklæring|indstilling)(?:en)?"
    rf",?\s*(?:den\s+|d\.\s*|fra\s+|af\s+)?(?P<date>{DATE.pattern})\s*(?P<colon>:?)$",
    re.IGNORECASE,
)
_BOARD = re.compile(rf"\S*{_BOARD_WORD}\S*", re.IGNORECASE)
_TELLS_OF = re.compile(r"\b(?:af|fra|om|til)\b")
"""Words that hardly stand in the name of a board."""
_DECIDED_BY = re.compile(
    r"(?P<word>Beslutning(?:er|en)?|Afgørelse|Vedtagelse)\s+(?:i|fra|af|truffet af)\s+(?P<board>[A-ZÆØÅ].{2,80})$"
)
_BOARDS_OWN = re.compile(
    rf"(?P<board>\S*{_BOARD_WORD}\S*?)s (?:beslutning|afgørelse|indstilling|behandling)(?:en)?", re.IGNORECASE
)
_FOR_ITEM = re.compile(r"Beslutning(?:er)? (?:for|til|vedr\.?) (?:dagsordens)?punkt \d+\b.{0,200}$", re.IGNORECASE)
_WITH_VALUE = re.compile(r"(?P<stem>[^:]{3,60}):\s+(?P<value>\S.*)$", re.DOTALL)
_INLINE_KINDS = DECIDING | {
    SectionKind.RECOMMENDATION,
    SectionKind.ATTACHMENTS,
    SectionKind.SUMMARY,
    SectionKind.CASE_TEXT,
}
_STOPPED = re.compile(
    r"(?:beslutning|indstilling|sagsfremstilling|resum[eé]|referat|konklusion|bilag|drøftelse|afgørelse)\.",
    re.IGNORECASE,
)
"""Labels that a full stop makes no answers ("Besluttet." is one)."""
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
    """How this one document prints its labels: with colon, as headings of one level, and which of its own it has.

    `own` are words (as compared) that come back in its items or that the user named, `inline` those with a value on
    their line. `any` tells whether a label that people decide under stands anywhere.
    """

    colon: bool = False
    heading: int | None = None
    own: Mapping[str, SectionKind] = field(default_factory=dict)
    inline: frozenset[str] = frozenset()
    any: bool = True
    capitals: bool = False
    """Whether its labels, and nothing else inside an item, are printed in capitals."""


PLAIN = LabelForms()


def label_of(line: SourceParagraph, forms: LabelForms = PLAIN) -> Label | None:
    """The section label that the line is, None where it is text."""
    if line.list_kind is not None or line.table is not None or not line.text[:1].isupper():
        return None
    flat = line.flat
    if (dated := _dated(flat)) is not None:
        return dated
    stem, colon = flat.rstrip(": "), flat.endswith(":")
    if stem.endswith(".") and _STOPPED.fullmatch(stem):
        stem = stem[:-1]
    label = _whole_line(stem, colon, line, forms)
    return label or _with_value(line.text, forms) or _bold_opening(line, forms)


def _whole_line(stem: str, colon: bool, line: SourceParagraph, forms: LabelForms) -> Label | None:
    if _FOR_ITEM.match(stem) and not stem.endswith("."):
        return Label(SectionKind.DECISION, stem, colon)
    if match := _DECIDED_BY.fullmatch(stem) if not stem.endswith(".") else None:
        return Label(_kind_of_word(match["word"]), stem, colon, match["board"].strip())
    kind = _kind(stem, colon, line, forms)
    if kind is None:
        return None
    own = _BOARDS_OWN.fullmatch(stem)
    return Label(kind, stem, colon, own["board"] if own and own["board"].lower() not in _OWN_BOARD else None)


_OWN_BOARD = frozenset(
    {"udvalget", "rådet", "bestyrelsen", "mødet", "klyngen", "byrådet", "styregruppen", "kommunalbestyrelsen"}
)


def _kind(stem: str, colon: bool, line: SourceParagraph, forms: LabelForms) -> SectionKind | None:
    """What a whole line says that it opens: by its words, by its looks, or because this house has it in every item."""
    own = forms.own.get(stem.casefold())
    if own is not None:
        return own
    found = kind_of_words(stem)
    if found is not None:
        kind, core = found
        deeper = forms.heading is not None and line.heading is not None and line.heading > forms.heading
        # "Økonomi:" inside the case text of a house without colons is a sub-heading of that text.
        if core or not (deeper or (colon and not forms.colon)):
            return kind
    is_set = forms.heading is not None and line.heading == forms.heading
    is_set = is_set or (forms.capitals and is_shouted(stem) and not stem.endswith("."))
    return kind_told(stem) if is_set and found is None else None


def _kind_of_word(word: str) -> SectionKind:
    word = word.lower()
    if word.startswith("tidligere"):
        return SectionKind.EARLIER_DECISIONS
    return SectionKind.MINUTES if word in {"referat", "behandling"} else SectionKind.DECISION


def _names_board(text: str) -> bool:
    words = text.split()
    ends = bool(_BOARD.fullmatch(words[0]) or _BOARD.fullmatch(words[-1])) if words else False
    return ends and len(words) <= 8 and not _TELLS_OF.search(text) and find_date(text) is None


def _dated(flat: str, *, worded: bool = False) -> Label | None:
    """A label with board and date; not `worded`, the two alone will do."""
    if len(flat) > LONGEST_DATED or (not flat[-1:].isalnum() and not flat.endswith((":", "-", ")"))):
        return None
    match = _DATED.fullmatch(flat) or _OF_BOARD_DATED.fullmatch(flat)
    if match is None and not worded:
        match = _BOARD_DATED.fullmatch(flat)
        match = match if match is not None and _names_board(match["board"]) else None
    read = None if match is None else find_date(match["date"])
    if match is None or read is None or has_sentence_word(match["board"]):
        return None
    kind = _kind_of_word(match.groupdict().get("word") or "beslutning")
    board = match["board"].strip(" ,:-–") or None
    return Label(kind, flat.removesuffix(":").rstrip(), bool(match["colon"]), board, read.iso, match["date"].strip())


def _with_value(text: str, forms: LabelForms) -> Label | None:
    match = _WITH_VALUE.match(text)
    if match is None:
        return None
    stem = match["stem"].strip()
    found = kind_of_words(stem)
    if found is not None and found[0] is SectionKind.MINUTES and looks_like_name(match["value"].partition(",")[0]):
        return None
    own = forms.own.get(stem.casefold()) if stem.casefold() in forms.inline else None
    if own is not None:
        return Label(own, stem, True, value_at=match.start("value"))
    if found is not None and ((found[1] and found[0] in _INLINE_KINDS) or stem.casefold() in forms.inline):
        return Label(found[0], stem, True, value_at=match.start("value"))
    dated = _dated(stem, worded=True) or _decided_by(stem)
    return (
        None
        if dated is None
        else Label(dated.kind, stem, True, dated.board, dated.date, dated.date_raw, value_at=match.start("value"))
    )


def _decided_by(stem: str) -> Label | None:
    match = _DECIDED_BY.fullmatch(stem)
    return None if match is None else Label(_kind_of_word(match["word"]), stem, True, match["board"].strip())


def _bold_opening(line: SourceParagraph, forms: LabelForms) -> Label | None:
    """A label in bold with the text behind it on the same line, whether a colon parts them or not."""
    bold = bold_opening(line)
    if bold is None:
        return None
    stem = bold.strip().rstrip(":").rstrip()
    found = kind_of_words(stem)
    if found is None and stem.casefold() not in forms.inline:
        return None
    kind = found[0] if found is not None else forms.own.get(stem.casefold(), SectionKind.OTHER)
    colon = bold.rstrip().endswith(":") or line.text[len(bold) :].lstrip().startswith(":")
    rest = line.text[len(bold) :]
    return Label(kind, stem, colon, value_at=len(line.text) - len(rest.lstrip(" :\t\n")))


def bold_opening(line: SourceParagraph) -> str | None:
    """The bold words that a paragraph begins with, where other words follow them."""
    if line.table is not None or not line.runs or not line.runs[0].bold:
        return None
    length = 0
    for run in line.runs:
        if not run.bold and run.text.strip(" :"):
            break
        length += len(run.text)
    bold = line.text[:length]
    return bold if bold.strip() and line.text[length:].strip(" :") else None
