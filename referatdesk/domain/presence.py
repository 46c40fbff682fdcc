"""Who is in the room: at the meeting, at one item, and whether the board can decide."""

from __future__ import annotations

from collections.abc import Iterable

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance, ItemAttendance

IN_THE_ROOM = frozenset(
    {
        AttendanceStatus.PRESENT,
        AttendanceStatus.REMOTE,
        AttendanceStatus.LATE,
        AttendanceStatus.LEFT_EARLY,
        AttendanceStatus.PARTIAL,
        AttendanceStatus.SUBSTITUTING,
    }
)
AWAY = frozenset(
    {
        AttendanceStatus.ABSENT,
        AttendanceStatus.ABSENT_NOTIFIED,
        AttendanceStatus.ABSENT_UNNOTIFIED,
        AttendanceStatus.CALLED_NOT_MET,
        AttendanceStatus.VACANT,
    }
)


def status_at(attendance: Attendance, item_id: str, deviations: Iterable[ItemAttendance]) -> AttendanceStatus:
    """The person's status while the item was dealt with: the last deviation noted for it, else that of the meeting."""
    status = attendance.status
    for deviation in deviations:
        if deviation.item_id == item_id and deviation.attendance_id == attendance.id:
            status = deviation.status
    return status


def absent_at(
    item_id: str, attendances: Iterable[Attendance], deviations: Iterable[ItemAttendance]
) -> tuple[Attendance, ...]:
    """Those listed who were not there for the item, in the order of the list."""
    noted = tuple(deviations)
    away = AWAY | {AttendanceStatus.DISQUALIFIED}
    return tuple(one for one in attendances if status_at(one, item_id, noted) in away)


def voters_present(attendances: Iterable[Attendance]) -> int:
    return sum(one.has_vote and one.status in IN_THE_ROOM for one in attendances)


def seats(attendances: Iterable[Attendance]) -> int:
    """Voting seats: a stand-in sits on the seat of the one he stands in for."""
    return sum(one.has_vote and one.stands_in_for_id is None for one in attendances)


def quorum_needed(board: Board, attendances: Iterable[Attendance]) -> int:
    """Voting members that must be there: the board's own number, else more than half of the seats."""
    return board.quorum if board.quorum is not None else seats(attendances) // 2 + 1
