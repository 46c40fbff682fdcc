"""Somebody on the seat of another: for the meeting, from an item on, or for one item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from referatdesk.domain.boards import Organisation, Person
from referatdesk.domain.changes import Change, Pair, added, altered
from referatdesk.domain.codes import AttendanceStatus, SubstitutionKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY, Course
from referatdesk.domain.records import Records
from referatdesk.services.lookup import people_of
from referatdesk.services.order import closed_up
from referatdesk.services.people import named_person
from referatdesk.services.presence.attendance import with_status
from referatdesk.services.presence.moments import Moment, course_of

_FOR_THIS_ITEM = frozenset({AttendanceStatus.DISQUALIFIED, AttendanceStatus.ABSENT})


def add_stand_in(
    records: Records, attendance_id: str, name: str, kind: SubstitutionKind = SubstitutionKind.DEPUTY
) -> Change:
    """Somebody on the seat of another, right below in the list, with the seat's vote; the other is absent with notice,
    unless it stands there already in what way he is absent. One who sat on the seat before sits there again.
    """
    seat = records.get(Attendance, attendance_id)
    gone = seat if seat.status in AWAY else with_status(seat, AttendanceStatus.ABSENT_NOTIFIED)
    known = _known(people_of(records, seat.meeting_id), seat, name.strip())
    if known is not None:
        there = with_status(known, AttendanceStatus.SUBSTITUTING)
        return Change("attendance.add", altered([(seat, gone), (known, there)]), known.name)
    return _seated(records, seat, gone, _stand_in(records, seat, name, kind))


def call_stand_in(
    records: Records,
    attendance_id: str,
    name: str,
    moment: Moment,
    kind: SubstitutionKind = SubstitutionKind.DEPUTY,
) -> Change:
    """At this moment: for the item alone where the owner of the seat is only away from that, else from here on."""
    seat = records.get(Attendance, attendance_id)
    call = _Call(records, course_of(records, seat.meeting_id), seat, name.strip(), moment, kind)
    at_item = {row.status for row in call.course.noted_at(attendance_id, call.item_id)}
    if at_item & _FOR_THIS_ITEM:
        return call.for_item()
    return call.from_here_on() if moment.runs else add_stand_in(records, attendance_id, name, kind)


@dataclass(frozen=True, slots=True)
class _Call:
    """Who is called to whose seat, and when."""

    records: Records
    course: Course
    seat: Attendance
    name: str
    moment: Moment
    kind: SubstitutionKind

    @property
    def item_id(self) -> str:
        return self.moment.item_id or ""

    @property
    def known(self) -> Attendance | None:
        return _known(self.course.people, self.seat, self.name)

    def for_item(self) -> Change:
        """One who sat on the seat before is called again."""
        known = self.known
        if known is not None and self.course.is_here(known.id, self.item_id):
            return Change("attendance.add", (), known.name)
        if known is not None:
            return Change("attendance.add", added(self._noted(known, AttendanceStatus.SUBSTITUTING)), known.name)
        new = _stand_in(self.records, self.seat, self.name, self.kind, AttendanceStatus.PARTIAL)
        return self._seated(self.seat, new, self._noted(new, AttendanceStatus.SUBSTITUTING))

    def from_here_on(self) -> Change:
        """The owner leaves, if there; at the first item the stand-in was there from the start."""
        seat, known = self.seat, self.known
        new = known or _stand_in(self.records, self.seat, self.name, self.kind)
        noted: list[ItemAttendance] = []
        if self.course.is_here(seat.id, self.item_id):
            noted.append(self._noted(seat, AttendanceStatus.LEFT_EARLY))
        if known is not None and self._sits_on(known):
            return Change("attendance.add", added(*noted), known.name)
        if noted or known is not None or self.item_id not in self.course.item_ids[:1]:
            noted.append(self._noted(new, AttendanceStatus.LATE))
        if known is not None:
            return Change("attendance.add", added(*noted), known.name)
        gone = with_status(seat, AttendanceStatus.ABSENT) if seat.status is AttendanceStatus.UNKNOWN else seat
        return self._seated(gone, new, *noted)

    def _sits_on(self, known: Attendance) -> bool:
        """Whether the stand-in is there already, and not for this item alone."""
        rows = self.course.noted_at(known.id, self.item_id)
        is_for_item = any(row.status is AttendanceStatus.SUBSTITUTING for row in rows)
        return self.course.is_here(known.id, self.item_id) and not is_for_item

    def _seated(self, seat_after: Attendance, new: Attendance, *noted: ItemAttendance) -> Change:
        change = _seated(self.records, self.seat, seat_after, new)
        return replace(change, pairs=(*change.pairs, *added(*noted)))

    def _noted(self, one: Attendance, status: AttendanceStatus) -> ItemAttendance:
        return ItemAttendance(
            id=new_id(),
            meeting_id=one.meeting_id,
            item_id=self.item_id,
            attendance_id=one.id,
            status=status,
            from_time=self.moment.time if status is AttendanceStatus.LATE else None,
            to_time=self.moment.time if status is AttendanceStatus.LEFT_EARLY else None,
        )


def _known(people: Iterable[Attendance], seat: Attendance, name: str) -> Attendance | None:
    """Whoever of that name sat on the seat before."""
    return next((one for one in people if one.stands_in_for_id == seat.id and one.name == name), None)


def _stand_in(
    records: Records,
    seat: Attendance,
    name: str,
    kind: SubstitutionKind,
    status: AttendanceStatus = AttendanceStatus.SUBSTITUTING,
) -> Attendance:
    known = named_person(records, name)
    return Attendance(
        id=new_id(),
        meeting_id=seat.meeting_id,
        person_id=known.id if known else None,
        name=name.strip(),
        title=known.title if known else None,
        organisation=_organisation_name(records, known) or seat.organisation,
        party=(known.party if known else None) or seat.party,
        group_label=seat.group_label,
        has_vote=seat.has_vote,
        status=status,
        stands_in_for_id=seat.id,
        substitution=kind,
    )


def _seated(records: Records, seat: Attendance, seat_after: Attendance, new: Attendance) -> Change:
    """The stand-in right below the owner of the seat."""
    people = people_of(records, seat.meeting_id)
    place = people.index(seat)
    pairs: tuple[Pair, ...] = closed_up([*people[:place], seat_after, new, *people[place + 1 :]], people)
    return Change("attendance.add", pairs, new.name)


def _organisation_name(records: Records, person: Person | None) -> str | None:
    if person is None or person.organisation_id is None:
        return None
    found = records.find(Organisation, person.organisation_id)
    return found.name if found else None
