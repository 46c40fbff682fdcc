"""Giving words a form: bold, italic, underlined, linked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCursor

from referatdesk.domain.richtext import Run
from referatdesk.ui.richtext.document import RichTextDocument
from referatdesk.ui.richtext.formats import Line, char_format, form_of
from referatdesk.ui.richtext.from_document import fragments
from referatdesk.ui.richtext.selection import selected_lines

Stretch = tuple[int, int, Run, Line]


def stretches(document: RichTextDocument, cursor: QTextCursor) -> Iterator[Stretch]:
    """Start, end, form and line of each stretch of selected words in one form; words of captions have none."""
    whole_lines = cursor.hasComplexSelection()
    for block in selected_lines(cursor):
        line = document.line_at(block)
        if line.place.is_caption:
            continue
        for start, end, made in fragments(block):
            first = start if whole_lines else max(start, cursor.selectionStart())
            last = end if whole_lines else min(end, cursor.selectionEnd())
            if first < last:
                yield first, last, form_of(made), line


def change_words(document: RichTextDocument, cursor: QTextCursor, change: Callable[[Run], Run]) -> None:
    """Changes the form of the selected words as one step to undo."""
    found = list(stretches(document, cursor))
    edit = QTextCursor(document)
    edit.beginEditBlock()
    for start, end, form, line in found:
        edit.setPosition(start)
        edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        edit.setCharFormat(char_format(change(form), line, document.look))
    edit.endEditBlock()


def link_around(cursor: QTextCursor) -> QTextCursor:
    """A cursor that has selected the whole link at the caret, or what the cursor has selected if there is none."""
    found = QTextCursor(cursor)
    address = form_of(cursor.charFormat()).link
    if cursor.hasSelection() or address is None:
        return found
    linked = [(start, end) for start, end, made in fragments(cursor.block()) if form_of(made).link == address]
    at = cursor.position()
    nearest = next(index for index, (start, end) in enumerate(linked) if start <= at <= end)
    first = last = nearest
    while first > 0 and linked[first - 1][1] == linked[first][0]:
        first -= 1
    while last + 1 < len(linked) and linked[last + 1][0] == linked[last][1]:
        last += 1
    found.setPosition(linked[first][0])
    found.setPosition(linked[last][1], QTextCursor.MoveMode.KeepAnchor)
    return found


def ends_link(cursor: QTextCursor, address: str) -> bool:
    """Whether the link that reaches up to the caret goes no further."""
    following = QTextCursor(cursor)
    following.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.atBlockEnd() or form_of(following.charFormat()).link != address
