"""The table of promises: by line what was tried, how often, and what came of it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

PROMISES = {
    1: "At most 1.5 seconds of typing are ever lost",
    2: "What is said to be saved is on the disk",
    3: "Logging off, an update, an empty battery lose nothing",
    4: "A full disk or a stubborn system costs no text",
    5: "A file that is not understood is never changed",
    6: "An update costs nothing and can be undone",
    7: "Damage is noticed, and a proven copy is there",
    8: "One archive, one writer, no stale lock",
    9: "A wrong clock harms nothing",
    10: "A file from outside cannot harm the computer",
    11: "The public version holds nothing closed or private",
    12: "Logs, temporary files and reports hold no text and no names",
    13: "A stolen laptop or copy cannot be read",
    14: "Deleted means deleted",
}
WIDTH = 118
SHOWN = 6


class Verdict(StrEnum):
    TRUE = "true"
    FALSE = "FALSE"
    NOT_TRIED = "not tried"


@dataclass(slots=True)
class Row:
    """One thing that was tried for a promise."""

    line: int
    what: str
    tried: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    """What went wrong, with how often; a trial may have several faults."""
    failed: int = 0
    noted: str = ""
    """What was measured beside."""
    cannot: str = ""
    """Why this could not be tried here."""

    @property
    def verdict(self) -> Verdict:
        if self.failed:
            return Verdict.FALSE
        return Verdict.TRUE if self.tried and not self.cannot else Verdict.NOT_TRIED

    def count(self, complaints: Iterable[str]) -> None:
        """One more trial, with what was wrong in it."""
        found = list(complaints)
        self.tried += 1
        self.wrong.update(found)
        self.failed += bool(found)


def caught(line: int, build: str, by: Row) -> Row:
    """The row that says whether a script noticed a program that is bad on purpose."""
    row = Row(line, f"a program bad on purpose, {build}, is caught", cannot=by.cannot, noted=f"by {by.what}")
    if not by.cannot:
        row.count([] if by.failed else ["not noticed"])
    return row


def lines_of(rows: list[Row]) -> Iterable[str]:
    """The table as it is printed."""
    for number in sorted({row.line for row in rows}):
        own = [row for row in rows if row.line == number]
        yield f"{number:>2}  {PROMISES[number]}: {_together(own)}"
        for row in own:
            yield from _printed(row)
    verdicts = Counter(_together([row for row in rows if row.line == number]) for number in {row.line for row in rows})
    yield ""
    yield ", ".join(f"{verdicts[one]} {one}" for one in Verdict if verdicts[one]) + f" of {verdicts.total()} lines"


def _together(rows: list[Row]) -> Verdict:
    """A line is only true where all of it was tried."""
    found = {row.verdict for row in rows}
    return next(one for one in (Verdict.FALSE, Verdict.NOT_TRIED, Verdict.TRUE) if one in found)


def _printed(row: Row) -> Iterable[str]:
    count = f"{row.tried - row.failed} of {row.tried}" if row.tried else "-"
    told = "; ".join(filter(None, (row.noted, row.cannot and f"not tried here: {row.cannot}")))
    text = f"{row.verdict:<9} {count:>12}  {row.what}{': ' if told else ''}{told}"
    yield from textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent=" " * 28)
    for fault, times in row.wrong.most_common(SHOWN):
        yield from textwrap.wrap(f"{times} × {fault}", WIDTH, initial_indent=" " * 28, subsequent_indent=" " * 32)
    if len(row.wrong) > SHOWN:
        yield f"{'':28}… and {len(row.wrong) - SHOWN} other faults"
