"""What somebody had entered in the minutes: dissent, notes, reservations, demands that the case be halted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftStatement
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.people import find_who, known_names
from referatdesk.documents.reading.matters.said import Said, deciding_sections, said_in
from referatdesk.domain.codes import StatementKind

_AGREE = (
    r"(?:tiltræde|godkende|støtte|tilslutte sig|stemme for|anbefale|bakke op|medvirke|acceptere"
    r"|tage [^;]{0,60}til efterretning)"
)
_RULES: tuple[tuple[StatementKind, str], ...] = (
    (
        StatementKind.HALT,
        r"\b(?:begær|ønske|kræve|forlang)\w*\b[^;]{0,160}\b(?:indbragt|indbringe)\b|\b(?:benyttede|brugte"
        r"|gjorde brug af)[^;]{0,30}standsningsret",
    ),
    (
        StatementKind.MINORITY,
        r"\bmindretalsudtalelse\b|\bet mindretal\b[^;]{0,160}\b(?:anbefaler|indstiller|ønsker|ønskede|foreslår"
        r"|foreslog)\b",
    ),
    (
        StatementKind.DISSENT,
        rf"\b(?:kan|kunne|vil|ville) (?:derfor |således )?ikke {_AGREE}|\bafvigende mening"
        rf"|\bsærstandpunkt",
    ),
    (
        StatementKind.VOTE_REASON,
        r"\bstemmeforklaring\b|\bstemte (?:imod|for|hverken for eller imod), (?:idet|da"
        r"|fordi)\b",
    ),
    (StatementKind.RESERVATION, r"\b(?:tog|tager|tage|opretholdt|fastholdt) (?:\w+ )?forbehold\b"),
    (
        StatementKind.PROTOCOL_NOTE,
        r"\bprotokolbemærkning"
        r"|\b(?:tilført|ført|indført|optaget|noteret)\b[^;]{0,40}\b(?:beslutnings)?(?:protokol|referat)"
        r"|\bprotokoll?eret\b|\btil protokols\b|\b(?:protokol|referat)\w* (?:tilført|tilføres)\b",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _RULES)
_DENIED = re.compile(
    r"\b(?:ønske\w*|begær\w*|blev|var) ikke\b[^;]{0,60}\b(?:protokol|ført|indbragt|mindretalsudtalelse|forbehold)"
    r"|\b(?:ingen|uden) (?:protokolbemærkning|mindretalsudtalelse|forbehold|stemmeforklaring)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:et|flere|enkelte|to|tre|\d) (?:medlem|mindretal)", re.IGNORECASE)
_NEEDS_NO_NAME = frozenset({StatementKind.PROTOCOL_NOTE, StatementKind.MINORITY, StatementKind.HALT})
_OPEN_QUOTE = re.compile(r"[\"“”„»]")
_CLOSE_QUOTE = re.compile(r"[\"”“«][.)]?$")
MOST_SENTENCES = 30


def statements_of(item: DraftItem, around: MattersAround) -> tuple[tuple[DraftStatement, ...], tuple[Doubt, ...]]:
    """The statements in order, and a doubt for each of which it is not said whose it is."""
    known = known_names(around.people)
    made: list[DraftStatement] = []
    for section in deciding_sections(item, around):
        said = list(said_in(section, around))
        at = 0
        while at < len(said):
            kind = _kind(said[at].text)
            who = _who(said[at].text, kind, known) if kind else ()
            if kind is None or not (who or kind in _NEEDS_NO_NAME or _SOMEBODY.search(said[at].text)):
                at += 1
                continue
            last = _reach(said, at)
            made.append(
                DraftStatement(
                    kind=kind,
                    text=_joined(said[at : last + 1]),
                    place=said[at].place.to(said[last].place),
                    who=who,
                )
            )
            at = last + 1
    doubts = tuple(Doubt("statement.who", one.place, one.text) for one in made if not one.who)
    return tuple(made), doubts


def _kind(sentence: str) -> StatementKind | None:
    if _DENIED.search(sentence):
        return None
    return next((kind for kind, pattern in _COMPILED if pattern.search(sentence)), None)


def _who(sentence: str, kind: StatementKind, known: frozenset[str]) -> tuple[str, ...]:
    """Those in front of the words that tell the kind; where nobody stands there, those right behind "af" or "fra"."""
    pattern = next(pattern for one, pattern in _COMPILED if one is kind)
    match = pattern.search(sentence)
    assert match is not None  # noqa: S101 - the kind was found by this pattern
    before = find_who(sentence[: match.start()], known)
    if before:
        return tuple(one.printed for one in before)
    behind = re.match(r"\w*[^;:]{0,60}?(?:\b(?:af|fra|på)\s+|\()([^.;:]{1,200})", sentence[match.start() :])
    found = find_who(behind[1], known) if behind else ()
    label = find_who(sentence.partition(":")[0], known) if not found and ":" in sentence else ()
    return tuple(one.printed for one in (*found, *label))


def _reach(said: Sequence[Said], at: int) -> int:
    """The last sentence of a statement: to the end of its quotation, or the block behind its colon."""
    text = said[at].text
    opened = len(_OPEN_QUOTE.findall(text)) % 2 == 1 and not _CLOSE_QUOTE.search(text)
    if not text.endswith(":") and not opened:
        return _to_block_end(said, at) if re.search(r":\s+\S", text) else at
    first = at + 1
    if first >= len(said):
        return at
    if opened or _OPEN_QUOTE.match(said[first].text):
        return _to_quote_end(said, at if opened else first, at)
    return _to_block_end(said, first)


def _to_quote_end(said: Sequence[Said], first: int, fallback: int) -> int:
    for at in range(first, min(first + MOST_SENTENCES, len(said))):
        if _CLOSE_QUOTE.search(said[at].text) and (at > first or len(_OPEN_QUOTE.findall(said[at].text)) > 1):
            return at
    return min(fallback + 1, len(said) - 1)


def _to_block_end(said: Sequence[Said], first: int) -> int:
    """To the end of the block, but not into what another statement says or what was decided."""
    last = first
    while last + 1 < len(said) and said[last + 1].block is said[first].block and _kind(said[last + 1].text) is None:
        last += 1
    return last


def _joined(said: Sequence[Said]) -> str:
    text = said[0].text
    for above, below in pairwise(said):
        text += ("\n" if below.opens and below.block is not above.block else " ") + below.text
    return text
