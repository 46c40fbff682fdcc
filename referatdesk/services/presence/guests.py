"""Whoever comes without being of the board: typed in passing, completed from whom the archive knows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from referatdesk.domain.boards import Organisation, Person
from referatdesk.domain.changes import Change, added
from referatdesk.domain.codes import AttendanceStatus, Role
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.records import Records
from referatdesk.services.lookup import people_of
from referatdesk.services.people import named_person
from referatdesk.services.presence.attendance import add_person
from referatdesk.services.presence.moments import Moment, course_of

_GROUPS = ("gæst", "oplæg", "øvrige", "andre")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the archive; `described` tells title and organisation behind the name."""

    name: str
    described: str


def known_people(records: Records, meeting_id: str) -> list[Known]:
    """Those of the archive who are not in the meeting's list yet, by name."""
    listed = {one.name for one in people_of(records, meeting_id)}
    places = {one.id: one.name for one in records.all(Organisation)}
    others = (one for one in records.all(Person) if one.full_name not in listed)
    return sorted((_known(one, places.get(one.organisation_id or "")) for one in others), key=lambda one: one.name)


def _known(person: Person, organisation: str | None) -> Known:
    about = ", ".join(part for part in (person.title, organisation) if part)
    return Known(person.full_name, f"{person.full_name} – {about}" if about else person.full_name)


def add_guest(records: Records, meeting_id: str, typed: str, moment: Moment) -> Change:
    """A guest without a vote, here from the item that is dealt with.

    "Erik Dam, projektleder, Egeby Kommune" tells title and organisation; of somebody in the archive they are known.
    """
    name, title, organisation = (*(" ".join(part.split()) or None for part in typed.split(",", 2)), None, None)[:3]
    known = named_person(records, name or "")
    place = records.find(Organisation, known.organisation_id or "") if known else None
    change = add_person(
        records,
        meeting_id,
        name or "",
        group=_group(records, meeting_id),
        organisation=organisation or (place.name if place else None),
        title=title or (known.title if known else None),
        party=known.party if known else None,
        roles=(Role.GUEST,),
    )
    guest = next(pair.record for pair in change.pairs if pair.before is None)
    first = course_of(records, meeting_id).item_ids[:1]
    if not moment.runs or moment.item_id in first or not isinstance(guest, Attendance):
        return change
    return replace(change, pairs=(*change.pairs, *added(_came(guest, moment))))


def _came(guest: Attendance, moment: Moment) -> ItemAttendance:
    return ItemAttendance(
        id=new_id(),
        meeting_id=guest.meeting_id,
        item_id=moment.item_id or "",
        attendance_id=guest.id,
        status=AttendanceStatus.LATE,
        from_time=moment.time,
    )


def _group(records: Records, meeting_id: str) -> str | None:
    """The group of the list that guests belong to, where it has one."""
    labels = (one.group_label or "" for one in people_of(records, meeting_id))
    return next((label for label in labels if label.casefold().startswith(_GROUPS)), None)
