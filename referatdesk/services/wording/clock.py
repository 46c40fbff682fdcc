"""The time of day as a house writes it."""

from __future__ import annotations

from referatdesk.domain.boards import HouseStyle
from referatdesk.i18n.dates import format_clock

_BEFORE = "kl. "


def figures(time: str, style: HouseStyle) -> str:
    """ "13.42" of "13:42", also where the house's pattern says "kl." before it: that stands in the sentence."""
    return format_clock(time, style.time_pattern).removeprefix(_BEFORE)


def at_time(time: str, style: HouseStyle) -> str:
    """ "kl. 13.42"."""
    return _BEFORE + figures(time, style)
