"""What somebody had entered in the minutes, in words: dissent, notes, reservations, and halts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from referatdesk.domain.codes import StatementKind

PROTOCOL, MINUTES = "beslutningsprotokollen", "referatet"
"""What a statement is entered in: boards under an act keep a record of their decisions, others have minutes."""

_OPENINGS: Mapping[StatementKind, str] = {
    StatementKind.DISSENT: "ønskede følgende afvigende mening tilført {book}",
    StatementKind.PROTOCOL_NOTE: "ønskede følgende tilført {book}",
    StatementKind.MINORITY: "afgav følgende mindretalsudtalelse",
    StatementKind.RESERVATION: "tog følgende forbehold",
    StatementKind.HALT: "begærede sagen indbragt for {halted} efter § 23 i kommunestyrelsesloven",
    StatementKind.VOTE_REASON: "afgav følgende stemmeforklaring",
}
SAY_ALL: Mapping[StatementKind, str] = {
    StatementKind.RESERVATION: "tog forbehold",
    StatementKind.HALT: _OPENINGS[StatementKind.HALT],
}
"""What says all by itself; other kinds are nothing without the words that were said."""
_ENTERED = re.compile(
    r"tilført|ført til|optaget i|mindretalsudtalelse|afvigende mening|særstandpunkt|\bt(?:og|ager) .*forbehold"
    r"|stemmeforklaring|indbragt|§ ?23",
    re.IGNORECASE,
)
"""What tells that the words are a sentence about a statement, not the statement itself."""


_STOPS = (".", "!", "?", "…")
_OPENS = ("”", "“", "„", '"', "»", "«")
_CLOSES = "".join(_OPENS)


def statement_lines(
    kind: StatementKind, who: str, text: str, *, book: str = PROTOCOL, forward_to: str | None = None
) -> tuple[str, ...]:
    """The paragraphs that are printed; none while nothing is said that could be printed.

    Words that say themselves who has what entered, as in old minutes, are printed as they stand. `forward_to` is whom
    the case goes to: a halted one before whom it is brought, any other with the statement.
    """
    words = [line.strip() for line in text.splitlines() if line.strip()]
    if not words and kind not in SAY_ALL:
        return ()
    if words and words[0].startswith(f"{who} ") and _ENTERED.search(words[0]):
        return tuple(words)
    halted = (forward_to or "").strip() or "kommunalbestyrelsen"
    opening = f"{who} {(_OPENINGS if words else SAY_ALL)[kind].format(book=book, halted=halted)}"
    if not words:
        return (f"{opening}.",)
    reason = " med følgende begrundelse" if kind is StatementKind.HALT else ""
    last = _ended(words[-1])
    lines = [f"{opening}{reason}: {words[0]}", *words[1:-1], last] if words[1:] else [f"{opening}{reason}: {last}"]
    if forward_to and kind is StatementKind.DISSENT:
        lines.append(f"Den afvigende mening medsendes, når sagen sendes til {forward_to}.")
    return tuple(lines)


def _ended(line: str) -> str:
    """A quotation that is all of the line, or goes on from the line before, has the full stop inside."""
    said = line.rstrip(_CLOSES)
    if line.endswith(":") or said.endswith(_STOPS):
        return line
    closes = line[len(said) :]
    is_within = closes and (line.startswith(_OPENS) or not any(mark in said for mark in _OPENS))
    return f"{said}.{closes}" if is_within else f"{line}."
