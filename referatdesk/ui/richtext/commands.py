"""What menus and keys do to the text: the commands, each with the question whether it holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.ids import new_block_id
from referatdesk.domain.richtext import LIST_KINDS, Block, Cell, Run, Table
from referatdesk.ui.richtext.characters import safe_link
from referatdesk.ui.richtext.formats import char_format, form_of
from referatdesk.ui.richtext.line_changes import (
    as_kind,
    as_list_item,
    change_lines,
    current_lines,
    indented,
    outdented,
)
from referatdesk.ui.richtext.surface import RichTextSurface
from referatdesk.ui.richtext.word_changes import change_words, link_around, stretches


class RichTextCommands(RichTextSurface):
    """Commands work on what is selected, or on the caret's line, or on the words about to be typed."""

    def toggle_bold(self) -> None:
        on = not self.is_bold()
        self._change_words(lambda form: replace(form, bold=on))

    def toggle_italic(self) -> None:
        on = not self.is_italic()
        self._change_words(lambda form: replace(form, italic=on))

    def toggle_underline(self) -> None:
        on = not self.is_underline()
        self._change_words(lambda form: replace(form, underline=on))

    def is_bold(self) -> bool:
        return all(form.bold for form in self._forms())

    def is_italic(self) -> bool:
        return all(form.italic for form in self._forms())

    def is_underline(self) -> bool:
        return all(form.underline for form in self._forms())

    def link(self) -> str | None:
        """The address of the first link at the caret or among the selected words."""
        return next((form.link for form in self._forms() if form.link is not None), None)

    def set_link(self, url: str | None) -> bool:
        """Links the selected words, or the link at the caret, or puts the address in; None takes links away.

        False, and nothing done, for an address that is neither a web page nor a mail address.
        """
        address = safe_link(url)
        if url is not None and address is None:
            return False
        cursor = link_around(self.textCursor())
        if cursor.hasSelection():
            change_words(self.text_document, cursor, lambda form: replace(form, link=address))
        elif address is not None:
            run = replace(form_of(self.currentCharFormat()), text=address, link=address)
            self.insert_blocks((Block(id=new_block_id(), runs=(run,)),))
        return True

    def make_list(self, kind: BlockKind) -> None:
        """Makes the lines items of such a list, or paragraphs again if that is what they are."""
        if self.list_kind() is kind:
            self._change_lines(lambda block: as_kind(block, BlockKind.PARAGRAPH))
        else:
            self._change_lines(lambda block: as_list_item(block, kind))

    def list_kind(self) -> BlockKind | None:
        """The kind of list that all the lines are items of."""
        kinds = {line.block.kind for line in current_lines(self.text_document, self.textCursor())}
        return next(iter(kinds)) if len(kinds) == 1 and kinds <= LIST_KINDS else None

    def indent(self) -> None:
        self._change_lines(indented)

    def outdent(self) -> None:
        self._change_lines(outdented)

    def set_subheading(self, level: int | None) -> None:
        """Makes the lines sub-headings of rank 0 or 1, or paragraphs."""
        kind = BlockKind.PARAGRAPH if level is None else BlockKind.SUBHEADING
        self._change_lines(lambda block: as_kind(block, kind, level or 0))

    def subheading_level(self) -> int | None:
        lines = current_lines(self.text_document, self.textCursor())
        levels = {line.block.level if line.block.kind is BlockKind.SUBHEADING else None for line in lines}
        return levels.pop() if len(levels) == 1 else None

    def is_subheading(self) -> bool:
        return self.subheading_level() is not None

    def set_quote(self, on: bool | None = None) -> None:
        """Makes the lines quotations or paragraphs; by itself it turns the one into the other."""
        wanted = not self.is_quote() if on is None else on
        self._change_lines(lambda block: as_kind(block, BlockKind.QUOTE if wanted else BlockKind.PARAGRAPH))

    def is_quote(self) -> bool:
        lines = current_lines(self.text_document, self.textCursor())
        return bool(lines) and all(line.block.kind is BlockKind.QUOTE for line in lines)

    def insert_table(self, rows: int, columns: int) -> None:
        """Puts in an empty table with a header row and the caret in its first cell; within a table it does nothing."""
        if not self.can_insert_table():
            return
        empty = tuple(tuple(Cell() for _column in range(columns)) for _row in range(rows))
        block = Block(id=new_block_id(), kind=BlockKind.TABLE, table=Table(rows=empty))
        place = self.textCursor().selectionStart()
        self.insert_blocks((block,))
        cursor = self.textCursor()
        cursor.setPosition(place)
        while cursor.currentTable() is None and cursor.movePosition(cursor.MoveOperation.NextBlock):
            pass
        self.setTextCursor(cursor)

    def can_insert_table(self) -> bool:
        cursor = self.textCursor()
        return cursor.currentTable() is None and not self.text_document.line_at(cursor.block()).place.is_caption

    def _forms(self) -> list[Run]:
        """The forms of the selected words or, without a selection, of the words about to be typed."""
        cursor = self.textCursor()
        found = [form for _start, _end, form, _line in stretches(self.text_document, cursor)]
        return found or [form_of(self.currentCharFormat())]

    def _change_words(self, change: Callable[[Run], Run]) -> None:
        cursor = self.textCursor()
        line = self.text_document.line_at(cursor.block())
        if cursor.hasSelection():
            change_words(self.text_document, cursor, change)
        elif not line.place.is_caption:
            form = change(form_of(self.currentCharFormat()))
            self.setCurrentCharFormat(char_format(form, line, self.text_document.look))

    def _change_lines(self, change: Callable[[Block], Block]) -> None:
        change_lines(self.text_document, self.textCursor(), change)
        cursor = self.textCursor()
        if not cursor.block().text():
            line = self.text_document.line_at(cursor.block())
            form = form_of(self.currentCharFormat())
            self.setCurrentCharFormat(char_format(form, line, self.text_document.look))
