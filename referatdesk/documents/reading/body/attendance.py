"""An item that is the list of those who met: its people are the people of the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from referatdesk.documents.reading.body.around import Lines
from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftPerson
from referatdesk.documents.reading.head.attendance import read_attendance
from referatdesk.documents.reading.words.names import name_key
from referatdesk.domain.codes import ItemKind


def with_attendance(
    items: Sequence[DraftItem], people: tuple[DraftPerson, ...], lines: Lines
) -> tuple[tuple[DraftItem, ...], tuple[DraftPerson, ...], tuple[Doubt, ...]]:
    """The items, everybody listed in the head or in such an item, and the doubts about them."""
    listed = list(people)
    doubts: list[Doubt] = []
    for item in items:
        if item.kind is not ItemKind.ATTENDANCE:
            continue
        found, more = read_attendance(_text_of(item, lines), [one.name for one in listed])
        known = {name_key(one.name) for one in listed}
        listed += [one for one in found if name_key(one.name) not in known]
        doubts += more
    return tuple(items), tuple(listed), tuple(doubts)


def _text_of(item: DraftItem, lines: Lines) -> Lines:
    first = item.place.line_from
    return [line for line in lines if first < line.place.line_from <= item.place.line_to]
