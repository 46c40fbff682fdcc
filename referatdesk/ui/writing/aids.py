"""What helps with writing in the texts of a meeting: it finds the editors itself and leaves them alone otherwise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from referatdesk.config.settings import Settings
from referatdesk.domain.writing import Snippet
from referatdesk.services.archive.events import Applied, MeetingOpened
from referatdesk.services.errors import UserError
from referatdesk.services.writing.snippets import TextKind
from referatdesk.services.writing.spelling import KNOWN_FROM
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.widgets.toast import Toast
from referatdesk.ui.writing.completion import Completer
from referatdesk.ui.writing.pick_list import PickList
from referatdesk.ui.writing.spell_marks import SpellMarks
from referatdesk.ui.writing.speller import Speller
from referatdesk.ui.writing.spelling import Checked, SpellingWalk
from referatdesk.ui.writing.spelt_lines import SpeltLines

if TYPE_CHECKING:
    from referatdesk.ui.meeting_view import MeetingView
    from referatdesk.ui.writing.command_line import CommandLine
    from referatdesk.ui.writing.find_bar import FindBar

_LEARNT_FROM = frozenset({*KNOWN_FROM, Snippet})
NAMES_MS = 1_000
"""The words of the archive are gathered anew this long after they have changed."""
MENU_KEY = QKeySequence("Shift+F10")
"""Where a keyboard has no menu key; Qt knows it on Windows only."""
SOON_MS = 100
"""Those of a meeting just opened, before its first word is checked."""


class WritingAids(QObject):
    """`menu_wanted` tells that an editor is asked for its menu, and where in it."""

    menu_wanted = Signal(RichTextEdit, QPoint)

    def __init__(self, desk: Desk, view: MeetingView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._marks: dict[RichTextEdit, SpellMarks] = {}
        self._is_stale = True
        self._finder: FindBar | None = None
        self._line: CommandLine | None = None
        self.speller = Speller(self)
        self.picks = PickList(view)
        self.completer = Completer(desk, self.picks, self._kind, self)
        self.spelling = SpellingWalk(desk, self.speller, self.picks, self._say, view)
        self._names = QTimer(self, singleShot=True, interval=NAMES_MS)
        self._names.timeout.connect(self.learn_names)
        self._learn_soon()
        desk.watch(view, self._heard)
        desk.preferences.changed.connect(self._settings_changed)
        self.destroyed.connect(self.speller.stop)

    def adopt(self) -> None:
        """Takes on the editors that are there now."""
        on = self._desk.preferences.now.spell_check
        for editor in self._view.findChildren(RichTextEdit):
            if editor not in self._marks and not self._desk.workspace.is_view:
                self._marks[editor] = SpellMarks(editor, self.speller)
                self._marks[editor].set_on(on)
                self.completer.adopt(editor)
                editor.zoomed.connect(self._zoom)
                editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                editor.customContextMenuRequested.connect(partial(self.menu_wanted.emit, editor))
                asked = QShortcut(MENU_KEY, editor, context=Qt.ShortcutContext.WidgetShortcut)
                asked.activated.connect(partial(self._ask_menu, editor))
                editor.destroyed.connect(lambda _gone=None, editor=editor: self._marks.pop(editor, None))

    def _ask_menu(self, editor: RichTextEdit) -> None:
        self.menu_wanted.emit(editor, editor.cursorRect().center())

    def _learn_soon(self) -> None:
        """The records are read now, with the rest of the meeting: later the disk may be busy, and a key would wait."""
        with suppress(UserError):  # as below
            for kind in _LEARNT_FROM:
                self._desk.workspace.all(kind)
        self._names.start(SOON_MS)

    def learn_names(self) -> None:
        self._names.stop()
        if self._is_stale and self._desk.workspace.meeting is not None:
            self._is_stale = False
            with suppress(UserError):  # trouble with the archive is told by what the user does with it
                self.speller.learn_from(self._desk.workspace)
                self.completer.learn_from(self._desk.workspace)

    def next_error(self) -> None:
        """In the texts of the item, or in the lines over them that hold the keyboard."""
        self.learn_names()
        here = self._in_focus()
        self.spelling.next_error(lambda: [here] if isinstance(here, SpeltLines) else self._shown(), here)

    def _shown(self) -> list[RichTextEdit]:
        return [editor for editor in self._view.findChildren(RichTextEdit) if editor.isVisible()]

    def suggest(self) -> None:
        editor = self._in_focus()
        if editor is not None:
            self.learn_names()
            self.spelling.at_caret(editor)

    def finder(self) -> FindBar:
        """The bar above the text, made when it is first asked for."""
        if self._finder is None:
            from referatdesk.ui.writing.find_bar import FindBar  # noqa: PLC0415 - when first asked for

            self._finder = FindBar(self._desk, self._view)
        return self._finder

    def command_line(self, trigger: Callable[[str], None]) -> CommandLine:
        """The line at the foot, made when it is first asked for; `trigger` runs an action of the window."""
        if self._line is None:
            from referatdesk.ui.writing.command_line import CommandLine  # noqa: PLC0415 - when first asked for

            self._line = CommandLine(self._desk, self._view, trigger)
        return self._line

    def _in_focus(self) -> Checked | None:
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, RichTextEdit | SpeltLines) and self._view.isAncestorOf(focus) else None

    def _kind(self, editor: RichTextEdit) -> TextKind:
        return TextKind.DECISION if editor is self._view.item.decision.editor else TextKind.MINUTES

    def _zoom(self, notches: int) -> None:
        preferences = self._desk.preferences
        preferences.set(preferences.now.with_text_size(preferences.now.text_size + notches))

    def _say(self, words: str) -> None:
        Toast.show_in(self._view.window(), words)

    def _heard(self, event: object) -> None:
        opened = isinstance(event, MeetingOpened)
        if opened or (
            isinstance(event, Applied) and any(type(pair.record) in _LEARNT_FROM for pair in event.change.pairs)
        ):
            self._is_stale = True
            if opened:
                self._learn_soon()
            else:
                self._names.start(NAMES_MS)

    def _settings_changed(self, before: Settings, now: Settings) -> None:
        if before.spell_check is not now.spell_check:
            for marks in self._marks.values():
                marks.set_on(now.spell_check)
