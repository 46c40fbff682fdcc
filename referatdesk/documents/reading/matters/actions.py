"""Lists of actions set as tables: what, who, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referatdesk.documents.reading.draft import DraftPromise, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.said import place_of
from referatdesk.documents.reading.source import Place
from referatdesk.domain.codes import Precision
from referatdesk.domain.deadlines import Due, find_due
from referatdesk.domain.richtext import Table, plain_text

_WHAT = re.compile(
    r"(?:hvad|opgaver?|aktion(?:er)?|handling(?:er)?|aktivitet(?:er)?|aftale|opfølgning)\b.*", re.IGNORECASE
)
_WHO = re.compile(r"(?:hvem|ansvarlige?|tovholdere?|ejer|udføres af)\b.*", re.IGNORECASE)
_WHEN = re.compile(r"(?:hvornår|frist|deadline|tidsfrist|termin|senest|dato)\b.*", re.IGNORECASE)
_APART = re.compile(r",|;|/| og |\n")


def listed_actions(section: DraftSection, around: MattersAround) -> Iterator[tuple[DraftPromise, Due | None]]:
    """A promise for each row of a table whose heads say what is to be done and by whom."""
    for block in section.blocks:
        if block.table is not None:
            yield from _rows(block.table, place_of(block, section, around), around)


def _rows(table: Table, place: Place, around: MattersAround) -> Iterator[tuple[DraftPromise, Due | None]]:
    rows = [[plain_text(cell.blocks).strip() for cell in row] for row in table.rows]
    heads = rows[0] if rows else []
    what, who, when = (_column(heads, pattern) for pattern in (_WHAT, _WHO, _WHEN))
    if what is None or who is None:
        return
    for row in rows[1:]:
        if not row[what]:
            continue
        printed = row[when] if when is not None else ""
        due = find_due(printed, around.date) or find_due(f"på {printed}", around.date)
        yield _promise(row[what], row[who], printed, due, place), due


def _column(heads: list[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, head in enumerate(heads) if pattern.fullmatch(head)), None)


def _promise(text: str, who: str, when: str, due: Due | None, place: Place) -> DraftPromise:
    return DraftPromise(
        text=text,
        place=place,
        responsible=tuple(name.strip() for name in _APART.split(who) if name.strip(" -–")),
        due=due.iso if due else None,
        due_precision=due.precision if due else Precision.NONE,
        due_raw=when or None,
    )
