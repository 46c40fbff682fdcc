"""What was entered for somebody as it is stored, and its lines in the text of the decision."""

from __future__ import annotations

from referatdesk.domain.codes import LegalBasis
from referatdesk.domain.decisions import Statement
from referatdesk.domain.meetings import Attendance
from referatdesk.domain.records import Records
from referatdesk.services.board.kinds import board_kind
from referatdesk.services.decision.lines import Decided
from referatdesk.services.lookup import board_of_item
from referatdesk.services.wording.statements import MINUTES, PROTOCOL, statement_lines

_UNDER_AN_ACT = frozenset({LegalBasis.LOCAL_GOVERNMENT_ACT, LegalBasis.REGIONS_ACT, LegalBasis.HEALTH_ACT})


def statements_of(records: Records, item_id: str) -> list[Statement]:
    return [one for one in records.all(Statement) if one.item_id == item_id]


def book_of(records: Records, item_id: str) -> str:
    """A board under an act keeps a record of its decisions."""
    kind = board_kind(board_of_item(records, item_id).kind)
    return PROTOCOL if kind.legal_basis in _UNDER_AN_ACT else MINUTES


def who_says(records: Records, statement: Statement) -> str:
    person = records.find(Attendance, statement.attendance_id) if statement.attendance_id else None
    return person.name if person else statement.party or ""


def lines_of(records: Records, statement: Statement) -> tuple[str, ...]:
    """What is printed of it; nothing while nobody is named or nothing said."""
    who = who_says(records, statement)
    if not who:
        return ()
    book = book_of(records, statement.item_id)
    return statement_lines(statement.kind, who, statement.text, book=book, forward_to=statement.forward_to)


def where_they_begin(records: Records, into: Decided) -> int | None:
    """The first line of a statement in the decision: votes are told before it. None where there is none."""
    places = (into.place_of(lines_of(records, one)) for one in statements_of(records, into.decision.item_id))
    return min((place for place in places if place is not None), default=None)
