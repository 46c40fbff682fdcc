"""The records of one meeting, sorted by what they belong to, so that a printed item finds its own at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from referatdesk.domain.agenda import in_order, printed_numbers
from referatdesk.domain.boards import Board, HouseStyle
from referatdesk.domain.codes import AttendanceStatus, ItemKind, SectionKind
from referatdesk.domain.decisions import (
    Attachment,
    Decision,
    Disqualification,
    FollowUp,
    PointOutcome,
    RecommendationPoint,
    Statement,
    Vote,
    VoteCast,
)
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemAttendance, Meeting
from referatdesk.domain.presence import Course
from referatdesk.domain.records import Records, board_of, style_of
from referatdesk.services.lookup import items_of, people_of
from referatdesk.services.order import by_sort
from referatdesk.services.presence.moments import treated_in_turn
from referatdesk.services.wording import items as wording
from referatdesk.services.wording.presence import Told
from referatdesk.services.wording.presence_list import absentees_line, as_listed


class _OfItem(Protocol):
    @property
    def item_id(self) -> str | None: ...


T = TypeVar("T", bound=_OfItem)
_IN_A_LINE = frozenset({AttendanceStatus.ABSENT, AttendanceStatus.PRESENT})
"""What is noted of somebody whom a line of absentees names, or does not name."""


@dataclass(frozen=True, slots=True)
class Sources:
    """`headings` and `numbers` are the items' as printed, by id; all other mappings go by the id of the item, but
    `outcomes` by that of the point and `casts` by that of the vote.
    """

    records: Records
    meeting: Meeting
    board: Board
    style: HouseStyle
    people: Sequence[Attendance]
    agenda: Sequence[AgendaItem]
    numbers: Mapping[str, str | None]
    noted: Mapping[str | None, Sequence[ItemAttendance]]
    papers: Mapping[str | None, Sequence[Attachment]]
    decisions: Mapping[str | None, Sequence[Decision]]
    points: Mapping[str | None, Sequence[RecommendationPoint]]
    outcomes: Mapping[str, PointOutcome]
    votes: Mapping[str | None, Sequence[Vote]]
    casts: Mapping[str, Sequence[VoteCast]]
    statements: Mapping[str | None, Sequence[Statement]]
    follow_ups: Mapping[str | None, Sequence[FollowUp]]
    attendance_item: AgendaItem | None
    """The item that tells who was there, where the agenda has one."""
    told: Told
    """Presence as lists and lines tell it: without what the text of an item says by itself."""
    sentences: Told
    """The same for sentences: also without what a line of absentees says that was read, not put there by the house."""

    def absent(self, item: AgendaItem) -> tuple[Attendance, ...]:
        """Those whom the item's line of absentees names."""
        hidden = {one.attendance_id for one in self.noted.get(item.id, ()) if not one.shown_on_item}
        return tuple(one for one in self.told.course.absent_at(item.id) if one.id not in hidden)

    def absence_line(self, item: AgendaItem) -> str:
        return absentees_line(self.told, item.id, self.absent(item))

    def heading(self, item: AgendaItem) -> str:
        return wording.item_heading(item, self.numbers.get(item.id), self.style)


def sources_of(records: Records, meeting_id: str) -> Sources:
    meeting = records.get(Meeting, meeting_id)
    style = style_of(records, meeting)
    listed = items_of(records, meeting_id)
    agenda = tuple(in_order(listed))
    noted = [one for one in records.all(ItemAttendance) if one.meeting_id == meeting_id]
    told = _told(records, meeting, agenda, [one for one in noted if one.shown_on_item])
    casts: dict[str, list[VoteCast]] = defaultdict(list)
    for cast in records.all(VoteCast):
        casts[cast.vote_id].append(cast)
    return Sources(
        records=records,
        meeting=meeting,
        board=board_of(records, meeting),
        style=style,
        people=tuple(as_listed(told, one) for one in told.course.people),
        agenda=agenda,
        numbers=told.numbers,
        noted=_by_item(noted),
        papers=_by_item(
            one
            for one in by_sort(paper for paper in records.all(Attachment) if paper.meeting_id == meeting_id)
            if not one.mentioned_only
        ),
        decisions=_by_item(
            sorted((one for one in records.all(Decision) if one.meeting_id == meeting_id), key=lambda one: one.sort)
        ),
        points=_by_item(by_sort(one for one in records.all(RecommendationPoint) if one.meeting_id == meeting_id)),
        outcomes={one.point_id: one for one in records.all(PointOutcome) if one.meeting_id == meeting_id},
        votes=_by_item(one for one in records.all(Vote) if one.meeting_id == meeting_id),
        casts=casts,
        statements=_by_item(one for one in records.all(Statement) if one.meeting_id == meeting_id),
        follow_ups=_by_item(by_sort(one for one in records.all(FollowUp) if one.meeting_id == meeting_id)),
        attendance_item=next((item for item in agenda if item.kind is ItemKind.ATTENDANCE), None),
        told=told,
        sentences=_without_lines_read(records, told, [one for one in noted if one.shown_on_item]),
    )


def _told(records: Records, meeting: Meeting, agenda: Sequence[AgendaItem], noted: Iterable[ItemAttendance]) -> Told:
    style = style_of(records, meeting)
    return Told(
        course=Course(people_of(records, meeting.id), treated_in_turn(records, meeting.id), noted),
        items=agenda,
        numbers=printed_numbers(agenda, style.sub_numbers),
        style=style,
        board_name=board_of(records, meeting).name,
        rulings=[one for one in records.all(Disqualification) if one.meeting_id == meeting.id],
    )


def _by_item(listed: Iterable[T]) -> Mapping[str | None, Sequence[T]]:
    found: dict[str | None, list[T]] = defaultdict(list)
    for one in listed:
        found[one.item_id].append(one)
    return found


def _without_lines_read(records: Records, told: Told, noted: Sequence[ItemAttendance]) -> Told:
    if told.style.form(SectionKind.ABSENTEES) is not None:
        return told
    lines = {item.id for item in told.items if records.text(item.id).of_kind(SectionKind.ABSENTEES)}
    rows = (one for one in noted if one.item_id not in lines or one.status not in _IN_A_LINE)
    return replace(told, course=Course(told.course.people, told.course.item_ids, rows))
