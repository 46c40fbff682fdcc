"""Meetings as wholes: a new one made ready from its board, the head, and taking one away."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from referatdesk.domain.boards import Board, HouseStyle, Membership, Organisation, Person, StandingItem
from referatdesk.domain.changes import Change, added
from referatdesk.domain.codes import AttendanceStatus, MeetingKind, MeetingStatus, Precision, Role
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance, ItemText, Meeting
from referatdesk.domain.records import Records
from referatdesk.services.dependents import without_meeting
from referatdesk.services.editing import edit
from referatdesk.services.item.sections import standard_sections
from referatdesk.services.order import by_sort

PRINTED_FORMS = {
    "date": "date_raw",
    "start_planned": "time_raw",
    "end_planned": "time_raw",
    "start_actual": "time_raw",
    "end_actual": "time_raw",
}
"""Fields of the head that are kept as they were printed, and where."""
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def new_meeting(
    records: Records,
    board_id: str,
    *,
    date: str | None = None,
    start: str | None = None,
    place: str | None = None,
    case_no: str | None = None,
    kind: MeetingKind = MeetingKind.ORDINARY,
    previous_meeting_id: str | None = None,
) -> tuple[Change, str]:
    """A meeting with the seats of the board on that date, its standing items, and the sections of its house style."""
    board = records.get(Board, board_id)
    style = records.get(HouseStyle, board.house_style_id)
    meeting = Meeting(
        id=new_id(),
        board_id=board_id,
        kind=kind,
        date=date,
        start_planned=start,
        place=place,
        case_no=case_no,
        previous_meeting_id=previous_meeting_id,
    )
    seats = by_sort(one for one in records.all(Membership) if one.board_id == board_id and is_valid(one, date))
    people = [_attendance(records, meeting, seat, sort) for sort, seat in enumerate(seats)]
    agenda: list[AgendaItem | ItemText] = []
    for sort, standing in enumerate(_standing_items(records, board_id)):
        agenda += _item(meeting, board, style, standing, sort)
    return Change("meeting.add", added(meeting, *people, *agenda), board.name), meeting.id


def proposed_day(met: Iterable[str], today: str) -> str:
    """For the next meeting of a board that met on those days: today, or as long after its latest one as is usual."""
    days = sorted({datetime.date.fromisoformat(day) for day in met if _WHOLE_DAY.fullmatch(day)})
    if not days or days[-1].isoformat() < today:
        return today
    apart = days[-1] - days[-2] if len(days) > 1 else datetime.timedelta(days=1)
    return (days[-1] + apart).isoformat()


def is_valid(seat: Membership, date: str | None) -> bool:
    """Whether the seat exists on the ISO date; without a date, whether it has no end."""
    if date is None or date.startswith("--"):
        return seat.valid_to is None
    return (seat.valid_from or date) <= date <= (seat.valid_to or date)


def _attendance(records: Records, meeting: Meeting, seat: Membership, place: int) -> Attendance:
    person = records.find(Person, seat.person_id) if seat.person_id else None
    organisation_id = seat.organisation_id or (person.organisation_id if person else None)
    organisation = records.find(Organisation, organisation_id) if organisation_id else None
    empty = seat.vacant or person is None
    return Attendance(
        id=new_id(),
        meeting_id=meeting.id,
        person_id=person.id if person else None,
        sort=place,
        group_label=seat.group_label,
        name=person.full_name if person else "",
        title=person.title if person else None,
        organisation=organisation.name if organisation else None,
        party=seat.party or (person.party if person else None),
        roles=() if seat.role is Role.MEMBER else (seat.role,),
        has_vote=seat.has_vote,
        status=AttendanceStatus.VACANT if empty else AttendanceStatus.UNKNOWN,
        note=seat.vacant_note if empty else None,
    )


def _standing_items(records: Records, board_id: str) -> Iterable[StandingItem]:
    own = by_sort(one for one in records.all(StandingItem) if one.board_id == board_id)
    return sorted(own, key=lambda one: one.closing)


def _item(
    meeting: Meeting, board: Board, style: HouseStyle, standing: StandingItem, place: int
) -> tuple[AgendaItem, ItemText]:
    item = AgendaItem(id=new_id(), meeting_id=meeting.id, sort=place, kind=standing.kind, title=standing.title)
    sections = standard_sections(style, board, standing.kind, standing.case_text)
    return item, ItemText(id=item.id, meeting_id=meeting.id, sections=sections)


def edit_head(records: Records, meeting_id: str, **fields: Any) -> Change:
    """Any fields of the head. A new value drops the form in which the old one was printed, and that it was said to be
    none."""
    meeting = records.get(Meeting, meeting_id)
    changed = [name for name, value in fields.items() if getattr(meeting, name, None) != value]
    values: dict[str, Any] = {PRINTED_FORMS[name]: None for name in changed if name in PRINTED_FORMS}
    if "date" in changed:
        values["date_precision"] = Precision.DAY
    values["stated_none"] = tuple(name for name in meeting.stated_none if name not in changed)
    return edit("meeting.edit", meeting, values | fields, meeting.title or "")


def set_status(records: Records, meeting_id: str, status: MeetingStatus) -> Change:
    return edit_head(records, meeting_id, status=status)


def remove_meeting(records_of_meeting: Records, meeting_id: str) -> Change:
    """Takes the meeting away with every record in it; boards, people and house styles stay."""
    meeting = records_of_meeting.get(Meeting, meeting_id)
    return Change("meeting.remove", without_meeting(records_of_meeting, meeting), meeting.title or "")
