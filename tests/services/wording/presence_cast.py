"""Whom the cases of presence are about, and what can be noted of them.

The meeting has seven items, 1 to 7. The members are there unless a case says otherwise.
"""

from dataclasses import dataclass, field, replace

from referatdesk.domain.codes import AttendanceStatus, Role, SubstitutionKind
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, ItemAttendance

LATE, LEFT, ABSENT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.ABSENT
PRESENT, REMOTE, PARTIAL = AttendanceStatus.PRESENT, AttendanceStatus.REMOTE, AttendanceStatus.PARTIAL
STANDS_IN, EXCUSED = AttendanceStatus.SUBSTITUTING, AttendanceStatus.ABSENT_NOTIFIED
STAYED_AWAY, CALLED = AttendanceStatus.ABSENT_UNNOTIFIED, AttendanceStatus.CALLED_NOT_MET
DISQUALIFIED = AttendanceStatus.DISQUALIFIED


def person(name, organisation, status=PRESENT, **values):
    return Attendance(id=name.split()[0], meeting_id="m", name=name, organisation=organisation, status=status, **values)


MEMBERS = (
    person("Merete Aaby", "Egeby Kommune"),
    person("Aksel Ravn Lund", "Klitved Kommune"),
    person("Sanne Brix", "Region Fjordland"),
    person("Palle Nørre", "Klitved Kommune"),
    person("Tove Bonde Friis", "Egeby Kommune"),
)


def at(who, item, status, *, came=None, left=None, words=None):
    return ItemAttendance(
        id=f"{who}-{item}-{status}-{came or left}",
        meeting_id="m",
        item_id=str(item),
        attendance_id=who,
        status=status,
        from_time=came,
        to_time=left,
        reason_text=words,
    )


def came(who, item, time=None):
    return at(who, item, LATE, came=time)


def left(who, item, time=None):
    return at(who, item, LEFT, left=time)


def ruling(who, item, disqualified=True, **values):
    return Disqualification(
        id=f"{who}-{item}",
        meeting_id="m",
        item_id=str(item),
        attendance_id=who,
        disqualified=disqualified,
        **{"left_room": True} | values,
    )


def stand_in(status=STANDS_IN, kind=SubstitutionKind.DEPUTY, whose="Palle"):
    return person("Ida Vester", "Klitved Kommune", status, stands_in_for_id=whose, substitution=kind)


def with_(*others):
    """The members, some of them in another form, and whoever is not of them."""
    new = {one.id: one for one in others}
    known = tuple(new.pop(one.id, one) for one in MEMBERS)
    return (*known, *new.values())


def noted_as(who, status, **values):
    return replace(next(one for one in MEMBERS if one.id == who), status=status, **values)


GUEST = person("Erik Dam", "Egeby Kommune", roles=(Role.GUEST,), has_vote=False)


@dataclass(frozen=True)
class Case:
    """`head` are the sentences after the list, `running` those in the minutes by item, `line` the line by item."""

    name: str
    noted: tuple = ()
    people: tuple = MEMBERS
    rulings: tuple = ()
    head: tuple = ()
    running: dict = field(default_factory=dict)
    line: dict = field(default_factory=dict)
