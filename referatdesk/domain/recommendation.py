"""Which blocks of an item's text are the points of its recommendation."""

from __future__ import annotations

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.richtext import Block, Blocks


def point_blocks(blocks: Blocks) -> Blocks:
    """The points in the text of a recommendation: its outermost list items; without a list, each full paragraph.

    An opening paragraph that ends in a colon leads in and is no point.
    """
    items = [block for block in blocks if block.is_list_item and block.text.strip()]
    if items:
        outermost = min(block.level for block in items)
        return tuple(block for block in items if block.level == outermost)
    return tuple(block for block in blocks if _stands_alone(block))


def _stands_alone(block: Block) -> bool:
    text = block.text.strip()
    return block.kind is BlockKind.PARAGRAPH and bool(text) and not text.endswith(":")


def item_point_blocks(text: ItemText) -> Blocks:
    sections = text.of_kind(SectionKind.RECOMMENDATION)
    return tuple(block for section in sections for block in point_blocks(section.blocks))
