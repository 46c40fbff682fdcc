"""Reversible differences between two values made of dicts, lists, texts and numbers, themselves JSON.

A difference is None where nothing differs, or a list whose first element says what it is:

- `["=", old, new]` one value for another
- `["s", at, rest, old, new]` a stretch of a text, `rest` characters before its end
- `["l", at, rest, olds, news]` a stretch of a list
- `["e", at, rest, differences]` differences of elements of a list, one after the other
- `["d", {key: difference}]` differences of the values of a dict whose keys stay
- `["@", path, difference]` a single difference deep inside: a path of keys and of `[at, rest]`

Values are compared as Python compares them: where 1 may stand, True must not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Delta = list[Any] | None


class DeltaMismatchError(Exception):
    """The value is not the one that the difference was taken from."""


def delta(before: Any, after: Any) -> Delta:
    if before == after:
        return None
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        inner = {key: delta(before[key], after[key]) for key in before if before[key] != after[key]}
        return ["d", inner] if len(inner) > 1 else _inside(*inner.popitem())
    if isinstance(before, str) and isinstance(after, str):
        start, rest = _common(before, after)
        return ["s", start, rest, before[start : len(before) - rest], after[start : len(after) - rest]]
    if isinstance(before, list) and isinstance(after, list):
        return _list_delta(before, after)
    return ["=", before, after]


def _list_delta(before: list[Any], after: list[Any]) -> Delta:
    start, rest = _common(before, after)
    olds, news = before[start : len(before) - rest], after[start : len(after) - rest]
    if len(olds) != len(news):
        return ["l", start, rest, olds, news]
    inner = [delta(old, new) for old, new in zip(olds, news, strict=True)]
    return ["e", start, rest, inner] if len(inner) > 1 else _inside([start, rest], inner[0])


def _inside(place: Any, one: Delta) -> Delta:
    if one is not None and one[0] == "@":
        return ["@", [place, *one[1]], one[2]]
    return ["@", [place], one]


def _common(before: Sequence[Any], after: Sequence[Any]) -> tuple[int, int]:
    """Lengths of the beginning and of the rest of the end that both have in common."""
    start = _common_start(before, after)
    rest = _common_start(before[start:][::-1], after[start:][::-1])
    return start, rest


def _common_start(one: Sequence[Any], other: Sequence[Any]) -> int:
    """By halves: comparing slices is a hundred times as fast as comparing letters."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def turned(one: Delta) -> Delta:
    """The difference from after to before."""
    if one is None:
        return None
    match one:
        case ["d", inner]:
            return ["d", {key: turned(value) for key, value in inner.items()}]
        case ["e", at, rest, inner]:
            return ["e", at, rest, [turned(value) for value in inner]]
        case ["@", path, inner]:
            return ["@", path, turned(inner)]
        case [*where, old, new]:
            return [*where, new, old]
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
        case ["e", at, rest, inner] if isinstance(value, list) and len(value) == at + len(inner) + rest:
            changed = [applied(change, old) for change, old in zip(inner, value[at:], strict=False)]
            return [*value[:at], *changed, *value[at + len(inner) :]]
        case ["@", path, inner]:
            return applied(_unfolded(path, inner), value)
        case ["s" | "l", at, rest, old, new] if _holds(value, at, rest, old):
            return value[:at] + new + value[at + len(old) :]
    raise DeltaMismatchError


def _unfolded(path: list[Any], one: Delta) -> Delta:
    """The difference with the first place of its path written out."""
    match path:
        case []:
            return one
        case [[at, rest], *further]:
            return ["e", at, rest, [["@", further, one]]]
        case [key, *further]:
            return ["d", {key: ["@", further, one]}]
    raise DeltaMismatchError


def _holds(value: Any, at: int, rest: int, old: Any) -> bool:
    """Whether the stretch stands there, and nothing else is longer or shorter."""
    return isinstance(value, type(old)) and len(value) == at + len(old) + rest and value[at : at + len(old)] == old
