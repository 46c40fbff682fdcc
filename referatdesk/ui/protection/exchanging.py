"""An archive that is open gets a phrase, or another one: it is closed for that and opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services import protection
from referatdesk.services.errors import UserError
from referatdesk.services.phrase import Phrase
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.protection.making import new_phrase
from referatdesk.ui.widgets.controls import label

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

WIDTH = 440


class Working(Dialog):
    """Stays until the work is done, which goes on beside; `error` is what ended it otherwise."""

    _done = Signal(object)

    def __init__(self, title: str, words: str, work: Callable[[], None], parent: QWidget) -> None:
        super().__init__("Referatdesk", parent, heading=title, sign="lock")
        self.setMinimumWidth(WIDTH)
        self.body.addWidget(label(words, self))
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        self.body.addWidget(bar)
        self.error: Exception | None = None
        self._work = work
        self._done.connect(self._end)

    def exec(self) -> int:
        Thread(target=self._carry_out, name="protecting", daemon=True).start()
        return super().exec()

    def _carry_out(self) -> None:
        error: Exception | None = None
        try:
            self._work()
        except Exception as happened:  # noqa: BLE001 - raised again where the work is waited for
            error = happened
        self._done.emit(error)

    def _end(self, error: Exception | None) -> None:
        self.error = error
        self.accept()

    def reject(self) -> None:
        """Not before the work is done."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def offer(window: MainWindow) -> None:
    """Says what will happen to the archive and its copies, and does it on a clear yes."""
    desk = window.desk
    if desk.workspace.is_view:
        raise UserError("archive.only_view")
    if desk.workspace.is_protected:
        question, yes = _("Give the archive a new recovery phrase?"), _("New phrase…")
        detail = _(
            "The archive and its copies are encrypted anew. The old twelve words then open nothing any more, and "
            "other computers ask for the new ones."
        )
    else:
        question, yes = _("Protect the archive?"), _("Protect…")
        detail = _(
            "The archive is encrypted, and so are its copies, its older versions and what lies beside it. What was not "
            "protected is deleted. Files that you exported stay as they are, and so do copies that you made elsewhere."
        )
    desk.ask.confirm(question, detail, yes, lambda: _begin(window))


def _begin(window: MainWindow) -> None:
    path = window.desk.workspace.path
    phrase = new_phrase(path.name, window)
    if phrase is not None:
        window.leave_for(lambda: _exchange(window, path, phrase))


def _exchange(window: MainWindow, path: Path, phrase: Phrase) -> None:
    window.desk.workspace.close()
    kept: list[bool] = []
    words = _("This takes a moment. Do not switch the computer off.")
    working = Working(_("The archive is being protected"), words, lambda: kept.append(_work(path, phrase)), window)
    working.exec()
    error = working.error
    if isinstance(error, UserError) and error.code not in protection.LEFT_BEHIND:
        # The phrase that she wrote down opens nothing.
        window.show_archive(path)
        raise UserError("protection.failed") from error
    window.show_archive(path)
    if error is not None:
        raise error
    window.toast(_("The archive is protected") if kept[0] else _("The archive is protected; its phrase is asked for"))


def _work(path: Path, phrase: Phrase) -> bool:
    return protection.protect(path, phrase)
