"""The one binding between a text box and a section of an item: what is typed reaches the archive while it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor

from referatdesk.domain.codes import SectionKind
from referatdesk.domain.ids import new_id
from referatdesk.domain.meetings import ItemText, Section
from referatdesk.domain.richtext import Blocks
from referatdesk.services.archive.events import Applied
from referatdesk.services.item import texts
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.typing_burst import TypingBurst

PAUSE_MS = 200
"""A pause this long after the last key hands the text on."""
LONGEST_WAIT_MS = 500
"""Steady typing is handed on this often; with the commit it stays well below the promised second and a half."""

LOOKING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TextBinding(QObject):
    """Ties an editor to one section at a time. It is the origin of its own changes and so leaves the caret alone."""

    def __init__(self, editor: RichTextEdit, desk: Desk) -> None:
        super().__init__(editor)
        self._editor = editor
        self._desk = desk
        self._item_id: str | None = None
        self._section_id: str | None = None
        self._kind: SectionKind | None = None
        self._step = new_id()
        self._begun: list[tuple[str, Blocks]] = []
        self._ended: list[tuple[str, Blocks]] = []
        self._ahead = 0
        self._burst = TypingBurst(self._end_step, self)
        self._dirty = False
        self._pause = self._timer(PAUSE_MS)
        self._limit = self._timer(LONGEST_WAIT_MS)
        editor.set_pictures(desk.pictures)
        if desk.workspace.is_view:
            editor.setTextInteractionFlags(LOOKING)
        editor.edited.connect(self._typed)
        editor.left.connect(self.leave)
        desk.settle_with(self, self.settle)
        desk.watch(self, self._heard)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self.settle)
        return timer

    def show(self, item_id: str, section_id: str) -> None:
        """Binds the editor to a section; what was typed into the one before is handed on first."""
        self._bind(item_id, section_id, None)

    def show_kind(self, item_id: str, kind: SectionKind) -> None:
        """Binds the editor to the item's section of a kind, which the first word makes where there is none."""
        self._bind(item_id, None, kind)

    def _bind(self, item_id: str, section_id: str | None, kind: SectionKind | None) -> None:
        if (self._item_id, self._section_id, self._kind) == (item_id, section_id, kind):
            return
        self.leave()
        self._item_id, self._section_id, self._kind = item_id, section_id, kind
        self._editor.set_blocks(self._stored(self._desk.workspace.find(ItemText, item_id)))
        if kind is not None:  # of what is written here; a section that is folded out is read from its beginning
            self._editor.moveCursor(QTextCursor.MoveOperation.End)

    def _stored(self, text: ItemText | None) -> Blocks:
        section = self._section(text) if text is not None else None
        return section.blocks if section is not None else ()

    def _section(self, text: ItemText) -> Section | None:
        if self._section_id is not None:
            return text.section(self._section_id)
        return next(iter(text.of_kind(self._kind)), None) if self._kind is not None else None

    def clear(self) -> None:
        self.leave()
        self._item_id = self._section_id = self._kind = None
        self._editor.set_blocks(())

    def leave(self) -> None:
        """The box is left: what comes after is another step to undo, and what came before is undone as one."""
        self.settle()
        self._forget_steps()

    def _forget_steps(self) -> None:
        self._begin_step()
        self._begun.clear()
        self._ahead = 0
        self._editor.text_document.forget_steps()

    def _begin_step(self) -> None:
        self._step = new_id()
        self._burst.begin()

    def _end_step(self) -> None:
        """Kept until it is handed on: a key is not to wait for that. What was handed on before is a step already."""
        if self._dirty:
            self._ended.append((self._step, self._editor.blocks()))
        self._begin_step()
        self._editor.text_document.end_step()

    def settle(self) -> None:
        """Hands unfinished typing to the archive."""
        self._pause.stop()
        self._limit.stop()
        ended, self._ended = self._ended, []
        if self._dirty and self._item_id is not None:
            for step, blocks in (*ended, (self._step, self._editor.blocks())):
                self._hand_on(self._item_id, step, blocks)
            self._dirty = False

    def _hand_on(self, item_id: str, step: str, blocks: Blocks) -> None:
        records = self._desk.workspace
        text = records.find(ItemText, item_id)
        if text is None:
            return
        section = self._section(text)
        stored = section.blocks if section is not None else ()
        if self._takes_back(stored, blocks):
            return
        if blocks != stored and not (self._begun and self._begun[-1][0] == step):
            self._begun.append((step, stored))
        if section is not None:
            section_id = section.id
        elif self._kind is not None:
            change, section_id = texts.ensure_section(records, item_id, self._kind)
            self._desk.do(replace(change, step=step), origin=self)
        else:
            return
        self._desk.do(texts.set_blocks(records, item_id, section_id, blocks, step=step), self)

    def _takes_back(self, stored: Blocks, blocks: Blocks) -> bool:
        """What was typed and undone in the editor is undone in the archive too, and no step the other way."""
        if not self._ahead or not self._begun or blocks == stored or blocks != self._begun[-1][1]:
            return False
        step, _before = self._begun.pop()
        newest = next(iter(self._desk.workspace.undo_steps), None)
        if newest is None or newest.step != step:
            return False
        self._desk.workspace.undo(self)
        self._step = self._begun[-1][0] if self._begun else new_id()
        return True

    def _typed(self) -> None:
        ahead, was_ahead = self._editor.text_document.steps_ahead(), self._ahead
        self._dirty, self._ahead = True, ahead
        if ahead > was_ahead:
            self._burst.begin()
            self.settle()  # before the next key undoes more: the archive goes back over the same steps
            return
        if was_ahead:
            self._begin_step()
        self._burst.note(self._editor.textCursor())
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def _heard(self, event: object) -> None:
        if not isinstance(event, Applied) or event.origin is self:
            return
        if event.origin is None:
            self._forget_steps()  # the typing before it is the older step, and undone after it
        for pair in event.change.pairs:
            if isinstance(pair.after, ItemText) and pair.after.id == self._item_id:
                before = self._stored(pair.before) if isinstance(pair.before, ItemText) else ()
                blocks = self._stored(pair.after)
                shown = self._editor.blocks()
                if blocks not in (before, shown):
                    self._dirty = False
                    self._ended.clear()
                    self._editor.set_blocks(blocks)
                    if not {block.id for block in blocks} & {block.id for block in shown}:
                        self._editor.moveCursor(QTextCursor.MoveOperation.End)
