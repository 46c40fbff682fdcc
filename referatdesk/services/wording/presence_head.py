"""Who was away for a part of the meeting, told after the list at its top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY, CARRIED, PASSING
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.presence import Told, item_words, seat_words


def head_sentences(told: Told) -> list[str]:
    """ "Palle Nørre og Sanne Brix deltog ikke i behandlingen af punkt 4–6.": those of whom the same is told, in one."""
    by_what: dict[str, list[str]] = defaultdict(list)
    for one in told.course.people:
        for words in _told_of(told, one):
            by_what[words].append(one.name)
    return [*(f"{format_words(names)} {words}." for words, names in by_what.items()), *_found_fit(told)]


def _told_of(told: Told, one: Attendance) -> Iterator[str]:
    if one.status is AttendanceStatus.CALLED_NOT_MET:
        yield f"var indkaldt {seat_words(told, one)}".rstrip() + ", men mødte ikke"
        return
    attended = told.treated(item for item in told.course.item_ids if told.course.took_part(one.id, item))
    missed = told.treated(told.course.missed(one.id))
    if not attended and one.status in AWAY and not told.course.has_moved(one.id):
        return
    if missed and attended and (told.name(one.stands_in_for_id) or PASSING & set(one.roles)):
        yield f"deltog {seat_words(told, one)} i behandlingen af {item_words(told, attended)}".replace("  ", " ")
        yield from _missed(told, one, missed, disqualified_only=True)
    elif missed:
        yield from _missed(told, one, missed)
    yield from _in_parts(told, one)


def _missed(told: Told, one: Attendance, missed: list[str], *, disqualified_only: bool = False) -> Iterator[str]:
    status = AttendanceStatus.DISQUALIFIED
    disqualified = [item for item in missed if told.course.status_at(one.id, item) is status]
    away = [item for item in missed if item not in disqualified]
    if away and not disqualified_only:
        yield f"deltog ikke i behandlingen af {item_words(told, away)}"
    if disqualified:
        yield f"deltog ikke i behandlingen af {item_words(told, disqualified)} på grund af inhabilitet"


def _in_parts(told: Told, one: Attendance) -> Iterator[str]:
    rows = {item: told.course.noted_at(one.id, item) for item in told.course.item_ids}
    remote = [item for item, noted in rows.items() if any(row.status is AttendanceStatus.REMOTE for row in noted)]
    if remote:
        yield f"deltog virtuelt i behandlingen af {item_words(told, remote)}"
    partly = [
        item
        for item, noted in rows.items()
        if any(row.status is AttendanceStatus.PARTIAL for row in noted) or {row.status for row in noted} >= CARRIED
    ]
    if partly:
        yield f"deltog i en del af behandlingen af {item_words(told, partly)}"


def _found_fit(told: Told) -> Iterator[str]:
    for ruling in told.rulings:
        name = told.name(ruling.attendance_id)
        if name and not ruling.disqualified:
            where = item_words(told, [ruling.item_id])
            yield f"{told.board_name} fandt under {where}, at {name} ikke var inhabil."
