"""Which field a value of the head is: by its label, by what it says, or by what the draft knows of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from referatdesk.documents.reading.draft import Draft
from referatdesk.documents.reading.head.head_lines import Fact
from referatdesk.documents.word.fields import FIELDS
from referatdesk.documents.word.learning.spans import Span, find, worded
from referatdesk.domain.dates import find_date, find_time

_NEAR = 4
"""So few signs stand between a day and the hours that belong to it."""
_FIELDS = {
    Fact.START: ("møde.start",),
    Fact.STARTED: ("møde.påbegyndt", "møde.begyndt", "møde.start"),
    Fact.END: ("møde.slut",),
    Fact.ENDED: ("møde.afsluttet", "møde.sluttet", "møde.slut"),
    Fact.PLACE: ("møde.sted",),
    Fact.RECORDER: ("møde.referent",),
    Fact.LEADER: ("møde.mødeleder",),
    Fact.CASE: ("møde.sagsnr",),
    Fact.DOCUMENT: ("møde.doknr",),
    Fact.BOARD: ("møde.udvalg",),
    Fact.ABSENT: ("møde.fraværende",),
    Fact.PEOPLE: ("møde.deltagere",),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A field and the words that it takes the place of."""

    name: str
    span: Span


def field_of(fact: Fact, value: str) -> str | None:
    """The field of a labelled value; None where no field holds it."""
    if fact is Fact.WHEN:
        day, hours = find_date(value), find_time(value)
        return "møde.tidspunkt" if day and hours else "møde.tid" if hours else "møde.dato" if day else None
    return next((name for name in _FIELDS.get(fact, ()) if name in FIELDS), None)


def known_values(draft: Draft, paragraph: etree._Element, first: Sequence[Placed] = ()) -> list[Placed]:
    """The words of a line without a label that the meeting's fields say: board, day and hours, place, numbers.

    What was placed `first` stands.
    """
    head = draft.head
    found: list[Placed | None] = [*_days(paragraph, head.date)]
    found += [
        _found(paragraph, name, value)
        for name, value in (
            ("møde.udvalg", head.board),
            ("møde.sted", head.place),
            ("møde.sagsnr", head.case_no),
            ("møde.doknr", head.doc_no),
            ("møde.referent", head.recorder),
        )
    ]
    apart: list[Placed] = [*first]
    for one in found:
        if one is not None and all(
            one.span.end <= other.span.start or other.span.end <= one.span.start for other in apart
        ):
            apart.append(one)
    return apart


def _found(paragraph: etree._Element, name: str, value: str | None) -> Placed | None:
    span = find(paragraph, value) if value and len(value) > 2 else None
    if span is None and value and len(value) > 2:
        span = find(paragraph, value, any_case=True)
    return None if span is None else Placed(name, span)


def _days(paragraph: etree._Element, day: str | None) -> Iterator[Placed]:
    """The day of the meeting wherever it stands, with the hours where they follow it."""
    text, at = worded(paragraph), 0
    while day is not None and (read := find_date(text[at:])) is not None:
        start, end = at + read.start, at + read.end
        at = end
        if read.iso[-5:] != day[-5:]:
            continue
        hours = find_time(text[end:])
        if hours is not None and hours.at <= _NEAR:
            at = end + hours.stop
            yield Placed("møde.tidspunkt", Span(start, at))
        else:
            yield Placed("møde.dato", Span(start, end))
