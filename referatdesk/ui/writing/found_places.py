"""Places that were found in a text, as the editor that shows it marks them."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from referatdesk.services.writing.replacing import Match
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.richtext.formats import ID, LinePlace
from referatdesk.ui.richtext.from_document import tables_of
from referatdesk.ui.theme import tokens


def is_within(one: Match, place: Match, end: int) -> bool:
    """Whether it lies in what was put in at the place: new words may hold the old ones."""
    same_text = (one.item_id, one.section_id, one.block_id) == (place.item_id, place.section_id, place.block_id)
    return same_text and place.start <= one.start < end


def line_of(editor: RichTextEdit, match: Match) -> QTextBlock | None:
    """Where the place is in the editor, if it is there; of a table it is in the caption."""
    if match.block_id is None:
        return None
    return editor.text_document.find_line(match.block_id) or _caption_of(editor.text_document, match.block_id)


def _caption_of(document: RichTextDocument, table_id: str) -> QTextBlock | None:
    table = next((one for one in tables_of(document) if one.format().property(ID) == table_id), None)
    if table is None:
        return None
    above = document.findBlock(table.firstPosition()).previous()
    below = document.findBlock(table.lastPosition()).next()
    sides = ((above, LinePlace.CAPTION_BEFORE), (below, LinePlace.CAPTION_AFTER))
    return next((line for line, place in sides if line.isValid() and document.line_at(line).place is place), None)


def cursor_over(editor: RichTextEdit, match: Match) -> QTextCursor:
    """The cursor over the place; it selects nothing where the words are no longer there."""
    block = line_of(editor, match)
    cursor = editor.textCursor()
    cursor.clearSelection()
    if block is not None and block.length() > qt_length(block.text()[: match.end]):
        text = block.text()
        cursor.setPosition(block.position() + qt_length(text[: match.start]))
        cursor.setPosition(block.position() + qt_length(text[: match.end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def marked_at(editor: RichTextEdit, match: Match) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    ground = QTextCharFormat()
    ground.setBackground(tokens().warn_soft)
    ground.setForeground(tokens().text)
    selection.format = ground
    selection.cursor = cursor_over(editor, match)
    return selection
