"""Votes and statements follow words that are replaced in their lines, so that the lines are still theirs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from referatdesk.domain.changes import Pair, altered
from referatdesk.domain.decisions import Statement, Vote, VoteCast
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.records import Records
from referatdesk.services.decision.lines import Decided, decided
from referatdesk.services.decision.written_statements import lines_of, statements_of
from referatdesk.services.decision.written_votes import casts_of, linked_line, votes_of


def following_words(records: Records, after: ItemText, taken: Collection[str], words: str) -> Iterator[Pair]:
    """What changes beside an item's text in which the words that were `taken` gave way to others.

    Only what told a line before, and tells it again with the new words; what was edited by hand stays as it is.
    """
    entered, voted = statements_of(records, after.id), votes_of(records, after.id)
    if not entered and not voted:
        return
    before, exchange = decided(records, after.id), _Exchange(taken, words)
    now = replace(before, text=after)
    for statement in entered:
        yield from altered(_followed(records, statement, before, now, exchange))
    for vote in voted:
        yield from altered(_voted(records, vote, before, now, exchange))


class _Exchange:
    """Other words in a text that is no block: which of several places was meant is seen by what comes of it."""

    def __init__(self, taken: Collection[str], words: str) -> None:
        self._pattern = re.compile("|".join(re.escape(one) for one in taken), re.IGNORECASE)
        self._words = words

    def everywhere(self, text: str) -> str:
        return self._pattern.sub(lambda _found: self._words, text)

    def in_some_way(self, text: str) -> Iterator[str]:
        """In all places, then in each alone."""
        yield self.everywhere(text)
        for found in self._pattern.finditer(text):
            yield text[: found.start()] + self._words + text[found.end() :]


def _followed(
    records: Records, one: Statement, before: Decided, now: Decided, exchange: _Exchange
) -> list[tuple[Statement, Statement]]:
    lines = lines_of(records, one)
    if before.place_of(lines) is None or now.place_of(lines) is not None:
        return []
    others = (replace(one, text=text) for text in exchange.in_some_way(one.text))
    return [(one, other) for other in others if now.place_of(lines_of(records, other)) is not None][:1]


def _voted(
    records: Records, vote: Vote, before: Decided, now: Decided, exchange: _Exchange
) -> list[tuple[Vote, Vote] | tuple[VoteCast, VoteCast]]:
    """What was voted on, and the names of candidates."""
    if linked_line(records, vote, before) is None or linked_line(records, vote, now) is not None:
        return []
    casts = casts_of(records, vote)
    for about in exchange.in_some_way(vote.about or ""):
        other = replace(vote, about=about or None)
        named = [replace(one, candidate=one.candidate and exchange.everywhere(one.candidate)) for one in casts]
        for chosen in (casts, named):
            if linked_line(records, other, now, chosen) is not None:
                return [(vote, other), *zip(casts, chosen, strict=True)]
    return []
