"""An item as its lines were read, with all that its words tell."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.documents.reading.draft import Doubt, DraftItem
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.links import links_of
from referatdesk.documents.reading.matters.money import money_of
from referatdesk.documents.reading.matters.outcomes import with_outcomes
from referatdesk.documents.reading.matters.papers import papers_of
from referatdesk.documents.reading.matters.presence import presence_of
from referatdesk.documents.reading.matters.promises import promises_of
from referatdesk.documents.reading.matters.statements import statements_of
from referatdesk.documents.reading.matters.votes import votes_of


def with_matters(item: DraftItem, around: MattersAround) -> tuple[DraftItem, tuple[Doubt, ...]]:
    """The item with what its sections say was decided, voted, promised and so on; its sub-items likewise."""
    children = [with_matters(child, around) for child in item.children]
    read, outcome_doubts = with_outcomes(item, around)
    votes, vote_doubts = votes_of(item, around)
    statements, statement_doubts = statements_of(item, around)
    presence, presence_doubts = presence_of(item, around)
    promises, promise_doubts = promises_of(item, around)
    read = replace(
        read,
        children=tuple(child for child, _ in children),
        votes=votes,
        statements=statements,
        presence=presence,
        promises=promises,
        money=money_of(read, around),
        links=links_of(item, around),
        mentioned=papers_of(item, around),
    )
    own = (*outcome_doubts, *vote_doubts, *statement_doubts, *presence_doubts, *promise_doubts)
    return read, (*own, *(doubt for _, doubts in children for doubt in doubts))
