"""Places that were found in a text, as the editor that shows it marks them."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from referatdesk.services.writing.replacing import Match
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.theme import tokens


def is_within(one: Match, place: Match, end: int) -> bool:
    """Whether it lies in what was put in at the place: new words may hold the old ones."""
    same_text = (one.item_id, one.section_id, one.block_id) == (place.item_id, place.section_id, place.block_id)
    return same_text and place.start <= one.start < end


def cursor_over(editor: RichTextEdit, match: Match) -> QTextCursor:
    """The cursor over the place; it selects nothing where the words are no longer there."""
    block = editor.text_document.find_line(match.block_id or "")
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
