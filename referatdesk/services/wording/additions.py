"""What is said further of an outcome: a change, a reason, a time, another body."""

from __future__ import annotations

import re
from collections.abc import Mapping

from referatdesk.domain.codes import Outcome

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
    "af efter for fra frem i indtil med mod og om på pr. til under uden ved".split()  # noqa: SIM905 - reads as words
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
}
_REASON = "idet"
_REASONS = frozenset({_REASON, "da", "fordi"})
_ALIKE = ({Outcome.DECIDED, Outcome.AGREED}, {Outcome.REFERRED, Outcome.RETURNED})
"""Outcomes of which the same can be said further."""
_ASIDE = "med bemærkningen: "
_CHANGES = "med følgende ændring: "
_AS_SAID = re.compile(
    r"som (?:indstillet|foreslået|anbefalet|beskrevet|ansøgt|anført|nævnt|aftalt|planlagt|fremlagt|forelagt|udsendt|led"
    r"|en|et)\b"
)
"""No clause of its own: no comma parts it from the outcome."""
_TIME = re.compile(
    r"(?:næste|førstkommende|kommende|senere|mødet|\d|et (?:af de|senere|kommende|ekstraordinært)|(?:for|efter)året"
    r"|sommeren|vinteren|årsskiftet|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december)\b",
    re.IGNORECASE,
)
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
    if outcome in {Outcome.DECIDED, Outcome.AGREED}:
        return f"at {words}"
    if outcome in {Outcome.REFERRED, Outcome.RETURNED} or (outcome is Outcome.POSTPONED and _TIME.match(words)):
        return f"til {words}"
    return (_CHANGES if outcome is Outcome.APPROVED_CHANGED else _ASIDE) + words


def _without_outcome(outcome: Outcome, words: str) -> str:
    """Without the outcome itself, which is told anyway: "Udsat til næste møde" goes on with "til næste møde"."""
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
    is_reason = opening_of(before) == _REASON or (said or "").partition(" ")[0] in _REASONS
    return said if is_reason or any({before, after} <= alike for alike in _ALIKE) else None


def joined_on(outcome: Outcome, addition: str | None) -> str:
    """The end of the sentence, from behind the outcome's own words up to the full stop."""
    if addition is None:
        return " med ændringer" if outcome is Outcome.APPROVED_CHANGED else ""
    first, _, rest = addition.partition(" ")
    if first == "at":
        return f"{_AT.get(outcome, ' med den bemærkning, at')} {rest}"
    changes = " med ændringer" if outcome is Outcome.APPROVED_CHANGED and first != "med" else ""
    after_comma = first in _AFTER_COMMA and not _AS_SAID.match(addition)
    return f"{changes}, {addition}" if after_comma else f"{changes} {addition}"
