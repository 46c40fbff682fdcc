"""Who was there, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY
from referatdesk.i18n.dates import format_clock
from referatdesk.services.wording.patterns import filled


def attendance_run(people: Sequence[Attendance], style: HouseStyle) -> str:
    """Everybody in one line: "Merete Aaby, V, Palle Nørre, Egeby Kommune (Fravær)"."""
    known = {one.id: one for one in people}
    return ", ".join(in_the_run(one, style, known) for one in people)


def in_the_run(one: Attendance, style: HouseStyle, known: Mapping[str, Attendance]) -> str:
    described = ", ".join(part for part in (one.name, one.title, one.unit, one.party, one.organisation) if part)
    return " ".join(part for part in (described, substitution(one, known), presence(one, style)) if part)


def presence(one: Attendance, style: HouseStyle) -> str:
    """What is said of somebody who was not simply there: "(Fravær)", "(ankom kl. 17:45)"."""
    if one.status_raw:
        return one.status_raw
    if one.status in AWAY:
        return style.absence_suffix
    notes = [words for words in _comings_and_goings(one, style) if words]
    return f"({', '.join(notes)})" if notes else ""


def _comings_and_goings(one: Attendance, style: HouseStyle) -> list[str]:
    online = "deltog virtuelt" if one.status is AttendanceStatus.REMOTE else ""
    came = f"ankom kl. {format_clock(one.arrived_at, style.time_pattern)}" if one.arrived_at else ""
    left = f"forlod mødet kl. {format_clock(one.left_at, style.time_pattern)}" if one.left_at else ""
    vague = {
        AttendanceStatus.LATE: "" if came else "ankom senere",
        AttendanceStatus.LEFT_EARLY: "" if left else "forlod mødet før tid",
        AttendanceStatus.PARTIAL: "" if came or left else "deltog delvist",
    }
    return [online, vague.get(one.status, ""), came, left]


def substitution(one: Attendance, known: Mapping[str, Attendance]) -> str:
    absent = known.get(one.stands_in_for_id or "")
    return f"(stedfortræder for {absent.name})" if absent else ""


def absence_line(absent: Iterable[Attendance], style: HouseStyle) -> str:
    """Those who were away, one after the other: "Palle Nørre, Egeby Kommune, Sanne Brix, A"."""
    return ", ".join(_absentee(one, style) for one in absent)


def _absentee(one: Attendance, style: HouseStyle) -> str:
    seat = one.organisation or one.party or ""
    return filled(style.absence_pattern, name=one.name, organisation=seat).rstrip(" ,")
