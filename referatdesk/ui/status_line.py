"""The line at the foot of the window: where one is, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied, Durable, NoBackup, SaveFailed
from referatdesk.ui.clock import shown
from referatdesk.ui.desk import Desk
from referatdesk.ui.theme import mark
from referatdesk.ui.words.trouble import no_backup_words, trouble_words

HINT_MS = 9_000


class StatusLine(QStatusBar):
    """ "Saved" is said only when the disk has said so; trouble is said in words until it is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.saved = QLabel(self)
        self.saved.setAccessibleName(_("Save state"))
        self.backup = QLabel(self)
        self.backup.setAccessibleName(_("Copy of the day"))
        mark(self.backup, tone="warn")
        self._final = self._lacks_copy = False
        self.setContentsMargins(12, 0, 12, 0)
        self.addWidget(self.place)
        self.addPermanentWidget(self.backup)
        self.addPermanentWidget(self.saved)

    def attach(self, desk: Desk, owner: QWidget) -> None:
        self._final = self._lacks_copy = False
        self._say("", "")
        self.backup.clear()
        desk.watch(owner, self._heard)

    def show_second(self, words: str) -> None:
        """Why there is no copy in the second place; that there is none at all says more."""
        if not self._lacks_copy:
            self.backup.setText(words)

    def show_hint(self, words: str) -> None:
        """A few words in passing, in the place of where one is."""
        self.showMessage(words, HINT_MS)

    def show_place(self, words: str) -> None:
        self.place.setText(words)

    def _heard(self, event: object) -> None:
        match event:
            case Applied():
                self._say(_("Saving …"), "")
            case Durable(at=at):
                self._say(_("✓ Saved at {time}").format(time=shown(at)), "good")
            case SaveFailed(code=code, is_final=final):
                self._say("⚠ " + trouble_words(code), "bad")
                self._final = self._final or final
            case NoBackup(code=code):
                self._lacks_copy = True
                self.backup.setText("⚠ " + no_backup_words(code))

    def _say(self, words: str, tone: str) -> None:
        """What cannot be mended by a later save is not talked over by one."""
        if self._final:
            return
        self.saved.setText(words)
        mark(self.saved, tone=tone)
