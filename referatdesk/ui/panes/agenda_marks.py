"""The words below a title of the agenda, each kind behind its sign: what is closed, and what is still to be settled.

Nothing of them is cut between words: what does not fit beside the one before stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from referatdesk.domain.codes import Access, ItemStatus
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.ui.panes.agenda_list import AgendaRow
from referatdesk.ui.words.codes import word

BETWEEN_MARKS = 8
AFTER_SIGN = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """`sign` is the name of an icon, "" for none."""

    sign: str
    words: str


def marks_of(row: AgendaRow) -> list[Mark]:
    state = [word(row.status)] if row.status in {ItemStatus.WITHDRAWN, ItemStatus.POSTPONED} else []
    state += [_("changed since read")] if row.is_changed else []
    lacks = [ngettext("{count} open", "{count} open", row.open_points).format(count=row.open_points)]
    lacks = [*(lacks if row.open_points else []), *([_("no decision")] if row.lacks_decision else [])]
    access = word(row.access) if row.access is not Access.OPEN else ""
    marks = (Mark("", " · ".join(state)), Mark("lock", access), Mark("unknown", " · ".join(lacks)))
    return [mark for mark in marks if mark.words]


def width_of(mark: Mark, metrics: QFontMetrics) -> int:
    """A sign is as high and wide as the letters are high; the width of letters is told rounded, and may be more."""
    sign = metrics.height() + AFTER_SIGN if mark.sign else 0
    return sign + metrics.horizontalAdvance(mark.words) + 1


def lines_of(marks: Sequence[Mark], metrics: QFontMetrics, width: int) -> list[list[Mark]]:
    lines: list[list[Mark]] = []
    left = 0
    for mark in (part for whole in marks for part in _folded(whole, metrics, width)):
        needed = BETWEEN_MARKS + width_of(mark, metrics)
        if lines and needed <= left:
            lines[-1].append(mark)
        else:
            lines.append([mark])
            left = width + BETWEEN_MARKS
        left -= needed
    return lines


def _folded(mark: Mark, metrics: QFontMetrics, width: int) -> list[Mark]:
    """In as many parts as it takes for each to fit, but for a word that is longer than that."""
    head, _space, last = mark.words.rpartition(" ")
    if not head or width_of(mark, metrics) <= width:
        return [mark]
    return [*_folded(Mark(mark.sign, head), metrics, width), Mark("", last)]
