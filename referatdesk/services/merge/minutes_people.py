"""Who was there, told by finished minutes, beside those who were invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.boards import Board
from referatdesk.domain.changes import Pair, added, altered
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.services.intake.head import attendance_records
from referatdesk.services.intake.matching import Matches, same_name

_FACTS = ("title", "unit", "organisation", "email", "party", "roles", "note", "group_label")
_PRESENCE = ("status", "status_raw", "stands_in_for_id", "substitution", "arrived_at", "left_at")


def joined_people(
    stored: Sequence[Attendance], draft: Draft, meeting: Meeting, board: Board, matches: Matches
) -> tuple[tuple[Attendance, ...], tuple[Pair, ...]]:
    """Everybody at the meeting, and what changes: presence where none was noted, and those who were not invited."""
    read = attendance_records(draft, meeting, [matches.person(one, board.id) for one in draft.people])
    seated, same = seated_among(read, stored)
    joined = {same[one.id].id: _joined(same[one.id], one) for one in seated if one.id in same}
    new = [one for one in seated if one.id not in same]
    first = max((one.sort for one in stored), default=-1) + 1
    new = [replace(one, sort=first + place) for place, one in enumerate(new)]
    everybody = (*(joined.get(one.id, one) for one in stored), *new)
    return everybody, (*added(*new), *altered((one, joined.get(one.id, one)) for one in stored))


def seated_among(
    read: Sequence[Attendance], stored: Sequence[Attendance]
) -> tuple[list[Attendance], dict[str, Attendance]]:
    """Those read, standing in for the stored entries, and the stored entry of each by the id of the read one."""
    left = list(stored)
    same: dict[str, Attendance] = {}
    for one in read:
        found = _same_attendance(one, left)
        if found is not None:
            left.remove(found)
            same[one.id] = found
    ids = {read_id: one.id for read_id, one in same.items()}
    return [
        replace(one, stands_in_for_id=ids.get(one.stands_in_for_id or "", one.stands_in_for_id)) for one in read
    ], same


def _same_attendance(one: Attendance, among: Sequence[Attendance]) -> Attendance | None:
    """The entry of the same person, else the one of the same name."""
    same_person = [each for each in among if each.person_id is not None and each.person_id == one.person_id]
    named = [each for each in among if same_name(each.name) == same_name(one.name)]
    return next(iter(same_person + named), None)


def _joined(stood: Attendance, read: Attendance) -> Attendance:
    facts = {name: getattr(read, name) for name in _FACTS if not getattr(stood, name)}
    is_open = stood.status is AttendanceStatus.UNKNOWN
    return replace(stood, **facts, **({name: getattr(read, name) for name in _PRESENCE} if is_open else {}))
