"""Which blocks of an item's text are the points of its recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referatdesk.domain.codes import BlockKind, SectionKind
from referatdesk.domain.meetings import ItemText
from referatdesk.domain.richtext import Block, Blocks

_LEADS = re.compile(r"\b(?:indstille[srt]?|foreslås|foreslår|anbefale[sr]|anmodes|bedes)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:[:,]|\bat)$")
_AT = re.compile(r"(?:[-–•]\s*)?at\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?;][\"”’)]*$")
_GOES_ON = re.compile(r"(?:,|\bog|\bsamt)$")
_LEADS_TO = re.compile(r",\s*at\s+(\S.*)", re.DOTALL)
_PASSIVE = re.compile(r"\w{3}es\b")
_PRINTED_MARK = re.compile(r"(?<![a-zæøå\d])(\d{1,2}|[a-zæøå])(?=[.):]|$)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROUTE = re.compile(r"(?:Sagen|Punktet) (?:afgøres|behandles)\b|(?:Beslutningsk|K)ompetence\b|Behandles? i\b")


def point_blocks(blocks: Blocks) -> Blocks:
    """The points in the text of a recommendation: its outermost list items; without a list, each full paragraph.

    A mark of another kind within a list begins a list of its own under the point above it. An opening paragraph that
    leads in is no point, and neither is one that only says where the case goes.
    """
    items = [block for block in blocks if block.is_list_item and block.text.strip()]
    if items:
        return tuple(_outermost(blocks, min(block.level for block in items)))
    alone = [block for block in blocks if _stands_alone(block)]
    if any(_AT.match(block.text.strip()) for block in alone):
        return tuple(block for block in alone if _AT.match(block.text.strip()) or _says_at(block))
    return tuple(block for at, block in enumerate(alone) if len(alone) == 1 or not _leads_in(block, at == 0))


def _outermost(blocks: Blocks, level: int) -> Iterator[Block]:
    kind: BlockKind | None = None
    for block in blocks:
        if not block.is_list_item:
            kind = None if _LEADS.search(block.text) or block.text.rstrip().endswith(":") else kind
        elif block.level == level and block.text.strip():
            kind = kind or block.kind
            if block.kind is kind:
                yield block


def _stands_alone(block: Block) -> bool:
    text = block.text.strip()
    return block.kind is BlockKind.PARAGRAPH and bool(text) and not text.endswith(":")


def _leads_in(block: Block, opens: bool) -> bool:
    text = block.text.strip()
    if _ROUTE.match(text):
        return True
    return opens and (bool(_OPEN.search(text)) or (bool(_LEADS.search(text)) and not _CLOSED.search(text)))


def _says_at(block: Block) -> bool:
    """Whether a paragraph among such that begin with "at" words a point itself, behind the words that lead in."""
    text = block.text.strip()
    words = _LEADS_TO.search(text)
    return words is not None and bool(_CLOSED.search(text) or _GOES_ON.search(text) or _PASSIVE.search(words[1]))


def item_point_blocks(text: ItemText) -> Blocks:
    sections = text.of_kind(SectionKind.RECOMMENDATION)
    return tuple(block for section in sections for block in point_blocks(section.blocks))


def point_marks(points: Blocks) -> tuple[str | None, ...]:
    """The figure or letter printed before each point; None for all where not every point has one of its own."""
    marks = [_mark(point, points[:at]) for at, point in enumerate(points)]
    is_told_apart = None not in marks and len(set(marks)) == len(marks)
    return tuple(marks) if is_told_apart else (None,) * len(marks)


def _mark(point: Block, above: Blocks) -> str | None:
    printed = _PRINTED_MARK.search((point.marker or "").casefold())
    if printed is not None:
        return printed[1]
    alike = sum(other.kind is point.kind for other in above)
    if point.kind is BlockKind.NUMBERED:
        return str(alike + 1)
    return _LETTERS[alike] if point.kind is BlockKind.LETTERED and alike < len(_LETTERS) else None
