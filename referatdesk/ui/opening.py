"""Opening an archive: which one, and what to do when it is not there or cannot be opened."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from referatdesk.config import places
from referatdesk.domain.boards import Board
from referatdesk.i18n.catalogue import _
from referatdesk.i18n.errors import error_words
from referatdesk.services.archive import holding
from referatdesk.services.archive.workspace import Post, Workspace
from referatdesk.services.errors import UserError
from referatdesk.ui.only_view import LOCKED_AWAY
from referatdesk.ui.preferences import Preferences
from referatdesk.ui.theme import dress
from referatdesk.ui.wishes import let_another_come_forward

Way = Callable[[], Workspace | None]
"""One way to go on; it ends with an archive, or with None where the user gives up."""

LOCKED_S = 2.0
"""How long another program, such as a virus scanner, may hold an archive before that is said."""
ANSWER_S = 6.0
"""How long a window of this user's, which may just be starting, has to come to the front."""
PAUSE_S = (0.05, 0.25)
"""Uneven, so that of several starts at the same moment one comes first."""

FILTER = f"Referatdesk (*{places.ARCHIVE_SUFFIX})"


def _comes_forward(path: Path) -> bool:
    """Whether a window of this user's has the archive, and is in front now: then nobody is asked for a phrase."""
    let_another_come_forward()
    wish = holding.Wish(path)
    wish.make()
    began = time.monotonic()
    while wish.is_made and not wish.is_granted and time.monotonic() < began + LOCKED_S:
        time.sleep(PAUSE_S[0])
    return wish.withdraw()


