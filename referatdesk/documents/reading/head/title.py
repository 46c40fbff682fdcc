"""The title of minutes: a word for what they are, the board, and the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.documents.reading.head.head_lines import header_fact
from referatdesk.documents.reading.source import SourceParagraph
from referatdesk.documents.reading.words.dates import ReadDate, find_date

_TITLE = re.compile(
    r"(?:udkast til\s+)?(?:(?:beslutnings|møde)?referat|(?:beslutnings)?protokol|dagsorden(?: (?:og|med) referat)?)"
    r"(?:\s*[-–:]\s*|\s+|$)(?:(?:af|fra|for|til)\s+)?"
    r"(?:(?:det\s+)?(?:(?:ekstra)?ordinært?e?\s+)?(?:politisk\s+)?mødet?\s+(?:i|for)\s+)?",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"[\s,–-]*(?:\b(?:den|d\.|på møde[t]? den|afholdt(?: den)?|fra))?[\s,–-]*$", re.IGNORECASE)
LONGEST_TITLE = 400


def is_title(flat: str) -> bool:
    match = _TITLE.match(flat) if len(flat) <= LONGEST_TITLE else None
    return match is not None and flat[0].isupper()


def _names_a_day(flat: str) -> bool:
    return len(flat) <= LONGEST_TITLE and find_date(flat) is not None


def title_span(rows: Sequence[SourceParagraph]) -> tuple[int, int]:
    """From which to which row the title goes; no rows where there is none."""
    at = next((at for at, row in enumerate(rows) if is_title(row.flat)), None)
    if at is None:
        at = next((at for at, row in enumerate(rows) if row.heading == 0), None)
    if at is None:
        first_fact = next((at for at, row in enumerate(rows) if header_fact(row.flat)), len(rows))
        at = next((at for at, row in enumerate(rows[:first_fact]) if _names_a_day(row.flat)), None)
    if at is None:
        return 0, 0
    end = at + 1
    while end < len(rows) and _title_goes_on(rows[at:end], rows[end]):
        end += 1
    return at, end


def _title_goes_on(title: Sequence[SourceParagraph], row: SourceParagraph) -> bool:
    if header_fact(row.flat) is not None or len(title) >= 4:
        return False
    if row.heading == 0 and title[-1].heading == 0:
        return True
    text = " ".join(one.flat for one in title)
    only_word = _TITLE.fullmatch(text) is not None
    near = row.blank_before == 0 and not row.whole
    return (near or only_word) and find_date(text) is None and len(row.flat) < 150


def board_in(title: str, titled: ReadDate | None) -> str | None:
    """The name of the board between the word of the title and its date."""
    match = _TITLE.match(title)
    start = match.end() if match is not None else 0
    name = title[start : titled.start] if titled is not None and titled.start >= start else title[start:]
    board = _BEFORE_DATE.sub("", name).strip(" ,–-:")
    return board or None
