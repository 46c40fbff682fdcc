"""The meeting, act by act, with the minute of each."""

from __future__ import annotations

from tests.live import board
from tests.live.acts import Act, Kind, pressed, prose
from tests.live.board import AGENDA, LAST_TIME
from tests.live.said import SAID

ALL_PRESENT = pressed("ctrl+shift+t")
NEXT = pressed("F5")
TO_THE_TEXT = pressed("alt+2 ctrl+End")


def begins() -> Act:
    return Act(0, Kind.START, "the meeting begins", NEXT, lambda seen: seen.meeting.start_actual == "13:00")


def next_item(minute: float, title: str) -> Act:
    return Act(
        minute, Kind.NEXT, f"on to {title}", NEXT, lambda seen: any(one.ended is None for one in seen.spent(title))
    )


def said(minute: float, title: str) -> Act:
    text = SAID[title]
    return Act(
        minute, Kind.PROSE, f"what was said at {title}", (prose(text),), lambda seen: text in seen.written(title)
    )


SCRIPT = (
    begins(),
    Act(
        0.2,
        Kind.ALL_PRESENT,
        "the roll call",
        ALL_PRESENT,
        lambda seen: seen.person(board.FRIDA).status.value == "present",
    ),
    said(0.5, AGENDA),
    next_item(2, LAST_TIME),
    said(2.1, LAST_TIME),
)
