"""The habits of keys that a writer brings from Word: Enter, Backspace and Delete at the edges of lines, typed lists."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import LIST_KINDS, Block, paragraph
from referatdesk.ui.richtext.formats import Line, LinePlace, char_format, form_of, line_format
from referatdesk.ui.richtext.from_document import read_line
from referatdesk.ui.richtext.line_changes import as_kind, indented, outdented
from referatdesk.ui.richtext.look import RichTextLook
from referatdesk.ui.richtext.surface import RichTextSurface
from referatdesk.ui.richtext.to_document import dress_words, follows_a_line, precedes_a_line, set_line

_LIST_BEGINNINGS = (
    (re.compile(r"[-*•] "), BlockKind.BULLET),
    (re.compile(r"1[.)] "), BlockKind.NUMBERED),
    (re.compile(r"a\) "), BlockKind.LETTERED),
)
_ALONE = frozenset({BlockKind.SUBHEADING, BlockKind.FOOTNOTE, BlockKind.PICTURE})
"""Kinds that the line begun below one of them does not share."""


def press_enter(editor: RichTextSurface) -> bool:
    """A new line, a level up where an empty list item is left, or out of a caption into its table."""
    cursor = editor.textCursor()
    look = editor.text_document.look
    if editor.text_document.line_at(cursor.block()).place is LinePlace.CAPTION_BEFORE:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    else:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        _break_line(cursor, read_line(cursor.block()), look)
        cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def _break_line(cursor: QTextCursor, line: Line, look: RichTextLook) -> None:
    block = line.block
    if not block.runs and block.kind in LIST_KINDS:
        set_line(cursor, replace(line, block=outdented(block)), look)
    elif not block.runs and block.kind not in {BlockKind.PARAGRAPH, BlockKind.PICTURE}:
        set_line(cursor, replace(line, block=as_kind(block, BlockKind.PARAGRAPH)), look)
    elif cursor.atBlockStart() and block.runs:
        _begin_line_above(cursor, line, look)
    else:
        _begin_line_below(cursor, line, look)


def _new_line_beside(line: Line) -> Line:
    block = line.block
    if block.kind in _ALONE or line.place.is_caption:
        return replace(line, block=paragraph(""), place=LinePlace.TEXT)
    return replace(line, block=replace(block, id=new_block_id(), runs=(), marker=None), place=LinePlace.TEXT)


def _begin_line_above(cursor: QTextCursor, line: Line, look: RichTextLook) -> None:
    """At the start of a line the words move down, and what they are moves with them."""
    cursor.insertBlock(line_format(line, look))
    above = QTextCursor(cursor)
    above.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    set_line(above, _new_line_beside(line), look)


def _begin_line_below(cursor: QTextCursor, line: Line, look: RichTextLook) -> None:
    below = _new_line_beside(line)
    form = replace(form_of(cursor.charFormat()), link=None)
    if line.place is LinePlace.FILLER:
        set_line(cursor, replace(line, place=LinePlace.TEXT), look)
    cursor.insertBlock(line_format(below, look), char_format(form, below, look))
    dress_words(cursor, below, look)


def press_backspace(editor: RichTextSurface) -> bool:
    """At the start of a line: first what the line is goes, then the line."""
    cursor = editor.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    line = editor.text_document.line_at(cursor.block())
    if line.place.is_caption and not line.block.runs:
        lighter = replace(line, place=LinePlace.FILLER)
    elif line.block.kind in LIST_KINDS:
        lighter = replace(line, block=outdented(line.block))
    elif line.block.picture is not None:
        lighter = replace(line, block=replace(line.block, kind=BlockKind.PARAGRAPH, picture=None))
    elif line.block.kind is not BlockKind.PARAGRAPH:
        lighter = replace(line, block=as_kind(line.block, BlockKind.PARAGRAPH))
    else:
        return _join_after_empty_line(editor, cursor, line)
    cursor.beginEditBlock()
    set_line(cursor, lighter, editor.text_document.look)
    cursor.endEditBlock()
    return True


def _join_after_empty_line(editor: RichTextSurface, cursor: QTextCursor, line: Line) -> bool:
    if not follows_a_line(cursor) or cursor.block().previous().text():
        return False
    cursor.beginEditBlock()
    cursor.deletePreviousChar()
    set_line(cursor, line, editor.text_document.look)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    return True


def press_tab(editor: RichTextSurface, forward: bool) -> bool:
    """Takes a list item in which nothing is written yet a level in or out; what is written never moves by Tab."""
    cursor = editor.textCursor()
    line = editor.text_document.line_at(cursor.block())
    if line.block.runs or line.block.kind not in LIST_KINDS or cursor.currentTable() is not None:
        return False
    if not forward and line.block.level == 0:
        return False
    moved = indented(line.block) if forward else outdented(line.block)
    if moved == line.block:
        return False
    set_line(cursor, replace(line, block=moved), editor.text_document.look)
    return True


def press_delete(editor: RichTextSurface) -> bool:
    """In an empty line the line goes, and the next one stays what it is."""
    cursor = editor.textCursor()
    if cursor.hasSelection() or cursor.block().text() or not precedes_a_line(cursor):
        return False
    following = editor.text_document.line_at(cursor.block().next())
    cursor.beginEditBlock()
    cursor.deleteChar()
    set_line(cursor, following, editor.text_document.look)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    return True


def begin_list(editor: RichTextSurface) -> None:
    """Makes a paragraph that begins with a typed mark a list item, as a step of its own, so that it can be undone."""
    cursor = editor.textCursor()
    line = editor.text_document.line_at(cursor.block())
    typed = line.block.text[: cursor.positionInBlock()]
    if line.block.kind is not BlockKind.PARAGRAPH or line.place.is_caption or len(typed) > 3:
        return
    kind = next((kind for pattern, kind in _LIST_BEGINNINGS if pattern.fullmatch(typed)), None)
    if kind is None:
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    item: Block = as_kind(line.block, kind)
    set_line(cursor, replace(line, block=item, place=LinePlace.TEXT), editor.text_document.look)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
