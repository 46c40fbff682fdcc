"""What a decision made of each point of the recommendation that it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referatdesk.domain.codes import Outcome
from referatdesk.domain.outcome_words import decisive, outcomes_said, recognised
from referatdesk.domain.sentences import sentences

WHOLE = frozenset(
    {Outcome.APPROVED, Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.NOTED, Outcome.POSTPONED, Outcome.REJECTED}
)
"""Outcomes that, said of "the recommendation", hold for each of its points."""
_DONE = r"(?:godkendt|godkendes|tiltrådt|tiltrædes|vedtaget|fulgt|følges|anbefale[st])"
_ALL_POINTS = re.compile(
    r"(?:(?:\w+ens |\w+ets )?(?:samlede )?indstilling(?:en|erne|er)?|indstillingspunkterne"
    r"|(?:alle|begge|samtlige)(?: \w+)? (?:indstillinger|indstillingspunkter|punkter|at'er)|sagen|punktet)?\s*"
    rf"(?:(?:blev|er|bliver|herefter|dermed|derefter|således|hermed|enstemmigt) ){{0,4}}{_DONE}"
    r"(?: uden afstemning| enstemmigt| som indstillet| med \d+ stemmer(?: for og| for,)? (?:i?mod )?\d+(?: imod)?)?\.?"
    rf"|(?:(?:indstillingen|sagen|punktet) (?:blev |er )?)?(?:udsat|ikke {_DONE})\.?",
    re.IGNORECASE,
)
_FIGURES = (
    r"\d{1,2}(?:\.|\)|\b)(?:\s*(?:,|og|samt|-|–|til)\s*\d{1,2}(?:\.|\)|\b)(?!\s*(?:[a-zæøå]+ )?(?:stemte|stemmer"
    r"|medlem)))*"
)
_LETTERS = r"[a-h]\)?(?:\s*(?:,|og|samt|-|–|til)\s*[a-h]\)?)*(?=[\s):.])"
_NAMES = re.compile(
    r"(?P<word>\b(?:indstillingens |indstillings)?(?:indstilling(?:erne|spunkt(?:erne)?)?|punkt(?:erne)?|at"
    r"|pkt\.?|ad|pind|led|litra)\s+"
    rf"|(?:^|, )\s*(?:og |mens )?)(?P<figures>{_FIGURES}|{_LETTERS})",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?P<rank>første|andet|anden|tredje|fjerde|femte)\s+(?:indstilling|indstillingspunkt|punkt|at|led|pind|del)\b",
    re.IGNORECASE,
)
_RANKS = {"første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_REST = re.compile(
    r"\b(?:de )?(?:øvrige|resterende) (?:indstillinger|indstillingspunkter|punkter)"
    r"|\b(?:indstillingen )?i øvrigt\b|\bresten(?: af indstillingen)?\b",
    re.IGNORECASE,
)
_NO_POINT = re.compile(r"\s*(?:på|i) (?:dagsorden|protokol|referat|lov|bilag|bekendtgørelse|vedtægt)", re.IGNORECASE)
_MARKED = re.compile(
    r"(?:ad\.?\s*)?(?P<mark>\d{1,2}|[a-h])\s?[.):]\s+(?P<rest>(?!(?:og|samt|til) )[^\s,–-].*)",
    re.IGNORECASE | re.DOTALL,
)
_DISPOSED_OF = re.compile(
    rf"[\s):.]*(?:blev |er )?(?:ikke )?(?:{_DONE}|ud(?:sat|sættes|skydes)|drøftet|tage[ts] til|afvis(?:t|es))",
    re.IGNORECASE,
)
_MARKER = re.compile(r"[-–•\s(]*(?P<mark>\d{1,2}|[a-hA-H])[.):]*")
LONGEST_PLAIN = 120
LONGEST_CLAUSE = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a decision's text with its printed list mark."""

    text: str
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was made of a point, and the words that say so."""

    outcome: Outcome
    text: str


def point_outcomes(lines: Sequence[Line], points: int) -> dict[int, Outcome]:
    return {at: answer.outcome for at, answer in answers(lines, points).items()}


def answers(lines: Sequence[Line], points: int) -> dict[int, Answer]:
    """The outcome of each point (counted from 0) that the decision speaks of beyond doubt.

    That is: all of them in one plain sentence, some of them by their numbers, each in a line of its own that bears its
    mark, or the only point there is.
    """
    if not lines or not points:
        return {}
    marked = _marked(lines, points)
    others = [line for line in lines if not marked or _mark_of(line)[0] is None]
    found = _named(others, points) | marked
    return dict(sorted(found.items())) if found else _of_all(lines, points)


def _of_all(lines: Sequence[Line], points: int) -> dict[int, Answer]:
    """What is said of the recommendation as a whole, in a plain sentence; of the only point, in any words."""
    whole = "\n".join(line.text for line in lines)
    found = decisive(whole)
    if found is None:
        return {}
    outcome, sentence = found
    plain = len(sentence) <= LONGEST_PLAIN and _ALL_POINTS.fullmatch(sentence) is not None and outcome in WHOLE
    if plain and ("indstilling" in sentence.casefold() or len(outcomes_said(whole)) < 2):
        return dict.fromkeys(range(points), Answer(outcome, sentence))
    return {0: Answer(outcome, sentence)} if points == 1 and outcome is not Outcome.NOTHING else {}


def _marked(lines: Sequence[Line], points: int) -> dict[int, Answer]:
    """Answers in lines that bear the mark of the point; none where more lines are marked than there are points."""
    found: dict[int, Answer] = {}
    ranks: list[int] = []
    for line in lines:
        mark, rest = _mark_of(line)
        if mark is None:
            continue
        ranks.append(_rank(mark))
        outcome = recognised(rest)
        if outcome is not Outcome.UNCLASSIFIED:
            found[_rank(mark) - 1] = Answer(outcome, rest)
    good = ranks == sorted(set(ranks)) and all(1 <= rank <= points for rank in ranks)
    return found if (good and points > 1) or (len(ranks) == 1 and good) else {}


def _mark_of(line: Line) -> tuple[str | None, str]:
    text = line.text.strip()
    if line.marker:
        marker = _MARKER.fullmatch(line.marker.strip())
        return (marker["mark"] if marker else None), text
    match = _MARKED.match(text)
    return (match["mark"], match["rest"]) if match else (None, text)


def _named(lines: Sequence[Line], points: int) -> dict[int, Answer]:
    """Answers that name points by number: each reaches to where the next points are named."""
    found: dict[int, Answer] = {}
    for line in lines:
        for sentence in sentences(line.text):
            others = {at + 1 for at in range(points) if at not in found}
            for ranks, clause in _clauses(sentence.text, others, points):
                outcome = recognised(clause)
                if outcome is not Outcome.UNCLASSIFIED:
                    found |= {rank - 1: Answer(outcome, sentence.text) for rank in ranks if 1 <= rank <= points}
    return found


def _clauses(sentence: str, others: set[int], points: int) -> Iterator[tuple[list[int], str]]:
    heads = sorted(_heads(sentence), key=lambda head: head[0])
    named = {rank for _, _, ranks in heads for rank in ranks}
    for at, (start, end, ranks) in enumerate(heads):
        if not ranks and not named and len(others) == points:
            continue
        until = heads[at + 1][0] if at + 1 < len(heads) else len(sentence)
        clause = sentence[end:until][:LONGEST_CLAUSE].strip(" .:,;)–-")
        before = sentence[:start] if at == 0 else ""
        spoken = clause if recognised(clause) is not Outcome.UNCLASSIFIED else f"{before} {clause}"
        yield ranks or sorted(others - named), spoken


def _heads(sentence: str) -> Iterator[tuple[int, int, list[int]]]:
    """Where points are named, with their ranks; none stand for all the others."""
    for match in _NAMES.finditer(sentence):
        if not _NO_POINT.match(sentence[match.end() : match.end() + 30]) and _is_named(match, sentence):
            yield match.start(), match.end(), _ranks(match["figures"])
    for match in _RANKED.finditer(sentence):
        yield match.start(), match.end(), [_RANKS[match["rank"].casefold()]]
    for match in _REST.finditer(sentence):
        yield match.start(), match.end(), []


def _is_named(match: re.Match[str], sentence: str) -> bool:
    """Whether the figures name points: a letter needs its bracket, a bare figure the word that disposes of it."""
    letters = not match["figures"][0].isdigit()
    word = match["word"].strip(" ,").casefold().removeprefix("og").removeprefix("mens").strip()
    if letters and word in {"at", "ad", ""} and ")" not in sentence[match.start("figures") : match.end() + 1]:
        return False
    rest = sentence[match.end() :]
    if word == "":
        return _DISPOSED_OF.match(rest) is not None
    return word != "at" or bool(
        re.match(
            r"[\s):.]*(?:,|blev|er|godkend|udsat|ikke|tiltr|drøft|tag|afvist|vedtag|følges|og)", rest, re.IGNORECASE
        )
    )


def _ranks(text: str) -> list[int]:
    ranks: list[int] = []
    for part in re.split(r",|og|samt", text):
        ends = [_rank(one) for one in re.findall(r"\d{1,2}|[a-hA-H]", part)]
        ranks += range(ends[0], ends[-1] + 1) if ends else ()
    return ranks


def _rank(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
