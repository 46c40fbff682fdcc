"""The order in which a meeting treated its items, as far as the clock tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from referatdesk.domain.agenda import in_order
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.course import day_begins, seconds_into
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, TimeSpent
from referatdesk.domain.presence import CARRIED


def order_of_treatment(
    items: Iterable[AgendaItem], spent: Sequence[TimeSpent], noted: Iterable[ItemAttendance]
) -> list[str]:
    """The ids of the items. One that nothing is known of comes as soon as those above it in the agenda were treated.

    Where nobody led the meeting by the clock and nothing was moved in it, the agenda is that order: minutes that were
    read tell what happened in turn.
    """
    ordered = in_order(items)
    if not spent and not any(item.moved_from for item in ordered):
        return [item.id for item in ordered]
    known = _treated(spent, noted)
    turns: dict[str, int] = {}
    reached = -1
    for item in ordered:
        own = known.get(item.id, known.get(item.parent_id or ""))
        reached = max(reached, -1 if own is None else own)
        turns[item.id] = reached if own is None else own
    return sorted(turns, key=turns.__getitem__)


def _treated(spent: Sequence[TimeSpent], noted: Iterable[ItemAttendance]) -> Mapping[str, int]:
    """When each item was first treated; by what was noted of people only where no stretch tells it."""
    led = [(one.item_id, one.began) for one in spent if one.item_id is not None]
    by_clock = {item for item, _time in led}
    times = [*led, *((item, time) for item, time in _moves(noted) if item not in by_clock)]
    begins = day_begins(time for _item, time in times)
    known: dict[str, int] = {}
    for item, time in times:
        known[item] = min(known.get(item, seconds_into(begins, time)), seconds_into(begins, time))
    return known


def _moves(noted: Iterable[ItemAttendance]) -> Iterator[tuple[str, str]]:
    for row in noted:
        time = row.to_time if row.status is AttendanceStatus.LEFT_EARLY else row.from_time
        if row.status in CARRIED and time:
            yield row.item_id, time
