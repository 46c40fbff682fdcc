"""Amounts of money, in øre, beside the words that print them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftItem, DraftMoney, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.said import blocks_of, place_of, text_sections
from referatdesk.domain.codes import MoneyKind, Outcome, SectionKind
from referatdesk.domain.outcome_words import is_wish
from referatdesk.domain.richtext import Block
from referatdesk.domain.sentences import sentences

_FIGURE = r"(?:\d{1,3}(?:[. \u00a0]\d{3})+|\d{1,12})(?:,\d{1,6})?"
_SCALE = r"(?:mio\.?|mill\.?|millioner|million|mia\.?|milliarder|milliard|t\.|tusinde?)"
_CROWNS = r"(?:kr\b\.?|kroner\b|DKK\b)"
_AMOUNT = re.compile(
    rf"(?:\b(?P<ahead>kr\.?"
    rf"|DKK)[ \u00a0]?(?P<sign1>[-–−])?(?P<figure1>{_FIGURE})(?!\d)(?:[ \u00a0]?(?P<scale1>{_SCALE})(?!\w))?(?:,-|,–)?"
    rf"|(?<![\w.,/-])(?P<sign2>[-–−])?(?P<figure2>{_FIGURE})(?:,-"
    rf"|,–)?[ \u00a0]?(?:(?P<scale2>{_SCALE})[ \u00a0]?|t)?(?P<behind>{_CROWNS}))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:\b(?:i|hele)\s*|\()$", re.IGNORECASE)
_UNIT_FIGURE = re.compile(r"1[. ]?000|(?:19|20)\d\d")
_RANGE_BEFORE = re.compile(r"\d[ \u00a0]?(?:[-–−]|til|eller)[ \u00a0]?$")
_RANGE_AFTER = re.compile(
    r"[ \u00a0]?(?:[-–−]|til)[ \u00a0]?(?:kr\.? ?)?\d[\d.,]*[ \u00a0]?(?:mio|mia|t\.|kr|kroner)", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:ca\.?|cirka|omkring|omtrent|godt|knap|op til|maks\.?|maksimalt|mindst|estimer\w+ til|skønn\w+ til"
    r"|anslå\w+ til|skønsmæssigt|forventeligt) (?:kr\.? )?$",
    re.IGNORECASE,
)
_GUESSED = re.compile(r"\b(?:ca\.?|cirka|omkring|skøn|estimer|anslå|overslag)", re.IGNORECASE)
_EACH = re.compile(
    r"(?:,-)?\s*(?:pr\.?|per) (?!\d)(?!(?:år|måned|kvartal|halvår|januar|februar|marts|april|maj|juni|juli"
    r"|august|september|oktober|november|december)\b)\w|\s*/\s*(?:stk|plads|borger|time|m2)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:\s+(?:årligt|om året))? (?:i|for) (?:(?:året|budgetåret)\s+)?(?P<year>(?:19|20)\d\d)(?![\d-]|[/–]\d)(?! kr)"
)
_EACH_BEFORE = re.compile(r"\bpr\.? \w+ (?:er|koster|udgør|fastsættes til)(?: ca\.)? $", re.IGNORECASE)
_GRANTS = re.compile(r"\b(?:bevilg|afsæt|afsat|godkend|tildel|anvend|finansier|frigiv|vedtag|bevilling)", re.IGNORECASE)
_FINAL = frozenset({Outcome.APPROVED, Outcome.APPROVED_CHANGED, Outcome.ADOPTED, Outcome.DECIDED})
MAX_ORE = 9 * 10**17
LOOK = 40


def money_of(item: DraftItem, around: MattersAround) -> tuple[DraftMoney, ...]:
    """Every amount of the item's own text, spans of amounts left out; `item` has its outcomes already."""
    return tuple(
        money
        for section in text_sections(item, around)
        for block in blocks_of(section, tables=True)
        for money in _amounts(block, section, around)
    )


def _amounts(block: Block, section: DraftSection, around: MattersAround) -> Iterator[DraftMoney]:
    text = block.text
    for match in _AMOUNT.finditer(text):
        before, after = text[max(match.start() - LOOK, 0) : match.start()], text[match.end() : match.end() + LOOK]
        ore = _ore(match)
        if ore is None or _is_span(before, after) or _is_unit(match, before) or _ends_in_digit(text, match):
            continue
        year = _YEAR.match(after)
        yield DraftMoney(
            amount_ore=ore,
            raw=match[0].strip(),
            place=place_of(block, section, around),
            block_id=block.id,
            approximate=bool(_ABOUT.search(before)),
            kind=_kind(before, after, text, match.start(), section),
            year=int(year["year"]) if year else None,
        )


def _is_span(before: str, after: str) -> bool:
    return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))


def _is_unit(match: re.Match[str], before: str) -> bool:
    """Whether it only says what is counted in: "beløb i 1.000 kr.", "i 2027 kr."."""
    return bool(_UNIT.search(before) and _UNIT_FIGURE.fullmatch(match["figure2"] or ""))


def _ends_in_digit(text: str, match: re.Match[str]) -> bool:
    """Whether figures go on behind the amount, so that it was not all of it."""
    return match["figure1"] is not None and bool(re.match(r"[.,]?\d", text[match.end() : match.end() + 2]))


def _ore(match: re.Match[str]) -> int | None:
    figure = match["figure1"] or match["figure2"]
    whole, _, decimals = re.sub(r"[. \u00a0]", "", figure).partition(",")
    scale = _scale(match)
    if scale == 100 and len(decimals) > 2:
        return None
    ore = int(whole) * scale + (int(decimals) * scale // 10 ** len(decimals) if decimals else 0)
    negative = (match["sign1"] or match["sign2"]) is not None
    return None if ore > MAX_ORE else -ore if negative else ore


def _scale(match: re.Match[str]) -> int:
    """Øre in one of what the figure counts."""
    word = (match["scale1"] or match["scale2"] or "").casefold()
    if word.startswith(("mio", "mill")) and not word.startswith("milliard"):
        return 100 * 10**6
    if word.startswith(("mia", "milliard")):
        return 100 * 10**9
    thousands = word.startswith("t") or bool(re.search(r"\dt(?:kr|\.)", match[0].replace(" ", ""), re.IGNORECASE))
    return 100 * 1000 if thousands else 100


def _kind(before: str, after: str, text: str, at: int, section: DraftSection) -> MoneyKind:
    if _EACH.match(after) or _EACH_BEFORE.search(before):
        return MoneyKind.UNIT_PRICE
    if section.kind is SectionKind.RECOMMENDATION:
        return MoneyKind.PROPOSED
    final = section.outcome is not None and section.outcome.outcome in _FINAL
    said = _sentence_at(text, at) if final else ""
    if _GRANTS.search(said) and not is_wish(said):
        return MoneyKind.GRANTED
    return MoneyKind.ESTIMATE if _GUESSED.search(before) else MoneyKind.INFORMATION


def _sentence_at(text: str, at: int) -> str:
    said = sentences(text)
    return said[max(bisect_right(said, at, key=lambda one: one.start) - 1, 0)].text if said else ""
