"""Who is invited by a revised agenda, beside those whom a planned meeting has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.boards import Person
from referatdesk.domain.changes import Pair, added, altered, removed
from referatdesk.domain.codes import AttendanceStatus
from referatdesk.domain.decisions import Disqualification, Statement, VoteCast
from referatdesk.domain.meetings import Attendance, ItemAttendance, Meeting
from referatdesk.domain.presence import AWAY
from referatdesk.domain.records import Records, style_of
from referatdesk.services.intake.head import attendance_records
from referatdesk.services.intake.matching import Matches
from referatdesk.services.lookup import people_of
from referatdesk.services.merge.agenda_difference import Difference, DifferenceKind
from referatdesk.services.merge.minutes_people import seated_among
from referatdesk.services.wording.people import in_the_run

PEOPLE_KINDS = frozenset({DifferenceKind.INVITED, DifferenceKind.PERSON, DifferenceKind.UNINVITED})
_FACTS = ("title", "unit", "organisation", "email", "party", "roles", "group_label")
_NOT_YET = frozenset({AttendanceStatus.UNKNOWN, *AWAY})
"""Before the meeting only this is known of anybody; whatever else stands was noted at it."""
_PRESENCE = ("status", "status_raw", "stands_in_for_id", "substitution")


@dataclass(frozen=True, slots=True)
class _Invited:
    """`said` has what the revised agenda makes of somebody who is in the meeting, by the id there."""

    stored: Sequence[Attendance]
    said: Mapping[str, Attendance]
    new: Sequence[Attendance]
    matches: Matches

    @property
    def gone(self) -> list[Attendance]:
        """Nobody is missing from a list that is not this meeting's: half of the people have to be in it."""
        left = [one for one in self.stored if one.id not in self.said]
        return left if len(self.said) * 2 >= len(self.stored) and self.said else []


def _invited(records: Records, meeting_id: str, draft: Draft) -> _Invited:
    meeting = records.get(Meeting, meeting_id)
    matches = Matches(records)
    people = [matches.person(one, meeting.board_id) for one in draft.people]
    read = attendance_records(replace(draft, is_agenda=True), meeting, people)
    stored = people_of(records, meeting_id)
    seated, same = seated_among(read, stored)
    said = {same[one.id].id: _as_said(same[one.id], one) for one in seated if one.id in same}
    return _Invited(stored, said, [one for one in seated if one.id not in same], matches)


def _as_said(stood: Attendance, read: Attendance) -> Attendance:
    """What the revised agenda leaves out stays, and so does what was noted at the meeting."""
    facts = {name: getattr(read, name) for name in _FACTS if getattr(read, name)}
    is_open = stood.status in _NOT_YET and read.status is not AttendanceStatus.UNKNOWN
    return replace(stood, **facts, **({name: getattr(read, name) for name in _PRESENCE} if is_open else {}))


def people_differences(records: Records, meeting_id: str, draft: Draft) -> Iterator[Difference]:
    """Who is invited besides, who is told of otherwise, and who no longer is; none where no people are listed."""
    invited = _invited(records, meeting_id, draft)
    style = style_of(records, records.get(Meeting, meeting_id))
    known = {one.id: one for one in (*invited.stored, *invited.new)}
    for one in invited.new:
        after = in_the_run(one, style, known)
        yield Difference(kind=DifferenceKind.INVITED, title=one.name, after=after)
    for stood in invited.stored:
        said = invited.said.get(stood.id, stood)
        if said != stood:
            before, after = (in_the_run(one, style, known) for one in (stood, said))
            kind = DifferenceKind.PERSON
            yield Difference(kind=kind, title=stood.name, item_id=stood.id, before=before, after=after)
    for stood in invited.gone:
        if _is_untouched(records, stood):
            before = in_the_run(stood, style, known)
            yield Difference(kind=DifferenceKind.UNINVITED, title=stood.name, item_id=stood.id, before=before)


def _is_untouched(records: Records, one: Attendance) -> bool:
    kinds = (ItemAttendance, VoteCast, Statement, Disqualification)
    noted = any(getattr(record, "attendance_id", None) == one.id for kind in kinds for record in records.all(kind))
    stood_for = any(other.stands_in_for_id == one.id for other in records.all(Attendance))
    return one.status in _NOT_YET and not noted and not stood_for


def people_pairs(records: Records, meeting_id: str, draft: Draft, accepted: Collection[Difference]) -> tuple[Pair, ...]:
    """What becomes different in the list of people by the accepted ones of `people_differences`."""
    of_people = {(one.kind, one.item_id or one.title) for one in accepted if one.kind in PEOPLE_KINDS}
    if not of_people:
        return ()
    invited = _invited(records, meeting_id, draft)
    first = max((one.sort for one in invited.stored), default=-1) + 1
    chosen = [one for one in invited.new if (DifferenceKind.INVITED, one.name) in of_people]
    there = {one.id for one in (*invited.stored, *chosen)}
    new = [_seated(replace(one, sort=first + place), there) for place, one in enumerate(chosen)]
    changed = [
        (one, _seated(invited.said[one.id], there))
        for one in invited.stored
        if (DifferenceKind.PERSON, one.id) in of_people and one.id in invited.said
    ]
    gone = [one for one in invited.gone if (DifferenceKind.UNINVITED, one.id) in of_people]
    return (*_behind(invited.matches.pairs, new), *added(*new), *altered(changed), *removed(*gone))


def _behind(pairs: Sequence[Pair], new: Sequence[Attendance]) -> Iterator[Pair]:
    """The people who are new to the archive among those taken over, with their organisations."""
    people = {one.person_id for one in new}
    fresh = [pair.record for pair in pairs if isinstance(pair.record, Person) and pair.record.id in people]
    organisations = {one.organisation_id for one in fresh}
    return (pair for pair in pairs if pair.record.id in people | organisations)


def _seated(one: Attendance, there: Collection[str]) -> Attendance:
    """A seat whose holder was not taken over is not named."""
    return one if one.stands_in_for_id in there or one.stands_in_for_id is None else replace(one, stands_in_for_id=None)
