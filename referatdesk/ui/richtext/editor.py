"""The text box of the window: blocks in, blocks out, written in with the keys that a writer knows from Word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from referatdesk.ui.richtext.commands import RichTextCommands
from referatdesk.ui.richtext.height import HeightFitter
from referatdesk.ui.richtext.keys import begin_list, press_backspace, press_delete, press_enter, press_tab
from referatdesk.ui.richtext.paste import plain_from_mime
from referatdesk.ui.richtext.tables import TableCommands

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_CTRL = _Modifier.ControlModifier
_CTRL_SHIFT = _Modifier.ControlModifier | _Modifier.ShiftModifier
_ALT_SHIFT = _Modifier.AltModifier | _Modifier.ShiftModifier
_UNTOUCHED = (_Modifier.NoModifier, _Modifier.ShiftModifier)

_STAYING = frozenset(
    {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)
"""A menu over the box is no visit elsewhere, nor is a look at another window."""

_LEFT_TO_THE_WINDOW = frozenset({_Key.Key_B, _Key.Key_I, _Key.Key_U, _Key.Key_K})
"""Qt deletes the rest of the line at Ctrl+K and the line at Ctrl+U on some systems; nobody from Word expects that."""


class RichTextEdit(RichTextCommands):
    """See `RichTextSurface` for the text in and out, `RichTextCommands` for the commands, `tables` for those of tables.

    Tab leaves the box (within a table it goes from cell to cell first, and it moves an empty list item). Keys to undo
    and redo are let through to the window when there is nothing to undo here. `typed` tells of each sign that a key put
    into the text, `left` that the keyboard went elsewhere.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tables = TableCommands(self)
        self._fitter: HeightFitter | None = None

    def fit_height(self, least_lines: int, most_lines: int | None = None) -> None:
        """Lets the box grow with its text from now on; beyond the most lines it scrolls."""
        self._fitter = HeightFitter(self, least_lines, most_lines)

    def paste_plain(self) -> None:
        source = QApplication.clipboard().mimeData()
        if source is not None and not self.isReadOnly():
            self.insert_blocks(plain_from_mime(source))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            takes = self._takes_shortcut(event)
            if takes is not None:
                event.setAccepted(takes)
                return True
        return super().event(event)

    def _takes_shortcut(self, event: QKeyEvent) -> bool | None:
        """Whether the key is ours and no action's of the window; None where Qt may decide."""
        if _is_sign(event):
            return None
        if _is_undo(event):
            return self.can_undo() and not self.isReadOnly()
        if _is_redo(event):
            return self.can_redo() and not self.isReadOnly()
        if event.modifiers() == _CTRL and event.key() in _LEFT_TO_THE_WINDOW:
            return False
        return True if _marks_a_paragraph(event) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_sign(event) and not self.isReadOnly():
            self._type(event)
        elif _marks_a_paragraph(event):
            self.select_to_paragraph(event.key() == _Key.Key_Down)
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif _is_undo(event) or _is_redo(event):
            self._go_back_or_forth(event)
        elif (command := _COMMANDS.get((event.modifiers(), _Key(event.key())))) is not None:
            command(self)
        elif event.modifiers() == _CTRL and event.key() in _LEFT_TO_THE_WINDOW:
            event.ignore()
        elif not self._has_habit(event):
            self._type(event)

    def select_to_paragraph(self, down: bool) -> None:
        """As in Word: to the start of this paragraph or the one before, or to the start of the next."""
        cursor = self.textCursor()
        where, way = QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveOperation.PreviousBlock
        keep = QTextCursor.MoveMode.KeepAnchor
        if down:
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock, keep):
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, keep)
        else:
            cursor.movePosition(way if cursor.atBlockStart() else where, keep)
        self.setTextCursor(cursor)

    def _go_back_or_forth(self, event: QKeyEvent) -> None:
        if _is_undo(event) and self.can_undo():
            self.undo()
        elif _is_redo(event) and self.can_redo():
            self.redo()
        else:
            event.ignore()

    def _has_habit(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_Modifier.KeypadModifier
        if event.key() in {_Key.Key_Return, _Key.Key_Enter} and modifiers == _Modifier.NoModifier:
            return press_enter(self)
        if event.key() == _Key.Key_Backspace and modifiers in {_Modifier.NoModifier, _Modifier.ShiftModifier}:
            return press_backspace(self)
        if event.key() == _Key.Key_Delete and modifiers == _Modifier.NoModifier:
            return press_delete(self)
        return False

    def _type(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and typed.isprintable():
            self.prepare_typing()
        super().keyPressEvent(event)
        if typed == " ":
            begin_list(self)
        if typed and typed.isprintable():
            self.typed.emit(typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._go_to_cell(forward) or (not self.isReadOnly() and press_tab(self, forward)):
            return True
        return super().focusNextPrevChild(forward)

    def _go_to_cell(self, forward: bool) -> bool:
        cursor = self.textCursor()
        if cursor.currentTable() is None or self.isReadOnly():
            return False
        where = QTextCursor.MoveOperation.NextCell if forward else QTextCursor.MoveOperation.PreviousCell
        if not cursor.movePosition(where):
            return False
        self.setTextCursor(cursor)
        return True


def _is_sign(event: QKeyEvent) -> bool:
    """Most keys are: they need not be asked for more."""
    sign = event.text()
    return bool(sign) and sign.isprintable() and event.modifiers() in _UNTOUCHED


def _marks_a_paragraph(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~_Modifier.KeypadModifier
    return modifiers == _CTRL_SHIFT and event.key() in {_Key.Key_Up, _Key.Key_Down}


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y on every system, though Qt knows it on Windows only."""
    is_y = event.key() == _Key.Key_Y and event.modifiers() == _CTRL
    return is_y or event.matches(QKeySequence.StandardKey.Redo)


_COMMANDS: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[RichTextEdit], None]] = {
    (_CTRL, _Key.Key_B): RichTextEdit.toggle_bold,
    (_CTRL, _Key.Key_I): RichTextEdit.toggle_italic,
    (_CTRL, _Key.Key_U): RichTextEdit.toggle_underline,
    (_CTRL_SHIFT, _Key.Key_V): RichTextEdit.paste_plain,
    (_ALT_SHIFT, _Key.Key_Right): RichTextEdit.indent,
    (_ALT_SHIFT, _Key.Key_Left): RichTextEdit.outdent,
    (_CTRL, _Key.Key_BracketRight): RichTextEdit.indent,
    (_CTRL, _Key.Key_BracketLeft): RichTextEdit.outdent,
}
