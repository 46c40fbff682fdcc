"""Plain text to blocks and back: a line is a paragraph, and the marks people type before list items are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import MAX_LEVEL, Block, Blocks, paragraph, plain_text
from referatdesk.ui.richtext.characters import clean_text
from referatdesk.ui.richtext.markers import shown_markers

_ITEM = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[-–*•·▪◦§o]|\d{1,3}[.)]|[a-zæøå][.)])[ \t\u00a0]+(?P<words>\S.*)$")
_BULLETS = frozenset("-–*•·▪◦§")
_SPACES_A_LEVEL = 4


def blocks_from_plain(text: str) -> Blocks:
    """The lines of the text; empty ones are gaps, and a single line is never taken for a list item."""
    cleaned = clean_text(text).strip("\n")
    if "\n" not in cleaned:
        return (paragraph(cleaned),) if cleaned else ()
    lines = [line.rstrip() for line in cleaned.split("\n") if line.strip()]
    items = [_item(line) for line in lines]
    return tuple(
        item if item is not None and _belongs(items, index, item) else paragraph(lines[index].strip())
        for index, item in enumerate(items)
    )


def _item(line: str) -> Block | None:
    found = _ITEM.match(line)
    if found is None:
        return None
    mark = found["mark"]
    # Word writes the "o" of its second level of bullets with a tab after it.
    if mark == "o" and not line.lstrip().startswith("o\t"):
        return None
    tabs = found["indent"].count("\t")
    level = tabs + (len(found["indent"]) - tabs) // _SPACES_A_LEVEL
    if mark in _BULLETS or mark == "o":
        kind = BlockKind.BULLET
    else:
        kind = BlockKind.NUMBERED if mark[0].isdigit() else BlockKind.LETTERED
    return paragraph(found["words"], kind, min(level, MAX_LEVEL))


def _belongs(items: Sequence[Block | None], index: int, item: Block) -> bool:
    """A bullet is a bullet; a number or letter alone may be a date ("1. marts"), beside another it counts."""
    if item.kind is BlockKind.BULLET:
        return True
    near = (*items[max(index - 1, 0) : index], *items[index + 1 : index + 2])
    return any(other is not None for other in near)


def text_with_markers(blocks: Blocks) -> str:
    """The words with the marks of list items, for programs that take plain text only."""
    markers = shown_markers(blocks)
    return "\n".join(_line(block, markers.get(block.id)) for block in blocks)


def _line(block: Block, marker: str | None) -> str:
    if marker is None:
        return plain_text((block,))
    return "\t" * block.level + f"{marker} {block.text}"
