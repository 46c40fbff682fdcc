"""Who was there, in words, in the form of the house."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from referatdesk.domain.boards import HouseStyle
from referatdesk.domain.codes import AttendanceForm, AttendanceStatus, Role, SubstitutionKind
from referatdesk.domain.meetings import Attendance, Meeting
from referatdesk.domain.presence import AWAY
from referatdesk.services.wording.clock import at_time
from referatdesk.services.wording.patterns import filled
from referatdesk.services.wording.signs import STATED_NONE

_SEAT_WORDS: Mapping[SubstitutionKind | None, str] = {
    SubstitutionKind.IN_PLACE_OF: "i stedet for",
    SubstitutionKind.APPOINTED_FOR: "tilforordnet for",
    SubstitutionKind.ALTERNATE: "suppleant for",
}
_SEAT = "stedfortræder for"
_TITLES_OF_SEAT = (_SEAT, "suppleant for")
_SECRETARIAT = "sekretariat"
ABSENT = "Afbud"
_ABSENCES: Mapping[AttendanceStatus, str] = {
    AttendanceStatus.ABSENT: "(fraværende)",
    AttendanceStatus.ABSENT_UNNOTIFIED: "(uden afbud)",
    AttendanceStatus.CALLED_NOT_MET: "(indkaldt, mødte ikke)",
    AttendanceStatus.VACANT: "(vakant)",
}
_ALWAYS = frozenset({AttendanceStatus.CALLED_NOT_MET, AttendanceStatus.VACANT})
_ROLE_TITLES = frozenset({"vært", "mødeleder", "ordstyrer", "dirigent", "referent"})


def attendance_run(people: Sequence[Attendance], style: HouseStyle) -> str:
    """Everybody in one piece: "Merete Aaby, V, Palle Nørre, Egeby Kommune (Fravær)"; a line each where houses list.

    In a run, each group has a line of its own.
    """
    known = {one.id: one for one in people}
    lines = [in_the_run(one, style, known) for one in people]
    between = _between(lines, style)
    if style.attendance_form is not AttendanceForm.RUN:
        return between.join(lines)
    listed = zip(people, lines, strict=True)
    groups = groupby(listed, key=lambda one: "" if is_secretariat(one[0]) else one[0].group_label or "")
    runs = ((group, between.join(line for _one, line in members)) for group, members in groups)
    return "\n".join(f"{group}: {run}" if group else run for group, run in runs)


def present_run(people: Sequence[Attendance], style: HouseStyle) -> str:
    """The same of those who were there; a group that is not told behind its people stands over them."""
    known = {one.id: one for one in people}
    lines: list[str] = []
    group = None
    for one in people:
        if one.status in AWAY:
            continue
        if one.group_label != group and one.group_label and not is_secretariat(one):
            lines += [f"{one.group_label}:"] if style.attendance_form is not AttendanceForm.RUN else []
        group = one.group_label
        lines.append(in_the_run(one, style, known))
    return _between(lines, style).join(lines)


def _between(lines: Iterable[str], style: HouseStyle) -> str:
    """Houses run on in pairs, "Merete Aaby, V, Palle Nørre, PLO"; a comma more, and nobody sees who is next."""
    if style.attendance_form is not AttendanceForm.RUN:
        return "\n"
    return "; " if any(line.partition(" (")[0].count(",") > 1 for line in lines) else ", "


def in_the_run(one: Attendance, style: HouseStyle, known: Mapping[str, Attendance]) -> str:
    """One person in the form of the house."""
    if style.attendance_form is AttendanceForm.ITEM:
        named = " ".join(part for part in (_title(one), one.name) if part)
        named = named[:1].upper() + named[1:]
        return " ".join(
            part for part in (_joined(named, _of_seat(one, known), *_seat(one), one.email), _said(one, style)) if part
        )
    if style.attendance_form is AttendanceForm.CELL:
        placed = " ".join(part for part in (_title(one), *_seat(one)) if part)
        described = f"{one.name} – {placed}" if placed else one.name
    else:
        described = _joined(one.name, _title(one), *_seat(one))
    helps = _SECRETARIAT if is_secretariat(one) and style.attendance_form is not AttendanceForm.LIST else ""
    notes = (_bracketed(words) for words in (role_words(one), _of_seat(one, known), helps))
    return " ".join(part for part in (described, *notes, _said(one, style)) if part)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _bracketed(words: str) -> str:
    return f"({words})" if words else ""


def _seat(one: Attendance) -> tuple[str | None, ...]:
    """Unit, party and organisation; an organisation that the group's name tells is not told again."""
    told = one.organisation and one.organisation in (one.group_label or "")
    return one.unit, one.party, None if told else one.organisation


def _title(one: Attendance) -> str | None:
    """The title without what is told as a role or a seat behind the name."""
    return _joined(*(words for words in _titles(one) if not _is_role(words) and not _is_seat(one, words)))


