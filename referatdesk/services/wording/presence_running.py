"""Who came, went, stood in or was disqualified, told with the time in the minutes of the item where it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.course import DAY, day_begins, is_before, seconds_into
from referatdesk.domain.decisions import Disqualification
from referatdesk.domain.meetings import Attendance, ItemAttendance
from referatdesk.i18n.lists import format_words
from referatdesk.services.wording.presence import Told, capital, genitive, seat_words

_THE_ITEM = "behandlingen af punktet"
_ALONE: Mapping[AttendanceStatus, str] = {
    AttendanceStatus.PRESENT: f"deltog i {_THE_ITEM}",
    AttendanceStatus.REMOTE: f"deltog virtuelt i {_THE_ITEM}",
}
_LAST = "~"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, about whom, and whether it comes behind what was said at the item: somebody left."""

    names: tuple[str, ...]
    words: str
    goes: bool = False


@dataclass(frozen=True, slots=True)
class _Happened:
    """`before` and `after` stand around the names; what has the same words is told of all at once."""

    order: str
    before: str
    after: str
    goes: bool = False
    several: str = ""
    """What stands behind more than one name, where that is other words."""


def running_sentences(told: Told, item_id: str) -> list[Sentence]:
    """In the order in which it happened, as far as that was noted; of those who left without a time, last."""
    by_what: dict[_Happened, list[str]] = {}
    whole: list[Sentence] = []
    for one in told.course.people:
        for row in told.course.noted_at(one.id, item_id):
            if row.reason_text:
                whole.append(Sentence((one.name,), row.reason_text))
            elif (happened := _happened(told, one, row)) is not None:
                by_what.setdefault(happened, []).append(one.name)
    begins = day_begins(one.order for one in by_what if one.order not in {"", _LAST})
    in_order = sorted(by_what.items(), key=lambda one: _place(one[0].order, begins))
    return [*whole, *ruling_sentences(told, item_id), *(_sentence(happened, names) for happened, names in in_order)]


def _place(order: str, begins: int) -> int:
    if order in {"", _LAST}:
        return DAY if order else -1
    return seconds_into(begins, order)


def _sentence(happened: _Happened, names: list[str]) -> Sentence:
    behind = happened.several if len(names) > 1 and happened.several else happened.after
    words = " ".join(part for part in (happened.before, format_words(names), behind) if part)
    return Sentence(tuple(names), capital(words) + ".", happened.goes)


def _happened(told: Told, one: Attendance, row: ItemAttendance) -> _Happened | None:
    match row.status:
        case AttendanceStatus.LATE:
            return _came(told, one, row)
        case AttendanceStatus.LEFT_EARLY:
            return _went(told, row)
        case AttendanceStatus.PARTIAL:
            return _partly(told, row)
        case AttendanceStatus.SUBSTITUTING:
            seat = seat_words(told, one)
            return _Happened("", "", f"deltog {seat} i {_THE_ITEM}" if seat else _ALONE[AttendanceStatus.PRESENT])
        case AttendanceStatus.DISQUALIFIED:
            return _disqualified(told, one, row)
        case _:
            return _Happened("", "", _ALONE.get(row.status, f"deltog ikke i {_THE_ITEM}"))


def _came(told: Told, one: Attendance, row: ItemAttendance) -> _Happened:
    seat = seat_words(told, one)
    if _was_here(told, one, row):
        verb, rest = "vendte", "tilbage til mødet"
    elif seat:
        verb, rest = "indtrådte", seat
    else:
        verb, rest = "ankom", ""
    if row.from_time:
        return _Happened(row.from_time, f"{told.clock(row.from_time)} {verb}", rest)
    return _Happened("", "", " ".join(part for part in (verb, rest, f"under {_THE_ITEM}") if part))


def _was_here(told: Told, one: Attendance, row: ItemAttendance) -> bool:
    """Whether somebody who comes had left before."""
    items = told.course.item_ids
    rows = [noted for item in items[: items.index(row.item_id) + 1] for noted in told.course.noted_at(one.id, item)]
    return any(noted.status is AttendanceStatus.LEFT_EARLY for noted in rows[: rows.index(row)])


def _went(told: Told, row: ItemAttendance) -> _Happened:
    if row.to_time:
        return _Happened(row.to_time, f"{told.clock(row.to_time)} forlod", "mødet", goes=True)
    return _Happened(_LAST, "", f"forlod mødet under {_THE_ITEM}", goes=True)


def _partly(told: Told, row: ItemAttendance) -> _Happened:
    came, left = row.from_time, row.to_time
    if came and left and not is_before(came, left):
        return _Happened(left, "", f"var ikke til stede fra {told.clock(left)} til {told.clock(came)}")
    times = [f"fra {told.clock(came)}" if came else "", f"til {told.clock(left)}" if left else ""]
    if not any(times):
        return _Happened("", "", f"deltog i en del af {_THE_ITEM}")
    return _Happened(came or left or "", "", " ".join([f"deltog i {_THE_ITEM}", *(time for time in times if time)]))


def _disqualified(told: Told, one: Attendance, row: ItemAttendance) -> _Happened | None:
    """A ruling that says more tells it in `ruling_sentences`."""
    ruling = _ruling(told, one.id, row.item_id)
    if ruling is None:
        rest = f"og deltog ikke i {_THE_ITEM}"
        return _Happened("", "", f"var inhabil {rest}", several=f"var inhabile {rest}")
    if ruling.text or _raised_by_another(told, ruling):
        return None
    rest = f"og {_stayed_out(ruling)}"
    return _Happened("", "", f"erklærede sig inhabil {rest}", several=f"erklærede sig inhabile {rest}")


def _stayed_out(ruling: Disqualification) -> str:
    return f"forlod lokalet under {_THE_ITEM}" if ruling.left_room else f"deltog ikke i {_THE_ITEM}"


def _ruling(told: Told, attendance_id: str, item_id: str) -> Disqualification | None:
    mine = (one for one in told.rulings if (one.attendance_id, one.item_id) == (attendance_id, item_id))
    return next((one for one in mine if one.disqualified), None)


def _raised_by_another(told: Told, ruling: Disqualification) -> bool:
    return bool(ruling.raised_by) and ruling.raised_by != told.name(ruling.attendance_id)


def ruling_sentences(told: Told, item_id: str) -> list[Sentence]:
    """What the board found where the question was raised, by somebody else or in vain."""
    return list(_ruled(told, item_id))


def _ruled(told: Told, item_id: str) -> Iterator[Sentence]:
    for ruling in told.rulings:
        name = told.name(ruling.attendance_id)
        if ruling.item_id != item_id or not name:
            continue
        if ruling.text:
            yield Sentence((name,), ruling.text)
        elif not ruling.disqualified or _raised_by_another(told, ruling):
            yield Sentence((name,), " ".join(_found(told, ruling, name)))


def _found(told: Told, ruling: Disqualification, name: str) -> Iterator[str]:
    if ruling.raised_by and _raised_by_another(told, ruling):
        yield f"{ruling.raised_by} rejste spørgsmålet om {genitive(name)} habilitet."
    yield f"{told.board_name} fandt, at {name} {'' if ruling.disqualified else 'ikke '}var inhabil."
    if ruling.disqualified:
        yield f"{name} {_stayed_out(ruling)}."
