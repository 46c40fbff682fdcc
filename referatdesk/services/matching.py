"""What is read, found again in the archive: the board, the people and the organisations by their exact names."""

from __future__ import annotations

from referatdesk.documents.reading.draft import DraftPerson
from referatdesk.domain.boards import Board, Membership, Organisation, Person
from referatdesk.domain.changes import Pair, Record, added
from referatdesk.domain.codes import OrganisationKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.records import Records
from referatdesk.services.board_kinds import OTHER, board_kinds
from referatdesk.services.boards import create_board

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


class Matches:
    """The archive's shared records with those that a reading adds; nothing is added twice."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._people = list(records.all(Person))
        self._organisations = list(records.all(Organisation))
        self._pairs: list[Pair] = []

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What is to be added, each after what it refers to."""
        return tuple(self._pairs)

    def _add(self, *records: Record) -> None:
        self._pairs += added(*records)

    def board(self, name: str, style_slug: str) -> tuple[Board, bool]:
        """The board of that name, and whether it is new; a new one prints in the built-in style."""
        wanted = same_name(name)
        known = next((board for board in self._records.all(Board) if same_name(board.name) == wanted), None)
        if known is not None:
            return known, False
        change, board_id = create_board(self._records, name, kind=kind_by_name(name), style_slug=style_slug)
        self._pairs += change.pairs
        board = next(one.record for one in change.pairs if isinstance(one.record, Board) and one.record.id == board_id)
        assert isinstance(board, Board)  # noqa: S101 - just looked for
        return board, True

    def organisation(self, name: str | None) -> Organisation | None:
        if not name:
            return None
        wanted = same_name(name)
        for one in self._organisations:
            if wanted in {same_name(known) for known in (one.name, one.short_name or "", *one.aliases)}:
                return one
        new = Organisation(id=new_id(), name=name, kind=_organisation_kind(name))
        self._organisations.append(new)
        self._add(new)
        return new

    def person(self, read: DraftPerson, board_id: str) -> Person:
        """The person of that name: of several, the one on the board, or with the same organisation; else a new one."""
        organisation = self.organisation(read.organisation)
        wanted = same_name(read.name)
        named = [one for one in self._people if wanted in {same_name(known) for known in (one.full_name, *one.aliases)}]
        seated = {seat.person_id for seat in self._records.all(Membership) if seat.board_id == board_id}
        on_board = [one for one in named if one.id in seated]
        with_same = [one for one in named if organisation is not None and one.organisation_id == organisation.id]
        for found in (named, on_board, with_same):
            if len(found) == 1:
                return found[0]
        new = Person(
            id=new_id(),
            full_name=read.name,
            email=read.email,
            party=read.party,
            organisation_id=organisation.id if organisation else None,
        )
        self._people.append(new)
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
