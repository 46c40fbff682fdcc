"""Which copies of an archive are kept. A pure function over values, in which no clock decides.

Copies stand in the order of the newest act that they hold. How old one is, is told by the copies that came after it:
the time between one and the next counts for a month at most, and a step backwards for nothing. So a clock that is
wrong for a while makes nothing old, and what was deleted lives no longer in the copies than the work goes on without
it: about 400 days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

import msgspec

ALWAYS = 10
"""The newest copies are kept whatever the clock says."""
MOST_OF_TWO_DAYS = 40
MOST = 60
"""A clock that stands still, or runs backwards, must not fill the disk; nothing else comes to so many."""
LONGEST_GAP = timedelta(days=31)
RETENTION = timedelta(days=400)


class Point(msgspec.Struct, frozen=True):
    """A copy as thinning sees it: the number of its newest act, and what the clock then said, in local time."""

    name: str
    seq: int
    at: datetime


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month


ZONES: Sequence[tuple[timedelta, Callable[[datetime], tuple[int, ...]]]] = (
    (timedelta(days=8), _day),
    (timedelta(days=36), _week),
    (RETENTION, _month),
)
"""Up to which age one copy of each day, of each week and of each month is kept: the last one of it."""


def in_order(points: Iterable[Point]) -> list[Point]:
    """The newest first."""
    return sorted(points, key=lambda point: (point.seq, point.at), reverse=True)


def kept(points: Iterable[Point]) -> list[Point]:
    """Those that stay, the newest first; all others go."""
    staying: list[Point] = []
    for point, age in _aged(points):
        if len(staying) < ALWAYS or _is_wanted(point, age, staying):
            staying.append(point)
    return staying


def is_too_old(point: Point, points: Iterable[Point]) -> bool:
    """Whether the point would be too old to be kept as one of those."""
    return any(one is point and age >= RETENTION for one, age in _aged([*points, point]))


def _aged(points: Iterable[Point]) -> Iterator[tuple[Point, timedelta]]:
    """Each with its age, the newest first."""
    age = timedelta(0)
    newer: Point | None = None
    for point in in_order(points):
        if newer is not None:
            age += min(max(newer.at - point.at, timedelta(0)), LONGEST_GAP)
        yield point, age
        newer = point


def _is_wanted(point: Point, age: timedelta, staying: Sequence[Point]) -> bool:
    if len(staying) >= MOST:
        return False
    if age < timedelta(days=2) and len(staying) < MOST_OF_TWO_DAYS:
        return True
    period = next((period for until, period in ZONES if age < until), None)
    return period is not None and period(point.at) != period(staying[-1].at)
