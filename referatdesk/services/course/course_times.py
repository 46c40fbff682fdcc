"""How far the meeting is by the clock: what is treated, the minutes it took, and when all of it will be over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referatdesk.domain.codes import ItemStatus
from referatdesk.domain.course import (
    is_planned,
    minutes_later,
    minutes_planned,
    running,
    seconds_between,
    seconds_spent,
)
from referatdesk.domain.meetings import AgendaItem, TimeSpent
from referatdesk.domain.records import Records
from referatdesk.services.course.treating import current_item, spent_of
from referatdesk.services.lookup import items_of, joined


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes are whole ones that have passed. `ends` is when the meeting will be over, "HH:MM", None where nothing
    tells; it `ends_surely` where everything that is to come has its minutes.
    """

    treated: tuple[AgendaItem, ...]
    used: int
    planned: int
    break_minutes: int | None
    used_in_all: int
    planned_in_all: int
    ends: str | None
    ends_surely: bool


def times(records: Records, meeting_id: str, now: str) -> Times:
    """How it stands now, a time of day with seconds."""
    spent, items = spent_of(records, meeting_id), items_of(records, meeting_id)
    current = current_item(records, meeting_id)
    treated = joined(records, current.id) if current else []
    used = _whole_minutes(seconds_spent(spent, {item.id for item in treated}, now))
    to_come = [item for item in items if item.status is ItemStatus.NOT_BEGUN]
    left = minutes_planned(to_come) + max(minutes_planned(treated) - used, 0)
    ends = minutes_later(now, left) if left or not to_come else None
    return Times(
        treated=tuple(treated),
        used=used,
        planned=minutes_planned(treated),
        break_minutes=_break(spent, now),
        used_in_all=_whole_minutes(sum(seconds_between(one.began, one.ended or now) for one in spent)),
        planned_in_all=minutes_planned(items),
        ends=ends if minutes_planned(items) else None,
        ends_surely=is_planned([*to_come, *treated]),
    )


def minutes_of(records: Records, item_id: str, now: str) -> int:
    """What the item took together with all that are treated with it, rounded to whole minutes."""
    treated = joined(records, item_id)
    spent = spent_of(records, treated[0].meeting_id)
    return _whole_minutes(seconds_spent(spent, {item.id for item in treated}, now))


def _whole_minutes(seconds: int) -> int:
    """Rounded alike everywhere: an item never takes longer than the meeting."""
    return round(seconds / 60)


def _break(spent: Sequence[TimeSpent], now: str) -> int | None:
    stretch = running(spent)
    if stretch is None or stretch.item_id is not None:
        return None
    return seconds_between(stretch.began, now) // 60
