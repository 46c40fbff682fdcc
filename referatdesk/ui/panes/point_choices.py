"""The outcomes that a point of a recommendation can be given, and the letter that gives each."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import Outcome
from referatdesk.i18n.catalogue import _, later
from referatdesk.ui.words.codes import word

LETTERS: Mapping[str, Outcome] = {
    "G": Outcome.APPROVED,
    "Æ": Outcome.APPROVED_CHANGED,
    "I": Outcome.REJECTED,
    "U": Outcome.POSTPONED,
    "D": Outcome.DISCUSSED,
    "E": Outcome.NOTED,
    "A": Outcome.RECOMMENDED,
    "V": Outcome.ADOPTED,
    "S": Outcome.REFERRED,
    "T": Outcome.RETURNED,
    "B": Outcome.DECIDED,
}
OFTEN = "GEIU"
"""The letters that are needed most."""
LETTER_OF_NONE = "Å"
"""Leaves the point open again."""
NO_BREAK = "\u00a0"
_SHORT: Mapping[Outcome, str] = {
    Outcome.APPROVED: later("approved"),
    Outcome.APPROVED_CHANGED: later("with changes"),
    Outcome.REJECTED: later("not approved"),
    Outcome.POSTPONED: later("postponed"),
    Outcome.DISCUSSED: later("discussed"),
    Outcome.NOTED: later("noted"),
    Outcome.RECOMMENDED: later("recommended"),
    Outcome.ADOPTED: later("adopted"),
    Outcome.REFERRED: later("sent on"),
    Outcome.RETURNED: later("sent back"),
    Outcome.DECIDED: later("decided"),
}
_SIGNS: Mapping[Outcome, tuple[str, str]] = {
    Outcome.REJECTED: ("close", "text"),
    Outcome.POSTPONED: ("clock", "text"),
    Outcome.DISCUSSED: ("minutes", "text"),
    Outcome.NOTED: ("info", "text"),
    Outcome.REFERRED: ("forward", "text"),
    Outcome.RETURNED: ("back", "text"),
    Outcome.DECIDED: ("decision", "text"),
}
"""The others say yes and have a check mark."""
TELLS_MORE = frozenset({Outcome.APPROVED_CHANGED, Outcome.DECIDED})
"""Outcomes that say little before it is told what was changed or decided."""


def outcome_words(outcome: Outcome | None) -> str:
    return word(outcome) if outcome else _("Open")


def outcome_sign(outcome: Outcome | None) -> tuple[str, str]:
    """The icon of an outcome and its tone: what was turned down is not to look approved."""
    return _SIGNS.get(outcome, ("check", "good")) if outcome else ("unknown", "warn")


def legend() -> str:
    """All letters in one line: "G approved · Æ with changes …"."""
    return _in_line([*map(_told, LETTERS), _told_of_none(), _("Enter: reason or change")])


def short_legend() -> str:
    """Those needed most, and the key of the menu that has them all."""
    return _in_line([*map(_told, OFTEN), _told_of_none(), _("Alt+↓ all")])


def _told(letter: str) -> str:
    return f"{letter} {_(_SHORT[LETTERS[letter]])}"


def _told_of_none() -> str:
    left_open = _("open")
    return f"{LETTER_OF_NONE} {left_open}"


def _in_line(said: list[str]) -> str:
    return " · ".join(one.replace(" ", NO_BREAK) for one in said)
