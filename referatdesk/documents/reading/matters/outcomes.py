"""What each section of an item decided, and what became of each point of its recommendation."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.documents.reading.draft import DraftItem, DraftOutcome, DraftPointOutcome, DraftSection
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.outcome_words import recognised
from referatdesk.domain.point_outcomes import Line, point_outcomes
from referatdesk.domain.recommendation import point_blocks
from referatdesk.domain.richtext import is_blank, plain_text

DECIDING = frozenset({SectionKind.DECISION, SectionKind.MINUTES, SectionKind.EARLIER_DECISIONS})


def with_outcomes(item: DraftItem) -> DraftItem:
    points = sum(len(point_blocks(one.blocks)) for one in item.of_kind(SectionKind.RECOMMENDATION))
    return replace(item, sections=tuple(_with_outcome(one, points) for one in item.sections))


def _with_outcome(section: DraftSection, points: int) -> DraftSection:
    if section.kind not in DECIDING or is_blank(section.blocks):
        return section
    lines = [Line(block.text, block.marker) for block in section.blocks]
    settled = point_outcomes(lines, points)
    answers = tuple(DraftPointOutcome(point=at, outcome=outcome) for at, outcome in sorted(settled.items()))
    return replace(section, outcome=DraftOutcome(outcome=recognised(plain_text(section.blocks)), points=answers))
