"""How the list at the top shows somebody who was not simply there, and the line under an item who was away.

What the house tells nowhere else stands beside the name: no coming, going or taking part from elsewhere is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from referatdesk.domain.codes import AttendanceStatus, PresenceForm
from referatdesk.domain.course import is_before
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.domain.presence import AWAY, CARRIED, PASSING
from referatdesk.services.wording.people import absence_line, comings_and_goings
from referatdesk.services.wording.presence import Told, item_words

_LATE, _LEFT = AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY


def as_listed(told: Told, one: Attendance) -> Attendance:
    """The person as the whole meeting shows it: who came after all is not listed as away."""
    moves = _moves(told, one)
    beside = [] if PresenceForm.RUNNING in told.style.presence_forms else list(_beside(told, one, moves))
    if moves:
        one = _simply(one, moves)
    elif _is_for_some_items(told, one):
        one = replace(one, status=_there(one))
    elif one.status_raw or one.status in AWAY:
        return one
    words = [*(words for words in comings_and_goings(one, told.style) if words), *beside]
    return replace(one, status_raw=f"({', '.join(words)})") if beside else one


def absentees_line(told: Told, item_id: str, absent: Sequence[Attendance]) -> str:
    """ "Palle Nørre, Egeby Kommune, Sanne Brix, A (inhabil)": those of the absent whom the item names."""
    status = AttendanceStatus.DISQUALIFIED
    disqualified = [one.id for one in absent if told.course.status_at(one.id, item_id) is status]
    return absence_line(absent, told.style, disqualified)


def _moves(told: Told, one: Attendance) -> list[ItemAttendance]:
    """The comings and goings; whoever is noted as present after having left is back."""
    moves: list[ItemAttendance] = []
    for _item, rows in told.course.noted_of(one.id):
        for row in rows:
            is_back = row.status is AttendanceStatus.PRESENT and moves and moves[-1].status is _LEFT
            if row.status in CARRIED or is_back:
                moves.append(row)
    return moves


def _simply(one: Attendance, moves: Sequence[ItemAttendance]) -> Attendance:
    """Without what the comings and goings say more exactly."""
    comes, goes = moves[0].status is _LATE, moves[-1].status is _LEFT
    is_exact = {_LATE: comes, _LEFT: goes, AttendanceStatus.REMOTE: False}.get(one.status, True)
    return replace(
        one,
        status=_there(one) if is_exact else one.status,
        status_raw=None,
        reason=None,
        reason_text=None,
        arrived_at=None if comes else one.arrived_at,
        left_at=None if goes else one.left_at,
    )


def _there(one: Attendance) -> AttendanceStatus:
    return AttendanceStatus.SUBSTITUTING if one.stands_in_for_id else AttendanceStatus.PRESENT


def _is_for_some_items(told: Told, one: Attendance) -> bool:
    """Whether somebody of whom only that is said was there at the items where it is noted."""
    is_vague = one.status is AttendanceStatus.PARTIAL and not one.status_raw
    return is_vague and 0 < len(_attended(told, one)) < len(told.course.item_ids)


def _attended(told: Told, one: Attendance) -> list[str]:
    return [item for item in told.course.item_ids if told.course.took_part(one.id, item)]


def _beside(told: Told, one: Attendance, moves: Sequence[ItemAttendance]) -> Iterator[str]:
    in_sentence = PresenceForm.HEAD in told.style.presence_forms
    for place, row in enumerate(moves):
        if _time_of(row) or not (in_sentence and _is_next_to_missed(told, one, row)):
            yield _moved(told, row, is_back=row.status is not _LEFT and place > 0)
    yield from _in_parts(told, one)
    if in_sentence:
        return
    rows = [row for _item, noted in told.course.noted_of(one.id) for row in noted]
    if remote := [row.item_id for row in rows if row.status is AttendanceStatus.REMOTE]:
        yield f"deltog virtuelt i {item_words(told, remote)}"
    if one.stands_in_for_id or PASSING & set(one.roles) or _is_for_some_items(told, one):
        yield from _of_items(told, one, rows, moves)


def _is_next_to_missed(told: Told, one: Attendance, row: ItemAttendance) -> bool:
    """Whether the sentence below the list tells of the items missed before somebody came or after he left."""
    dealt_with = set(told.treated(told.course.item_ids))
    treated = [item for item in told.course.item_ids if item in dealt_with]
    place = treated.index(row.item_id) if row.item_id in treated else -1
    beside = treated[place + 1 : place + 2] if row.status is _LEFT else treated[max(place - 1, 0) : max(place, 0)]
    return any(item in told.course.missed(one.id) for item in beside)


def _time_of(row: ItemAttendance) -> str | None:
    return row.to_time if row.status is _LEFT else row.from_time


def _moved(told: Told, row: ItemAttendance, *, is_back: bool) -> str:
    left, time = row.status is _LEFT, _time_of(row)
    if time:
        return f"{'forlod mødet' if left else 'tilbage' if is_back else 'ankom'} {told.clock(time)}"
    return f"{'til' if left else 'tilbage fra' if is_back else 'fra'} {item_words(told, [row.item_id])}"


def _in_parts(told: Told, one: Attendance) -> Iterator[str]:
    """There for a part of an item; a sentence below the list tells it without the times."""
    for item, rows in told.course.noted_of(one.id):
        for row in rows:
            if row.status is AttendanceStatus.PARTIAL:
                yield from _part(told, row, item_words(told, [item]))


def _part(told: Told, row: ItemAttendance, where: str) -> Iterator[str]:
    came, left = row.from_time, row.to_time
    if came and left and not is_before(came, left):
        yield f"ikke til stede under {where} fra {told.clock(left)} til {told.clock(came)}"
    elif came or left:
        times = [f"fra {told.clock(came)}" if came else "", f"til {told.clock(left)}" if left else ""]
        yield " ".join([f"deltog i {where}", *(time for time in times if time)])
    elif PresenceForm.HEAD not in told.style.presence_forms:
        yield f"deltog i en del af {where}"


def _of_items(
    told: Told, one: Attendance, rows: Sequence[ItemAttendance], moves: Sequence[ItemAttendance]
) -> Iterator[str]:
    """The items at which a guest or a stand-in was or was not: no line tells whom nobody waits for."""
    if not moves:
        attended = _attended(told, one)
        if 0 < len(attended) < len(told.course.item_ids):
            yield item_words(told, attended)
        return
    here = {AttendanceStatus.PRESENT, AttendanceStatus.SUBSTITUTING}
    if there := [row.item_id for row in rows if row.status in here and row not in moves]:
        yield f"deltog i {item_words(told, there)}"
    if out := [row.item_id for row in rows if row.status is AttendanceStatus.ABSENT]:
        yield f"deltog ikke i {item_words(told, out)}"
