"""The people of a meeting as values of its template: in groups, one by one, and in one piece."""

from __future__ import annotations

from collections.abc import Sequence

from referatdesk.documents.word.values import Scope, Value
from referatdesk.domain.boards import Person
from referatdesk.domain.codes import AbsenceReason, AttendanceForm, Role
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.presence import AWAY
from referatdesk.services.gathering.presence import head_lines
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.wording import head, people

_REASONS = {
    AbsenceReason.ILLNESS: "sygdom",
    AbsenceReason.HOLIDAY: "ferie",
    AbsenceReason.WORK: "arbejde",
    AbsenceReason.OTHER_DUTY: "andet hverv",
    AbsenceReason.BUSINESS_TRIP: "tjenesterejse",
    AbsenceReason.LEAVE: "orlov",
}


def attendance_fields(sources: Sources) -> dict[str, Value]:
    """The fields of the head that tell who was there, who took the minutes and who led the meeting."""
    meeting, style, listed = sources.meeting, sources.style, sources.people
    known = {one.id: one for one in sources.records.all(Person)} if not meeting.sign_off else {}
    return {
        "møde.deltagere": attendance_run(sources),
        "møde.tilstede": _with_lines(people.present_run(listed, style), sources, AttendanceForm.CELL),
        "møde.fraværende": _with_lines(
            people.absence_of_meeting(listed, meeting, style), sources, AttendanceForm.ABSENTEES
        ),
        "møde.deltageroverskrift": head.ATTENDANCE_HEADING if listed and sources.attendance_item is None else None,
        "møde.referent": None if head.says_who_minutes(meeting) else head.names_in_role(listed, Role.MINUTE_TAKER),
        "møde.mødeleder": head.names_in_role(listed, Role.MEETING_LEADER),
        "møde.underskrift": meeting.sign_off,
        "møde.referentinitialer": (
            None if meeting.sign_off else head.initials_in_role(listed, Role.MINUTE_TAKER, known)
        ),
    }


def attendance_run(sources: Sources) -> str:
    """Everybody, and below who was away for a part of it, where the house says that there."""
    return "\n".join([people.attendance_run(sources.people, sources.style), *head_lines(sources)]).strip()


def _with_lines(run: str, sources: Sources, form: AttendanceForm) -> str:
    """For houses that print only those who were there, or only those who were not."""
    lines = head_lines(sources) if sources.style.attendance_form is form else []
    return "\n".join(part for part in (run, *lines) if part)


def listed_people(sources: Sources) -> list[Scope]:
    """Everybody one by one, and below who was away for a part of it."""
    return [*persons(sources.people, sources), *_lines(sources)]


def _lines(sources: Sources) -> list[Scope]:
    """Sentences in the place of persons, whichever field of a person a template prints."""
    return [Scope({"deltager.linje": line, "deltager.navn": line}) for line in head_lines(sources)]


def groups(sources: Sources) -> list[Scope]:
    """The groups in the order of their first members, those of the absent last; below who was away for a part."""
    listed: dict[str, list[Attendance]] = {}
    for one in sorted(sources.people, key=lambda one: people.group_of(one, sources.style) == people.ABSENT):
        listed.setdefault(people.group_of(one, sources.style), []).append(one)
    told = [
        Scope(
            {"gruppe.navn": name, "gruppe.deltagere": people.attendance_run(members, sources.style)},
            {"deltagere": persons(members, sources), "tilstede": persons(present(members), sources)},
        )
        for name, members in listed.items()
    ]
    lines = _lines(sources)
    below = Scope({"gruppe.navn": "", "gruppe.deltagere": "\n".join(head_lines(sources))}, {"deltagere": lines})
    return [*told, below] if lines else told


def present(listed: Sequence[Attendance]) -> list[Attendance]:
    return [one for one in listed if one.status not in AWAY]


def absent(listed: Sequence[Attendance]) -> list[Attendance]:
    return [one for one in listed if one.status in AWAY]


def persons(listed: Sequence[Attendance], sources: Sources) -> list[Scope]:
    known = {one.id: one for one in sources.people}
    return [
        Scope(
            {
                "deltager.linje": people.in_the_run(one, sources.style, known),
                "deltager.navn": one.name,
                "deltager.titel": one.title,
                "deltager.enhed": one.unit,
                "deltager.organisation": one.organisation,
                "deltager.parti": one.party,
                "deltager.mail": one.email,
                "deltager.rolle": people.role_words(one),
                "deltager.stedfortræder": people.substitution(one, known),
                "deltager.fremmøde": people.presence(one, sources.style),
                "deltager.årsag": one.reason_text or (_REASONS.get(one.reason) if one.reason else None),
            },
            record=one.id,
        )
        for one in listed
    ]
