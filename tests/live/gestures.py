"""The gestures of which a meeting is made, with the keys that they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.live import board
from tests.live.acts import ASKED, Act, Kind, pressed, prose
from tests.live.looking import Seen
from tests.live.said import SAID

KEYS: Mapping[str, str] = {
    board.PALLE: "p",
    board.GERDA: "g",
    board.TROELS: "t",
    board.BENT: "b",
    board.LONE: "l",
    board.SIGNE: "h",
    board.HANNE: "r",
}
"""What the list shows at the names once a person is looked for."""


def begins() -> Act:
    return Act(0, Kind.START, "the meeting begins", pressed("F5"), lambda seen: seen.meeting.start_actual == "13:00")


def goes_on(minute: float, title: str) -> Act:
    return Act(
        minute,
        Kind.NEXT,
        f"on to {title}",
        pressed("F5"),
        lambda seen: any(one.ended is None for one in seen.spent(title)),
    )


def said(minute: float, title: str) -> Act:
    text = SAID[title]
    return Act(
        minute, Kind.PROSE, f"what was said at {title}", (prose(text),), lambda seen: text in seen.written(title)
    )


def to_decide(minute: float, two_panes: bool) -> Iterator[Act]:
    """A line of its own for the decision, or its own pane."""
    keys = "alt+3 ctrl+End" if two_panes else "ctrl+End Return"
    yield Act(minute, Kind.PLACE, "to the decision", pressed(keys), lambda _seen: True)


def is_away(minute: float, name: str, letter: str, status: str) -> Act:
    """From the start, before the meeting runs."""
    return Act(
        minute,
        Kind.PERSON,
        f"{name} is not here",
        pressed(f"ctrl+l {KEYS[name]} {letter}"),
        lambda seen: seen.person(name).status.value == status,
    )


def comes(minute: float, name: str, title: str) -> Act:
    return _moves(minute, name, title, "comes", "Return", "late")


def leaves(minute: float, name: str, title: str) -> Act:
    return _moves(minute, name, title, "leaves", "Return", "left_early")


def is_out(minute: float, name: str, title: str) -> Act:
    """Disqualified, at this item alone."""
    return _moves(minute, name, title, "is disqualified", "i", "disqualified")


def _moves(minute: float, name: str, title: str, what: str, key: str, status: str) -> Act:
    def is_noted(seen: Seen) -> bool:
        noted = seen.at_item(title, name)
        return noted is not None and noted.status.value == status

    return Act(minute, Kind.PERSON, f"{name} {what}", pressed(f"ctrl+l {KEYS[name]} {key}"), is_noted)


def stands_in(minute: float, name: str, substitute: str) -> Act:
    """The personal substitute stands ready as the answer."""
    return Act(
        minute,
        Kind.STAND_IN,
        f"{substitute} stands in for {name}",
        (*pressed(f"ctrl+l {KEYS[name]} v"), ASKED, *pressed("Return")),
        lambda seen: seen.person(substitute).stands_in_for_id == seen.person(name).id,
    )


def closes(minute: float, title: str) -> Act:
    return Act(
        minute,
        Kind.CLOSE,
        f"{title} is closed",
        pressed("ctrl+shift+k"),
        lambda seen: seen.item(title).access.value == "closed",
    )


def ends(minute: float) -> Act:
    return Act(
        minute, Kind.END, "the meeting is over", pressed("ctrl+F12"), lambda seen: seen.meeting.end_actual is not None
    )
