"""The kinds of boards, which the law changes more often than the program: data in the resources."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from referatdesk.config.places import resource
from referatdesk.domain.codes import LegalBasis

OTHER = "other"


@dataclass(frozen=True, slots=True)
class BoardKind:
    """`danish` and `english` are its name in each language.

    `halted_to` is before whom a member may bring a decision of the board (section 23 of the Local Government Act), in
    Danish; empty where nobody may. With a `casting_vote` a board's own rules may let the chair's vote decide a tie; no
    act does for a board under it, and there it lapses.
    """

    code: str
    danish: str
    english: str
    legal_basis: LegalBasis
    minutes_public: bool
    halted_to: str = ""
    casting_vote: bool = False

    def name(self, language: str) -> str:
        return self.danish if language.startswith("da") else self.english


@cache
def board_kinds() -> tuple[BoardKind, ...]:
    listed = json.loads(resource("board_kinds.json").read_text(encoding="utf-8"))
    return tuple(
        BoardKind(
            code=kind["code"],
            danish=kind["da"],
            english=kind["en"],
            legal_basis=LegalBasis(kind["legal_basis"]),
            minutes_public=kind["minutes_public"],
            halted_to=kind.get("halted_to", ""),
            casting_vote=kind.get("casting_vote", False),
        )
        for kind in listed
    )


def board_kind(code: str) -> BoardKind:
    """The kind with that code; one that the list no longer knows is any other board."""
    kinds = {kind.code: kind for kind in board_kinds()}
    return kinds.get(code, kinds[OTHER])
