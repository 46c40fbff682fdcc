"""The seats of a board and the people on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from referatdesk.domain.boards import Board, Membership, Organisation, Person
from referatdesk.domain.changes import Change, Pair, altered, removed
from referatdesk.domain.codes import Role
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records, RecordSet
from referatdesk.services.board.member_lines import MemberLine, read_lines
from referatdesk.services.editing import with_fields
from referatdesk.services.order import by_sort, inserted, moved
from referatdesk.services.people import ensure_organisation, ensure_person, named_person

_OF_PERSON = frozenset({"title", "email", "email_private", "initials"})


def members_of(records: Records, board_id: str) -> list[Membership]:
    return by_sort(seat for seat in records.all(Membership) if seat.board_id == board_id)


def add_member(  # noqa: PLR0913 - a keyword for each column of the list
    records: Records,
    board_id: str,
    name: str,
    *,
    role: Role = Role.MEMBER,
    group: str | None = None,
    organisation: str | None = None,
    party: str | None = None,
    has_vote: bool = True,
    title: str | None = None,
    valid_from: str | None = None,
    valid_to: str | None = None,
) -> Change:
    """One more seat, last. Person and organisation are those of exactly that name, else new; without a name the seat
    is vacant."""
    new_organisation, organisation_id = ensure_organisation(records, organisation)
    new_person: tuple[Pair, ...] = ()
    person_id: str | None = None
    if name.strip():
        new_person, person_id = ensure_person(records, name, organisation_id=organisation_id, title=title)
    seat = Membership(
        id=new_id(),
        board_id=board_id,
        person_id=person_id,
        role=role,
        group_label=group,
        organisation_id=organisation_id,
        party=party,
        has_vote=has_vote,
        valid_from=valid_from,
        valid_to=valid_to,
        vacant=person_id is None,
    )
    seats = members_of(records, board_id)
    return Change("member.add", (*new_organisation, *new_person, *inserted(seats, seat, len(seats))), name.strip())


def edit_member(records: Records, membership_id: str, **fields: Any) -> Change:
    """Fields of the seat, and by name what stands behind it: `name`, `organisation`, `title`, `email`, `initials`.

    A name that is somebody else's gives the seat to that person; any other name corrects the person's own.
    """
    seat = records.get(Membership, membership_id)
    values = dict(fields)
    made: tuple[Pair, ...] = ()
    if "organisation" in values:
        made, values["organisation_id"] = ensure_organisation(records, values.pop("organisation"))
    of_person = {name: values.pop(name) for name in _OF_PERSON & values.keys()}
    new_person, person_id, corrected = _person_named(records, seat, values.pop("name", None), of_person)
    after = with_fields(replace(seat, person_id=person_id, vacant=person_id is None), values)
    pairs = (*made, *new_person, *corrected, *altered([(seat, after)]))
    return Change("member.edit", pairs, member_name(records, seat))


def _person_named(
    records: Records, seat: Membership, name: str | None, of_person: dict[str, Any]
) -> tuple[tuple[Pair, ...], str | None, tuple[Pair, ...]]:
    """Who sits there now: what adds the person, the id, and what corrects the person's own record."""
    own = records.find(Person, seat.person_id) if seat.person_id else None
    wanted = name.strip() if name is not None else None
    other = named_person(records, wanted) if wanted else None
    if own is None and other is None:
        if not wanted:
            return (), None, ()
        pairs, person_id = ensure_person(records, wanted, organisation_id=seat.organisation_id)
        added = pairs[0].record
        assert isinstance(added, Person)  # noqa: S101 - the name is new, so it was added
        return (Pair(None, with_fields(added, of_person)),), person_id, ()
    sitting = other or own
    assert sitting is not None  # noqa: S101 - one of the two was found
    values = of_person if other or not wanted else {**of_person, "full_name": wanted}
    return (), sitting.id, altered([(sitting, with_fields(sitting, values))])


def member_name(records: Records, seat: Membership) -> str:
    person = records.find(Person, seat.person_id) if seat.person_id else None
    return person.full_name if person else ""


def member_organisation(records: Records, seat: Membership) -> str:
    organisation = records.find(Organisation, seat.organisation_id) if seat.organisation_id else None
    return organisation.name if organisation else ""


def remove_member(records: Records, membership_id: str) -> Change:
    """Takes the seat away; the person stays known, and old meetings keep who was there."""
    seat = records.get(Membership, membership_id)
    return Change("member.remove", removed(seat), member_name(records, seat))


def move_member(records: Records, membership_id: str, index: int) -> Change:
    """The seat at the index in the board's list, counted without it."""
    seat = records.get(Membership, membership_id)
    return Change("member.move", moved(members_of(records, seat.board_id), seat.id, index), member_name(records, seat))


def set_substitute(records: Records, membership_id: str, name: str | None) -> Change:
    """The member's personal substitute, by name; None or blank for nobody."""
    seat = records.get(Membership, membership_id)
    made: tuple[Pair, ...] = ()
    person_id: str | None = None
    if (name or "").strip():
        made, person_id = ensure_person(records, name or "")
    pairs = (*made, *altered([(seat, replace(seat, substitute_id=person_id))]))
    return Change("member.substitute", pairs, member_name(records, seat))


def members_from_lines(records: Records, board_id: str, text: str) -> Change:
    """Seats from a pasted list, one a line (see `member_lines`); who sits on the board already is not seated twice."""
    draft = _draft(records)
    pairs: list[Pair] = []
    for line in read_lines(text):
        seated = {member_name(draft, seat) for seat in members_of(draft, board_id)}
        if line.name not in seated:
            change = _seated(draft, board_id, line)
            draft.apply(change.pairs)
            pairs += change.pairs
    return Change("member.add", tuple(pairs), records.get(Board, board_id).name)


def _draft(records: Records) -> RecordSet:
    return RecordSet([*records.all(Organisation), *records.all(Person), *records.all(Membership)])


def _seated(records: Records, board_id: str, line: MemberLine) -> Change:
    return add_member(
        records,
        board_id,
        line.name,
        role=line.role,
        organisation=line.organisation,
        party=line.party,
        valid_from=line.valid_from,
        valid_to=line.valid_to,
    )
