"""What is said while something is not on the disk, and the ways out: nothing is closed over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from referatdesk.config.places import ARCHIVE_SUFFIX
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.archive.events import Durable, SaveFailed
from referatdesk.services.errors import UserError
from referatdesk.ui.desk import Desk
from referatdesk.ui.widgets.notice import Notices
from referatdesk.ui.words.trouble import trouble_advice, trouble_words

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SUBJECT = "saving"
DAMAGED = "archive.damaged"
"""Is told of elsewhere: no further try can mend it."""
SAVE_SECONDS = 5.0


class Session(Protocol):
    """What the system asks at its end, as `QSessionManager` does."""

    def allowsInteraction(self) -> bool: ...

    def cancel(self) -> None: ...


class SavingTrouble(QObject):
    """For the archive that a window shows, as long as `desk` does."""

    def __init__(self, window: MainWindow, desk: Desk, notices: Notices, owner: QObject) -> None:
        super().__init__(owner)
        self._window = window
        self._desk = desk
        self._notices = notices
        self._lets_go = False
        self._was_refused = False
        if not desk.workspace.is_view:
            desk.watch(self, self._heard)
            self._watcher = QFileSystemWatcher([str(desk.workspace.path.parent)], self)
            self._watcher.directoryChanged.connect(lambda _folder: desk.workspace.look())

    def _heard(self, event: object) -> None:
        if isinstance(event, Durable):
            self._notices.drop(SUBJECT)
        elif isinstance(event, SaveFailed) and event.is_final:
            if not self._was_refused:
                self._was_refused = True
                QTimer.singleShot(0, self, partial(self._offer_to_reopen, event.code))
        elif isinstance(event, SaveFailed) and event.code != DAMAGED:
            ways = ((_("Try again"), self._try_again), (_("Save a copy elsewhere…"), self._save_elsewhere))
            self._notices.show_notice(SUBJECT, trouble_words(event.code), trouble_advice(event.code), ways, "error")

    def _offer_to_reopen(self, code: str) -> None:
        """What is shown is not what is stored, and every further change to it would be refused too."""
        happened, _end, advice = error_words(code, {}).partition("\n")
        anew = partial(self._window.archives.open, self._desk.workspace.path)
        self._desk.ask.confirm(happened, advice, _("Open the archive anew"), anew)

    def _try_again(self) -> None:
        self._desk.attempt(self._desk.workspace.look)
        self._desk.workspace.flush(SAVE_SECONDS)

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether nothing would be lost; where something would, she is asked, and `then` follows what she chose."""
        try:
            saved = self._lets_go or self._window.save_now()
        except UserError as error:
            self._desk.ask.tell(error)
            return False
        if not saved:
            self._ask(then)
        return saved and self._desk.may_go(then)

    def end_session(self, session: Session) -> None:
        """Where she cannot be asked any more, what lies in a second place is safe enough."""
        if self._window.save_now():
            holder = self._desk.holder
            if holder is not None and session.allowsInteraction():
                session.cancel()
                holder.ask(self._window.close)
            return
        kept = self._desk.workspace.keep()
        if session.allowsInteraction():
            session.cancel()
            self._ask(self._window.close)
        elif not kept:
            session.cancel()

    def _ask(self, then: Callable[[], object]) -> None:
        from referatdesk.ui.asking.message import WaysOut  # noqa: PLC0415 - hopefully never

        words = _("The window stays open so that nothing is lost.")
        ways: dict[str, Callable[[], object]] = {
            _("Try again"): then,
            _("Save a copy elsewhere…"): partial(self._save_elsewhere, then),
        }
        if self._desk.workspace.keep():
            words += "\n" + _("It is kept in a second place besides, and is taken up when the archive is opened next.")
            ways[_("Close all the same")] = partial(self._let_go, then)
        dialog = WaysOut(_("The last of what you wrote is not in the archive yet."), words, ways, self._window)
        dialog.open()

    def _let_go(self, then: Callable[[], object]) -> None:
        self._lets_go = True
        then()

    def _save_elsewhere(self, then: Callable[[], object] = lambda: None) -> None:
        path = self._desk.workspace.path
        self._desk.ask.file_to_save(
            _("Save a copy elsewhere"),
            path.with_stem(_("{name} – rescued").format(name=path.stem)).name,
            f"Referatdesk (*{ARCHIVE_SUFFIX})",
            lambda target: self._desk.attempt(lambda: self._put(target, then)),
        )

    def _put(self, target: Path, then: Callable[[], object]) -> None:
        self._desk.workspace.put_elsewhere(target)
        self._window.archives.open(target)
        self._window.toast(_("All of it is in the copy, which is open now."))
        then()
