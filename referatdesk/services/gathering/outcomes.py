"""What the items led to, as values of a template: points, decisions, votes, statements, notes of presence, promises."""

from __future__ import annotations

from referatdesk.documents.word.values import Scope
from referatdesk.domain.codes import BlockKind
from referatdesk.domain.decisions import Decision, FollowUp, RecommendationPoint
from referatdesk.domain.meetings import AgendaItem
from referatdesk.domain.richtext import Block
from referatdesk.i18n.dates import format_day
from referatdesk.i18n.lists import format_words
from referatdesk.services.gathering.presence import presence_notes
from referatdesk.services.gathering.sources import Sources
from referatdesk.services.gathering.votes import statements, votes
from referatdesk.services.wording import items, outcomes


def outcome_repeats(sources: Sources, item: AgendaItem) -> dict[str, list[Scope]]:
    """The repeats of an item that tell what came of it."""
    return {
        "indstillinger": _points(sources, item),
        "beslutninger": [_decision(sources, item, one) for one in sources.decisions.get(item.id, ())],
        "afstemninger": votes(sources, item),
        "udtalelser": statements(sources, item),
        "fremmødenoter": presence_notes(sources, item),
        "opfølgninger": [_follow_up(sources, item, one) for one in sources.follow_ups.get(item.id, ())],
    }


def all_decisions(sources: Sources) -> list[Scope]:
    return [_decision(sources, item, one) for item in sources.agenda for one in sources.decisions.get(item.id, ())]


def all_follow_ups(sources: Sources) -> list[Scope]:
    return [_follow_up(sources, item, one) for item in sources.agenda for one in sources.follow_ups.get(item.id, ())]


def _points(sources: Sources, item: AgendaItem) -> list[Scope]:
    listed = sources.points.get(item.id, ())
    if not listed:
        return []
    text = sources.records.text(item.id)
    blocks = {block.id: block for section in text.sections for block in section.blocks}
    return [_point(sources, one, place, blocks.get(one.block_id)) for place, one in enumerate(listed)]


def _point(sources: Sources, point: RecommendationPoint, place: int, block: Block | None) -> Scope:
    came = sources.outcomes.get(point.id)
    lettered = block is not None and block.kind is BlockKind.LETTERED and place < len(_LETTERS)
    return Scope(
        {
            "indstilling.nummer": _LETTERS[place] if lettered else str(place + 1),
            "indstilling.tekst": (Block(id=block.id, runs=block.runs, table=block.table),) if block else None,
            "indstilling.stiller": point.proposer,
            "indstilling.udfald": outcomes.point_words(came) if came else None,
        },
        record=point.id,
    )


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _decision(sources: Sources, item: AgendaItem, decision: Decision) -> Scope:
    section = sources.records.text(item.id).section(decision.section_id)
    date = decision.date or sources.meeting.date
    return Scope(
        {
            "beslutning.udvalg": decision.board_name or sources.board.name,
            "beslutning.dato": format_day(date, sources.style.label_date_pattern) if date else None,
            "beslutning.punkt": sources.heading(item),
            "beslutning.overskrift": (
                items.section_label(section, sources.meeting, sources.board, sources.style, decision)
                if section
                else None
            ),
            "beslutning.tekst": section.blocks if section else None,
            "beslutning.udfald": outcomes.OUTCOME_WORDS.get(decision.outcome),
            "beslutning.forbehold": decision.conditions,
        },
        record=decision.id,
    )


def _follow_up(sources: Sources, item: AgendaItem, one: FollowUp) -> Scope:
    return Scope(
        {
            "opfølgning.hvad": one.text,
            "opfølgning.hvem": format_words(one.responsible) if one.responsible else one.role_word,
            "opfølgning.hvornår": outcomes.due(one),
            "opfølgning.punkt": sources.heading(item),
        },
        record=one.id,
    )
