"""Line 11: words planted in what is closed or private are searched for in public versions of random meetings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.faults.table import Row
from tests.faults.trials import Size
from tests.services.planted_search import Tally, count, whole_proof

_QUICK_MEETINGS = 6


def lines(size: Size, _folder: Path) -> Iterator[Row]:
    """In full size 500 meetings by every template, each as a PDF too."""
    yield row_of(whole_proof() if size is Size.FULL else count(_QUICK_MEETINGS, pdf_every=_QUICK_MEETINGS))


def row_of(tally: Tally) -> Row:
    row = Row(11, "planted words in public versions of random meetings", tally.meetings)
    row.wrong.update([*tally.found, *tally.missing, *tally.traces])
    row.failed = min(tally.meetings, row.wrong.total())
    if tally.controls != tally.meetings:
        row.count([f"the control found them in {tally.controls} of {tally.meetings} only"])
    row.noted = f"{tally.planted} words planted, {tally.files} files, the control {tally.controls}"
    return row
