"""What is told of items that were not treated in the order of their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from referatdesk.domain.agenda import in_order
from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.item.agenda_order import out_of_order
from referatdesk.services.wording import course

_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the items that were moved to one place; `item_id` is the first of them."""

    item_id: str
    sentence: str


def order_sentences(items: Sequence[AgendaItem], numbers: Mapping[str, str | None]) -> list[Told]:
    """A sentence for all items that stand at one place out of their turn; `numbers` are those printed now.

    What was added in the meeting never had a turn.
    """
    had = {item.id: item.moved_from or numbers[item.id] for item in items}
    listed = [item for item in in_order(items) if item.parent_id is None and had[item.id] and not item.added_late]
    if not any(item.moved_from for item in listed):
        return []
    wanted = sorted(listed, key=lambda item: rank(had[item.id] or ""))
    ranks = {item.id: place for place, item in enumerate(wanted)}
    movers = _movers(listed, ranks)
    runs = groupby(listed, key=lambda item: item.id in movers)
    groups = [(is_moved, list(run)) for is_moved, run in runs]
    return list(_sentences(groups, ranks, had))


def rank(number: str) -> list[tuple[int, str]]:
    """Sorts "2" before "10", and "5a" behind "5"."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _FIGURES.split(number) if part]


def _movers(listed: Sequence[AgendaItem], ranks: Mapping[str, int]) -> set[str]:
    """Those that were moved, where the others then stand in order; else the fewest that would have to be."""
    fewest = out_of_order([item.id for item in listed], sorted(ranks, key=lambda one: ranks[one]))
    moved = {item.id for item in listed if item.moved_from}
    rest = [ranks[item.id] for item in listed if item.id not in moved]
    return moved if rest == sorted(rest) and len(moved) <= len(fewest) else fewest


def _sentences(
    groups: Sequence[tuple[bool, list[AgendaItem]]], ranks: Mapping[str, int], had: Mapping[str, str | None]
) -> Iterator[Told]:
    for place, (is_moved, run) in enumerate(groups):
        if not is_moved:
            continue
        words = course.several_words([(item, had[item.id]) for item in run])
        following = groups[place + 1][1][0] if place + 1 < len(groups) else None
        before = groups[place - 1][1][-1] if place else None
        if following is not None and ranks[following.id] < ranks[run[0].id]:
            sentence = course.treated_before(words, course.item_words(following, had[following.id]))
            yield Told(run[0].id, sentence)
        elif before is not None:
            yield Told(run[0].id, course.treated_after(words, course.item_words(before, had[before.id])))
