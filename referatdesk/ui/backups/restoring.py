"""A copy put in the place of the open archive, and the window goes on in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import repairing
from referatdesk.services.archive.backups import Place, Reason
from referatdesk.services.archive.repairing import Ready
from referatdesk.ui.backups.copying import after_copy

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


def restore(window: MainWindow, place: Place, copy: Path, done: Callable[[], object]) -> None:
    """First a proven copy of what is there now, then what takes its place, proven too; only then one is swapped."""

    def prepare() -> None:
        newest = window.desk.workspace.keeping.newest_seq
        window.desk.jobs.run(
            _("The copy is being proven …"),
            lambda _progress: repairing.prepare(place, copy, newest),
            partial(_swap, window, place, copy, newest, done),
            window.desk.ask.tell_exception,
        )

    after_copy(window.desk, Reason.RESTORE, prepare)


def _swap(window: MainWindow, place: Place, copy: Path, newest: int, done: Callable[[], object], ready: Ready) -> None:
    if window.desk.workspace.keeping.newest_seq != newest:
        # Something was written meanwhile: the present state needs a copy anew.
        repairing.forget(ready.path)
        restore(window, place, copy, done)
        return

    def act() -> None:
        window.desk.workspace.close()
        try:
            repairing.replace_kept(place, ready.path)
        finally:
            window.archives.show(place.archive)
        done()
        window.toast(_("The copy is in its place. What was there lies among the copies."))

    window.archives.leave_for(act)
