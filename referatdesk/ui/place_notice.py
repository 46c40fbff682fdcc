"""An archive that lies where it should not: said once, with an offer to move it to this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from referatdesk.config import places
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import moving
from referatdesk.services.archive.place import Place, PlaceKind
from referatdesk.services.archive.place_facts import look_at
from referatdesk.services.errors import UserError
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.widgets.controls import label

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SUBJECT = "place"
WIDTH = 480


class PlaceNotice(QObject):
    """For whichever archive the window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def look(self) -> None:
        workspace, settings = self._window.desk.workspace, self._window.preferences.now
        if workspace.is_view or str(workspace.path) in settings.quiet_places:
            return
        place = look_at(workspace.path)
        if place is not None:
            strong, words = _words(place)
            ways = ((_("Move it…"), self._offer), (_("Do not say it again"), self._be_quiet))
            self._window.notices.show_notice(SUBJECT, strong, words, ways, "warning")

    def _be_quiet(self) -> None:
        preferences = self._window.preferences
        preferences.set(preferences.now.with_quiet_place(str(self._window.desk.workspace.path)))
        self._window.notices.drop(SUBJECT)

    def _offer(self) -> None:
        MoveDialog(self._window).open()


class MoveDialog(Dialog):
    """Neither Enter nor Escape moves anything."""

    def __init__(self, window: MainWindow) -> None:
        title = _("Move the archive to this computer?")
        super().__init__("Referatdesk", window, heading=title, sign="info")
        self._window = window
        self._before = window.desk.workspace.path
        self.target = moving.free_name(places.data_folder() / self._before.name)
        self._aside = _("{name} (moved)").format(name=self._before.stem)
        words = _(
            "It is copied to\n{path}\nand goes on from there once the copy is proven. The old file is then called "
            "“{name}” and stays where it is."
        ).format(path=self.target, name=self._aside)
        self.setAccessibleDescription(words)
        self.setMinimumWidth(WIDTH)
        self.body.addWidget(label(words, self))
        self.delete_old = QCheckBox(_("Delete the old file once the copy is proven"), self)
        self.body.addWidget(self.delete_old)
        self.move_button = self.add_button(_("Move"), self.accept)
        self.add_button(_("Cancel"), self.reject, look="primary", default=True).setFocus()
        self.accepted.connect(lambda: window.archives.leave_for(self._move))

    def _move(self) -> None:
        window, before = self._window, self._before
        self.target.parent.mkdir(parents=True, exist_ok=True)
        window.desk.workspace.put_elsewhere(self.target)
        settings = window.preferences.now
        window.preferences.set(settings.with_moved_archive(str(before), str(self.target)))
        try:
            window.archives.show(self.target)
        except UserError:
            window.preferences.set(settings)
            raise
        if self.delete_old.isChecked():
            moving.take_away(before)
        else:
            moving.set_aside(before, self._aside)
        window.toast(_("The archive lies on this computer now."))


def _words(place: Place) -> tuple[str, str]:
    safe = _("On this computer it is safe; minutes are shared by exporting them.")
    if place.kind is PlaceKind.NETWORK:
        risk = _("A network may fail in the middle of a save, and two may come to write at once.")
        return _("The archive lies on a network"), f"{risk} {safe}"
    risk = _("A program that syncs files may bring back an older version, or leave two.")
    if not place.service:
        return _("The archive lies in a folder that is synced"), f"{risk} {safe}"
    return _("The archive lies in {service}").format(service=place.service), f"{risk} {safe}"
