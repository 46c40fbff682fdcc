"""One gesture on a person: what came, left or disqualified means for somebody who stands as he stands just now.

Before the meeting runs a gesture is about the meeting, then about the item and the time. The same gesture again takes
it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from referatdesk.domain.changes import Change, added, removed
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY
from referatdesk.domain.records import Records
from referatdesk.services.presence.attendance import there
from referatdesk.services.presence.moments import Moment, course_of
from referatdesk.services.presence.someone import Pairs, Someone


class Gesture(StrEnum):
    """`SWITCH` is in or out, whichever the person is not; `OUT` is not in the room for this item."""

    HERE = "here"
    LATE = "late"
    LEFT = "left"
    EXCUSED = "excused"
    STAYED_AWAY = "stayed_away"
    DISQUALIFIED = "disqualified"
    REMOTE = "remote"
    OUT = "out"
    SWITCH = "switch"


def gesture(records: Records, attendance_id: str, act: Gesture, moment: Moment) -> Change:
    one = records.get(Attendance, attendance_id)
    someone = Someone(records, course_of(records, one.meeting_id), one, moment)
    acts = _AT_ITEM if moment.item_id and (moment.runs or act in _ALWAYS_AT_ITEM) else _OF_MEETING
    return Change("attendance.status", acts[act](someone), one.name)


def stated(records: Records, attendance_id: str, act: Gesture, moment: Moment) -> Change:
    """The gesture as a fact: of somebody who stands so already, it takes nothing back."""
    one = records.get(Attendance, attendance_id)
    stand = course_of(records, one.meeting_id).stand(one.id, moment.item_id or "")
    if stand.status in _STANDS[act] and not (act is Gesture.LEFT and stand.here):
        return Change("attendance.status", (), one.name)
    return gesture(records, one.id, act, moment)


def _came(someone: Someone) -> Pairs:
    """In the room: back from outside, back after leaving, or there at last."""
    outside = [row for row in someone.rows if row.status in ({AttendanceStatus.REMOTE} if someone.is_here else _OUT)]
    if outside:
        return removed(*reversed(outside), *_rulings(someone, someone.item_id))
    if someone.is_here:
        return _in_person(someone) if someone.one.status is AttendanceStatus.REMOTE else ()
    left = someone.last(AttendanceStatus.LEFT_EARLY)
    if left is not None and someone.is_now(left.to_time):
        return (*removed(left), *_seat_given_back(someone))
    if someone.one.status is AttendanceStatus.UNKNOWN and not someone.course.has_moved(someone.one.id):
        return someone.said(there(someone.one))
    return (*someone.moved(AttendanceStatus.LATE), *_seat_given_back(someone))


def _in_person(someone: Someone) -> Pairs:
    """In the room from here on; at the items before it stays noted that the person was remote."""
    return (
        *(pair for item_id in someone.remote_before for pair in someone.noted(AttendanceStatus.REMOTE, item_id)),
        *someone.said(there(someone.one)),
    )


def _late(someone: Someone) -> Pairs:
    """Not there yet, of somebody who has not come; the time is that of coming."""
    late = someone.last(AttendanceStatus.LATE)
    if late is not None and someone.is_here:
        return _not_come(someone, late)
    if someone.one.status not in AWAY and not someone.course.noted_of(someone.one.id):
        return someone.said(AttendanceStatus.ABSENT)
    if someone.is_here or _is_outside(someone):
        return ()
    return (*someone.moved(AttendanceStatus.LATE), *_seat_given_back(someone))


def _is_outside(someone: Someone) -> bool:
    """Whether somebody who has come is not in the room for this item."""
    has_come = someone.one.status not in AWAY or someone.course.has_moved(someone.one.id)
    return has_come and someone.last(*_OUT) is not None


def _left(someone: Someone) -> Pairs:
    left = someone.last(AttendanceStatus.LEFT_EARLY)
    if left is not None and not someone.is_here:
        return (*removed(left), *_seat_given_back(someone))
    is_away = someone.course.status_at(someone.one.id, someone.item_id) in AWAY
    return () if is_away else someone.moved(AttendanceStatus.LEFT_EARLY)


def _switched(someone: Someone) -> Pairs:
    if not someone.is_here:
        return _came(someone)
    late = someone.last(AttendanceStatus.LATE)
    if late is not None and someone.is_now(late.from_time):
        return _not_come(someone, late)
    return _left(someone)


def _away(status: AttendanceStatus) -> Callable[[Someone], Pairs]:
    """Not at the meeting at all: what was noted at items goes with it."""

    def act(someone: Someone) -> Pairs:
        one = someone.one
        noted = [row for row in someone.records.all(ItemAttendance) if row.attendance_id == one.id]
        called = status is AttendanceStatus.ABSENT_UNNOTIFIED and one.stands_in_for_id
        wanted = AttendanceStatus.CALLED_NOT_MET if called else status
        if one.status is wanted and not noted:
            return someone.said(there(one))
        return (*removed(*reversed(noted), *_rulings(someone)), *someone.said(wanted))

    return act


def _disqualified(someone: Someone) -> Pairs:
    """For this item alone; whoever is away raises no such question."""
    noted = someone.last(AttendanceStatus.DISQUALIFIED)
    if noted is not None:
        return removed(noted, *_rulings(someone, someone.item_id))
    if someone.course.status_at(someone.one.id, someone.item_id) in AWAY:
        return ()
    ruling = Disqualification(
        id=new_id(),
        meeting_id=someone.one.meeting_id,
        item_id=someone.item_id,
        attendance_id=someone.one.id,
        disqualified=True,
        left_room=True,
    )
    found_fit = [
        one
        for one in someone.records.all(Disqualification)
        if (one.attendance_id, one.item_id) == (someone.one.id, someone.item_id)
    ]
    return (*removed(*found_fit), *someone.noted(AttendanceStatus.DISQUALIFIED), *added(ruling))


def _rulings(someone: Someone, item_id: str | None = None) -> list[Disqualification]:
    """That the person was disqualified: from the item, without one from any."""
    mine = (one for one in someone.records.all(Disqualification) if one.attendance_id == someone.one.id)
    return [one for one in mine if one.disqualified and item_id in {one.item_id, None}]


def _remote(someone: Someone) -> Pairs:
    """For this item; for the meeting where the person was not there before."""
    noted = someone.last(AttendanceStatus.REMOTE)
    if noted is not None:
        return removed(noted)
    if outside := [row for row in someone.rows if row.status in _OUT]:
        fit = removed(*reversed(outside), *_rulings(someone, someone.item_id))
        return (*fit, *someone.noted(AttendanceStatus.REMOTE))
    if someone.one.status is AttendanceStatus.REMOTE and someone.is_here:
        return someone.said(there(someone.one))
    if someone.is_here:
        return someone.noted(AttendanceStatus.REMOTE)
    if someone.was_there_before:
        back = someone.moved(AttendanceStatus.LATE)
        return (*back, *someone.noted(AttendanceStatus.REMOTE), *_seat_given_back(someone))
    coming = () if someone.one.status is AttendanceStatus.UNKNOWN else someone.moved(AttendanceStatus.LATE)
    return (*coming, *someone.said(AttendanceStatus.REMOTE), *_seat_given_back(someone))


def _out(someone: Someone) -> Pairs:
    noted = someone.last(AttendanceStatus.ABSENT)
    if noted is not None:
        return removed(noted)
    is_out = someone.course.status_at(someone.one.id, someone.item_id) in AWAY | {AttendanceStatus.DISQUALIFIED}
    return () if is_out else someone.noted(AttendanceStatus.ABSENT)


def _seat_given_back(someone: Someone) -> Pairs:
    """Whoever sat on the seat for the rest of the meeting leaves it to its owner."""
    sitting = [
        Someone(someone.records, someone.course, other, someone.moment)
        for other in someone.course.here_at(someone.item_id)
        if other.stands_in_for_id == someone.one.id and other.status is AttendanceStatus.SUBSTITUTING
    ]
    return tuple(pair for other in sitting for pair in other.moved(AttendanceStatus.LEFT_EARLY))


def _not_come(someone: Someone, late: ItemAttendance) -> Pairs:
    """The coming is taken back, and with it that somebody else left the seat for it; having taken part from elsewhere
    too, unless that was before a leaving.
    """
    has_left = someone.last(AttendanceStatus.LEFT_EARLY) is not None
    remote = [row for row in someone.rows if row.status is AttendanceStatus.REMOTE and not has_left]
    sat = {other.id for other in someone.course.people if other.stands_in_for_id == someone.one.id}
    given = [
        row
        for row in someone.records.all(ItemAttendance)
        if (row.item_id, row.status, row.to_time) == (late.item_id, AttendanceStatus.LEFT_EARLY, late.from_time)
        and row.attendance_id in sat
    ]
    return removed(late, *remote, *given)


def _of_meeting(status: AttendanceStatus) -> Callable[[Someone], Pairs]:
    """The same again: there after all."""

    def act(someone: Someone) -> Pairs:
        return someone.said(there(someone.one) if someone.one.status is status else status)

    return act


def _ticked(someone: Someone) -> Pairs:
    return someone.said(there(someone.one))


def _unticked(someone: Someone) -> Pairs:
    return someone.said(AttendanceStatus.ABSENT_NOTIFIED) if someone.is_here else _ticked(someone)


_OUT = frozenset({AttendanceStatus.DISQUALIFIED, AttendanceStatus.ABSENT})
_ALWAYS_AT_ITEM = frozenset({Gesture.DISQUALIFIED, Gesture.OUT})
_AT_ITEM: Mapping[Gesture, Callable[[Someone], Pairs]] = {
    Gesture.HERE: _came,
    Gesture.LATE: _late,
    Gesture.LEFT: _left,
    Gesture.EXCUSED: _away(AttendanceStatus.ABSENT_NOTIFIED),
    Gesture.STAYED_AWAY: _away(AttendanceStatus.ABSENT_UNNOTIFIED),
    Gesture.DISQUALIFIED: _disqualified,
    Gesture.REMOTE: _remote,
    Gesture.OUT: _out,
    Gesture.SWITCH: _switched,
}
_OF_MEETING: Mapping[Gesture, Callable[[Someone], Pairs]] = {
    Gesture.HERE: _ticked,
    Gesture.LATE: _of_meeting(AttendanceStatus.ABSENT),
    Gesture.LEFT: _of_meeting(AttendanceStatus.LEFT_EARLY),
    Gesture.EXCUSED: _away(AttendanceStatus.ABSENT_NOTIFIED),
    Gesture.STAYED_AWAY: _away(AttendanceStatus.ABSENT_UNNOTIFIED),
    Gesture.REMOTE: _of_meeting(AttendanceStatus.REMOTE),
    Gesture.SWITCH: _unticked,
}
_STANDS: Mapping[Gesture, frozenset[AttendanceStatus]] = {
    Gesture.HERE: frozenset(),
    Gesture.LEFT: AWAY | {AttendanceStatus.LEFT_EARLY},
    Gesture.EXCUSED: frozenset({AttendanceStatus.ABSENT_NOTIFIED}),
    Gesture.STAYED_AWAY: frozenset({AttendanceStatus.ABSENT_UNNOTIFIED, AttendanceStatus.CALLED_NOT_MET}),
    Gesture.DISQUALIFIED: frozenset({AttendanceStatus.DISQUALIFIED}),
    Gesture.REMOTE: frozenset({AttendanceStatus.REMOTE}),
}
"""How somebody stands of whom nothing is left to be stated."""
