"""The course of a meeting: what is treated now, how long it took, what is left, and when it will end.

Times of day are read off a wall clock, which may be set back or pass midnight. They are shown, and decide
nothing but who was there when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import ItemStatus, LinkKind, MeetingStatus
from referatdesk.domain.decisions import ItemLink
from referatdesk.domain.meetings import AgendaItem, TimeSpent

DAY = 24 * 60 * 60
NOT_YET = frozenset({MeetingStatus.DRAFT, MeetingStatus.AGENDA_SENT})
"""States of a meeting that has not begun."""
LEFT_OUT = frozenset({ItemStatus.WITHDRAWN, ItemStatus.POSTPONED})
"""Items that the meeting does not treat."""


def seconds_of(time: str) -> int:
    """Seconds since midnight of "HH:MM" or "HH:MM:SS"."""
    hours, minutes, *rest = (int(part) for part in time.split(":"))
    return hours * 3600 + minutes * 60 + (rest[0] if rest else 0)


def seconds_between(began: str, ended: str) -> int:
    """From one time of day to a later one, over midnight too; none where the clock was set back meanwhile."""
    gone = seconds_of(ended) - seconds_of(began)
    return gone + DAY if gone < -DAY // 2 else max(gone, 0)


def day_begins(times: Iterable[str]) -> int:
    """The seconds since midnight at which what happened at the times began: after the longest pause between them."""
    marks = sorted(seconds_of(time) for time in times)
    pauses = zip([mark - DAY for mark in marks[-1:]] + marks, marks, strict=False)
    return max(pauses, key=lambda pause: pause[1] - pause[0], default=(0, 0))[1]


def seconds_into(begins: int, time: str) -> int:
    """How far a time of day is behind that at which the day began, over midnight too."""
    return (seconds_of(time) - begins) % DAY


def is_before(time: str, other: str) -> bool:
    """Of two times of one sitting, whichever day they are of."""
    return 0 < seconds_into(seconds_of(time), other) <= DAY // 2


def minutes_later(time: str, minutes: int) -> str:
    """The time of day as "HH:MM"."""
    later = (seconds_of(time) // 60 + minutes) % (24 * 60)
    return f"{later // 60:02}:{later % 60:02}"


def running(spent: Iterable[TimeSpent]) -> TimeSpent | None:
    """The stretch that goes on."""
    return next((one for one in reversed(list(spent)) if one.ended is None), None)


def seconds_spent(spent: Iterable[TimeSpent], item_ids: Collection[str | None], now: str) -> int:
    """What the items got so far; None among them counts the breaks."""
    return sum(seconds_between(one.began, one.ended or now) for one in spent if one.item_id in item_ids)


def together(links: Iterable[ItemLink], items: Iterable[AgendaItem], item_id: str) -> list[AgendaItem]:
    """The item with all that are treated together with it, in the order of the agenda."""
    pairs = [(link.item_id, link.to_item_id) for link in links if link.kind is LinkKind.TREATED_WITH]
    found = {item_id}
    while wider := {one for pair in pairs if found & set(pair) for one in pair if one is not None} - found:
        found |= wider
    return [item for item in in_order(items) if item.id in found]


def leading(links: Iterable[ItemLink], item_id: str) -> str:
    """Of those treated together the item at which they are decided, and their time is told."""
    ahead = {link.item_id: link.to_item_id for link in links if link.kind is LinkKind.TREATED_WITH}
    passed: set[str] = set()
    while (onwards := ahead.get(item_id)) and item_id not in passed:
        passed.add(item_id)
        item_id = onwards
    return item_id


def next_item(items: Iterable[AgendaItem], current: str | None) -> AgendaItem | None:
    """The first item after the current one that is still to come; at the end, the first that was passed over."""
    ordered = in_order(items)
    place = next((place for place, item in enumerate(ordered) if item.id == current), -1)
    waiting = (item for item in (*ordered[place + 1 :], *ordered[: place + 1]) if item.id != current)
    return next((item for item in waiting if item.status is ItemStatus.NOT_BEGUN), None)


def is_out_of_turn(items: Iterable[AgendaItem], current: str | None, item: AgendaItem) -> bool:
    """Whether others that are still to come stand between the current item and this one, or it stands above."""
    if item.status is not ItemStatus.NOT_BEGUN or item.parent_id is not None:
        return False
    expected = next_item(items, current)
    return expected is not None and expected.id != item.id


def minutes_planned(items: Iterable[AgendaItem]) -> int:
    return sum(item.minutes_planned or 0 for item in items)


def is_planned(items: Sequence[AgendaItem]) -> bool:
    """Whether each of them has its minutes, or the item that it stands under or those below it have."""
    known = {item.id for item in items if item.minutes_planned}
    parents = {item.parent_id for item in items if item.id in known}
    return all(item.id in known or item.parent_id in known or item.id in parents for item in items)
