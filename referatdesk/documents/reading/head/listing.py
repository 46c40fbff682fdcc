"""The people of a meeting as they are found, one after the other: nobody is listed twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from referatdesk.documents.reading.draft import Doubt, DraftPerson
from referatdesk.documents.reading.head.groups import Group
from referatdesk.documents.reading.head.initials import with_initials
from referatdesk.documents.reading.head.people import ReadPerson, ReadRun
from referatdesk.documents.reading.words.names import name_key
from referatdesk.domain.codes import AttendanceStatus

ALIKE = 0.9
MOST_COMPARED = 300


class Listing:
    """Gathers people and doubts about them; `known` are names met before."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = tuple(known)
        self._people: list[DraftPerson] = []
        self._groups: list[Group] = []
        self._at: dict[str, int] = {}
        self._doubts: list[Doubt] = []
        self._grouped = False
        self._away_labels: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        return (*self._known, *(one.name for one in self._people))

    def add(self, run: ReadRun, group: Group) -> None:
        for one in run.people:
            self.add_person(one, group)

    def add_person(self, read: ReadPerson, group: Group) -> None:
        person = in_group(read.person, group)
        self._grouped = self._grouped or not group.general
        self._away_labels |= {group.label} if group.away else set()
        key = name_key(person.name)
        if key in self._at and person.status is not AttendanceStatus.VACANT:
            at = self._at[key]
            self._people[at] = _merged(self._people[at], person)
            return
        self._doubts += self._spelt_twice(person, key, group)
        self._at[key] = len(self._people)
        self._people.append(person)
        self._groups.append(group)
        if not read.certain:
            self._doubts.append(Doubt("person.unclear", person.place, person.name, person.organisation))

    def leave_open(self, person: DraftPerson) -> None:
        """Somebody whose presence nothing marks while that of others is marked counts as absent, in doubt."""
        at = self._at[name_key(person.name)]
        self._people[at] = replace(self._people[at], status=AttendanceStatus.ABSENT)
        self._doubts.append(Doubt("person.not_marked", person.place, person.name, "absent"))

    def finished(self) -> tuple[tuple[DraftPerson, ...], tuple[Doubt, ...]]:
        people = with_initials(self._people)
        if not self._grouped:
            people = tuple(replace(one, group=None) if one.group in self._away_labels else one for one in people)
        return people, tuple(self._doubts)

    def _spelt_twice(self, person: DraftPerson, key: str, group: Group) -> list[Doubt]:
        """A name so like one of another group that both may be one person's."""
        if person.status is AttendanceStatus.VACANT:
            return []
        others = zip(self._people[:MOST_COMPARED], self._groups, strict=False)
        like = next((one for one, own in others if own != group and alike(key, name_key(one.name))), None)
        return [] if like is None else [Doubt("person.spelt_twice", person.place, person.name, like.name)]


def _shown(group: Group) -> str | None:
    """The heading as the name of a group: not where it only says that people follow."""
    plain = group.general and (not group.away or group.inline)
    return None if plain else group.label or None


def in_group(person: DraftPerson, group: Group) -> DraftPerson:
    """The person with what the heading of the group tells."""
    roles = (group.role,) if group.role is not None and group.role not in person.roles else ()
    status = person.status
    if status is AttendanceStatus.PRESENT and person.status_raw is None and not (group.away and person.stands_in_for):
        status = group.status
    return replace(
        person,
        group=person.group or _shown(group),
        roles=(*roles, *person.roles),
        organisation=person.organisation or group.organisation,
        party=person.party or group.party,
        status=status,
    )


def _merged(listed: DraftPerson, named: DraftPerson) -> DraftPerson:
    """Somebody who is listed and then named again is one person."""
    changed = named.status is not AttendanceStatus.PRESENT or named.status_raw is not None
    return replace(
        listed,
        organisation=listed.organisation or named.organisation,
        party=listed.party or named.party,
        role=listed.role or named.role,
        unit=listed.unit or named.unit,
        email=listed.email or named.email,
        roles=tuple(dict.fromkeys([*listed.roles, *named.roles])),
        status=named.status if changed else listed.status,
        status_raw=(named.status_raw or listed.status_raw) if changed else listed.status_raw,
        stands_in_for=listed.stands_in_for or named.stands_in_for,
        substitution=listed.substitution or named.substitution,
        arrived_at=named.arrived_at or listed.arrived_at,
        left_at=named.left_at or listed.left_at,
        note=", ".join(one for one in (listed.note, named.note) if one) or None,
    )


def alike(key: str, other: str) -> bool:
    """Whether two keys of names differ by a few letters, or by a middle name only."""
    one, two = key.split(), other.split()
    if len(one) > 1 and len(two) > 1 and (one[0], one[-1]) == (two[0], two[-1]) and 2 in {len(one), len(two)}:
        return key != other
    near = one[:1] == two[:1] or one[-1:] == two[-1:]
    return key != other and near and SequenceMatcher(None, key, other).ratio() >= ALIKE
