"""A proven copy before an act that is dangerous: the act waits for it, or she says that it may go on without."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import Empty, Queue

from PySide6.QtWidgets import QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.keeping import CopyFailed, Reason
from referatdesk.ui.desk import Desk
from referatdesk.ui.jobs import Progress
from referatdesk.ui.words.trouble import no_backup_words

LOOK_S = 0.1


def after_copy(
    desk: Desk, reason: Reason, act: Callable[[], None], host: QWidget | None = None, *, anyway: str = ""
) -> None:
    """At once where a copy holds all there is already. `anyway` is the button that goes on without one, if any."""
    if desk.workspace.is_view or desk.workspace.keeping.is_copied:
        act()
        return
    heard: Queue[CopyFailed] = Queue()
    desk.workspace.keeping.back_up(reason, heard.put)

    def wait(progress: Progress) -> CopyFailed:
        while not progress.cancelled:
            try:
                return heard.get(timeout=LOOK_S)
            except Empty:
                continue
        return None

    done = partial(_go_on, desk, act, anyway)
    desk.jobs.run(_("A copy of the archive is made first …"), wait, done, desk.ask.tell_exception, host)


def _go_on(desk: Desk, act: Callable[[], None], anyway: str, failed: CopyFailed) -> None:
    if failed is None:
        desk.attempt(act)
        return
    happened = _("There is no proven copy of the archive as it is now.")
    if anyway:
        desk.ask.confirm(happened, no_backup_words(failed), anyway, partial(desk.attempt, act), dangerous=True)
    else:
        desk.ask.inform(happened, no_backup_words(failed))
