"""How somebody stands at an item, and what about it cannot be, in the words of the window."""

from __future__ import annotations

from collections.abc import Mapping

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY, Course
from referatdesk.domain.presence_conflicts import Conflict
from referatdesk.i18n.catalogue import _, later
from referatdesk.ui.words.codes import word

_AT_ITEM: Mapping[AttendanceStatus, str] = {
    AttendanceStatus.DISQUALIFIED: later("Disqualified from item {item}"),
    AttendanceStatus.ABSENT: later("Out for item {item}"),
    AttendanceStatus.REMOTE: later("Online for item {item}"),
    AttendanceStatus.PARTIAL: later("Part of item {item}"),
    AttendanceStatus.SUBSTITUTING: later("Standing in for item {item}"),
    AttendanceStatus.PRESENT: later("Present for item {item}"),
}
CONFLICTS: Mapping[str, str] = {
    "presence.absent_voted": later("Has voted on item {item}, but was not there."),
    "presence.apologies_but_there": later("Sent apologies, but is noted as present for item {item}."),
    "presence.disqualified_voted": later("Has voted on item {item}, but was disqualified."),
    "presence.left_before_coming": later("The times are crossed: left before coming."),
    "presence.seat_taken_twice": later("Stands in for {other}, who is there too."),
}


def state_words(
    course: Course, one: Attendance, item_id: str, numbers: Mapping[str, str | None], *, is_over: bool = False
) -> str:
    """ "From 12.55", "Disqualified from item 4", "Present". Until the meeting `is_over`, whoever is absent may come."""
    rows = course.noted_at(one.id, item_id)
    if rows and rows[-1].status in _AT_ITEM:
        return _(_AT_ITEM[rows[-1].status]).format(item=_number(numbers, item_id))
    moved = course.last_move(one.id, item_id)
    if moved is not None:
        return _moved(moved, numbers)
    status = course.status_at(one.id, item_id)
    if one.status is AttendanceStatus.LATE and status not in AWAY and one.arrived_at:
        return _("From {time}").format(time=_clock(one.arrived_at))
    if one.status is AttendanceStatus.LEFT_EARLY and status not in AWAY and one.left_at:
        return _("Until {time}").format(time=_clock(one.left_at))
    comes = course.has_moved(one.id) or (one.status is status and not is_over)
    return _("Not there yet") if comes and status is AttendanceStatus.ABSENT else word(status)


def _moved(row: ItemAttendance, numbers: Mapping[str, str | None]) -> str:
    came = row.status is AttendanceStatus.LATE
    time = row.from_time if came else row.to_time
    if time:
        return (_("From {time}") if came else _("Until {time}")).format(time=_clock(time))
    words = _("From item {item}") if came else _("Until item {item}")
    return words.format(item=_number(numbers, row.item_id))


def conflict_words(conflict: Conflict, names: Mapping[str, str], numbers: Mapping[str, str | None]) -> str:
    values = {"item": _number(numbers, conflict.item_id or ""), "other": names.get(conflict.other_id or "", "")}
    return _(CONFLICTS[conflict.code]).format_map(values)


def unchanged_words(name: str, *, is_here: bool) -> str:
    words = _("{name} is here already. Nothing is noted.") if is_here else _("{name} is not here. Nothing is noted.")
    return words.format(name=name)


def _number(numbers: Mapping[str, str | None], item_id: str) -> str:
    return numbers.get(item_id) or "–"


def _clock(time: str) -> str:
    return time.replace(":", ".")
