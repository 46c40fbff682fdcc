"""What all sentences about presence stand on: names, items and seats in right Danish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import SubstitutionKind
from referatdesk.domain.course import LEFT_OUT
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.domain.presence import Course
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.clock import at_time

_AS: Mapping[SubstitutionKind | None, str] = {
    SubstitutionKind.IN_PLACE_OF: "i stedet for",
    SubstitutionKind.APPOINTED_FOR: "som tilforordnet for",
    SubstitutionKind.ALTERNATE: "som suppleant for",
}
_SHORTEST_SPAN = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting of which presence is told: its course, its items in order with their numbers, what the board ruled."""

    course: Course
    items: Sequence[AgendaItem]
    numbers: Mapping[str, str | None]
    style: HouseStyle
    board_name: str = ""
    rulings: Sequence[Disqualification] = field(default_factory=tuple)

    def treated(self, item_ids: Iterable[str]) -> list[str]:
        """Those of the items that were dealt with at all, in order: somebody's presence was noted, or more happened."""
        wanted = set(item_ids)
        return [
            item.id
            for item in self.items
            if item.id in wanted and (item.status not in LEFT_OUT or self.course.is_noted(item.id))
        ]

    def name(self, attendance_id: str | None) -> str:
        return next((one.name for one in self.course.people if one.id == attendance_id), "")

    def clock(self, time: str) -> str:
        return at_time(time, self.style)


def genitive(name: str) -> str:
    """ "Merete Aabys", "Hans'"."""
    return f"{name}'" if name[-1:].casefold() in {"s", "x", "z"} else f"{name}s"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def seat_words(told: Told, one: Attendance) -> str:
    """ "som stedfortræder for Palle Nørre"; nothing where the list names nobody whose seat it is."""
    owner = told.name(one.stands_in_for_id)
    return f"{_AS.get(one.substitution, 'som stedfortræder for')} {owner}" if owner else ""


def item_words(told: Told, item_ids: Iterable[str]) -> str:
    """ "punkt 4–6", "punkt 1, 3 og 5–7", "punktet ”Velkomst”"; what stands under an item that is named goes with it."""
    wanted = set(told.treated(item_ids))
    named = [item for item in told.items if item.id in wanted and item.parent_id not in wanted]
    numbers = [(told.numbers.get(item.id) or "").rstrip(".") for item in named]
    words = [f"punkt {format_words(_spans(number for number in numbers if number))}"] if any(numbers) else []
    titles = (f"punktet ”{item.title}”" for item, number in zip(named, numbers, strict=True) if not number)
    return format_words([*words, *titles])


def _spans(numbers: Iterable[str]) -> Iterator[str]:
    """Three figures and more that follow each other become one span."""
    span: list[str] = []
    for number in numbers:
        if span and not _follows(span[-1], number):
            yield from _closed(span)
            span = []
        span.append(number)
    yield from _closed(span)


def _follows(number: str, other: str) -> bool:
    return number.isdecimal() and other.isdecimal() and int(other) == int(number) + 1


def _closed(span: Sequence[str]) -> Sequence[str]:
    return [f"{span[0]}–{span[-1]}"] if len(span) >= _SHORTEST_SPAN else span
