"""An archive that is open gets a phrase, or another one: it is closed for that and opened again."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import protection
from referatdesk.services.archive.phrase import Phrase
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.protection.making import new_phrase
from referatdesk.ui.widgets.controls import label

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

WIDTH = 440


class Preparing(Dialog):
    """Stays until the key is made and the keyring has been told of it, which goes on beside."""

    _done = Signal(object)

    def __init__(self, phrase: Phrase, parent: QWidget) -> None:
        title = _("The archive is being protected")
        super().__init__("Referatdesk", parent, heading=title, sign="lock")
        self.setMinimumWidth(WIDTH)
        self.body.addWidget(label(_("This takes a moment. Do not switch the computer off."), self))
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        self.body.addWidget(bar)
        self.prepared: protection.Prepared | None = None
        self._phrase = phrase
        self._done.connect(self._end)

    def exec(self) -> int:
        Thread(target=lambda: self._done.emit(protection.prepared(self._phrase)), name="preparing", daemon=True).start()
        return super().exec()

    def _end(self, prepared: protection.Prepared) -> None:
        self.prepared = prepared
        self.accept()

    def reject(self) -> None:
        """Not before it is done."""


def offer(window: MainWindow) -> None:
    """Says what will happen to the archive and its copies, and does it on a clear yes."""
    desk = window.desk
    if desk.workspace.is_view:
        raise UserError("archive.only_view")
    if protection.is_open_protected(desk.workspace):
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
    if phrase is None:
        return
    preparing = Preparing(phrase, window)
    preparing.exec()
    new = preparing.prepared
    if new is not None:
        window.archives.leave_for(lambda: _exchange(window, path, new))


def _exchange(window: MainWindow, path: Path, new: protection.Prepared) -> None:
    """Nothing is painted meanwhile: what is shown has no archive behind it."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    window.desk.workspace.close()
    try:
        protection.protect(path, new)
    except UserError as error:
        if error.code not in protection.LEFT_BEHIND:
            raise UserError("protection.failed") from error  # the phrase that she wrote down opens nothing
        raise
    finally:
        QApplication.restoreOverrideCursor()
        window.archives.show(path)
    forgotten = _("The archive is protected; this computer cannot remember the key: the twelve words are asked for")
    window.toast(_("The archive is protected") if new.kept else forgotten)
