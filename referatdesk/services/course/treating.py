"""Leading a meeting through its agenda: start, next item, break and end, with the time that each took.

`now` is a time of day with seconds. An item that is left is done, whatever is still open at it: the agenda shows that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from referatdesk.domain.agenda import in_order
from referatdesk.domain.changes import Change, Pair, added, altered
from referatdesk.domain.codes import ItemStatus, MeetingStatus
from referatdesk.domain.course import LEFT_OUT, NOT_YET, is_out_of_turn, next_item, running
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Meeting, TimeSpent
from referatdesk.domain.records import Records
from referatdesk.services.item.agenda import move_item
from referatdesk.services.lookup import items_of, joined, siblings_of


def spent_of(records: Records, meeting_id: str) -> list[TimeSpent]:
    return [one for one in records.all(TimeSpent) if one.meeting_id == meeting_id]


def current_item(records: Records, meeting_id: str) -> AgendaItem | None:
    """What the meeting is at: what is treated, or was before the break."""
    if records.get(Meeting, meeting_id).status is not MeetingStatus.IN_SESSION:
        return None
    spent = spent_of(records, meeting_id)
    stretch = running(spent)
    if stretch is not None and stretch.item_id is not None:
        return records.find(AgendaItem, stretch.item_id)
    begun = [item for item in in_order(items_of(records, meeting_id)) if item.status is ItemStatus.IN_PROGRESS]
    last = next((one.item_id for one in reversed(spent) if one.item_id is not None), None)
    return next((item for item in begun if item.id == last), begun[0] if begun else None)


def start(records: Records, meeting_id: str, now: str) -> Change:
    """The meeting begins, and its first item with it."""
    first = next_item(items_of(records, meeting_id), None)
    return Change("course.start", (*_begun(records, meeting_id, now), *_turned(records, meeting_id, first, now)))


def go_on(records: Records, meeting_id: str, now: str) -> Change:
    """What is treated is done, and the next item begins; after the last one nothing does."""
    current = current_item(records, meeting_id)
    to = next_item(items_of(records, meeting_id), current.id if current else None)
    label = "course.next" if to is not None else "course.last"
    return Change(label, _turned(records, meeting_id, to, now), to.title if to else "")


def treat(records: Records, item_id: str, now: str) -> Change:
    """Begins this very item; one that is taken out of its turn is moved to where the meeting is."""
    item = records.get(AgendaItem, item_id)
    meeting_id, current = item.meeting_id, current_item(records, item.meeting_id)
    moves: tuple[Pair, ...] = ()
    if current is not None and is_out_of_turn(items_of(records, meeting_id), current.id, item):
        moves = _moved_behind(records, current, item)
    pairs = (*_begun(records, meeting_id, now), *_turned(records, meeting_id, item, now))
    return Change("course.treat", _merged(moves, pairs), item.title)


def pause(records: Records, meeting_id: str, now: str) -> Change:
    return Change("course.pause", (*_stopped(records, meeting_id, now), _stretch(meeting_id, None, now)))


def resume(records: Records, meeting_id: str, now: str) -> Change:
    """Back from the break, to the item that was left for it."""
    item = current_item(records, meeting_id)
    begins = (_stretch(meeting_id, item.id, now),) if item is not None else ()
    return Change("course.resume", (*_stopped(records, meeting_id, now), *begins))


def end(records: Records, meeting_id: str, now: str) -> Change:
    meeting = records.get(Meeting, meeting_id)
    ended = replace(meeting, end_actual=now[:5], status=MeetingStatus.MINUTES_DRAFT)
    return Change("course.end", (*altered([(meeting, ended)]), *_turned(records, meeting_id, None, now)))


def is_break(records: Records, meeting_id: str) -> bool:
    stretch = running(spent_of(records, meeting_id))
    return stretch is not None and stretch.item_id is None


def _begun(records: Records, meeting_id: str, now: str) -> tuple[Pair, ...]:
    """How its planned time was printed stands: that does not tell when it really began."""
    meeting = records.get(Meeting, meeting_id)
    if meeting.status not in NOT_YET:
        return ()
    return altered([(meeting, replace(meeting, start_actual=now[:5], status=MeetingStatus.IN_SESSION))])


def _turned(records: Records, meeting_id: str, to: AgendaItem | None, now: str) -> tuple[Pair, ...]:
    """The clock stops for what was treated, which is done, and runs for the item and those treated with it."""
    current = current_item(records, meeting_id)
    left = joined(records, current.id) if current else []
    begun = joined(records, to.id) if to else []
    states = {item.id: ItemStatus.DONE for item in left if item.status is ItemStatus.IN_PROGRESS}
    states |= {item.id: ItemStatus.IN_PROGRESS for item in begun if item == to or item.status not in LEFT_OUT}
    touched = {item.id: item for item in (*left, *begun)}
    turned = altered((touched[one], replace(touched[one], status=status)) for one, status in states.items())
    began = (_stretch(meeting_id, to.id, now),) if to else ()
    return (*_stopped(records, meeting_id, now), *began, *turned)


def _stopped(records: Records, meeting_id: str, now: str) -> tuple[Pair, ...]:
    open_ones = (one for one in spent_of(records, meeting_id) if one.ended is None)
    return altered((one, replace(one, ended=now)) for one in open_ones)


def _stretch(meeting_id: str, item_id: str | None, now: str) -> Pair:
    return added(TimeSpent(id=new_id(), meeting_id=meeting_id, item_id=item_id, began=now))[0]


def _moved_behind(records: Records, current: AgendaItem, item: AgendaItem) -> tuple[Pair, ...]:
    """Behind the top item that the meeting is at; that one itself stays where it is."""
    others = [one.id for one in siblings_of(records, item.meeting_id, None) if one.id != item.id]
    above = current.parent_id or current.id
    return move_item(records, item.id, others.index(above) + 1).pairs if above in others else ()


def _merged(first: Iterable[Pair], then: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs of which both may be about one item: its place from the first, its state from the second."""
    merged = {pair.record.id: pair for pair in first}
    for pair in then:
        moved = merged.get(pair.record.id)
        if moved is None or not isinstance(moved.after, AgendaItem) or not isinstance(pair.after, AgendaItem):
            merged[pair.record.id] = pair
        else:
            merged[pair.record.id] = Pair(moved.before, replace(moved.after, status=pair.after.status))
    return tuple(merged.values())
