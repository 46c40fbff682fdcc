"""What is asked about a person of the list: a stand-in's name, a time, a remark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from referatdesk.domain.boards import Membership, Person
from referatdesk.domain.changes import Change
from referatdesk.domain.codes import AttendanceStatus, SubstitutionKind
from referatdesk.domain.meetings import Attendance
from referatdesk.i18n.catalogue import _
from referatdesk.services.presence import attendance
from referatdesk.services.presence.gestures import Gesture, gesture
from referatdesk.services.presence.moments import Moment, course_of
from referatdesk.services.presence.rulings import set_time_of
from referatdesk.services.presence.stand_ins import call_stand_in
from referatdesk.ui.clock import now_text
from referatdesk.ui.desk import Desk
from referatdesk.ui.typed import read_clock

TIMED = (AttendanceStatus.ABSENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY)


class AttendanceQuestions:
    def __init__(self, desk: Desk, moment: Callable[[], Moment], say: Callable[[str], None]) -> None:
        self._desk = desk
        self._moment = moment
        self._say = say

    def stand_in(self, attendance_id: str) -> None:
        """The member's personal substitute stands ready as the answer."""
        one = self._desk.workspace.get(Attendance, attendance_id)
        question = _("Who stands in for {name}?").format(name=one.name)
        self._desk.ask.text(question, lambda name: self._call(one.id, name.strip()), self._substitute(one))

    def _substitute(self, one: Attendance) -> str:
        records = self._desk.workspace
        seats = (seat for seat in records.all(Membership) if seat.person_id and seat.person_id == one.person_id)
        named = (records.find(Person, seat.substitute_id) for seat in seats if seat.substitute_id)
        return next((person.full_name for person in named if person is not None), "")

    def _call(self, attendance_id: str, name: str) -> None:
        if name:
            records, kind = self._desk.workspace, SubstitutionKind.DEPUTY
            self._do(lambda: call_stand_in(records, attendance_id, name, self._moment(), kind))

    def remark(self, attendance_id: str) -> None:
        one = self._desk.workspace.get(Attendance, attendance_id)
        question = _("Remark on {name}").format(name=one.name)
        self._desk.ask.text(question, lambda words: self._remarked(one.id, words.strip() or None), one.note or "")

    def _remarked(self, attendance_id: str, words: str | None) -> None:
        self._do(lambda: attendance.edit_person(self._desk.workspace, attendance_id, note=words))

    def time(self, attendance_id: str) -> None:
        """When somebody came or left, where the moment of the key was not it."""
        records = self._desk.workspace
        one = records.get(Attendance, attendance_id)
        noted = course_of(records, one.meeting_id).last_move(one.id, self._moment().item_id or "")
        status = noted.status if noted else one.status
        if status not in TIMED:
            self._say(_("{name} has no time to change.").format(name=one.name))
            return
        left = status is AttendanceStatus.LEFT_EARLY
        question = _("When did {name} leave?") if left else _("When did {name} come?")
        known = (noted.from_time or noted.to_time) if noted else one.left_at if left else one.arrived_at
        shown = (known or now_text()).replace(":", ".")
        set_time = partial(set_time_of, records, noted.id) if noted else partial(self._said, one.id, status)
        self._desk.ask.text(question.format(name=one.name), lambda answer: self._timed(answer, set_time), shown)

    def _said(self, attendance_id: str, status: AttendanceStatus, time: str) -> Change:
        """Whoever was not there yet comes at that time: under the item shown, once the meeting runs."""
        moment, came = self._moment(), status is AttendanceStatus.ABSENT
        if came and moment.runs:
            return gesture(self._desk.workspace, attendance_id, Gesture.HERE, replace(moment, time=time))
        said = AttendanceStatus.LATE if came else status
        return attendance.set_status(self._desk.workspace, attendance_id, said, time=time)

    def _timed(self, answer: str, set_time: Callable[[str], Change]) -> None:
        time = read_clock(answer)
        if time is None:
            self._desk.ask.inform(_("That is no time of day"), _("Write it as 13.45."))
            return
        self._do(lambda: set_time(time))

    def _do(self, act: Callable[[], Change]) -> None:
        self._desk.attempt(lambda: self._desk.do(act()))
