"""What the window hears of the archive's copies: the second place, the weekly check, and damage."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.services.archive.events import FlawsFound, OtherPhrase, SaveFailed, SecondCopy
from referatdesk.services.errors import UserError
from referatdesk.ui.desk import Desk
from referatdesk.ui.widgets.notice import Notices
from referatdesk.ui.words.trouble import second_place_words

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

FLAWS, DAMAGE, OTHER_PHRASE = "flaws", "damage", "other phrase"
DAMAGED = "archive.damaged"
SAVE_SECONDS = 1.0


class Copies(QObject):
    """For the archive that a window shows, as long as its owner does."""

    second_told = Signal()

    def __init__(self, window: MainWindow, desk: Desk, notices: Notices, owner: QObject) -> None:
        super().__init__(owner)
        self._window = window
        self._desk = desk
        self._notices = notices
        self.is_told = False
        self.second_code: str | None = None
        """Why the newest copy is not in the second place, once that was tried."""
        if not desk.workspace.is_view:
            desk.watch(self, self._heard)
            self.use_second_place()

    def use_second_place(self) -> None:
        self.is_told = False
        place = self._desk.preferences.now.second_place
        self._desk.workspace.keeping.use_second_place(Path(place) if place else None)
        self._window.status.show_second("")

    def _heard(self, event: object) -> None:
        match event:
            case SecondCopy(code=code):
                self.is_told, self.second_code = True, code
                self._window.status.show_second("" if code is None else second_place_words(code))
                self.second_told.emit()
            case FlawsFound(flaws=flaws):
                from referatdesk.i18n.backup_words import flaw_words  # noqa: PLC0415 - hopefully never

                self._tell_flaws(" ".join(flaw_words(flaw) for flaw in flaws))
            case OtherPhrase(count=count):
                self._tell_other_phrase(count)
            case SaveFailed(code=code) if code == DAMAGED:
                self._tell_damage()

    def _tell_flaws(self, words: str) -> None:
        """Nothing is in danger at once: what was found stands in the archive and in its newest copy."""
        advice = _("Earlier copies may be whole: look into them, and bring back what is missing.")
        ways = ((_("Copies…"), self._window.actions_by_id["archives.backups"].trigger),)
        strong = _("The weekly check found something")
        self._notices.show_notice(FLAWS, strong, f"{words} {advice}", ways, "warning")

    def _tell_other_phrase(self, count: int) -> None:
        told = ngettext(
            "{count} copy did not follow when the archive got its phrase, and its key is not known on this computer. "
            "Who has the earlier phrase can read it.",
            "{count} copies did not follow when the archive got its phrase, and their key is not known on this "
            "computer. Who has the earlier phrase can read them.",
            count,
        )
        ways = ((_("Copies…"), self._window.actions_by_id["archives.backups"].trigger),)
        strong = _("An earlier phrase still opens copies")
        self._notices.show_notice(OTHER_PHRASE, strong, told.format(count=count), ways, "warning")

    def _tell_damage(self) -> None:
        words = _("The file is left as it is, and nothing more is written into it. What you write is kept beside it.")
        ways = ((_("Repair…"), self.repair),)
        self._notices.show_notice(DAMAGE, _("The archive is damaged"), words, ways, "error")

    def repair(self) -> None:
        """What is not saved is kept in a second place, from where the repair takes it up."""
        QTimer.singleShot(0, self._window, partial(repair_open, self._window))


def repair_open(window: MainWindow) -> None:
    from referatdesk.ui.backups.repair import repair  # noqa: PLC0415 - hopefully never

    def act() -> None:
        workspace = window.desk.workspace
        if not workspace.flush(SAVE_SECONDS) and not workspace.keep():
            raise UserError("archive.unsaved")
        path = workspace.path
        workspace.close()
        repair(path, window)
        window.archives.show(path)

    window.desk.attempt(act)
