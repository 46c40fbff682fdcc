"""The course of a meeting's presence out of its records, and the moment at which something happens in it."""

from __future__ import annotations

from dataclasses import dataclass

from referatdesk.domain.codes import ItemStatus, MeetingStatus
from referatdesk.domain.decisions import Vote, VoteCast
from referatdesk.domain.meetings import AgendaItem, ItemAttendance, Meeting, TimeSpent
from referatdesk.domain.presence import Course
from referatdesk.domain.presence_conflicts import Conflict, Voted, conflicts
from referatdesk.domain.records import Records
from referatdesk.domain.treatment import order_of_treatment
from referatdesk.services.lookup import items_of, joined, people_of

_BEGUN = frozenset({ItemStatus.IN_PROGRESS, ItemStatus.DONE})


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens: while an item is shown, at a time where that is known. Until the meeting `runs`, what is
    said of somebody's coming and going is about the meeting, not about the item.
    """

    item_id: str | None = None
    time: str | None = None
    runs: bool = False


def course_of(records: Records, meeting_id: str) -> Course:
    noted = noted_in(records, meeting_id)
    return Course(people_of(records, meeting_id), treated_in_turn(records, meeting_id), noted)


def noted_in(records: Records, meeting_id: str) -> list[ItemAttendance]:
    return [one for one in records.all(ItemAttendance) if one.meeting_id == meeting_id]


def treated_in_turn(records: Records, meeting_id: str) -> list[str]:
    """The ids of the items in the order in which the meeting treats them."""
    spent = [one for one in records.all(TimeSpent) if one.meeting_id == meeting_id]
    return order_of_treatment(items_of(records, meeting_id), spent, noted_in(records, meeting_id))


def moment_at(records: Records, item_id: str, clock: str) -> Moment:
    """Now, while the item is shown. What is noted at an item that does not run now is given no time."""
    meeting_id = records.get(AgendaItem, item_id).meeting_id
    if not has_begun(records, meeting_id):
        return Moment(item_id, clock)
    spent = [one for one in records.all(TimeSpent) if one.meeting_id == meeting_id]
    treated = {None, *(item.id for item in joined(records, item_id))}
    is_now = not spent or any(one.ended is None and one.item_id in treated for one in spent)
    is_over = records.get(Meeting, meeting_id).end_actual is not None
    return Moment(item_id, clock if is_now and not is_over else None, runs=True)


def has_begun(records: Records, meeting_id: str) -> bool:
    """Whether what is said of somebody now is about an item; until then it is about the meeting."""
    return (
        records.get(Meeting, meeting_id).status is MeetingStatus.IN_SESSION
        or any(one.meeting_id == meeting_id for one in records.all(TimeSpent))
        or any(item.status in _BEGUN for item in items_of(records, meeting_id))
    )


def conflicts_of(records: Records, meeting_id: str) -> tuple[Conflict, ...]:
    """What is noted of the meeting's people that cannot all be true."""
    items = {vote.id: vote.item_id for vote in records.all(Vote) if vote.meeting_id == meeting_id}
    votes = [
        Voted(cast.attendance_id, items[cast.vote_id], cast.choice)
        for cast in records.all(VoteCast)
        if cast.attendance_id and cast.vote_id in items
    ]
    return conflicts(course_of(records, meeting_id), votes)
