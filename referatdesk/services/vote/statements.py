"""What somebody has entered in the minutes at an item: dissent, notes, reservations, and demands that it be halted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from referatdesk.domain.changes import Change, Pair, altered, removed
from referatdesk.domain.codes import StatementKind, VoteChoice, VoteSubject
from referatdesk.domain.decisions import Statement, VoteCast
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import AgendaItem, Attendance
from referatdesk.domain.records import Records
from referatdesk.services.board.kinds import board_kind
from referatdesk.services.decision.lines import Decided, decided
from referatdesk.services.decision.written_statements import lines_of, statements_of
from referatdesk.services.decision.written_votes import votes_of
from referatdesk.services.editing import with_fields
from referatdesk.services.errors import UserError
from referatdesk.services.lookup import board_of_item
from referatdesk.services.vote.voters import may_have_voted

__all__ = ["statements_of"]

_OF_MEMBERS = frozenset({StatementKind.DISSENT, StatementKind.MINORITY, StatementKind.HALT, StatementKind.VOTE_REASON})
"""What only somebody with a vote can have entered."""


def offered_kinds(records: Records, item_id: str) -> tuple[StatementKind, ...]:
    """A board whose decisions nobody can bring before another has no halts."""
    halted = board_kind(board_of_item(records, item_id).kind).halted_to
    return tuple(kind for kind in StatementKind if kind is not StatementKind.HALT or halted)


def add_statement(
    records: Records,
    item_id: str,
    kind: StatementKind,
    *,
    attendance_id: str | None = None,
    party: str | None = None,
    text: str = "",
    forward_to: str | None = None,
    step: str | None = None,
) -> tuple[Change, str]:
    """Entered for a person of the meeting, or for a party; its words go into the decision. Returns the new id.

    Raises UserError "statement.no_halt", "statement.was_away", "statement.no_vote" or "statement.voted_for".
    """
    into = decided(records, item_id)
    new = Statement(
        id=new_id(),
        meeting_id=records.get(AgendaItem, item_id).meeting_id,
        item_id=item_id,
        decision_id=into.decision.id,
        attendance_id=attendance_id,
        party=(party or "").strip() or None if attendance_id is None else None,
        kind=kind,
        text=text,
        forward_to=forward_to or _halted_to(records, item_id, kind),
    )
    _check(records, new)
    pairs = (*into.with_new(lines_of(records, new)).pairs(), Pair(None, new))
    return Change("statement.add", pairs, _title(records, item_id), step), new.id


def edit_statement(records: Records, statement_id: str, step: str | None = None, **fields: Any) -> Change:
    """Any of its fields. Its words in the decision follow, unless they were edited there by hand."""
    one = records.get(Statement, statement_id)
    after = with_fields(one, fields)
    if after.kind is not one.kind and "forward_to" not in fields:
        after = replace(after, forward_to=_halted_to(records, one.item_id, after.kind))
    _check(records, after)
    pairs = (*_reworded(records, one, after), *altered([(one, after)]))
    return Change("statement.edit", pairs, _title(records, one.item_id), step)


def remove_statement(records: Records, statement_id: str) -> Change:
    one = records.get(Statement, statement_id)
    before, into = lines_of(records, one), decided(records, one.item_id)
    said = into.with_other(before, ()).pairs() if before and into.stored else ()
    return Change("statement.remove", (*said, *removed(one)), _title(records, one.item_id))


def is_linked(records: Records, statement_id: str) -> bool:
    """Whether the decision has its words as they would be written; nothing is yet to be found of one without words."""
    one = records.get(Statement, statement_id)
    lines = lines_of(records, one)
    return not lines or decided(records, one.item_id).place_of(lines) is not None


def _reworded(records: Records, one: Statement, after: Statement) -> tuple[Pair, ...]:
    before, lines, into = lines_of(records, one), lines_of(records, after), decided(records, one.item_id)
    if before == lines:
        return ()
    said: Decided = into.with_other(before, lines) if before else into.with_new(lines)
    return said.pairs() if said.text != into.stored_text else ()


def _check(records: Records, one: Statement) -> None:
    if one.kind not in offered_kinds(records, one.item_id):
        raise UserError("statement.no_halt")
    person = records.find(Attendance, one.attendance_id) if one.attendance_id else None
    if person is None or one.kind not in _OF_MEMBERS:
        return
    if not person.has_vote:
        raise UserError("statement.no_vote", name=person.name)
    if not may_have_voted(records, one.item_id, person.id):
        raise UserError("statement.was_away", name=person.name)
    if one.kind is StatementKind.DISSENT and _voted_for(records, one.item_id, person.id):
        raise UserError("statement.voted_for", name=person.name)


def _voted_for(records: Records, item_id: str, attendance_id: str) -> bool:
    """In the last vote on the matter itself."""
    main = [vote.id for vote in votes_of(records, item_id) if vote.subject is VoteSubject.MAIN][-1:]
    return any(
        cast.vote_id in main and cast.attendance_id == attendance_id and cast.choice is VoteChoice.FOR
        for cast in records.all(VoteCast)
    )


def _halted_to(records: Records, item_id: str, kind: StatementKind) -> str | None:
    halted = board_kind(board_of_item(records, item_id).kind).halted_to
    return halted or None if kind is StatementKind.HALT else None


def _title(records: Records, item_id: str) -> str:
    return records.get(AgendaItem, item_id).title
