"""The ledger of a recommendation: what was made of each of its points, and the words in which the house tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from referatdesk.domain.codes import ItemKind, Outcome, PointsForm, SectionKind, Treatment
from referatdesk.domain.decisions import Decision, PointOutcome
from referatdesk.domain.meetings import AgendaItem, ItemText, Section
from referatdesk.domain.outcome_words import FORMAL, recognised
from referatdesk.domain.recommendation import item_point_blocks, point_marks
from referatdesk.domain.records import Records
from referatdesk.domain.richtext import Block, Blocks, normalised, plain_text
from referatdesk.services.decision.linked_words import place_of, put_in, rewritten
from referatdesk.services.item.points import points_of
from referatdesk.services.lookup import style_of_item
from referatdesk.services.wording.additions import goes_on
from referatdesk.services.wording.recommendation import Disposed, Matter, Point, Told, all_told, paragraphs

Rows = Mapping[str, PointOutcome]
"""Outcomes by the id of their point."""
LONGEST_LOOK = 1500
_MATTERS = {ItemKind.APPROVE_AGENDA: Matter.AGENDA, ItemKind.APPROVE_MINUTES: Matter.MINUTES}


def words_of(records: Records, item_id: str, decision: Decision | None, rows: Rows) -> tuple[str, ...]:
    """The paragraphs that tell how the points stand in these rows, and the whole in this decision."""
    return paragraphs(style_of_item(records, item_id).points_form, told_of(records, item_id, decision, rows))


def told_of(records: Records, item_id: str, decision: Decision | None, rows: Rows) -> tuple[Told, ...]:
    if decision is None:
        return ()
    form = style_of_item(records, item_id).points_form
    whole = (
        None if decision.outcome is Outcome.UNCLASSIFIED else Disposed(decision.outcome, goes_on(decision.conditions))
    )
    marks = marks_of(records, item_id)
    points = [Point(marks[point.id], _disposed(rows.get(point.id))) for point in points_of(records, item_id)]
    return all_told(form, _matter(records, item_id), points, whole)


def marks_of(records: Records, item_id: str) -> dict[str, str | None]:
    """What is printed before each point, by its id."""
    blocks = item_point_blocks(records.text(item_id))
    printed = dict(zip((block.id for block in blocks), point_marks(blocks), strict=True))
    return {point.id: printed.get(point.block_id) for point in points_of(records, item_id)}


def with_words(text: ItemText, decision: Decision, before: tuple[str, ...], after: tuple[str, ...]) -> ItemText:
    """The text with the ledger's words after a change of it, where those before stand in it.

    They are put in where nothing was told before, unless what is written there tells it already.
    """
    section = text.section(decision.section_id)
    if section is None or before == after:
        return text
    if place_of(section.blocks, before) is not None:
        return with_blocks(text, section, rewritten(section.blocks, before, after))
    if not after or (before and plain_text(section.blocks).strip()) or _is_told(section.blocks, decision.outcome):
        return text
    return with_blocks(text, section, put_in(section.blocks, after, first=is_first(section)))


def with_blocks(text: ItemText, section: Section, blocks: Blocks) -> ItemText:
    written = replace(section, blocks=normalised(blocks))
    return replace(text, sections=tuple(written if one is section else one for one in text.sections))


def looked_at(blocks: Blocks) -> Blocks:
    """As much of the end of a text as can be understood between two keys; long minutes tell the outcome last."""
    found: list[Block] = []
    left = LONGEST_LOOK
    for block in reversed(blocks):
        left -= len(block.text)
        if found and left < 0:
            break
        found.insert(0, block)
    return tuple(found)


def is_first(section: Section) -> bool:
    """Whether the words stand before all else in the section; minutes tell the outcome last."""
    return section.kind is SectionKind.DECISION


def is_lettered(records: Records, item_id: str) -> bool:
    return style_of_item(records, item_id).points_form is PointsForm.LETTERED


def _is_told(blocks: Blocks, outcome: Outcome) -> bool:
    told = recognised(plain_text(looked_at(blocks)))
    return told in FORMAL or told is outcome is not Outcome.UNCLASSIFIED


def _disposed(row: PointOutcome | None) -> Disposed | None:
    return Disposed(row.outcome, goes_on(row.text)) if row is not None else None


def _matter(records: Records, item_id: str) -> Matter:
    item = records.get(AgendaItem, item_id)
    if item.kind in _MATTERS:
        return _MATTERS[item.kind]
    is_briefing = item.kind is ItemKind.INFORMATION or item.treatment in {Treatment.INFORMATION, Treatment.NOTE}
    asked = plain_text(item_point_blocks(records.text(item_id))).casefold()
    return Matter.BRIEFING if is_briefing or "orientering" in asked else Matter.RECOMMENDATION
