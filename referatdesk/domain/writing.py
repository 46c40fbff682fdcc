"""What makes writing short: phrases that are kept, and words that the spelling knows."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.codes import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A phrase that a few letters stand for, on one board or, without one, on all. "{…}" in `text` is filled in.

    `outcome` is what it says was decided. An `abbreviation` is expanded while one types.
    """

    id: str
    board_id: str | None = None
    sort: int = 0
    short: str
    text: str
    outcome: Outcome | None = None
    abbreviation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """A word that is right although no dictionary has it."""

    id: str
    word: str
