"""Reversible differences between two values made of dicts, lists, texts and numbers, themselves JSON.

A difference is None where nothing differs, or a list whose first element says what it is:

- `["=", old, new]` one value for another
- `["s", at, old, new]` a stretch of a text
- `["l", at, olds, news]` a stretch of a list
- `["e", at, differences]` differences of elements of a list, one after the other
- `["d", {key: difference}]` differences of the values of a dict whose keys stay
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Delta = list[Any] | None


class DeltaMismatchError(Exception):
    """The value is not the one that the difference was taken from."""


def delta(before: Any, after: Any) -> Delta:
    if before == after and type(before) is type(after):
        return None
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        inner = {key: delta(before[key], after[key]) for key in before}
        return ["d", {key: one for key, one in inner.items() if one is not None}]
    if isinstance(before, str) and isinstance(after, str):
        start, tail = _common(before, after)
        return ["s", start, before[start : len(before) - tail], after[start : len(after) - tail]]
    if isinstance(before, list) and isinstance(after, list):
        return _list_delta(before, after)
    return ["=", before, after]


def _list_delta(before: list[Any], after: list[Any]) -> Delta:
    start, tail = _common(before, after)
    olds, news = before[start : len(before) - tail], after[start : len(after) - tail]
    if len(olds) == len(news):
        return ["e", start, [delta(old, new) for old, new in zip(olds, news, strict=True)]]
    return ["l", start, olds, news]


def _common(before: Sequence[Any], after: Sequence[Any]) -> tuple[int, int]:
    """Lengths of the beginning and of the rest of the end that both have in common."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < shorter - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return start, tail


def turned(one: Delta) -> Delta:
    """The difference from after to before."""
    if one is None:
        return None
    match one:
        case ["d", inner]:
            return ["d", {key: turned(value) for key, value in inner.items()}]
        case ["e", at, inner]:
            return ["e", at, [turned(value) for value in inner]]
        case ["=", old, new]:
            return ["=", new, old]
        case [sort, at, old, new]:
            return [sort, at, new, old]
    raise DeltaMismatchError


def applied(one: Delta, value: Any) -> Any:
    """The value after the difference; raises DeltaMismatchError where it was not taken from this value."""
    if one is None:
        return value
    match one:
        case ["=", old, new] if old == value:
            return new
        case ["d", inner] if isinstance(value, dict) and inner.keys() <= value.keys():
            return {key: applied(inner.get(key), old) for key, old in value.items()}
        case ["e", at, inner] if isinstance(value, list) and at + len(inner) <= len(value):
            changed = [applied(change, old) for change, old in zip(inner, value[at:], strict=False)]
            return [*value[:at], *changed, *value[at + len(inner) :]]
        case ["s" | "l", at, old, new] if value[at : at + len(old)] == old:
            return value[:at] + new + value[at + len(old) :]
    raise DeltaMismatchError
