"""What a decision's words say was decided: recognised by its phrases, never taken for certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.domain.codes import Outcome

_RULES: tuple[tuple[Outcome, str], ...] = (
    (
        Outcome.REJECTED,
        r"\b(?:ikke (?:tiltrådt|godkendt|vedtaget|imødekommet)|afvist|afviste|forkastet|forkastede|nedstemt)\b",
    ),
    (Outcome.LAPSED, r"\bbortf(?:aldt|alder|aldet)\b|\bstemmelighed\b"),
    (Outcome.HALTED, r"\bindbr(?:inges|agt) for (?:kommunalbestyrelsen|byrådet|regionsrådet)\b"),
    (
        Outcome.RECOMMENDED,
        r"^(?:indstillingen |det )?anbefale(?:s|t|r|de)\b|^indstilles (?:til )?godken|\banbefalede\b",
    ),
    (
        Outcome.APPROVED_CHANGED,
        r"\bgodkendte?s? (?:\w+ ){0,3}med (?:den |de |følgende |en )?"
        r"(?:bemærkning|ændring|tilføjelse|justering|præcisering)"
        r"|\bmed (?:tilføjelsen|ændringen|bemærkningen)\b.*\bgodkendt",
    ),
    (Outcome.POSTPONED, r"\bud(?:sat|sattes|sættes|satte|skudt|skydes|skød)\b"),
    (Outcome.WITHDRAWN, r"\b(?:udgår|udgik|udgået)\b|\btaget af dagsordenen\b"),
    (Outcome.RETURNED, r"\btilbagesend(?:es|t|te)\b(?!.*\bvedtaget\b)|\bsendt tilbage\b"),
    (
        Outcome.REFERRED,
        r"\bhenvis(?:t|es|te)\b.{0,40}\btil\b|\b(?:frem|over)send(?:es|t|te)\b.{0,60}\btil\b"
        r"|\bsendt til .{0,60}(?:udvalg|magistrat)"
        r"|\bdagsorden(?:s)?sætte\b.{0,60}\btil beslutning på\b",
    ),
    (Outcome.APPROVED, r"\bgodkendt(?:e|es)?\b(?! samarbejds)|\bgodkendes\b"),
    (
        Outcome.ADOPTED,
        r"\bindstilling(?:en|erne) (?:følges|blev fulgt|tiltrædes|(?:blev )?tiltrådt)\b|^(?:enstemmigt )?vedtaget\b"
        r"|\b(?:sagen|punktet) tiltrådt\b|^tiltrådt\b|\btiltrådte\b|\b(?:har|blev) vedtaget\b|\bvedtog\b",
    ),
    (Outcome.DECIDED, r"\bblev(?: det)? besluttet\b|(?<!er )\bbesluttede\b|^(?:det )?besluttet\b"),
    (Outcome.ELECTED, r"\bvalgt(?:e|es)?\b|\budpege(?:de|s|t)\b"),
    (
        Outcome.AGREED,
        r"\bblev aftalt\b|\baftalte\b|\b(?:var|blev|er) .{0,20}enighed om\b|\bblev .{0,10}enige om\b|\balle nikkede\b",
    ),
    (Outcome.CONCLUDED, r"\bfølgende konklusion\b|\bkonkluderede\b"),
    (Outcome.NOTED, r"\btil efterretning\b"),
    (Outcome.INFORMED, r"^til orientering\b|^orienteredes\b|^orienteret\b|\bgivet en orientering\b|\borienterede\b"),
    (Outcome.DISCUSSED, r"\bdrøfte(?:t|des|de)\b|\bdrøftelse\b"),
    (Outcome.NOTHING, r"^(?:intet|ingen|der var ikke noget)(?: at bemærke| bemærkninger| til punktet)?\.?$"),
)
"""In order of precedence: the first that fits is the outcome."""
_COMPILED = tuple((outcome, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for outcome, pattern in _RULES)

WHOLE = frozenset({Outcome.APPROVED, Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.NOTED})
"""Outcomes that, said of "the recommendation", hold for each of its points."""
_ALL_POINTS = re.compile(
    r"(?:indstilling(?:en|erne)|indstillingspunkterne|alle (?:indstillings)?punkter)?\s*"
    r"(?:blev |er |bliver )?(?:enstemmigt )?"
    r"(?:godkendt|tiltrådt|vedtaget|fulgt|følges|anbefale[st])(?: som indstillet)?\.?|godkendt som indstillet\.?",
    re.IGNORECASE,
)
_SOME_POINTS = re.compile(
    r"(?:indstillingens |indstillings)?(?:indstilling(?:erne)?|punkt(?:erne)?|at|pkt\.?)\s+"
    r"(?P<figures>\d+(?:\s*(?:,|og|-|–)\s*\d+)*)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_ONE_POINT = re.compile(r"(?:ad\.?\s*)?(?P<mark>\d{1,2}|[a-h])\s*[.):]\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
LONGEST_PLAIN = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a decision's text with its printed list mark."""

    text: str
    marker: str | None = None


def recognised(text: str) -> Outcome:
    """The outcome that the words of a decision speak of; unclassified where no phrase is known."""
    words = " ".join(text.split(" ")).strip()
    found = (outcome for outcome, pattern in _COMPILED if pattern.search(words))
    return next(found, Outcome.UNCLASSIFIED)


def point_outcomes(lines: Sequence[Line], points: int) -> dict[int, Outcome]:
    """The outcome of each point (counted from 0) that the decision speaks of beyond doubt.

    That is: all of them in one plain sentence, some of them by their numbers, each in a line of its own that bears its
    mark, or the only point there is.
    """
    found: dict[int, Outcome] = {}
    for line in lines:
        marked = _ONE_POINT.match(f"{line.marker} {line.text}" if line.marker else line.text)
        numbered = _SOME_POINTS.fullmatch(line.text.strip())
        if numbered is not None:
            found |= _of(_figures(numbered["figures"]), numbered["rest"], points)
        elif marked is not None:
            found |= _of([_rank(marked["mark"])], marked["rest"], points)
    if found or not lines or not points:
        return found
    whole = " ".join(line.text for line in lines).strip()
    outcome = recognised(whole)
    plain = len(whole) <= LONGEST_PLAIN and _ALL_POINTS.fullmatch(whole) is not None and outcome in WHOLE
    only = points == 1 and outcome not in {Outcome.UNCLASSIFIED, Outcome.NOTHING}
    return dict.fromkeys(range(points), outcome) if plain or only else {}


def _of(ranks: Sequence[int], words: str, points: int) -> dict[int, Outcome]:
    outcome = recognised(words)
    if outcome is Outcome.UNCLASSIFIED:
        return {}
    return {rank - 1: outcome for rank in ranks if 1 <= rank <= points}


def _figures(text: str) -> list[int]:
    ranks: list[int] = []
    for part in re.split(r",|og", text):
        ends = [int(figure) for figure in re.findall(r"\d+", part)]
        ranks += range(ends[0], ends[-1] + 1)
    return ranks


def _rank(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
