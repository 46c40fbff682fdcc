"""What each section of an item decided, and what became of each point of its recommendation."""

from __future__ import annotations

from dataclasses import replace

from referatdesk.documents.reading.draft import Doubt, DraftItem, DraftOutcome, DraftPointOutcome, DraftSection
from referatdesk.documents.reading.matters.around import MattersAround
from referatdesk.documents.reading.matters.said import blocks_of, is_earlier
from referatdesk.domain.codes import SectionKind
from referatdesk.domain.outcome_words import basis_of, outcomes_said, recognised
from referatdesk.domain.point_outcomes import Line, answers
from referatdesk.domain.recommendation import point_blocks

_DECIDING = frozenset({SectionKind.DECISION, SectionKind.MINUTES, SectionKind.EARLIER_DECISIONS})


def with_outcomes(item: DraftItem, around: MattersAround) -> tuple[DraftItem, tuple[Doubt, ...]]:
    """The item with the outcomes of its sections, and a doubt where one decides several things."""
    points = sum(len(point_blocks(one.blocks)) for one in item.of_kind(SectionKind.RECOMMENDATION))
    sections = tuple(_with_outcome(one, points) for one in item.sections)
    own = [one for one in sections if not is_earlier(one, around)]
    doubts = [doubt for one in own if (doubt := _several(one)) is not None]
    return replace(item, sections=sections), tuple(doubts)


def _with_outcome(section: DraftSection, points: int) -> DraftSection:
    lines = [Line(block.text, block.marker) for block in blocks_of(section) if block.text.strip()]
    if section.kind not in _DECIDING or not lines:
        return section
    text = "\n".join(line.text for line in lines)
    settled = tuple(
        DraftPointOutcome(point=at, outcome=answer.outcome, text=answer.text)
        for at, answer in answers(lines, points).items()
    )
    return replace(section, outcome=DraftOutcome(outcome=recognised(text), basis=basis_of(text), points=settled))


def _several(section: DraftSection) -> Doubt | None:
    if section.outcome is None or len(section.outcome.points) > 1:
        return None
    said = outcomes_said("\n".join(block.text for block in blocks_of(section)))
    if len(said) < 2:
        return None
    others = " ".join(one.value for one in said if one is not section.outcome.outcome)
    return Doubt(
        "outcome.several", section.place, section.label or "", section.outcome.outcome.value, {"others": others}
    )
