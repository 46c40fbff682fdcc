"""One key for each person of a meeting, the same wherever people are found by a key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import PASSING

SIGNS = "abcdefghijklmnopqrstuvwxyzæøå1234567890"
"""Keys that stand where a Danish keyboard has them, without Shift or AltGr."""
LEADING = "q"
"""Begins the keys of two signs, where there are more people than signs; hardly a Danish name begins so."""
_MEAN_SOMETHING = frozenset("fiu1234567890")
"""For, against, abstained, and the numbers of a vote: by itself none of these finds somebody who votes."""


def person_keys(people: Sequence[Attendance]) -> Mapping[str, str]:
    """Of the initials where they are free, else of the name. Members choose first and those who are called or come in
    passing last, so that nobody's key changes by them.
    """
    free = [sign for sign in SIGNS if sign != LEADING]
    longer = _longer()
    given: dict[str, str] = {}
    for one in sorted(people, key=_turn):
        able = [sign for sign in free if not (one.has_vote and sign in _MEAN_SOMETHING)]
        wanted = (*_initials(one.name), *one.name.casefold(), *able)
        key = next((sign for sign in wanted if sign in able), "")
        given[one.id] = key or next(longer)
        free = [sign for sign in free if sign != key]
    return given


def _turn(one: Attendance) -> int:
    if one.stands_in_for_id is not None:
        return 2
    return 3 if PASSING & set(one.roles) else 0 if one.has_vote else 1


def _initials(name: str) -> list[str]:
    return [part[0].casefold() for part in name.split()]


def _longer() -> Iterator[str]:
    """No key begins another: "qa", "qb" … "q0", "qqa" …"""
    begun = LEADING
    while True:
        yield from (begun + sign for sign in SIGNS if sign != LEADING)
        begun += LEADING
