"""From one misspelt word to the next, with what may have been meant; all by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _, later
from referatdesk.services.writing import spelling
from referatdesk.services.writing.spelling import Word, words_in
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.writing.held_keys import HeldKeys
from referatdesk.ui.writing.pick_list import Choice, Habits, PickList
from referatdesk.ui.writing.speller import Speller
from referatdesk.ui.writing.spelt_lines import SpeltLines

NO_DICTIONARY = later("There is no Danish dictionary on this computer, so nothing is checked.")
Checked = RichTextEdit | SpeltLines
"""What is looked through: the texts of an item, or the lines of a statement."""


class SpellingWalk(QObject):
    """One walk through the editors of an item. `say` tells what is to be read on the screen and aloud."""

    def __init__(
        self, desk: Desk, speller: Speller, picks: PickList, say: Callable[[str], None], owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._speller = speller
        self._picks = picks
        self._say = say
        self._skipped: set[str] = set()
        self._again: Callable[[], None] | None = None
        self._wanted: tuple[Checked, QTextCursor] | None = None
        self._held = HeldKeys(self)
        self._held.given_up.connect(self._give_up)
        speller.learnt.connect(self._go_on)

    def next_error(self, shown: Callable[[], Sequence[Checked]], current: Checked | None) -> None:
        """Marks the next misspelt word behind the caret, here or in the next text, and offers what may be meant.

        `shown` are asked for again where it is not known yet what is misspelt: other ones may be there by then.
        """
        if self._speller.lacks_dictionary:
            self._say(_(NO_DICTIONARY))
            return
        editors = shown()
        start = current if current in editors else next(iter(editors), None)
        if start is None:
            return
        self._held.hold(start)
        found = self._found(editors, start)
        if found is None:
            self._again = lambda: self.next_error(shown, start)
        elif isinstance(found, str):
            self._give_up()
            self._say(found)
        else:
            self._offer(*found)

    def at_caret(self, editor: Checked) -> None:
        """Offers what may be meant by the word at the caret."""
        cursor = editor.textCursor()
        under = word_at(cursor.block().text(), cursor.selectionEnd() - cursor.block().position())
        if under is None:
            return
        if self._speller.lacks_dictionary:
            self._say(_(NO_DICTIONARY))
            return
        self._held.hold(editor)
        wrong = self._speller.wrong_among([under])
        if wrong is None:
            self._again = lambda: self.at_caret(editor)
        elif wrong:
            self._offer(editor, cursor.block(), under)
        else:
            self._give_up()
            self._say(_("“{word}” is spelt right").format(word=under.spelt.rstrip(".")))

    def _give_up(self) -> None:
        """The user goes on with something else, or there is nothing to offer."""
        self._held.drop()
        self._again = self._wanted = None

    def _go_on(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            again()

    def _found(self, editors: Sequence[Checked], start: Checked) -> tuple[Checked, QTextBlock, Word] | str | None:
        """The next wrong word; words that say there is none; nothing while it is not known yet."""
        at = list(editors).index(start)
        after, before = self._in_text(start, behind=True), None
        if after is not None and not isinstance(after, tuple):
            for editor in (*editors[at + 1 :], *editors[:at], start):
                before = self._in_text(editor, behind=False)
                if before is None or isinstance(before, tuple):
                    return before
            return _("No misspelt words here")
        return after

    def _in_text(self, editor: Checked, *, behind: bool) -> tuple[Checked, QTextBlock, Word] | str | None:
        asked = self._wanted
        cursor = asked[1] if asked is not None and asked[0] is editor else editor.textCursor()
        block = cursor.block() if behind else editor.document().firstBlock()
        while block.isValid():
            text = block.text()
            wrong = self._speller.wrong_among(words_in(text))
            if wrong is None:
                return None
            for word in wrong:
                position = block.position() + qt_length(text[: word.start])
                if word.spelt not in self._skipped and (not behind or position >= cursor.selectionEnd()):
                    return editor, block, word
            block = block.next()
        return ""

    def _offer(self, editor: Checked, block: QTextBlock, word: Word) -> None:
        """The word is not marked before there is a list: a key would go to the text and take its place."""
        cursor = selection_of(block, word)
        editor.setFocus()
        self._held.hold(editor)
        wanted = self._wanted = editor, cursor
        self._speller.suggest(word.spelt.rstrip("."), lambda meant: self._show(wanted, word, meant))

    def _show(self, wanted: tuple[Checked, QTextCursor], word: Word, meant: tuple[str, ...]) -> None:
        if wanted is not self._wanted:
            return  # somebody has gone on meanwhile
        editor, cursor = wanted
        bare = word.spelt.rstrip(".")
        self._wanted = None
        if not editor.hasFocus() or cursor.selectedText() != bare:
            self._held.drop()
            return
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        choices = [Choice(form, partial(_put, editor, bare, form), str(place)) for place, form in enumerate(meant, 1)]
        choices.append(Choice(_("Add to the word list"), lambda: self._learn(editor, bare), "+"))
        choices.append(Choice(_("Skip"), lambda: self._skip(editor, word), "-"))
        self._picks.open_at(editor, _("Suggestions for “{word}”").format(word=bare), choices, Habits())
        told = ", ".join(f"{place}: {form}" for place, form in enumerate(meant, 1)) or _("no suggestions")
        announce(editor, _("“{word}” is misspelt. {suggestions}").format(word=bare, suggestions=told))
        self._held.release()

    def _learn(self, editor: Checked, word: str) -> None:
        self._desk.attempt(lambda: self._desk.do(spelling.add_word(self._desk.workspace, word)))
        _put_caret_behind(editor)

    def _skip(self, editor: Checked, word: Word) -> None:
        self._skipped.add(word.spelt)
        _put_caret_behind(editor)


def word_at(text: str, place: int) -> Word | None:
    """The word of a line that a place in it, as Qt counts, is in or beside."""
    under = next((word for word in words_in(text) if qt_length(text[: word.end]) >= place), None)
    return under if under is not None and qt_length(text[: under.start]) <= place else None


def selection_of(block: QTextBlock, word: Word) -> QTextCursor:
    text, cursor = block.text(), QTextCursor(block)
    cursor.setPosition(block.position() + qt_length(text[: word.start]))
    cursor.setPosition(block.position() + qt_length(text[: word.end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _put(editor: Checked, misspelt: str, form: str) -> None:
    if editor.textCursor().selectedText() == misspelt:
        editor.insert_text(form)


def _put_caret_behind(editor: Checked) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    editor.setTextCursor(cursor)