def _titles(one: Attendance) -> list[str]:
    return (one.title or "").split(", ")


def _is_role(words: str) -> bool:
    return bool(words) and all(word in _ROLE_TITLES for word in words.casefold().split(" og "))


def _is_seat(one: Attendance, words: str) -> bool:
    return one.substitution is not None and words.startswith(tuple(f"{seat} " for seat in _TITLES_OF_SEAT))


def role_words(one: Attendance) -> str:
    """ "vært og mødeleder", where the title tells what somebody does at the meeting."""
    return _joined(*(words for words in _titles(one) if _is_role(words)))


def _of_seat(one: Attendance, known: Mapping[str, Attendance]) -> str:
    """ "i stedet for Sanne Brix": whose seat it is, whether or not that person stands in the list."""
    words = _SEAT_WORDS.get(one.substitution)
    absent = known.get(one.stands_in_for_id or "")
    if absent:
        return _joined(f"{words or _SEAT} {absent.name}", one.note)
    named = next((told for told in _titles(one) if _is_seat(one, told)), "")
    _own, told_as, name = named.partition(" for ")
    return f"{words} {name}" if words and told_as else named


def is_secretariat(one: Attendance) -> bool:
    return Role.SECRETARIAT in one.roles or (one.group_label or "").casefold().startswith(_SECRETARIAT)


def _said(one: Attendance, style: HouseStyle) -> str:
    """Presence, where the list does not say it already: a group of the absent does."""
    return "" if one.status in AWAY and names_the_absent(group_of(one, style)) else presence(one, style)


def group_of(one: Attendance, style: HouseStyle) -> str:
    """The group that a person is listed in; where the attendance is an item, the absent have one of their own."""
    absent = one.status in AWAY and style.attendance_form is AttendanceForm.ITEM
    return ABSENT if absent and not names_the_absent(one.group_label) else one.group_label or ""


def names_the_absent(group: str | None) -> bool:
    return (group or "").casefold().startswith(("afbud", "fravær", "forfald"))


def presence(one: Attendance, style: HouseStyle) -> str:
    """What is said of somebody who was not simply there: "(Fravær)", "(ankom kl. 17:45)"."""
    if one.status_raw:
        return one.status_raw
    if one.status in AWAY:
        return _absence(one.status, style)
    notes = [words for words in comings_and_goings(one, style) if words]
    return f"({', '.join(notes)})" if notes else ""


def _absence(status: AttendanceStatus, style: HouseStyle) -> str:
    """The house's own words; where they say that somebody sent apologies, other words for whoever did not."""
    says_apologies = "afbud" in style.absence_suffix.casefold()
    return _ABSENCES.get(status, style.absence_suffix) if says_apologies or status in _ALWAYS else style.absence_suffix


def comings_and_goings(one: Attendance, style: HouseStyle) -> list[str]:
    """As far as they are said of the meeting as a whole; some of them empty."""
    online = "deltog virtuelt" if one.status is AttendanceStatus.REMOTE else ""
    came = f"ankom {at_time(one.arrived_at, style)}" if one.arrived_at else ""
    left = f"forlod mødet {at_time(one.left_at, style)}" if one.left_at else ""
    vague = {
        AttendanceStatus.LATE: "" if came else "ankom senere",
        AttendanceStatus.LEFT_EARLY: "" if left else "forlod mødet før tid",
        AttendanceStatus.PARTIAL: "" if came or left else "deltog delvist",
    }
    return [online, vague.get(one.status, ""), came, left]


def substitution(one: Attendance, known: Mapping[str, Attendance]) -> str:
    return _bracketed(_of_seat(one, known))


def absence_line(absent: Iterable[Attendance], style: HouseStyle, disqualified: Collection[str] = ()) -> str:
    """Those who were away, one after the other: "Palle Nørre, Egeby Kommune, Sanne Brix, A (inhabil)"."""
    return ", ".join(_absentee(one, style) + (" (inhabil)" if one.id in disqualified else "") for one in absent)


def absence_of_meeting(people: Sequence[Attendance], meeting: Meeting, style: HouseStyle) -> str:
    """Who stayed away, as the head says it; "-" where the head says that nobody did."""
    absent = [one for one in people if one.status in AWAY]
    if absent:
        lines = [_absentee(one, style) for one in absent]
        return _between(lines, style).join(lines)
    says_so = people and style.attendance_form is AttendanceForm.CELL
    return STATED_NONE if says_so or any(names_the_absent(label) for label in meeting.stated_none) else ""


def _absentee(one: Attendance, style: HouseStyle) -> str:
    seat = one.organisation or one.party or ""
    return filled(style.absence_pattern, name=one.name, organisation=seat).rstrip(" ,")
