"""The numbers of an agenda whose order is changed while the meeting sits: they are known to everybody, so they stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.changes import Change, Pair, altered, removed
from referatdesk.domain.codes import MeetingStatus
from referatdesk.domain.meetings import AgendaItem, Meeting
from referatdesk.domain.records import Records, style_of
from referatdesk.services.lookup import items_of


def with_numbers_kept(records: Records, moved_id: str, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """A change of order, in which every item of a sitting meeting keeps the number that was printed."""
    moved = tuple(pairs)
    meeting = records.get(Meeting, records.get(AgendaItem, moved_id).meeting_id)
    if not moved or meeting.status is not MeetingStatus.IN_SESSION:
        return moved
    stood = items_of(records, meeting.id)
    printed = printed_numbers(stood, style_of(records, meeting).sub_numbers)
    now = _kept(records, meeting, moved, printed)
    mover = now[moved_id]
    now[moved_id] = replace(mover, moved_from=mover.moved_from or printed[moved_id])
    return altered((item, now[item.id]) for item in stood)


def with_next_number(records: Records, new: AgendaItem, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """An item that is added, which in a sitting meeting gets the next free number; all others keep theirs.

    So it is in any meeting where a number would else stand twice, since some are held.
    """
    inserted = tuple(pairs)
    meeting = records.get(Meeting, new.meeting_id)
    is_sitting = meeting.status is MeetingStatus.IN_SESSION
    if new.parent_id is not None or not (is_sitting or _gives_a_number_twice(records, meeting, inserted)):
        return inserted
    stood = items_of(records, meeting.id)
    printed = printed_numbers(stood, style_of(records, meeting).sub_numbers)
    figures = _figures(printed.values())
    if not figures:
        return inserted
    now = _kept(records, meeting, inserted, {**printed, new.id: str(max(figures) + 1)})
    return (Pair(None, now[new.id]), *altered((item, now[item.id]) for item in stood))


def _gives_a_number_twice(records: Records, meeting: Meeting, pairs: Iterable[Pair]) -> bool:
    now = _after(records, meeting, pairs).values()
    numbers = printed_numbers(now, style_of(records, meeting).sub_numbers)
    figures = _figures(numbers[item.id] for item in now if item.parent_id is None)
    return len(set(figures)) < len(figures)


def _figures(numbers: Iterable[str | None]) -> list[int]:
    bare = ((number or "").rstrip(".") for number in numbers)
    return [int(number) for number in bare if number.isdecimal()]


def held_without(records: Records, meeting_id: str, gone: Iterable[AgendaItem]) -> tuple[Pair, ...]:
    """What holds the numbers of the other items of a sitting meeting while some are taken away."""
    meeting = records.get(Meeting, meeting_id)
    if meeting.status is not MeetingStatus.IN_SESSION:
        return ()
    stood = items_of(records, meeting_id)
    printed = printed_numbers(stood, style_of(records, meeting).sub_numbers)
    now = _kept(records, meeting, removed(*gone), printed)
    return altered((item, now[item.id]) for item in stood if item.id in now)


def _kept(
    records: Records, meeting: Meeting, pairs: Iterable[Pair], printed: Mapping[str, str | None]
) -> dict[str, AgendaItem]:
    """The items after a change, those whose number would be another one held to that which is given."""
    sub_numbers = style_of(records, meeting).sub_numbers
    now = _after(records, meeting, pairs)
    order = [item.id for item in in_order(now.values())]
    while changed := _first_other(order, printed_numbers(now.values(), sub_numbers), printed):
        now[changed] = replace(now[changed], number_auto=False, number_text=printed[changed])
    return now


def _after(records: Records, meeting: Meeting, pairs: Iterable[Pair]) -> dict[str, AgendaItem]:
    now = {item.id: item for item in items_of(records, meeting.id)}
    for pair in pairs:
        now.pop(pair.record.id, None)
        if isinstance(pair.after, AgendaItem):
            now[pair.after.id] = pair.after
    return now


def _first_other(order: Iterable[str], now: Mapping[str, str | None], printed: Mapping[str, str | None]) -> str | None:
    """Few are held: those behind one that is held count on from it."""
    return next((item_id for item_id in order if now[item_id] != printed[item_id]), None)


def renumber(records: Records, meeting_id: str) -> Change:
    """Numbers follow the order again, from the first one that was printed; each item tells the number it had."""
    meeting = records.get(Meeting, meeting_id)
    stood = items_of(records, meeting_id)
    sub_numbers = style_of(records, meeting).sub_numbers
    printed = printed_numbers(stood, sub_numbers)
    figures = [int(number) for number in printed.values() if number and number.isdecimal()]
    first = next((item.id for item in in_order(stood) if (printed[item.id] or "").isdecimal()), None)
    freed = {item.id: _freed(item) for item in stood}
    if first is not None and min(figures) > 1:
        freed[first] = replace(freed[first], number_auto=False, number_text=str(min(figures)))
    numbers = printed_numbers(freed.values(), sub_numbers)
    told = (
        (item, replace(freed[item.id], moved_from=item.moved_from or printed[item.id]))
        if numbers[item.id] != printed[item.id]
        else (item, freed[item.id])
        for item in stood
    )
    return Change("item.renumber", altered(told))


def _freed(item: AgendaItem) -> AgendaItem:
    """A number that is more than a figure was chosen by hand, and stands."""
    if item.number_auto or not (item.number_text or "").rstrip(".").rpartition(".")[2].isdecimal():
        return item
    return replace(item, number_auto=True, number_text=None)
