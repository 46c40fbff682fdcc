"""Whoever comes without being of the board: typed in passing, completed from whom the archive knows."""

from __future__ import annotations

import re
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

_PARTY = re.compile(r"\s*\((?P<party>[A-ZÆØÅ]{1,2}\d?)\)$")
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


@dataclass(frozen=True, slots=True)
class Typed:
    """ "Erik Dam (B), projektleder, Egeby Kommune" in its parts."""

    name: str
    party: str | None
    title: str | None
    organisation: str | None


def read_guest(typed: str) -> Typed:
    named, *told = (" ".join(part.split()) for part in typed.split(",", 2))
    title, organisation = (*(part or None for part in told), None, None)[:2]
    party = _PARTY.search(named)
    return Typed(_PARTY.sub("", named), party["party"] if party else None, title, organisation)


def already_listed(records: Records, meeting_id: str, typed: str) -> Attendance | None:
    """Who is at the meeting under that name, unless what is typed behind it is of somebody else."""
    read = read_guest(typed)
    told = {read.party, read.title, read.organisation} - {None}
    named = (one for one in people_of(records, meeting_id) if one.name.casefold() == read.name.casefold())
    return next((one for one in named if told <= {one.party, one.title, one.organisation}), None)


def add_guest(records: Records, meeting_id: str, typed: str, moment: Moment) -> Change:
    """A guest without a vote, here from the item that is dealt with; of somebody in the archive title, party and
    organisation are known.
    """
    read = read_guest(typed)
    known = named_person(records, read.name)
    place = records.find(Organisation, known.organisation_id or "") if known else None
    change = add_person(
        records,
        meeting_id,
        read.name,
        group=_group(records, meeting_id),
        organisation=read.organisation or (place.name if place else None),
        title=read.title or (known.title if known else None),
        party=read.party or (known.party if known else None),
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
