"""What somebody points at in a text: the selection, or the sentence with the caret."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from referatdesk.domain.sentences import sentences

LINE_ENDS = str.maketrans({"\u2029": " ", "\u2028": " ", "\ufffc": " "})


def words_at(cursor: QTextCursor) -> str:
    """The words selected, else the sentence in which the caret stands, or behind which it does; "" on a blank line."""
    if cursor.hasSelection():
        return cursor.selectedText().translate(LINE_ENDS).strip()
    place = cursor.positionInBlock()
    before = [one for one in sentences(cursor.block().text().translate(LINE_ENDS)) if one.start <= place]
    return before[-1].text if before else ""
