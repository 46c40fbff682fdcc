"""The weightiest rising sequence among lines that look like headings of one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.documents.reading.layout.numbered import Numbered, Rank

FARTHEST_LINK = 60
"""Of so many candidates, at most, the one before a heading is chosen."""
FALL = 4.0
"""What speaks against a heading whose number does not rise."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could open an item, and how much speaks for it."""

    at: int
    numbered: Numbered
    weight: float


@dataclass(frozen=True, slots=True)
class Chain:
    links: tuple[Candidate, ...]
    weight: float


NO_CHAIN = Chain((), 0.0)


def rising(candidates: Sequence[Candidate]) -> Chain:
    """The chain with the most weight; a number that falls, or leaps, speaks against a link of it."""
    best: list[tuple[float, int | None]] = []
    for at, one in enumerate(candidates):
        options: list[tuple[float, int | None]] = [(one.weight, None)]
        options += [
            (best[before][0] + one.weight - strain(candidates[before].numbered.rank, one.numbered.rank), before)
            for before in range(max(at - FARTHEST_LINK, 0), at)
        ]
        best.append(max(options, key=lambda option: option[0]))
    at_end: int | None = max(range(len(best)), key=lambda at: best[at][0], default=None)
    weight = best[at_end][0] if at_end is not None else 0.0
    links: list[Candidate] = []
    while at_end is not None:
        links.append(candidates[at_end])
        at_end = best[at_end][1]
    return Chain(_without_lists(links[::-1]), weight)


def _without_lists(links: list[Candidate]) -> tuple[Candidate, ...]:
    """The links without those that count anew between two numbers next to each other: a list inside an item."""
    kept: list[Candidate] = []
    at = 0
    while at < len(links):
        last = kept[-1].numbered.rank if kept else None
        if last is not None and links[at].numbered.rank <= last:
            after = (*last[:-1], last[-1] + 1)
            at = next((later for later in range(at, len(links)) if links[later].numbered.rank == after), at)
        kept.append(links[at])
        at += 1
    return tuple(kept)


def strain(before: Rank, after: Rank) -> float:
    if after <= before:
        return FALL
    leap = after[0] - before[0]
    return 0.0 if leap <= 1 else min(0.8 + 0.2 * leap, 2.0)
