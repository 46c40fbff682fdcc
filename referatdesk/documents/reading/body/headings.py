"""Which lines open an item: those that look like it and together count up, in the place where a heading stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from referatdesk.documents.reading.body.contents import Title, comparable, contents_lines, has_page
from referatdesk.documents.reading.source import SourceParagraph

LONGEST_TITLE = 400
FARTHEST_LINK = 60
"""Of so many candidates, at most, the one before a heading is chosen."""


@dataclass(frozen=True)
class Candidate:
    """A line that has the form of an item's heading; `figure` is its number, `title` what follows on the line."""

    at: int
    number: str
    figure: str
    title: str

    @cached_property
    def rank(self) -> tuple[int, str]:
        digits = re.match(r"\d+", self.figure)
        return int(digits[0]) if digits else 0, self.figure[digits.end() :] if digits else self.figure


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of the items in order, and the lines that are the list of contents."""

    headings: tuple[Candidate, ...]
    contents: frozenset[int]


def outline(lines: Sequence[SourceParagraph], pattern: re.Pattern[str], opens_text: Callable[[int], bool]) -> Outline:
    """The headings found by a pattern with the groups number, figure and title.

    `opens_text` tells of a line that what only follows a heading stands there: a case number or the label of a section.
    """
    candidates = [
        Candidate(at, match["number"].strip(), match["figure"], match["title"].strip())
        for at, line in enumerate(lines)
        if line.list_kind is None and line.table is None and (match := pattern.fullmatch(line.flat))
    ]
    contents = contents_lines(lines, {one.at: Title(one.figure, comparable(one.title)) for one in candidates})
    entries = {comparable(lines[at].text) for at in contents}
    weighed = [
        (one, weight)
        for one in candidates
        if one.at not in contents and (weight := _weight(one, lines, entries, opens_text)) > 0
    ]
    return Outline(tuple(_rising(weighed)), contents)


def _weight(
    one: Candidate, lines: Sequence[SourceParagraph], entries: set[str], opens_text: Callable[[int], bool]
) -> float:
    line = lines[one.at]
    title = comparable(one.title)
    weight = 1.0
    weight += 3 * (line.heading is not None and line.heading > 0)
    weight += 3 * any(entry and (title.startswith(entry) or entry.endswith(title)) for entry in entries if title)
    weight += 2 * any(opens_text(at) for at in range(one.at + 1, min(one.at + 4, len(lines))))
    weight += line.blank_before > 0 or one.at == 0
    weight -= 3 * (one.title.endswith((".", ";", "!")) and " " in one.title)
    weight -= 2 * one.title[:1].islower()
    weight -= 3 * (len(one.title) > LONGEST_TITLE)
    weight -= 5 * has_page(line.text)
    return weight


def _rising(weighed: Sequence[tuple[Candidate, float]]) -> list[Candidate]:
    """The chain of headings with the most weight; a number that falls, or leaps, speaks against a link of it."""
    best: list[tuple[float, int | None]] = []
    for at, (one, weight) in enumerate(weighed):
        options: list[tuple[float, int | None]] = [(weight, None)]
        options += [
            (best[before][0] + weight - _strain(weighed[before][0], one), before)
            for before in range(max(at - FARTHEST_LINK, 0), at)
        ]
        best.append(max(options, key=lambda option: option[0]))
    at_end: int | None = max(range(len(best)), key=lambda at: best[at][0], default=None)
    chain: list[Candidate] = []
    while at_end is not None:
        chain.append(weighed[at_end][0])
        at_end = best[at_end][1]
    return chain[::-1]


def _strain(before: Candidate, after: Candidate) -> float:
    if after.rank <= before.rank:
        return 4.0
    leap = after.rank[0] - before.rank[0]
    return 0.0 if leap <= 1 else min(0.8 + 0.2 * leap, 2.0)
