"""What is offered for a text under the pointer: words that may be meant, steps back, cutting and pasting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from referatdesk.i18n.catalogue import _
from referatdesk.services.writing import spelling
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.controls import without_letter
from referatdesk.ui.writing.speller import Speller
from referatdesk.ui.writing.spelling import selection_of, word_at

_Standard = QKeySequence.StandardKey


WAIT_MS = 700
"""Nearly every word is guessed at in half of it; for another there is a row of the menu that asks."""


class TextMenus:
    """Opens by the right button or the menu key.

    `steps` are the actions that undo and redo, `suggest` the one that lists what may be meant by the word at the caret.
    """

    def __init__(self, desk: Desk, speller: Speller, steps: Sequence[QAction], suggest: QAction) -> None:
        self._suggest = suggest
        self._desk = desk
        self._speller = speller
        self._steps = steps
        self._wanted: QTextCursor | None = None

    def open_at(self, editor: RichTextEdit, place: QPoint) -> None:
        """Waits a little for what may be meant by a misspelt word: no row moves away from under the pointer later."""
        cursor = _put_caret(editor, place)
        caret = editor.cursorRect()
        is_asked_by_key = caret.contains(place)
        at = editor.viewport().mapToGlobal(caret.bottomLeft() if is_asked_by_key else place)
        wrong = self._wanted = self._misspelt(editor, cursor)
        if wrong is None:
            self._menu(editor).popup(at)
            return

        before = _state(editor)

        def show(meant: tuple[str, ...] | None = None) -> None:
            if wrong is self._wanted:
                self._wanted = None
                if before == _state(editor):
                    self._menu(editor, wrong, meant).popup(at)

        self._speller.suggest(wrong.selectedText(), show)
        QTimer.singleShot(WAIT_MS, editor, show)

    def _misspelt(self, editor: RichTextEdit, cursor: QTextCursor) -> QTextCursor | None:
        """The word at the cursor, where it is known to be wrong."""
        word = word_at(cursor.block().text(), cursor.positionInBlock())
        if word is None or editor.isReadOnly() or not self._desk.preferences.now.spell_check:
            return None
        return selection_of(cursor.block(), word) if self._speller.wrong_among([word]) else None

    def _menu(
        self, editor: RichTextEdit, wrong: QTextCursor | None = None, meant: Sequence[str] | None = None
    ) -> QMenu:
        menu = QMenu(editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if wrong is not None:
            self._add_spelling(menu, editor, wrong, meant)
        menu.addActions(self._steps)
        menu.addSeparator()
        has_letters = editor.textCursor().hasSelection()
        may_write = not editor.isReadOnly()
        _add(menu, _with_key(_("Cu&t"), _Standard.Cut), editor.cut, has_letters and may_write)
        _add(menu, _with_key(_("&Copy"), _Standard.Copy), editor.copy, has_letters)
        _add(menu, _with_key(_("&Paste"), _Standard.Paste), editor.paste, editor.canPaste())
        menu.addSeparator()
        has_words = not editor.document().isEmpty()
        _add(menu, _with_key(_("&Select all"), _Standard.SelectAll), editor.selectAll, has_words)
        return menu

    def _add_spelling(self, menu: QMenu, editor: RichTextEdit, wrong: QTextCursor, meant: Sequence[str] | None) -> None:
        word = wrong.selectedText()
        if meant is None:
            menu.addAction(self._suggest)
        for form in meant or ():
            _add(menu, without_letter(form), partial(_mend, editor, wrong, word, form))
        _add(menu, _("Add to the word list"), partial(self._learn, word))
        menu.addSeparator()

    def _learn(self, word: str) -> None:
        self._desk.attempt(lambda: self._desk.do(spelling.add_word(self._desk.workspace, word)))


def _state(editor: RichTextEdit) -> tuple[bool, int, int]:
    """Whoever goes on writing or away wants no menu any more."""
    return editor.isVisible(), editor.textCursor().position(), editor.document().revision()


def _put_caret(editor: RichTextEdit, place: QPoint) -> QTextCursor:
    """The place in the text; the caret goes there, but letters that are marked there stay so."""
    cursor, caret = editor.cursorForPosition(place), editor.textCursor()
    is_marked = caret.hasSelection() and caret.selectionStart() <= cursor.position() <= caret.selectionEnd()
    if not is_marked and cursor.position() != caret.position():
        editor.setTextCursor(cursor)
    return cursor


def _add(menu: QMenu, words: str, act: Callable[[], None], enabled: bool = True) -> None:
    action = menu.addAction(words)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked: act())


def _with_key(words: str, key: QKeySequence.StandardKey) -> str:
    """The key is only told of: it is the editor's."""
    return f"{words}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}"


def _mend(editor: RichTextEdit, place: QTextCursor, misspelt: str, form: str) -> None:
    if place.selectedText() == misspelt:
        editor.setTextCursor(place)
        editor.insert_text(form)
