"""Another archive in place of the one that a window shows, or the same one anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.errors import UserError

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class OpensArchives(Protocol):
    """Opens or makes an archive, or opens it to be read only; raises UserError."""

    def __call__(self, path: Path, make: bool = False, *, only_view: bool = False) -> Workspace: ...


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


class ArchiveChange:
    """For one window: nothing is left before all in it is saved."""

    def __init__(self, window: MainWindow, open_workspace: OpensArchives) -> None:
        self._window = window
        self._open_workspace = open_workspace

    def open(self, path: Path, make: bool = False, *, only_view: bool = False) -> None:
        """The archive that is shown is left only when the other is open."""
        window = self._window

        def act() -> None:
            if window.may_leave(lambda: self.open(path, make, only_view=only_view)):
                self.show(path, make, only_view=only_view)

        window.desk.attempt(lambda: window.only_view.offered(act, path))

    def show(self, path: Path, make: bool = False, *, only_view: bool = False) -> None:
        """In place of this one, in which all is saved. Raises UserError, and this one is then still shown."""
        window = self._window
        before = window.desk.workspace
        anew = _is_same_file(path, before.path) and not make and not before.is_view
        if anew:
            before.close()
        try:
            opened = self._open_workspace(path, make, only_view=only_view)
        except UserError:
            if anew:
                window.attach(self._open_workspace(path, only_view=True))  # what is closed would take nothing more
            raise
        window.attach(opened)
        opened.prepare()
        before.close()
        window.archive_shown.emit(path.absolute())
        window.return_to_work()

    def leave_for(self, act: Callable[[], None]) -> None:
        """Once all is saved, does what needs the archive for itself; it ends with `show`."""
        if self._window.may_leave(lambda: self.leave_for(act)):
            self._window.desk.attempt(act)
