"""The votes of the meeting, and what a member wants entered."""

from __future__ import annotations

from tests.live.acts import Act, Kind, pressed, prose, typed
from tests.live.board import LONE, NIGHT_DOCTOR, RECRUITING

DISSENT = "Lægevagten skal også fremover have en adresse i den vestlige del af området."


def against_by_name(minute: float) -> Act:
    """All for; then Sanne Brix and Lone Kjærsig against; Bent Overby abstains. The key at a name finds it."""
    strokes = pressed("ctrl+shift+a s i l i b u Return")
    return Act(minute, Kind.VOTE, "by name", strokes, lambda seen: len(seen.votes(NIGHT_DOCTOR)) == 1)


def dissent(minute: float, name: str) -> Act:
    strokes = (*pressed("ctrl+shift+s"), typed(name), *pressed("Return Tab"), prose(DISSENT), *pressed("ctrl+Return"))
    return Act(
        minute,
        Kind.STATEMENT,
        f"what {name} wants entered",
        strokes,
        lambda seen: any(one.text == DISSENT for one in seen.statements(NIGHT_DOCTOR)),
    )


def amendment_by_party(minute: float) -> Act:
    """Moved by Lone Kjærsig; A, V and C against, F and B for."""
    strokes = (
        *pressed("ctrl+shift+a Right shift+Tab"),
        typed(LONE),
        *pressed("Tab"),
        *pressed("Home i Down Down Down Down Down i Down Down Down Down Down i Return"),
    )
    return Act(minute, Kind.VOTE, "the amendment, by party", strokes, lambda seen: len(seen.votes(RECRUITING)) == 1)


def main_vote(minute: float) -> Act:
    """All for but Lone Kjærsig."""
    strokes = pressed("ctrl+shift+a l i Return")
    return Act(minute, Kind.VOTE, "the recommendation", strokes, lambda seen: len(seen.votes(RECRUITING)) == 2)
