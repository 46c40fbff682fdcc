"""Who is in the room: at the meeting, at each item, and whether the board can decide.

`Attendance` says what holds for the meeting, `ItemAttendance` where an item differs. Who left under an item is away at
those after it until he comes back; who came late was away at those before. All else holds for its item alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from referatdesk.domain.boards import Board
from referatdesk.domain.codes import AttendanceStatus, Role
from referatdesk.domain.course import day_begins, is_before, seconds_into
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
_NOT_THERE = AWAY | {AttendanceStatus.DISQUALIFIED}
PASSING = frozenset({Role.GUEST, Role.PRESENTER})
"""Those who come for a part of the meeting as a rule."""
CARRIED = frozenset({AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY})
"""What is noted at one item and holds on from there."""
_VAGUE = CARRIED | {AttendanceStatus.UNKNOWN, AttendanceStatus.PARTIAL, AttendanceStatus.DISQUALIFIED}
"""What is said of a meeting of which the items say more exactly when somebody was there."""


class Stand(NamedTuple):
    """How somebody stood at an item, whether he was in the room at its end, and whether a leaving keeps him away."""

    status: AttendanceStatus
    here: bool
    left: bool = False


class Line(NamedTuple):
    """How somebody stood throughout: at the items where something was noted, and at those before and between them.

    `between[0]` holds until the first of the `places`, each other one after the place before it.
    """

    places: list[int]
    at_items: list[Stand]
    between: list[Stand]

    def at(self, place: int) -> Stand:
        before = bisect_left(self.places, place)
        is_noted = before < len(self.places) and self.places[before] == place
        return self.at_items[before] if is_noted else self.between[before]


class Course:
    """Where everybody was, item by item, in the order in which the items were dealt with."""

    def __init__(
        self, people: Iterable[Attendance], item_ids: Iterable[str], noted: Iterable[ItemAttendance] = ()
    ) -> None:
        self.people = tuple(people)
        self.item_ids = tuple(item_ids)
        self._by_id = {one.id: one for one in self.people}
        self._places = {item: place for place, item in enumerate(self.item_ids)}
        self._noted: dict[str, dict[str, list[ItemAttendance]]] = defaultdict(lambda: defaultdict(list))
        for row in noted:
            self._noted[row.attendance_id][row.item_id].append(row)
        self._lines: dict[str, Line] = {}

    def noted_at(self, person_id: str, item_id: str) -> tuple[ItemAttendance, ...]:
        """What was noted of the person at the item, in the order in which it happened."""
        rows = self._noted[person_id].get(item_id, ())
        return _by_the_clock(rows) if len(rows) > 1 else tuple(rows)

    def noted_of(self, person_id: str) -> list[tuple[str, tuple[ItemAttendance, ...]]]:
        """The items of the meeting at which anything was noted of the person, with what was."""
        items = sorted((item for item in self._noted[person_id] if item in self._places), key=self._places.__getitem__)
        return [(item, self.noted_at(person_id, item)) for item in items]

    def is_noted(self, item_id: str) -> bool:
        """Whether anything was noted of anybody at the item."""
        return any(item_id in items for items in self._noted.values())

    def stand(self, person_id: str, item_id: str) -> Stand:
        """At an item that is not of the meeting, as it is said of the meeting."""
        one = self._by_id[person_id]
        if person_id not in self._lines:
            noted = self.noted_of(person_id)
            self._lines[person_id] = _line(one, [self._places[item] for item, _rows in noted], noted)
        place = self._places.get(item_id)
        return Stand(one.status, one.status in IN_THE_ROOM) if place is None else self._lines[person_id].at(place)

    def status_at(self, person_id: str, item_id: str) -> AttendanceStatus:
        return self.stand(person_id, item_id).status

    def is_here(self, person_id: str, item_id: str) -> bool:
        """Whether the person is in the room now that the item is dealt with, or was when it ended."""
        return self.stand(person_id, item_id).here

    def took_part(self, person_id: str, item_id: str) -> bool:
        """Whether the person was there for any of the item."""
        return self.status_at(person_id, item_id) in IN_THE_ROOM

    def absent_at(self, item_id: str) -> tuple[Attendance, ...]:
        """Those listed who were not there for the item, in the order of the list. Guests and stand-ins are missed only
        where they never came to the meeting or were disqualified: nobody waits for them otherwise.
        """
        return tuple(one for one in self.people if self._is_missed(one, self.status_at(one.id, item_id)))

    def _is_missed(self, one: Attendance, status: AttendanceStatus) -> bool:
        if status is AttendanceStatus.DISQUALIFIED or (one.status in AWAY and not self.has_moved(one.id)):
            return status in _NOT_THERE
        return status in AWAY and one.stands_in_for_id is None and not PASSING & set(one.roles)

    def here_at(self, item_id: str) -> tuple[Attendance, ...]:
        return tuple(one for one in self.people if self.is_here(one.id, item_id))

    def voters_at(self, item_id: str) -> int:
        """Voting seats that are taken: one on which both its owner and a stand-in sit counts once."""
        return len({one.stands_in_for_id or one.id for one in self.here_at(item_id) if one.has_vote})

    def has_moved(self, person_id: str) -> bool:
        """Whether anybody noted a coming or going of the person."""
        return any(row.status in CARRIED for _item, rows in self.noted_of(person_id) for row in rows)

    def last_move(self, person_id: str, item_id: str) -> ItemAttendance | None:
        """The coming or going that holds at the item."""
        place = self._places.get(item_id, -1)
        so_far = [rows for item, rows in self.noted_of(person_id) if self._places[item] <= place]
        rows = (row for rows in reversed(so_far) for row in reversed(rows))
        return next((row for row in rows if row.status in CARRIED), None)

    def missed(self, person_id: str) -> tuple[str, ...]:
        """The items at which the person was not."""
        return tuple(item for item in self.item_ids if self.status_at(person_id, item) in _NOT_THERE)


def _by_the_clock(rows: Sequence[ItemAttendance]) -> tuple[ItemAttendance, ...]:
    """What holds for the item alone is told last; what has no time comes behind what was noted before it."""
    begins = day_begins(time for row in rows if (time := _moment(row)))
    places: dict[str, int] = {}
    place = -1
    for row in rows:
        time = _moment(row)
        place = seconds_into(begins, time) if time else place
        places[row.id] = place
    return tuple(sorted(rows, key=lambda row: (row.status not in CARRIED, places[row.id])))


def _moment(row: ItemAttendance) -> str | None:
    return row.from_time or row.to_time


def _line(one: Attendance, places: list[int], noted: Sequence[tuple[str, Sequence[ItemAttendance]]]) -> Line:
    carried = [row.status for _item, rows in noted for row in rows if row.status in CARRIED]
    at_ease = _in_the_room(one, bool(carried))
    now = Stand(at_ease, here=_from_the_start(one, carried, noted))
    at_items: list[Stand] = []
    between = [_unless_gone(one, now)]
    for _item, rows in noted:
        at_item = between[-1]
        for row in rows:
            at_item, now = _moved(row, at_item, now, at_ease)
        at_items.append(at_item)
        between.append(_unless_gone(one, now))
    return Line(places, at_items, between)


def _unless_gone(one: Attendance, now: Stand) -> Stand:
    """How somebody stands at an item at which nothing is noted."""
    if now.here or _is_open(one, now):
        return now
    return Stand(one.status if one.status in AWAY else AttendanceStatus.ABSENT, here=False, left=now.left)


def _is_open(one: Attendance, now: Stand) -> bool:
    """Whether nobody has said yet where the person is."""
    return one.status in {AttendanceStatus.UNKNOWN, AttendanceStatus.DISQUALIFIED} and now.status is one.status


def _in_the_room(one: Attendance, has_moved: bool) -> AttendanceStatus:
    """What is said of somebody who is simply there."""
    if one.status in AWAY or (has_moved and one.status in _VAGUE):
        return AttendanceStatus.SUBSTITUTING if one.stands_in_for_id else AttendanceStatus.PRESENT
    return one.status


def _from_the_start(
    one: Attendance, carried: Sequence[AttendanceStatus], noted: Sequence[tuple[str, Sequence[ItemAttendance]]]
) -> bool:
    """Whoever is noted as coming was away before, and whoever was there for some items only was there for those."""
    if carried[:1] == [AttendanceStatus.LATE]:
        return False
    if one.status is AttendanceStatus.PARTIAL and not carried:
        return not any(row.status in IN_THE_ROOM for _item, rows in noted for row in rows)
    return one.status in IN_THE_ROOM or (one.status is AttendanceStatus.UNKNOWN and bool(carried))


def _moved(row: ItemAttendance, at_item: Stand, now: Stand, at_ease: AttendanceStatus) -> tuple[Stand, Stand]:
    """How the person stands at the item, and from there on, once this is noted too."""
    if row.status is AttendanceStatus.LEFT_EARLY:
        return Stand(row.status, here=False, left=True), Stand(at_ease, here=False, left=True)
    if row.status is AttendanceStatus.LATE or (row.status is AttendanceStatus.PRESENT and now.left):
        return Stand(row.status, here=True), Stand(at_ease, here=True)
    came, left = row.from_time, row.to_time
    is_over = left is not None and (came is None or is_before(came, left))
    has_left = at_item.left and at_item.status is AttendanceStatus.LEFT_EARLY and came is None
    here = row.status in IN_THE_ROOM and not is_over and not has_left
    return Stand(row.status, here, left=at_item.left), now


def absent_at(
    item_id: str, attendances: Iterable[Attendance], deviations: Iterable[ItemAttendance]
) -> tuple[Attendance, ...]:
    """Those not there for an item as far as it tells itself, whatever happened at the others."""
    return Course(attendances, (item_id,), deviations).absent_at(item_id)


def seats(attendances: Iterable[Attendance]) -> int:
    """Voting seats: a stand-in sits on the seat of the one he stands in for."""
    return sum(one.has_vote and one.stands_in_for_id is None for one in attendances)


def quorum_needed(board: Board, attendances: Iterable[Attendance]) -> int:
    """Voting members that must be there: the board's own number, else half of the seats (section 11 (2) of the Local
    Government Act).
    """
    return board.quorum if board.quorum is not None else (seats(attendances) + 1) // 2
