"""Places that were found in a text, as the editor that shows it marks them."""

from __future__ import annotations

from collections.abc import Iterable

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


class ShownLines:
    """The lines of the editors that are shown, by the blocks they show: read once for all that is looked up in them."""

    def __init__(self, editors: Iterable[RichTextEdit]) -> None:
        self._editors = list(editors)
        self._numbers: dict[str, tuple[RichTextEdit, int]] = {}
        for editor in self._editors:
            for number, line in enumerate(editor.text_document.lines()):
                self._numbers.setdefault(line.block.id, (editor, number))

    def find(self, match: Match) -> tuple[RichTextEdit, QTextBlock] | None:
        """Where the place is, if it is there; of a table it is in the caption."""
        if match.block_id is None:
            return None
        if match.block_id in self._numbers:
            editor, number = self._numbers[match.block_id]
            return editor, editor.document().findBlockByNumber(number)
        captions = ((editor, _caption_of(editor.text_document, match.block_id)) for editor in self._editors)
        return next(((editor, line) for editor, line in captions if line is not None), None)


def _caption_of(document: RichTextDocument, table_id: str) -> QTextBlock | None:
    table = next((one for one in tables_of(document) if one.format().property(ID) == table_id), None)
    if table is None:
        return None
    above = document.findBlock(table.firstPosition()).previous()
    below = document.findBlock(table.lastPosition()).next()
    sides = ((above, LinePlace.CAPTION_BEFORE), (below, LinePlace.CAPTION_AFTER))
    return next((line for line, place in sides if line.isValid() and document.line_at(line).place is place), None)


def cursor_over(editor: RichTextEdit, line: QTextBlock, match: Match) -> QTextCursor:
    """The cursor over the place; it selects nothing where the words are no longer there."""
    cursor = editor.textCursor()
    cursor.clearSelection()
    text = line.text()
    if line.length() > qt_length(text[: match.end]):
        cursor.setPosition(line.position() + qt_length(text[: match.start]))
        cursor.setPosition(line.position() + qt_length(text[: match.end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def marked_at(editor: RichTextEdit, line: QTextBlock, match: Match) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    ground = QTextCharFormat()
    ground.setBackground(tokens().warn_soft)
    ground.setForeground(tokens().text)
    selection.format = ground
    selection.cursor = cursor_over(editor, line, match)
    return selection
