"""What is read, found again in the archive: the board, the people and the organisations by their exact names, or by the
user's word that another name means them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.domain.boards import Board, HouseStyle, Membership, Organisation, Person
from referatdesk.domain.changes import Pair, Record, added
from referatdesk.domain.codes import OrganisationKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records
from referatdesk.services.board.boards import create_board_in_style
from referatdesk.services.board.kinds import OTHER, board_kinds

_ORGANISATION_KINDS = (
    ("psykiatri", OrganisationKind.PSYCHIATRY),
    ("hospital", OrganisationKind.HOSPITAL),
    ("sygehus", OrganisationKind.HOSPITAL),
    ("kommune", OrganisationKind.MUNICIPALITY),
    ("region", OrganisationKind.REGION),
    ("plo", OrganisationKind.GP),
    ("patient", OrganisationKind.PATIENTS),
)


def same_name(name: str) -> str:
    """The form in which names are compared: blanks and case do not tell two apart."""
    return " ".join(name.casefold().split())


def names_of(one: Person | Organisation) -> tuple[str, ...]:
    """Every name under which the archive knows somebody."""
    if isinstance(one, Person):
        return (one.full_name, *one.aliases)
    return tuple(name for name in (one.name, one.short_name, *one.aliases) if name)


def board_named(records: Records, name: str) -> Board | None:
    wanted = same_name(name)
    return next((board for board in records.all(Board) if same_name(board.name) == wanted), None)


class Matches:
    """The archive's shared records with those that a reading adds; nothing is added twice.

    `meant` has the ids of people and organisations that the user said are meant by a name (`same_name` of it).
    """

    def __init__(self, records: Records, meant: Mapping[str, str] | None = None) -> None:
        self._records = records
        self._meant = meant or {}
        self._people = {one.id: one for one in records.all(Person)}
        self._organisations = {one.id: one for one in records.all(Organisation)}
        self._ids_by_name: dict[tuple[type[Person | Organisation], str], list[str]] = defaultdict(list)
        for person in self._people.values():
            self._note_names(person)
        for organisation in self._organisations.values():
            self._note_names(organisation)
        self._seats = {(seat.board_id, seat.person_id) for seat in records.all(Membership)}
        self._pairs: list[Pair] = []

    def _note_names(self, one: Person | Organisation) -> None:
        for name in {same_name(name) for name in names_of(one)}:
            self._ids_by_name[type(one), name].append(one.id)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What is to be added, each after what it refers to."""
        return tuple(self._pairs)

    def _add(self, *records: Record) -> None:
        self._pairs += added(*records)

    def board(self, name: str, style: HouseStyle) -> tuple[Board, bool]:
        """The board of that name, and whether it is new; a new one prints in the style."""
        known = board_named(self._records, name)
        if known is not None:
            return known, False
        change, board_id = create_board_in_style(self._records, name, kind=kind_by_name(name), style=style)
        self._pairs += change.pairs
        board = next(one.record for one in change.pairs if isinstance(one.record, Board) and one.record.id == board_id)
        assert isinstance(board, Board)  # noqa: S101 - just looked for
        return board, True

    def known_organisation(self, name: str | None) -> Organisation | None:
        if not name:
            return None
        wanted = same_name(name)
        named = self._ids_by_name.get((Organisation, wanted), ())
        ids = [record_id for record_id in (self._meant.get(wanted), *named) if record_id in self._organisations]
        return self._organisations[ids[0]] if ids else None

    def organisation(self, name: str | None) -> Organisation | None:
        known = self.known_organisation(name)
        if known is not None or not name:
            return known
        new = Organisation(id=new_id(), name=name, kind=_organisation_kind(name))
        self._organisations[new.id] = new
        self._note_names(new)
        self._add(new)
        return new

    def known_people(self, read: DraftPerson, board_id: str | None) -> list[Person]:
        """Whom the name means: of several of that name the one on the board, or with the same organisation."""
        wanted = same_name(read.name)
        meant = self._people.get(self._meant.get(wanted, ""))
        if meant is not None:
            return [meant]
        named = [self._people[record_id] for record_id in self._ids_by_name.get((Person, wanted), ())]
        organisation = self.known_organisation(read.organisation)
        on_board = [one for one in named if (board_id, one.id) in self._seats]
        with_same = [one for one in named if organisation is not None and one.organisation_id == organisation.id]
        return next((found for found in (named, on_board, with_same) if len(found) == 1), named)

    def person(self, read: DraftPerson, board_id: str) -> Person:
        """The one person whom the name means; else a new one."""
        known = self.known_people(read, board_id)
        if len(known) == 1:
            return known[0]
        organisation = self.organisation(read.organisation)
        new = Person(
            id=new_id(),
            full_name=read.name,
            email=read.email,
            party=read.party,
            organisation_id=organisation.id if organisation else None,
        )
        self._people[new.id] = new
        self._note_names(new)
        self._add(new)
        return new

    def seat(self, seat: Membership) -> None:
        self._add(seat)


def kind_by_name(name: str) -> str:
    """The kind of board that the name begins or ends with, the longest that fits."""
    words = same_name(name)
    fitting = [
        kind
        for kind in board_kinds()
        if (own := same_name(kind.danish.partition(" (")[0])) and (words.startswith(own) or words.endswith(own))
    ]
    best = max(fitting, key=lambda kind: len(kind.danish), default=None)
    return OTHER if best is None else best.code


def _organisation_kind(name: str) -> OrganisationKind:
    words = same_name(name)
    return next((kind for part, kind in _ORGANISATION_KINDS if part in words), OrganisationKind.OTHER)


def seats_of_new_board(matches: Matches, board: Board, people: list[tuple[DraftPerson, Person]]) -> None:
    """Gives a new board its members: those listed, in their order, who stand in for nobody."""
    for place, (read, person) in enumerate(people):
        organisation = matches.organisation(read.organisation)
        matches.seat(
            Membership(
                id=new_id(),
                board_id=board.id,
                person_id=person.id,
                sort=place,
                organisation_id=organisation.id if organisation else None,
                party=read.party,
            )
        )
