"""Making lines something else: list items, sub-headings, quotations, paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import LIST_KINDS, MAX_LEVEL, Block
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import Line, LinePlace
from referatdesk.ui.richtext.selection import selected_lines
from referatdesk.ui.richtext.to_document import set_line


def current_lines(document: RichTextDocument, cursor: QTextCursor) -> list[Line]:
    """The lines a command would change; captions belong to their table and are none of them."""
    found = (document.line_at(block) for block in selected_lines(cursor))
    return [line for line in found if not line.place.is_caption]


def change_lines(document: RichTextDocument, cursor: QTextCursor, change: Callable[[Block], Block]) -> None:
    """Changes what the selected lines are, not their words, as one step to undo."""
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for block in selected_lines(cursor):
        line = document.line_at(block)
        changed = change(line.block)
        if changed != line.block and not line.place.is_caption:
            set_line(QTextCursor(block), replace(line, block=changed, place=LinePlace.TEXT), document.look)
    edit.endEditBlock()


def as_kind(block: Block, kind: BlockKind, level: int = 0) -> Block:
    """The block as another kind; a picture stays one."""
    if block.picture is not None:
        return block
    same = block.kind is kind and block.level == level
    return replace(block, kind=kind, level=level, marker=block.marker if same else None)


def as_list_item(block: Block, kind: BlockKind) -> Block:
    return as_kind(block, kind, block.level if block.kind in LIST_KINDS else 0)


def indented(block: Block) -> Block:
    deepest = MAX_LEVEL if block.kind in LIST_KINDS else int(block.kind is BlockKind.SUBHEADING)
    return as_kind(block, block.kind, min(block.level + 1, deepest)) if deepest else block


def outdented(block: Block) -> Block:
    """One level up; from the outermost of a list to a paragraph."""
    if block.level > 0:
        return as_kind(block, block.kind, block.level - 1)
    return as_kind(block, BlockKind.PARAGRAPH) if block.kind in LIST_KINDS else block
