"""The doubts of a document one after another, those that were dealt with left out."""

from __future__ import annotations

from collections.abc import Iterable, Set

from referatdesk.services.drafts import Doubt
from referatdesk.ui.reading.said import DoubtKey, key_of


class DoubtQueue:
    """`current` is the doubt that is looked at, None where none is."""

    def __init__(self) -> None:
        self.open: list[Doubt] = []
        self.current: Doubt | None = None

    def show(self, doubts: Iterable[Doubt], settled: Set[DoubtKey]) -> None:
        """Where the current one is no longer open, the next one below is looked at."""
        before = self.current
        left = [doubt for doubt in doubts if key_of(doubt) not in settled]
        self.open = sorted(left, key=lambda doubt: doubt.place.line_from)
        if before is not None:
            same = [doubt for doubt in self.open if key_of(doubt) == key_of(before)]
            below = [doubt for doubt in self.open if doubt.place.line_from >= before.place.line_from]
            self.current = next(iter(same + below), None)

    @property
    def number(self) -> int:
        """Of the current doubt among the open ones, from 1; 0 where none is current."""
        return 0 if self.current is None else self.open.index(self.current) + 1

    def step(self, by: int) -> Doubt | None:
        """Goes to the next or the previous one, around the end."""
        if not self.open:
            self.current = None
        elif self.current is None:
            self.current = self.open[0 if by > 0 else -1]
        else:
            self.current = self.open[(self.number - 1 + by) % len(self.open)]
        return self.current
