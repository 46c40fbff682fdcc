"""Which built-in house style a document looks most like, so that a new board begins with that."""

from __future__ import annotations

from collections.abc import Sequence

from referatdesk.documents.reading.draft import Draft
from referatdesk.domain.codes import ItemKind, SectionKind

SAGSFREMSTILLING = "sagsfremstilling"
BUILT_IN: tuple[str, ...] = (SAGSFREMSTILLING, "tema", "deltagerpunkt", "brevhoved", "grupper")
"""The house styles that lie among the resources, the standard one first."""
LEAST = 1.0
"""What a document must have in common with a style to be given it."""


def likeness(draft: Draft) -> dict[str, float]:
    """How much each known style has in common with the draft."""
    items = max(len(draft.items), 1)
    kinds = [section.kind for section in draft.sections()]
    labelled = [section for section in draft.sections() if section.label]
    colons = sum(section.colon for section in labelled) / max(len(labelled), 1)
    dated = sum(section.date is not None for section in draft.sections()) / items
    attendance = any(item.kind is ItemKind.ATTENDANCE for item in draft.items)
    groups = len({person.group for person in draft.people if person.group})
    worded = sum((item.number or "")[:1].isalpha() for item in draft.items) / items
    case_text = sum(kind in {SectionKind.CASE_TEXT, SectionKind.SUMMARY} for kind in kinds) / items
    proposed = sum(kind is SectionKind.RECOMMENDATION for kind in kinds) / items
    return {
        "tema": 2.0 * bool(draft.themes) + 0.4 * (proposed == 0) + 0.3 * worded,
        "deltagerpunkt": 2.5 * attendance + 0.4 * (colons < 0.5),
        "brevhoved": 0.6 * colons + 1.0 * bool(draft.head.sender_unit or draft.head.doc_no),
        "grupper": 1.5 * (groups >= 2 and not attendance) + 0.4 * (proposed > 0),
        SAGSFREMSTILLING: 1.5 * min(dated, 1.0) + 0.7 * min(case_text, 1.0) * bool(labelled) + 0.5 * worded,
    }


def nearest_style(draft: Draft, available: Sequence[str] = BUILT_IN) -> str:
    """The slug of the likest style available, the first where none is really like; "" where nothing was read."""
    if not draft.items or not available:
        return ""
    weighed = likeness(draft)
    likest = max(available, key=lambda slug: weighed.get(slug, 0.0))
    return likest if weighed.get(likest, 0.0) >= LEAST else available[0]
