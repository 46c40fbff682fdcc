"""The order of a list that takes over another order in part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence


def out_of_order(ids: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The fewest of `ids` that have to move for all of them to stand in the wanted order, which holds them all."""
    places = {one: place for place, one in enumerate(wanted)}
    ranks = [places[one] for one in ids]
    ends: list[int] = []
    before: list[int] = []
    chain: list[int] = []
    for at, rank in enumerate(ranks):
        length = bisect_left(ends, rank)
        before.append(chain[length - 1] if length else -1)
        ends[length : length + 1] = [rank]
        chain[length : length + 1] = [at]
    kept: set[int] = set()
    at = chain[-1] if chain else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return {one for at, one in enumerate(ids) if at not in kept}


def reordered(stood: Sequence[str], wanted: Sequence[str], movers: Collection[str]) -> list[str]:
    """The list with the movers, new ones too, put where the wanted order has them; all others stay in their order.

    A mover comes behind the nearest before it in the wanted order, or in front of the nearest after it.
    """
    order = [one for one in stood if one not in movers]
    for at, one in enumerate(wanted):
        if one in movers:
            order.insert(_place(order, wanted, at), one)
    return order


def _place(order: Sequence[str], wanted: Sequence[str], at: int) -> int:
    there = set(order)
    above = next((one for one in reversed(wanted[:at]) if one in there), None)
    if above is not None:
        return order.index(above) + 1
    following = next((one for one in wanted[at + 1 :] if one in there), None)
    return len(order) if following is None else order.index(following)
