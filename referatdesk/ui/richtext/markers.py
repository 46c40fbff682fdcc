"""The marks that are shown before list items: the printed ones where they were read, else counted."""

from __future__ import annotations

from collections.abc import Iterable

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import LIST_KINDS, Block

BULLETS = ("•", "◦", "▪", "•", "◦")


def shown_markers(blocks: Iterable[Block]) -> dict[str, str]:
    """The mark of every list item by its id, those inside table cells too. Each cell counts for itself."""
    found: dict[str, str] = {}
    counts: dict[int, tuple[BlockKind, int]] = {}
    for block in blocks:
        if block.kind not in LIST_KINDS:
            counts.clear()
            for cell in (cell for row in block.table.rows for cell in row) if block.table else ():
                found |= shown_markers(cell.blocks)
            continue
        counts = {level: count for level, count in counts.items() if level <= block.level}
        kind, count = counts.get(block.level, (block.kind, 0))
        count = count + 1 if kind is block.kind else 1
        counts[block.level] = (block.kind, count)
        found[block.id] = block.marker if block.marker is not None else _counted(block, count)
    return found


def _counted(block: Block, count: int) -> str:
    if block.kind is BlockKind.BULLET:
        return BULLETS[block.level % len(BULLETS)]
    return f"{count}." if block.kind is BlockKind.NUMBERED else f"{_letters(count)})"


def _letters(count: int) -> str:
    """a to z, then aa, ab …"""
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def list_around(blocks: list[Block], index: int) -> range:
    """The unbroken run of list items that holds the one at the index."""
    start = end = index
    while start > 0 and blocks[start - 1].kind in LIST_KINDS:
        start -= 1
    while end < len(blocks) and blocks[end].kind in LIST_KINDS:
        end += 1
    return range(start, end)
