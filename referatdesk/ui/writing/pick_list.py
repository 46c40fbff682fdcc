"""A short list at the caret to pick from while the keys stay with the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.writing.pick_rows import PickDelegate, PickRole
from referatdesk.ui.writing.spelt_lines import SpeltLines

MOST_SHOWN = 9
NARROWEST, WIDEST = 160, 460

_Key = Qt.Key
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` is the letter or figure that picks it, `words` what is read, `act` what is done.

    `beside` is shown next to the words: what else would have brought them.
    """

    words: str
    act: Callable[[], None]
    key: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """Which keys are the list's. Beside these, Tab picks and Escape closes; every other key is the text's.

    One that `closes_on_typing` is about what stands at the caret, and closes when either changes.
    With `filtered` what is typed narrows the list, and none of it comes into the text.
    """

    arrows: bool = True
    enter: bool = True
    closes_on_typing: bool = True
    filtered: Callable[[str], Sequence[Choice]] | None = None


class PickList(QListWidget):
    """Shown over the window, never with the keyboard; the editor's keys pass through it first.

    `closed` tells that it is gone, `dismissed` beside that that the user sent it away.
    """

    closed = Signal()
    dismissed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("pickList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PickDelegate(self))
        self.itemClicked.connect(lambda _item: self._pick(self.currentRow()))
        self._editor: RichTextEdit | SpeltLines | None = None
        self._choices: Sequence[Choice] = ()
        self._habits = Habits()
        self._filter = ""
        self.setProperty("look", "boxed")
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._editor is not None

    def choices(self) -> list[str]:
        """What is read in the list."""
        return [choice.words for choice in self._choices]

    def open_at(self, editor: RichTextEdit | SpeltLines, name: str, choices: Sequence[Choice], habits: Habits) -> None:
        """Shows the choices below the caret, or above it where there is no room; `name` says what they are."""
        if self._editor is not editor:
            self.close_list()
            self._attend(editor)
        same = self.accessibleName() == name and self.choices() == [choice.words for choice in choices]
        self._habits, self._filter = habits, ""
        if same:
            self._choices = choices  # at another letter they do something else; a key pays for no new list
            return
        self.setAccessibleName(name)
        self._show_choices(editor, choices)

    def _attend(self, editor: RichTextEdit | SpeltLines) -> None:
        editor.installEventFilter(self)
        editor.replaced.connect(self.close_list)
        editor.textChanged.connect(self._text_changed)
        editor.cursorPositionChanged.connect(self._text_changed)
        self._editor = editor

    def _text_changed(self) -> None:
        if self._habits.closes_on_typing:
            self.close_list()

    def _show_choices(self, editor: RichTextEdit | SpeltLines, choices: Sequence[Choice]) -> None:
        self._choices = choices
        self.clear()
        has_keys = any(choice.key for choice in choices)
        for choice in choices:
            row = QListWidgetItem(choice.words.replace("\n", " "), self)
            row.setData(PickRole.KEY, choice.key if has_keys else None)
            row.setData(PickRole.BESIDE, choice.beside)
            row.setToolTip(choice.words)
        self.setCurrentRow(0)
        self._place(editor)
        self.show()
        self.raise_()

    def close_list(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.removeEventFilter(self)
            editor.replaced.disconnect(self.close_list)
            editor.textChanged.disconnect(self._text_changed)
            editor.cursorPositionChanged.disconnect(self._text_changed)
            self._choices = ()
            self.hide()
            self.closed.emit()

    def _place(self, editor: RichTextEdit | SpeltLines) -> None:
        window = self._window
        rows = min(len(self._choices), MOST_SHOWN)
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth() + 2
        width = min(self.sizeHintForColumn(0) + 2 * SPACE.large, WIDEST, window.width() - 2 * SPACE.small)
        caret = editor.cursorRect()
        below = editor.viewport().mapTo(window, caret.bottomLeft() + QPoint(0, 4))
        above = editor.viewport().mapTo(window, caret.topLeft()).y() - 4
        room = window.height() - below.y() - SPACE.hair
        x = max(SPACE.small, min(below.x(), window.width() - width - SPACE.small))
        goes_below = height <= room or room >= above
        height = min(height, room if goes_below else above)
        self.setGeometry(x, below.y() if goes_below else above - height, max(width, NARROWEST), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor:
            return False
        if event.type() == QEvent.Type.FocusOut or event.type() == QEvent.Type.MouseButtonPress:
            self.close_list()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._is_ours(event):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return False

    def _is_ours(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() in _PLAIN
        if key in {_Key.Key_Up, _Key.Key_Down} and plain:
            return self._habits.arrows
        if key in {_Key.Key_Return, _Key.Key_Enter} and plain:
            return self._habits.enter
        if self._habits.filtered is not None and (event.text().isprintable() or key == _Key.Key_Backspace):
            return bool(event.text())
        return plain and (key in {_Key.Key_Tab, _Key.Key_Escape} or self._place_of(event) is not None)

    def _place_of(self, event: QKeyEvent) -> int | None:
        letter = event.text().lower()
        return next((place for place, one in enumerate(self._choices) if letter and one.key == letter), None)

    def _press(self, event: QKeyEvent) -> bool:
        if not self._is_ours(event):
            if self._habits.closes_on_typing and event.text():
                self.close_list()
            return False
        place, key = self._place_of(event), event.key()
        if key == _Key.Key_Escape:
            self.close_list()
            self.dismissed.emit()
        elif place is None and key not in {_Key.Key_Up, _Key.Key_Down, _Key.Key_Tab, _Key.Key_Return, _Key.Key_Enter}:
            self._narrow(event)
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            self._step(-1 if key == _Key.Key_Up else 1)
        else:
            self._pick(self.currentRow() if place is None else place)
        return True

    def _narrow(self, event: QKeyEvent) -> None:
        """Taken as a letter of the filter; letters to which there is nothing are not."""
        wanted = self._filter[:-1] if event.key() == _Key.Key_Backspace else self._filter + event.text()
        choices = self._habits.filtered(wanted) if self._habits.filtered is not None else ()
        if choices and self._editor is not None:
            self._filter = wanted
            self._show_choices(self._editor, choices)
            announce(self, choices[0].words)

    def _step(self, by: int) -> None:
        self.setCurrentRow((self.currentRow() + by) % len(self._choices))
        announce(self, self._choices[self.currentRow()].words)

    def _pick(self, place: int) -> None:
        act = self._choices[place].act
        self.close_list()
        act()
