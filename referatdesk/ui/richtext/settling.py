"""What an edit by Qt leaves to put right: ids given twice, looks of words that moved, captions without a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import Block
from referatdesk.ui.richtext.formats import Line, LinePlace, char_format, form_of
from referatdesk.ui.richtext.from_document import fragments, tables_of
from referatdesk.ui.richtext.look import RichTextLook
from referatdesk.ui.richtext.markers import list_around
from referatdesk.ui.richtext.to_document import dress_words, follows_a_line, precedes_a_line, set_line

_COUNTED = frozenset({BlockKind.NUMBERED, BlockKind.LETTERED})


@dataclass(frozen=True, slots=True)
class Touched:
    """The numbers of the lines that an edit left behind, and whether lists gained, lost or moved items by it."""

    lines: range
    lists: bool


def settle(document: QTextDocument, lines: Sequence[Line], touched: Touched, look: RichTextLook) -> None:
    """Mends the touched lines as part of the edit that touched them, so that one undo takes back both."""
    wanted = dict(_wrong_lines(document, lines, touched))
    undressed = [
        number
        for number in touched.lines
        if number not in wanted and _is_undressed(document.findBlockByNumber(number), lines[number], look)
    ]
    if not wanted and not undressed:
        return
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for number, line in wanted.items():
        set_line(QTextCursor(document.findBlockByNumber(number)), line, look)
    for number in undressed:
        dress_words(QTextCursor(document.findBlockByNumber(number)), lines[number], look)
    cursor.endEditBlock()


def _is_undressed(block: QTextBlock, line: Line, look: RichTextLook) -> bool:
    return any(made != char_format(form_of(made), line, look) for _start, _end, made in fragments(block))


def _wrong_lines(document: QTextDocument, lines: Sequence[Line], touched: Touched) -> Iterator[tuple[int, Line]]:
    captions = _places_of_captions(document)
    stale = _stale_markers(lines, touched.lines) if touched.lists else set()
    seen: set[str] = set()
    for number, line in enumerate(lines):
        right = line
        if line.block.id in seen or not line.block.id:
            right = replace(right, block=_as_another(right.block))
        if right.place.is_caption and (number, right.place) not in captions:
            right = replace(right, place=LinePlace.TEXT)
        if right.place is LinePlace.FILLER and _has_neighbour(document.findBlockByNumber(number)):
            right = replace(right, place=LinePlace.TEXT)
        if number in stale:
            right = replace(right, block=replace(right.block, marker=None))
        seen.add(right.block.id)
        if right != line:
            yield number, right


def _as_another(block: Block) -> Block:
    """A line that an edit made out of the block; a picture stays with the first of them."""
    kind = block.kind if block.picture is None else BlockKind.PARAGRAPH
    return replace(block, id=new_block_id(), kind=kind, marker=None, picture=None)


def _has_neighbour(block: QTextBlock) -> bool:
    """Whether the text or cell has other lines right beside this one, so that it is not there for Qt's sake."""
    cursor = QTextCursor(block)
    return follows_a_line(cursor) or precedes_a_line(cursor)


def _places_of_captions(document: QTextDocument) -> set[tuple[int, LinePlace]]:
    """Which lines may be captions, and of which kind: those right before and right after a table."""
    found: set[tuple[int, LinePlace]] = set()
    for table in tables_of(document):
        found.add((document.findBlock(table.firstPosition()).blockNumber() - 1, LinePlace.CAPTION_BEFORE))
        found.add((document.findBlock(table.lastPosition()).blockNumber() + 1, LinePlace.CAPTION_AFTER))
    return found


def _stale_markers(lines: Sequence[Line], touched: range) -> set[int]:
    """Items of a list that gained, lost or moved an item: printed numbers that were read would be wrong there."""
    blocks: list[Block] = [line.block for line in lines]
    around = range(max(touched.start - 1, 0), min(touched.stop + 1, len(blocks)))
    found: set[int] = set()
    for index in around:
        if blocks[index].is_list_item and index not in found:
            found |= set(list_around(blocks, index))
    return {index for index in found if blocks[index].marker is not None and blocks[index].kind in _COUNTED}
