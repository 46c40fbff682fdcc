"""What is said further of an outcome: a change, a reason, a time, another body."""

from __future__ import annotations

import re
from collections.abc import Mapping

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.lists import in_a_sentence
from referatdesk.services.wording.clauses import is_clause, is_infinitive

DONE: Mapping[Outcome, str] = {
    Outcome.APPROVED: "godkendt",
    Outcome.APPROVED_CHANGED: "godkendt",
    Outcome.ADOPTED: "vedtaget",
    Outcome.RECOMMENDED: "anbefalet",
    Outcome.NOTED: "taget til efterretning",
    Outcome.DISCUSSED: "drøftet",
    Outcome.POSTPONED: "udsat",
    Outcome.REFERRED: "sendt videre",
    Outcome.RETURNED: "sendt tilbage",
    Outcome.REJECTED: "ikke godkendt",
    Outcome.WITHDRAWN: "taget af dagsordenen",
}
"""What was done to something, by itself."""
_STRAIGHT_ON = frozenset(
    "af efter for fra frem i indtil med mod og om over på pr. til under uden ved".split()  # noqa: SIM905 - reads as words
)
_AFTER_COMMA = frozenset(
    (  # noqa: SIM905 - as above
        "at da dog fordi forudsat hvis hvor hvorefter idet jf. mens men når som således såfremt så"
    ).split()
)
_OPENS: Mapping[Outcome, str] = {
    Outcome.APPROVED_CHANGED: "at",
    Outcome.DECIDED: "at",
    Outcome.AGREED: "at",
    Outcome.POSTPONED: "til",
    Outcome.REFERRED: "til",
    Outcome.RETURNED: "til",
}
"""The word that what is said further mostly begins with; else it is a reason."""
_AT: Mapping[Outcome, str] = {
    Outcome.APPROVED_CHANGED: " med den ændring, at",
    Outcome.DECIDED: ", at",
    Outcome.AGREED: ", at",
    Outcome.RECOMMENDED: ", at",
}
_REASON = "idet"
_REASONS = frozenset({_REASON, "da", "fordi"})
_SETTLED = frozenset({Outcome.DECIDED, Outcome.AGREED})
_SENT_ON = frozenset({Outcome.REFERRED, Outcome.RETURNED})
_ALIKE = (_SETTLED, _SENT_ON)
"""Outcomes of which the same can be said further."""
_ASIDE = "med bemærkningen: "
_CHANGES = "med følgende ændring: "
_AS_SAID = re.compile(
    r"som (?:indstillet|foreslået|anbefalet|beskrevet|ansøgt|anført|nævnt|aftalt|planlagt|fremlagt|forelagt|udsendt|led"
    r"|en|et)\b"
)
"""No clause of its own: no comma parts it from the outcome."""
_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_TIME = re.compile(
    rf"(?:næste|førstkommende|kommende|senere|(?:for|efter)året|sommeren|vinteren|årsskiftet|{_MONTHS}|20\d\d"
    rf"|(?:den )?\d{{1,2}}(?:\.? {_MONTHS}|[./-] ?\d{{1,2}}|\. kvartal)|den \d{{1,2}}\.?"
    r"|(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?(?=$|,? den\b|,? \d| i )|ugen? \d{1,2}"
    r"|(?:\w|-)*mødet(?=$| (?:i|den|d\.|primo|medio|ultimo|\d))"
    r"|\w+s (?:\w+ )?møde|ekstraordinært møde"
    r"|(?:det|den|et|en) (?:af de|næste|ny|nyt|senere|kommende|førstkommende|følgende|ekstraordinært|\w*møde))(?!\w)",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?!\w*(?:demokrat|moderat)erne)(?:alle|de|den|der|det|dette|disse|en|et|hver|man|vi|\w*(?:afdelingen|budgettet"
    r"|direktøren|elsen|erne|forslaget|fristen|gruppen|ingen|ionen|kommunen|manden|mødet|planen|punktet|rådet|sagen"
    r"|sekretariatet|tilskuddet|udvalget))\b",
    re.IGNORECASE,
)
"""What is surely no name, although it begins what was typed."""
_AS_SETTLED = re.compile(r"^(?:(?:det )?blev )?(?:besluttet|aftalt)\b[\s,:–-]*", re.IGNORECASE)
_SENT = re.compile(r"^(?:blev )?(?:henvist|oversendt|(?:sendt )?(?:videre|tilbage))\b[\s,;:–-]*", re.IGNORECASE)
_EDGES = re.compile(r"^[\s,;–-]+|[\s,;.]+$")


def opening_of(outcome: Outcome) -> str:
    """The word that is offered to begin with."""
    return _OPENS.get(outcome, _REASON)


def as_addition(outcome: Outcome, typed: str) -> str | None:
    """What was typed, so that it goes on from the outcome; None where nothing is said."""
    words = _without_outcome(outcome, _EDGES.sub("", " ".join(typed.split())))
    first, _, rest = words.partition(" ")
    if first.casefold() in _STRAIGHT_ON | _AFTER_COMMA:
        return f"{first.casefold()} {rest}" if rest else None
    if not words:
        return None
    if outcome in _SETTLED or (outcome is Outcome.RECOMMENDED and is_clause(words)):
        return f"at {in_a_sentence(words) if _COMMON.match(words) else words}"
    if outcome is Outcome.POSTPONED and _TIME.match(words) and not is_clause(words):
        return f"til {in_a_sentence(words)}"
    if outcome in _SENT_ON:
        return f"til {words}"
    return (_CHANGES if outcome is Outcome.APPROVED_CHANGED else _ASIDE) + words


def _without_outcome(outcome: Outcome, words: str) -> str:
    """Without the outcome itself, which is told anyway: "Udsat til næste møde" goes on with "til næste møde"."""
    if outcome in _SENT_ON:
        return _SENT.sub("", words)
    if outcome in _SETTLED:
        return _AS_SETTLED.sub("", words)
    done = DONE.get(outcome)
    return re.sub(rf"^(?:blev )?{done}\b[\s,;:–-]*", "", words, flags=re.IGNORECASE) if done else words


def goes_on(text: str | None) -> str | None:
    """The text, where it goes on from an outcome; one that was read is a sentence of its own."""
    first = (text or "").partition(" ")[0]
    return text if first in _STRAIGHT_ON | _AFTER_COMMA else None


def fitting(text: str | None, before: Outcome, after: Outcome) -> str | None:
    """What was said further of one outcome as far as it can be said of another: a reason, but no change, no time and no
    other body.
    """
    if before is after:
        return text
    said = goes_on(text)
    first = (said or "").partition(" ")[0]
    is_recommended = first == "at" and Outcome.RECOMMENDED in {before, after}
    is_reason = (opening_of(before) == _REASON and not is_recommended) or first in _REASONS
    return said if is_reason or any({before, after} <= alike for alike in _ALIKE) else None


def joined_on(outcome: Outcome, addition: str | None) -> str:
    """The end of the sentence, from behind the outcome's own words up to the full stop."""
    if addition is None:
        return " med ændringer" if outcome is Outcome.APPROVED_CHANGED else ""
    first, _, rest = addition.partition(" ")
    if first == "at":
        opening = _AT.get(outcome, " med den bemærkning, at")
        return f"{opening.replace(',', '') if is_infinitive(addition) else opening} {rest}"
    changes = " med ændringer" if outcome is Outcome.APPROVED_CHANGED and first != "med" else ""
    after_comma = first in _AFTER_COMMA and not _AS_SAID.match(addition)
    return f"{changes}, {addition}" if after_comma else f"{changes} {addition}"
