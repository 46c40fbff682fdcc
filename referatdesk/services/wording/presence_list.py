"""How the list at the top shows somebody who came or left under an item, and the line under an item who was away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.domain.codes import AttendanceStatus, PresenceForm
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import CARRIED
from referatdesk.services.wording.people import absence_line
from referatdesk.services.wording.presence import Told, item_words

_TOLD_ELSEWHERE = frozenset({PresenceForm.HEAD, PresenceForm.RUNNING})


def as_listed(told: Told, one: Attendance) -> Attendance:
    """The person as the whole meeting shows it: who came after all is not listed as away, and a coming or going that
    the house tells nowhere else stands beside the name.
    """
    moves = [
        row for item in told.course.item_ids for row in told.course.noted_at(one.id, item) if row.status in CARRIED
    ]
    if not moves:
        return _for_some_items(told, one)
    there = AttendanceStatus.SUBSTITUTING if one.stands_in_for_id else AttendanceStatus.PRESENT
    simply = replace(one, status=AttendanceStatus.REMOTE if one.status is AttendanceStatus.REMOTE else there)
    simply = replace(simply, status_raw=None, reason=None, reason_text=None)
    if _is_told_elsewhere(told, one):
        return simply
    came = moves[0] if moves[0].status is AttendanceStatus.LATE else None
    left = moves[-1] if moves[-1].status is AttendanceStatus.LEFT_EARLY else None
    words = [_words(told, row) for row in (came, left) if row is not None]
    return replace(simply, status_raw=f"({', '.join(words)})") if words else simply


def absentees_line(told: Told, item_id: str, absent: Sequence[Attendance]) -> str:
    """ "Palle Nørre, Egeby Kommune, Sanne Brix, A (inhabil)": those of the absent whom the item names."""
    status = AttendanceStatus.DISQUALIFIED
    disqualified = [one.id for one in absent if told.course.status_at(one.id, item_id) is status]
    return absence_line(absent, told.style, disqualified)


def _for_some_items(told: Told, one: Attendance) -> Attendance:
    """A guest or a stand-in who was there for some items only."""
    if one.status is not AttendanceStatus.PARTIAL or one.status_raw:
        return one
    attended = [item for item in told.course.item_ids if told.course.took_part(one.id, item)]
    if len(attended) in {0, len(told.course.item_ids)}:
        return one
    there = AttendanceStatus.SUBSTITUTING if one.stands_in_for_id else AttendanceStatus.PRESENT
    words = None if _is_told_elsewhere(told, one) else f"({item_words(told, attended)})"
    return replace(one, status=there, status_raw=words)


def _is_told_elsewhere(told: Told, one: Attendance) -> bool:
    """By a sentence in the minutes; by one below the list, where there are items to name."""
    forms = _TOLD_ELSEWHERE & set(told.style.presence_forms)
    if forms == {PresenceForm.HEAD}:
        return bool(told.treated(told.course.missed(one.id)))
    return bool(forms)


def _words(told: Told, row: ItemAttendance) -> str:
    came = row.status is AttendanceStatus.LATE
    time = row.from_time if came else row.to_time
    if time:
        return f"{'ankom' if came else 'forlod mødet'} {told.clock(time)}"
    return f"{'fra' if came else 'til'} {item_words(told, [row.item_id])}"
