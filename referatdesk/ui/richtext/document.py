"""A document that always knows its blocks: only touched lines are read again, where words changed when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument

from referatdesk.domain.codes import BlockKind
from referatdesk.domain.richtext import LIST_KINDS, Blocks
from referatdesk.ui.richtext.formats import Line
from referatdesk.ui.richtext.from_document import assembled, lines_between, read_line, read_lines
from referatdesk.ui.richtext.look import RichTextLook, indent_width
from referatdesk.ui.richtext.markers import shown_markers
from referatdesk.ui.richtext.settling import Touched, settle
from referatdesk.ui.richtext.to_document import BlockWriter

_MARKED_KINDS = LIST_KINDS | {BlockKind.QUOTE, BlockKind.PICTURE}


class RichTextDocument(QTextDocument):
    """Blocks as a QTextDocument. `edited` tells of changes of the text itself, never of looks or spelling marks.

    `marks_changed` tells that lines came, went or became something else, so that marks of lists may be others.
    """

    edited = Signal()
    marks_changed = Signal()

    def __init__(self, look: RichTextLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[Line] = []
        self._unread: set[int] = set()
        self._blocks: Blocks | None = None
        self._markers: dict[str, str] | None = None
        self._marked: list[int] | None = None
        self._touched: Touched | None = None
        self._edited = False
        self._loading = False
        self._settling = False
        self._is_new_step = False
        self.undoCommandAdded.connect(self._note_step)
        self.contentsChange.connect(self._note_change)
        self.contentsChanged.connect(self._tell)
        self.setDocumentMargin(look.margin)
        self._load(())

    @property
    def look(self) -> RichTextLook:
        return self._look

    def set_look(self, look: RichTextLook) -> None:
        """The text in other colours. What could be undone here can not be any more."""
        self._look = look
        self._load(self.blocks())

    def set_text_font(self, font: QFont) -> None:
        self.setDefaultFont(font)
        self.setIndentWidth(indent_width(font))

    def set_blocks(self, blocks: Blocks) -> None:
        """Shows another text; it tells nobody, and nothing before it can be undone."""
        if blocks != self.blocks() or self.isUndoAvailable() or self.isRedoAvailable():
            self._load(blocks)

    def _load(self, blocks: Blocks) -> None:
        self._loading = True
        self.setUndoRedoEnabled(False)
        try:
            self.clear()
            cursor = QTextCursor(self)
            cursor.beginEditBlock()
            BlockWriter(cursor, self._look).write(blocks)
            cursor.endEditBlock()
        finally:
            self.setUndoRedoEnabled(True)
            self.setModified(False)
            self._lines = read_lines(self)
            self._unread.clear()
            self._touched = None
            self._edited = False
            self._loading = False
            self._forget()
            self._blocks = assembled(self, self._lines)

    def blocks(self) -> Blocks:
        if self._blocks is None:
            self._blocks = assembled(self, self.lines())
        return self._blocks

    def lines(self) -> list[Line]:
        """The lines as Qt counts them, fillers and captions too."""
        for number in self._unread:
            self._lines[number] = read_line(self.findBlockByNumber(number))
        self._unread.clear()
        return self._lines

    def line_at(self, block: QTextBlock) -> Line:
        return self.lines()[block.blockNumber()]

    def id_at(self, block: QTextBlock) -> str:
        """That of its line, whose words need not be read for it."""
        return self._lines[block.blockNumber()].block.id

    def find_line(self, block_id: str) -> QTextBlock | None:
        """The line of the block with the id; a table is found by none."""
        number = next((number for number, line in enumerate(self.lines()) if line.block.id == block_id), None)
        return None if number is None else self.findBlockByNumber(number)

    def markers(self) -> dict[str, str]:
        """The mark shown before each list item, by block id."""
        if self._markers is None:
            self._markers = shown_markers(self.blocks())
        return self._markers

    def steps_ahead(self) -> int:
        """More after each that is undone, fewer after each that is redone."""
        return self.isRedoAvailable() + self.availableRedoSteps()  # Qt does not count the first

    def end_step(self) -> None:
        """What is typed from now on is undone apart from what was typed up to now."""
        self.setModified(False)  # Qt joins no key to one before a text was saved

    def forget_steps(self) -> None:
        """What was typed up to now is undone elsewhere."""
        self.clearUndoRedoStacks()

    def marked_lines(self) -> list[int]:
        """The numbers of the lines beside which something is painted: list items, quotations and pictures."""
        if self._marked is None:
            self._marked = [number for number, line in enumerate(self.lines()) if line.block.kind in _MARKED_KINDS]
        return self._marked

    def _forget(self, with_markers: bool = True) -> None:
        self._blocks = None
        if with_markers:
            self._markers = None
            self._marked = None

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        """Reads what was touched, but a line of which only words changed, as by nearly every key, when it is asked for.

        Lines before and after it are the same as ever, only their number may differ.
        """
        if self._loading:
            return
        first = self._block_at(position)
        start, lines = first.blockNumber(), self.blockCount()
        if lines == len(self._lines) and first.contains(position + added):
            self._unread.add(start)
            self._edited = True
            self._forget(with_markers=False)
            return
        last = self._block_at(position + added)
        count = last.blockNumber() - start + 1
        end = max(len(self._lines) - (lines - start - count), start)
        fresh = [read_line(block) for block in lines_between(first, last)]
        old = self._lines[start:end]
        was_read = self._unread.isdisjoint(range(start, end))
        if fresh == old and was_read and (count == 1 or not self._table_form_changed()):
            return
        self._lines[start:end] = fresh
        moved = len(fresh) - len(old)
        self._unread = {
            number if number < start else number + moved for number in self._unread.difference(range(start, end))
        }
        self._edited = True
        structural = not _same_shape(old, fresh)
        self._forget(structural)
        if structural:
            self._touched = Touched(range(start, start + count), _list_items(old) != _list_items(fresh))

    def _block_at(self, position: int) -> QTextBlock:
        found = self.findBlock(position)
        return found if found.isValid() else self.lastBlock()

    def _table_form_changed(self) -> bool:
        """Whether what lies in no line (a table's header, widths, id) is another than when it was last read."""
        if not self.rootFrame().childFrames():
            return False
        return self._blocks is None or assembled(self, self.lines()) != self._blocks

    def _note_step(self) -> None:
        self._is_new_step = True

    def _tell(self) -> None:
        if self._loading or self._settling:
            return
        touched, self._touched = self._touched, None
        # What undo and redo bring back has been settled before; another edit would end the redoing.
        if touched is not None and self._is_new_step:
            self._settling = True
            settle(self, self.lines(), touched, self._look)
            self._settling = False
        self._is_new_step = False
        if touched is not None:
            self.marks_changed.emit()
        if self._edited:
            self._edited = False
            self.edited.emit()


def _same_shape(old: list[Line], new: list[Line]) -> bool:
    return len(old) == len(new) and all(
        (a.block.id, a.block.kind, a.block.level, a.block.marker, a.place)
        == (b.block.id, b.block.kind, b.block.level, b.block.marker, b.place)
        for a, b in zip(old, new, strict=True)
    )


def _list_items(lines: list[Line]) -> list[tuple[str, BlockKind, int]]:
    return [(line.block.id, line.block.kind, line.block.level) for line in lines if line.block.is_list_item]
