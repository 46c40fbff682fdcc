"""The people of the open meeting as they stand at an item, a row each, with their groups over them."""

from __future__ import annotations

from collections.abc import Iterator

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.codes import AttendanceStatus, MeetingStatus, Role
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.domain.presence import Course
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.lookup import items_of
from referatdesk.services.presence.moments import conflicts_of, course_of
from referatdesk.ui.panes.attendance_list import PersonRow
from referatdesk.ui.person_keys import person_keys
from referatdesk.ui.words.codes import word
from referatdesk.ui.words.presence import conflict_words, state_words

_BEFORE_ITS_END = frozenset({MeetingStatus.DRAFT, MeetingStatus.AGENDA_SENT, MeetingStatus.IN_SESSION})
_PARTLY = frozenset(
    {AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY, AttendanceStatus.PARTIAL, AttendanceStatus.REMOTE}
)


class PersonRows:
    """Made anew whenever something changed; nothing of it is kept."""

    def __init__(self, records: Workspace, meeting: Meeting, item_id: str) -> None:
        self.course: Course = course_of(records, meeting.id)
        self.numbers = printed_numbers(items_of(records, meeting.id), style_of(records, meeting).sub_numbers)
        self._item_id = item_id
        self._is_over = meeting.end_actual is not None or meeting.status not in _BEFORE_ITS_END
        self._names = {one.id: one.name for one in self.course.people}
        self._keys = person_keys(self.course.people)
        self._warnings: dict[str, list[str]] = {}
        for conflict in conflicts_of(records, meeting.id):
            words = conflict_words(conflict, self._names, self.numbers)
            self._warnings.setdefault(conflict.attendance_id, []).append(words)

    def rows(self) -> list[PersonRow]:
        """Each group's heading once, its people, stand-ins under those they stand in for."""
        return list(self._rows())

    def _rows(self) -> Iterator[PersonRow]:
        group: str | None = None
        stand_ins: dict[str, list[Attendance]] = {}
        for one in self.course.people:
            if one.stands_in_for_id in self._names:
                stand_ins.setdefault(one.stands_in_for_id or "", []).append(one)
        for one in self.course.people:
            if one.stands_in_for_id in self._names:
                continue
            if one.group_label and one.group_label != group:
                yield PersonRow("", one.group_label)
            group = one.group_label or group
            yield self._row(one)
            yield from map(self._row, stand_ins.get(one.id, ()))

    def _row(self, one: Attendance) -> PersonRow:
        stand = self.course.stand(one.id, self._item_id)
        is_unknown = stand.status is AttendanceStatus.UNKNOWN
        parts = [one.organisation or one.title or "", f"({one.party})" if one.party else ""]
        has_moved = self.course.has_moved(one.id)
        noted = {row.status for row in self.course.noted_at(one.id, self._item_id)}
        return PersonRow(
            id=one.id,
            name=one.name,
            detail=" ".join(part for part in parts if part),
            state=state_words(self.course, one, self._item_id, self.numbers, is_over=self._is_over),
            here=None if is_unknown else stand.here,
            partly=stand.here and (stand.status in _PARTLY or bool(noted)),
            stands_in=one.stands_in_for_id is not None,
            for_whom=self._names.get(one.stands_in_for_id or "", ""),
            role=", ".join(word(role) for role in one.roles if role is not Role.MEMBER),
            badge=self._keys[one.id],
            is_plain=one.status is AttendanceStatus.PRESENT and stand.here and not noted and not has_moved,
            note=one.note or "",
            warning=" ".join(self._warnings.get(one.id, ())),
        )


def quorum_words(here: int, voters: int, enough: bool) -> str:
    words = _("{here} of {voters} – quorate") if enough else _("{here} of {voters} – not quorate")
    return ("✓ " if enough else "") + words.format(here=here, voters=voters)
