"""Opening an archive: which one, and what to do when it is not there or cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from referatdesk.config import places
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.errors import UserError
from referatdesk.services.workspace import Workspace
from referatdesk.ui.preferences import Preferences

Post = Callable[[Callable[[], None]], None]
FILTER = f"Referatdesk (*{places.ARCHIVE_SUFFIX})"


class Opening:
    """Opens archives for the window, and stays with the user until one is open or she gives up.

    Nothing but a clear yes makes an archive: a missing one may lie on a disk that is not connected.
    """

    def __init__(self, preferences: Preferences, post: Post) -> None:
        self._preferences = preferences
        self._post = post

    def open(self, path: Path, make: bool = False) -> Workspace:
        """Opens or makes an archive and remembers it; raises UserError."""
        workspace = Workspace.create(path, self._post) if make else Workspace.open(path, self._post)
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
        workspace = self.open(path, make=True)
        fill_example(workspace)
        return workspace

    def _try(self, path: Path, make: bool) -> Workspace | None:
        try:
            return self.open(path, make)
        except UserError as error:
            return self._ask_further(path, error)

    def _welcome(self, path: Path) -> Workspace | None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Referatdesk", _("Welcome to Referatdesk"))
        box.setInformativeText(
            _("Your minutes are kept in one file, the archive. It can lie here:\n{path}").format(path=path)
        )
        make = box.addButton(_("Make the archive"), QMessageBox.ButtonRole.AcceptRole)
        example = box.addButton(_("Try the example"), QMessageBox.ButtonRole.ActionRole)
        other = box.addButton(_("Open another…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        return self._answer(
            box, {make: lambda: self._try(path, make=True), example: self._example, other: self._choose}
        )

    def _ask_further(self, path: Path, error: UserError) -> Workspace | None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Referatdesk", error_words(error.code, error.data))
        box.setInformativeText(str(path))
        answers: dict[QPushButton, Callable[[], Workspace | None]] = {}
        again = box.addButton(_("Try again"), QMessageBox.ButtonRole.ActionRole)
        answers[again] = lambda: self._try(path, make=False)
        other = box.addButton(_("Open another…"), QMessageBox.ButtonRole.ActionRole)
        answers[other] = self._choose
        if error.code == "archive.missing":
            make = box.addButton(_("Make a new, empty one"), QMessageBox.ButtonRole.ActionRole)
            answers[make] = lambda: self._try(path, make=True)
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(close)
        box.exec()
        return self._answer(box, answers)

    def _choose(self) -> Workspace | None:
        chosen, _filter = QFileDialog.getOpenFileName(None, _("Open archive"), str(places.data_folder()), FILTER)
        return self._try(Path(chosen), make=False) if chosen else None

    @staticmethod
    def _answer(box: QMessageBox, answers: dict[QPushButton, Callable[[], Workspace | None]]) -> Workspace | None:
        clicked = box.clickedButton()
        act = next((answer for button, answer in answers.items() if button is clicked), None)
        return act() if act else None
