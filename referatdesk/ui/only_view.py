"""An archive that is open to be read only: the sign that says so, and one calm sentence instead of a change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.errors import UserError
from referatdesk.ui.desk import Desk
from referatdesk.ui.widgets.notice import Notices

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

CHANGING_KEYS = (
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.Backspace,
    QKeySequence.StandardKey.InsertParagraphSeparator,
)
CTRL = Qt.KeyboardModifier.ControlModifier
CHANGING_EVENTS = (QEvent.Type.InputMethod, QEvent.Type.DragEnter, QEvent.Type.Drop)


LOCKED_AWAY = frozenset({"archive.locked", "archive.held", "archive.held_here", "archive.read_only"})
"""What keeps an archive from being written, and not from being read."""
SUBJECT = "only_view"
CHANGES_NOTHING = "changesNothing"
"""The property of a line that is typed in to look for something."""


class OnlyView:
    """For the archive that a window shows, as long as `desk` does."""

    def __init__(self, window: MainWindow, desk: Desk, notices: Notices) -> None:
        self._window = window
        self._desk = desk
        if desk.workspace.is_view:
            desk.refuse = self._refuse_change
            words = _("You see the archive as it was when it was opened. Nothing can be changed here.")
            notices.show_notice(SUBJECT, self.title, words, ((_("Open anew"), self._open_anew),))

    @property
    def title(self) -> str:
        """What the window's title begins with."""
        return _("Reading only") if self._desk.workspace.is_view else ""

    def guard(self, page: QWidget) -> None:
        """Nothing is typed into the page for as long as it lives, nor asked for, where it is only looked at."""
        if self._desk.workspace.is_view:
            TypingGuard(page, self._refuse)
            boxes: list[QLineEdit | QTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QTextEdit)]
            for box in boxes:
                box.setPlaceholderText("")

    def _refuse_change(self) -> None:
        """What was clicked may show itself as changed."""
        self._refuse()
        QTimer.singleShot(0, self._window, lambda: self._window.after_history(None))

    def _refuse(self) -> None:
        self._window.toast(" ".join(error_words("archive.only_view", {}).split("\n")))

    def _open_anew(self) -> None:
        """For writing where that can be now, else as it is now."""
        path = self._desk.workspace.path

        def act() -> None:
            try:
                self._window.archives.show(path)
            except UserError as error:
                if error.code not in LOCKED_AWAY:
                    raise
                self._window.archives.show(path, only_view=True)
                self._window.toast(error_words(error.code, error.data).partition("\n")[0])

        self._desk.attempt(act)

    def offered(self, act: Callable[[], None], path: Path) -> None:
        """Runs what opens an archive; one that cannot be written now can be opened to be read only."""
        try:
            act()
        except UserError as error:
            if error.code == "archive.shown_elsewhere":
                return
            if error.code not in LOCKED_AWAY:
                raise
            happened, _end, advice = error_words(error.code, error.data).partition("\n")
            look = partial(self._window.archives.open, path, only_view=True)
            self._desk.ask.confirm(happened, f"{advice}\n\n{path}", _("Open for reading only"), look)


class TypingGuard(QObject):
    """Nothing is typed, pasted or dropped into what lies within `page`; `refuse` is told instead."""

    def __init__(self, page: QWidget, refuse: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._refuse = refuse
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        writes = event.type() in CHANGING_EVENTS or (event.type() == QEvent.Type.KeyPress and _types(event))
        if writes and _is_editor(watched) and isinstance(watched, QWidget) and self._page.isAncestorOf(watched):
            self._refuse()
            return True
        return super().eventFilter(watched, event)


def _is_editor(watched: QObject) -> bool:
    parent = watched.parent()
    is_box = isinstance(watched, QLineEdit | QTextEdit) or isinstance(parent, QTextEdit)
    return is_box and not watched.property(CHANGES_NOTHING)


def _types(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    text, modifiers = event.text(), event.modifiers()
    # AltGr is Ctrl and Alt on Windows.
    command = modifiers & CTRL and not modifiers & Qt.KeyboardModifier.AltModifier
    return bool(text and text.isprintable() and not command) or any(event.matches(key) for key in CHANGING_KEYS)