class Opening:
    """Opens archives for the window, and stays with the user until one is open or she gives up.

    Nothing but a clear yes makes an archive: a missing one may lie on a disk that is not connected. `shown_elsewhere`
    tells that the archive has a window already, which is in front now.
    """

    shown_elsewhere = False

    def __init__(self, preferences: Preferences, post: Post) -> None:
        self._preferences = preferences
        self._post = post

    def open(self, path: Path, make: bool = False, *, only_view: bool = False) -> Workspace:
        """Opens or makes an archive and remembers where it lies; raises UserError.

        One that is held is tried again for a moment. Where a window of this user's has it, that comes to the front, and
        the error is "archive.shown_elsewhere".
        """
        try:
            return self._open(path, make, only_view)
        except UserError as error:
            if error.code != "archive.locked" or only_view:
                raise
        let_another_come_forward()
        wish = holding.Wish(path)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return self._open_or_see(path, wish)
        except UserError as error:
            if wish.withdraw():
                raise UserError("archive.shown_elsewhere", path=path) from error
            raise holding.told(path, error) from error
        finally:
            QApplication.restoreOverrideCursor()
            wish.withdraw()

    def _open_or_see(self, path: Path, wish: holding.Wish) -> Workspace:
        """Tries again until the archive is free, its window is in front, or it has taken too long."""
        began = time.monotonic()
        while True:
            wish.make()
            time.sleep(random.uniform(*PAUSE_S))  # noqa: S311 - no secret
            try:
                return self._open(path)
            except UserError as error:
                holder = holding.holder_of(path)
                patience = ANSWER_S if wish.is_made or (holder and holder.is_here) else LOCKED_S
                if error.code != "archive.locked" or wish.is_granted or time.monotonic() > began + patience:
                    raise

    def _open(self, path: Path, make: bool = False, only_view: bool = False) -> Workspace:
        """Raises UserError, also where the list of meetings is damaged."""
        path = path.absolute()
        workspace = self._made(path) if make else self._unlocked(path, only_view)
        try:
            workspace.meeting_rows()
            workspace.all(Board)
        except UserError:
            workspace.close()
            raise
        self._preferences.set(self._preferences.now.with_archive(str(workspace.path), workspace.archive_id))
        return workspace

    def _made(self, path: Path) -> Workspace:
        if path == places.example_archive():
            return Workspace.create(path, self._post)
        from referatdesk.ui.protection.making import make_archive  # noqa: PLC0415 - once in the life of an archive

        return make_archive(path, self._post)

    def _unlocked(self, path: Path, only_view: bool) -> Workspace:
        way = Workspace.view if only_view else Workspace.open
        try:
            return way(path, self._post)
        except UserError as error:
            if error.code != "archive.needs_phrase":
                raise
        if not only_view and _comes_forward(path):
            raise UserError("archive.shown_elsewhere", path=path)
        from referatdesk.ui.protection.asking import unlock_by_asking  # noqa: PLC0415 - most computers know the key

        unlock_by_asking(path)
        return way(path, self._post)

    def first(self, named: Path | None, example: bool) -> Workspace | None:
        """The archive to begin with; None when the user gives up."""
        if example:
            return self._example()
        last = self._preferences.now.last_archive
        path = named or (Path(last) if last else places.default_archive())
        if named is None and last is None and not path.exists():
            return self._welcome(path)
        return self._try(path)

    def _example(self) -> Workspace | None:
        from referatdesk.services.example import fill_example  # noqa: PLC0415 - read in only for a trial

        path = places.example_archive()
        if path.exists():
            return self._try(path)
        try:
            workspace = self.open(path, make=True)
        except UserError as error:
            return self._try(path) if error.code == "archive.exists" else self._ask_further(path, error)
        fill_example(workspace)
        return workspace

    def _try(self, path: Path, make: bool = False, *, only_view: bool = False) -> Workspace | None:
        try:
            return self.open(path, make, only_view=only_view)
        except UserError as error:
            self.shown_elsewhere = error.code == "archive.shown_elsewhere"
            return None if self.shown_elsewhere else self._ask_further(path, error)

    def _welcome(self, path: Path) -> Workspace | None:
        from referatdesk.ui.asking.message import ask_way  # noqa: PLC0415 - an archive that opens asks nothing

        words = _("Your minutes are kept in one file, the archive. It can lie here:\n{path}").format(path=path)
        ways: dict[str, Way] = {
            _("Make the archive"): lambda: self._try(path, make=True),
            _("Try the example"): self._example,
            _("Open another…"): lambda: self._choose(lambda: self._welcome(path)),
        }
        harmless = _("Open another…")
        return self._go(ways, ask_way(_("Welcome to Referatdesk"), words, list(ways), enter=harmless))

    def _ask_further(self, path: Path, error: UserError) -> Workspace | None:
        from referatdesk.services.archive.repairing import can_repair  # noqa: PLC0415 - an archive that opens asks nothing
        from referatdesk.ui.asking.message import ask_way  # noqa: PLC0415 - as above

        given_up = error.code == "archive.not_made"
        ways: dict[str, Way] = {_("Try again"): lambda: self._try(path, make=given_up)}
        if can_repair(path, error.code):
            ways[_("Repair…")] = lambda: self._repair(path)
        if error.code in LOCKED_AWAY:
            ways[_("Open for reading only")] = lambda: self._try(path, only_view=True)
        ways[_("Open another…")] = lambda: self._choose(lambda: self._ask_further(path, error))
        if error.code == "archive.missing":
            return self._ask_for_missing(path, error, ways)
        happened, _end, advice = error_words(error.code, error.data).partition("\n")
        return self._go(ways, ask_way(happened, f"{advice}\n\n{path}", list(ways), sign="warning"))

    def _ask_for_missing(self, path: Path, error: UserError, ways: dict[str, Way]) -> Workspace | None:
        """It may lie on a drive that is not connected, or under another name: a new one is nobody's first thought."""
        from referatdesk.services.archive import finding  # noqa: PLC0415 - most archives lie where they did
        from referatdesk.ui.asking.message import ask_way  # noqa: PLC0415 - as above

        settings = self._preferences.now
        code, words = error.code, str(path)
        if finding.is_unplugged(path):
            code = "archive.unplugged"
        else:
            ways[_("Make a new, empty one")] = lambda: self._try(path, make=True)
        folders = [places.data_folder(), *(Path(recent).parent for recent in settings.recent_archives)]
        archive_id = settings.archive_ids.get(str(path))
        found = finding.found_elsewhere(path, archive_id, folders) if archive_id else None
        if found is not None:
            words += "\n\n" + _("It seems to lie here now:\n{path}").format(path=found)
            ways = {_("Open it there"): lambda: self._try(found), **ways}
        happened, _end, advice = error_words(code, error.data).partition("\n")
        return self._go(ways, ask_way(happened, f"{advice}\n\n{words}", list(ways), sign="warning"))

    def _repair(self, path: Path) -> Workspace | None:
        from referatdesk.ui.backups.repair import repair  # noqa: PLC0415 - hopefully never

        try:
            repair(path)
        except UserError as error:
            return self._ask_further(path, error)
        return self._try(path)

    def _choose(self, back: Way) -> Workspace | None:
        dialog = QFileDialog(None, _("Open archive"), str(places.data_folder()), FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dress(dialog)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        return self._try(Path(chosen[0])) if chosen else back()

    @staticmethod
    def _go(ways: dict[str, Way], chosen: str | None) -> Workspace | None:
        return None if chosen is None else ways[chosen]()
