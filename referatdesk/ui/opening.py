"""Opening an archive: which one, and what to do when it is not there or cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from referatdesk.config import places
from referatdesk.domain.boards import Board
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.errors import UserError
from referatdesk.services.workspace import Post, Workspace
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.theme import dress

Way = Callable[[], Workspace | None]
"""One way to go on; it ends with an archive, or with None where the user gives up."""

FILTER = f"Referatdesk (*{places.ARCHIVE_SUFFIX})"


class Opening:
    """Opens archives for the window, and stays with the user until one is open or she gives up.

    Nothing but a clear yes makes an archive: a missing one may lie on a disk that is not connected.
    """

    def __init__(self, preferences: Preferences, post: Post) -> None:
        self._preferences = preferences
        self._post = post

    def open(self, path: Path, make: bool = False) -> Workspace:
        """Opens or makes an archive and remembers where it lies; raises UserError, also where its list is damaged."""
        path = path.absolute()
        workspace = Workspace.create(path, self._post) if make else Workspace.open(path, self._post)
        try:
            workspace.meeting_rows()
            workspace.all(Board)
        except UserError:
            workspace.close()
            raise
        self._preferences.set(self._preferences.now.with_archive(str(workspace.path)))
        return workspace

    def first(self, named: Path | None, example: bool) -> Workspace | None:
        """The archive to begin with; None when the user gives up."""
        if example:
            return self._example()
        last = self._preferences.now.last_archive
        path = named or (Path(last) if last else places.default_archive())
        if named is None and last is None and not path.exists():
            return self._welcome(path)
        return self._try(path, make=False)

    def _example(self) -> Workspace | None:
        from referatdesk.services.example import fill_example  # noqa: PLC0415 - read in only for a trial

        path = places.example_archive()
        if path.exists():
            return self._try(path, make=False)
        try:
            workspace = self.open(path, make=True)
        except UserError as error:
            return self._ask_further(path, error)
        fill_example(workspace)
        return workspace

    def _try(self, path: Path, make: bool) -> Workspace | None:
        try:
            return self.open(path, make)
        except UserError as error:
            return self._ask_further(path, error)

    def _welcome(self, path: Path) -> Workspace | None:
        from referatdesk.ui.asking.message import ask_way  # noqa: PLC0415 - an archive that opens asks nothing

        words = _("Your minutes are kept in one file, the archive. It can lie here:\n{path}").format(path=path)
        ways: dict[str, Way] = {
            _("Make the archive"): lambda: self._try(path, make=True),
            _("Try the example"): self._example,
            _("Open another…"): lambda: self._choose(lambda: self._welcome(path)),
        }
        return self._go(ways, ask_way(_("Welcome to Referatdesk"), words, list(ways)))

    def _ask_further(self, path: Path, error: UserError) -> Workspace | None:
        from referatdesk.ui.asking.message import ask_way  # noqa: PLC0415

        ways: dict[str, Way] = {
            _("Try again"): lambda: self._try(path, make=False),
            _("Open another…"): lambda: self._choose(lambda: self._ask_further(path, error)),
        }
        if error.code == "archive.missing":
            ways[_("Make a new, empty one")] = lambda: self._try(path, make=True)
        happened, _end, advice = error_words(error.code, error.data).partition("\n")
        return self._go(ways, ask_way(happened, f"{advice}\n\n{path}", list(ways), sign="warning"))

    def _choose(self, back: Way) -> Workspace | None:
        dialog = QFileDialog(None, _("Open archive"), str(places.data_folder()), FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dress(dialog)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        return self._try(Path(chosen[0]), make=False) if chosen else back()

    @staticmethod
    def _go(ways: dict[str, Way], chosen: str | None) -> Workspace | None:
        return None if chosen is None else ways[chosen]()
