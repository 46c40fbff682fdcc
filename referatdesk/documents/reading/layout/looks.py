"""Headings without numbers: lines set apart in one way, or standing where in every item the heading stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from referatdesk.documents.reading.head.head_lines import header_fact
from referatdesk.documents.reading.head.title import is_title
from referatdesk.documents.reading.layout.contents import comparable
from referatdesk.documents.reading.layout.label_words import DECIDING
from referatdesk.documents.reading.layout.seen import OPENS_ITEM, Seen
from referatdesk.documents.reading.words.item_titles import is_standing_title
from referatdesk.documents.reading.words.sentences import is_shouted
from referatdesk.domain.dates import find_date

LEAST_ISOLATED = 3
OFTEN = 3
"""A line that comes back so often is a label, not a heading."""
SURE = 100.0


@dataclass(frozen=True, slots=True)
class LookChain:
    """The places of headings that look alike, and how much speaks for them together."""

    look: str
    places: tuple[int, ...]
    weight: float


NO_LOOK = LookChain("", (), 0.0)


def look_chain(seen: Sequence[Seen], contents: frozenset[int]) -> LookChain:
    """The best of all looks; of nested headings the outermost that has text of its own below it."""
    entries = {comparable(seen[at].flat) for at in contents} - {""}
    counts = Counter(comparable(one.flat) for one in seen if one.is_titled)
    looks: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for one in seen:
        look = None if one.at in contents else look_of(one)
        if look is not None:
            weight = _weight(one, look, seen, entries, counts)
            if weight > 0:
                looks[look].append((one.at, weight))
    chains = [_chain(look, found) for look, found in looks.items() if len(found) > 1 or _is_certain(found, seen)]
    best = max(chains, key=lambda chain: chain.weight, default=NO_LOOK)
    outer = [
        one
        for one in chains
        if one.look.startswith("style") and one.look < best.look and one.weight * 2.5 > best.weight
    ]
    return min(outer, key=lambda chain: chain.look) if best.look.startswith("style") and outer else best


def _chain(look: str, found: Sequence[tuple[int, float]]) -> LookChain:
    return LookChain(look, tuple(at for at, _ in found), sum(weight for _, weight in found))


def _is_certain(found: Sequence[tuple[int, float]], seen: Sequence[Seen]) -> bool:
    """Whether a single line is a heading beyond doubt: set as one, with a label right below it."""
    at, weight = found[0]
    return weight >= SURE or (bool(seen[at].line.heading) and any(one.label for one in seen[at + 1 : at + 3]))


def look_of(one: Seen) -> str | None:
    """How a line is set that could be a heading, None for text and for what heads the whole document."""
    if one.said in OPENS_ITEM:
        return _set_as(one) or "plain"
    if not one.is_titled or is_title(one.flat) or one.line.heading == 0 or is_of_head(one):
        return None
    return _set_as(one)


def _set_as(one: Seen) -> str | None:
    if one.line.heading:
        return f"style {one.line.heading}"
    if one.line.all_bold:
        return "bold"
    return "capitals" if is_shouted(one.flat) else None


def is_of_head(one: Seen) -> bool:
    """Whether a line tells a fact of the meeting ("Sted: …"), or its day near the top."""
    if is_standing_title(one.flat):
        return False
    found = header_fact(one.flat)
    return (found is not None and (not found[2] or ":" in one.flat)) or (find_date(one.flat) is not None and one.at < 5)


def _weight(one: Seen, look: str, seen: Sequence[Seen], entries: set[str], counts: Counter[str]) -> float:
    if one.said is not None:
        return SURE if one.said in OPENS_ITEM else 0.0
    below = seen[one.at + 1] if one.at + 1 < len(seen) else None
    key = comparable(one.flat)
    weight = 3.0 if look.startswith("style") else 1.0 if look == "bold" else 1.5
    weight += 3 * any(entry == key or (len(entry) > 20 and key.startswith(entry)) for entry in entries)
    weight += 2 * any(near.opens_text for near in seen[one.at + 1 : one.at + 3])
    weight -= 1.5 * one.flat.endswith(":")
    weight -= 9 * (counts[key] >= OFTEN)
    if below is None:
        return weight - 1
    deeper = bool(one.line.heading) and bool(below.line.heading) and (below.line.heading or 0) > (one.line.heading or 0)
    weight -= 4 * (deeper and below.label is None)
    weight -= 1 * (look_of(below) == look)
    weight += 0.5 * (not below.is_titled)
    return weight


def isolated_chain(seen: Sequence[Seen], contents: frozenset[int]) -> LookChain:
    """Headings set as text is, that stand alone between empty lines above the text of their item."""
    places = [
        one.at
        for one, below in pairwise(seen)
        if one.at not in contents and _may_head(one, seen) and below.line.blank_before > 0 and _is_text(below)
    ]
    counts = Counter(comparable(seen[at].flat) for at in places)
    kept = tuple(at for at in places if counts[comparable(seen[at].flat)] < OFTEN)
    return LookChain("isolated", kept, 1.5 * len(kept) if len(kept) >= LEAST_ISOLATED else 0.0)


def _is_text(below: Seen) -> bool:
    return below.label is not None or below.fact is not None or (not below.is_titled and not is_of_head(below))


def cycle_chain(seen: Sequence[Seen], contents: frozenset[int]) -> LookChain:
    """Headings set as text is, found by what comes back below each: a label that decisions stand under.

    Between the text of one decision and the next label stands one heading: the line that is built as a title and has
    most room above it.
    """
    deciding = [
        one.at for one in seen if one.label is not None and one.label.kind in DECIDING and one.at not in contents
    ]
    places: list[int] = []
    start = 0
    for at in deciding:
        first = _first_label(seen, start, at)
        options = [
            one for one in seen[start : first + 1] if _may_head(one, seen) and one.at not in contents and one.at < first
        ]
        if options and (start == 0 or options[0].at > start):
            places.append(max(options, key=lambda one: (one.line.blank_before, one.at)).at)
        start = at + 1
    return LookChain("plain", tuple(places), 2.0 * len(places) if len(places) * 3 >= len(deciding) * 2 else 0.0)


def _first_label(seen: Sequence[Seen], start: int, end: int) -> int:
    return next((one.at for one in seen[start : end + 1] if one.label is not None or one.is_presenter), end)


def _may_head(one: Seen, seen: Sequence[Seen]) -> bool:
    if not one.is_titled or is_title(one.flat) or one.is_listed or is_of_head(one) or one.said is not None:
        return False
    apart = one.line.blank_before > 0 or one.line.whole
    return apart and one.at + 1 < len(seen)
