"""An election in words: who was chosen, with how many votes, and by lot where they were equal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.domain.voting import Candidate, leading
from referatdesk.i18n.lists import format_words, in_a_sentence


def election_words(candidates: Sequence[Candidate], office: str | None, blank: int = 0) -> str:
    """ "Ida Vester blev valgt til næstformand med 8 stemmer. Palle Nørre fik 3 stemmer." """
    elected = next((one for one in candidates if one.is_elected), None)
    to_office = _to(office)
    ahead = leading(candidates)
    if elected is not None and elected.votes is None:
        unopposed = " uden afstemning" if len(candidates) == 1 and not blank else ""
        return _joined(f"{elected.name} blev valgt{to_office}{unopposed}.", _blank(blank))
    if elected is not None and len(ahead) == 1:
        rest = [one for one in candidates if one is not elected]
        chosen = f"{elected.name} blev valgt{to_office} med {_votes(elected.votes)}."
        return _joined(chosen, _others(rest), _blank(blank))
    if not any(one.votes for one in ahead):
        return ""
    equal = f"{format_words(one.name for one in ahead)} fik hver {_votes(ahead[0].votes)}."
    rest = [one for one in candidates if one not in ahead]
    drawn = (
        f"Ved lodtrækning blev {elected.name} valgt{to_office}."
        if elected is not None
        else "Valget skal afgøres ved lodtrækning."
    )
    return _joined(equal, _others(rest), _blank(blank), drawn)


_AS_ASKED = re.compile(r"^(?:(?:valg\s+)?(?:til|af|ind i)\s+|valg\s+(?=(?:som|i)\s))", re.IGNORECASE)
"""How an office is asked about: "valg af formand", "ind i bestyrelsen"."""


def _to(office: str | None) -> str:
    """ "til næstformand"; an office that brings its own preposition keeps it."""
    words = _AS_ASKED.sub("", (office or "").strip().rstrip("."))
    if not words:
        return ""
    words = in_a_sentence(words)
    return f" {words}" if words.startswith(("som ", "i ")) else f" til {words}"


def _votes(number: int | None) -> str:
    return "ingen stemmer" if not number else f"{number} {'stemme' if number == 1 else 'stemmer'}"


def _others(rest: Sequence[Candidate]) -> str:
    """ "Palle Nørre fik 3 stemmer, og Sanne Brix fik 1 stemme." """
    told = [f"{one.name} fik {_votes(one.votes)}" for one in sorted(rest, key=lambda one: -(one.votes or 0))]
    if not told:
        return ""
    return f"{told[0]}." if len(told) == 1 else f"{', '.join(told[:-1])}, og {told[-1]}."


def _blank(number: int) -> str:
    if not number:
        return ""
    return "1 stemmeseddel var blank." if number == 1 else f"{number} stemmesedler var blanke."


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
