"""The copies of the archive in a list: when and why each was made, a look inside, and putting one back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView

from referatdesk.i18n.catalogue import _
from referatdesk.services.archive import backups, second_place
from referatdesk.services.archive.backups import Backup, Difference, Place, Reason
from referatdesk.ui.asking.frame import ENTER, Dialog
from referatdesk.ui.backups.copying import after_copy
from referatdesk.ui.backups.lines import copy_words, difference_words, second_words
from referatdesk.ui.backups.look import LookDialog
from referatdesk.ui.backups.restoring import restore
from referatdesk.ui.jobs import Progress
from referatdesk.ui.theme import SPACE, mark
from referatdesk.ui.widgets.controls import button, label
from referatdesk.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow

SIZE = (820, 480)
Listed = list[tuple[Backup, int | None]]
"""Each copy and how many meetings it holds; None where it cannot be opened."""


class BackupsDialog(Dialog):
    """The newest copy is always of the archive as it is now, so that all others can be compared with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(_("Copies of the archive"), window, heading=_("Copies of the archive"), sign="saved")
        self._window = window
        self._desk = window.desk
        store = self._desk.workspace.keeping.archive
        self.place = Place(store.path, self._desk.workspace.keeping.folder, store.archive_id, store.key)
        self._listed: Listed = []
        self.list = QListView(self)
        self.second = label("", self, tone="muted")
        self._second_path = ElidedLabel("", self)
        self._lay_out()
        self._window.copies.second_told.connect(self._show_second)
        self._show_second()
        self.size_to(*SIZE)
        after_copy(self._desk, Reason.WISH, self._read, self, anyway=_("Show the earlier copies"))

    def _lay_out(self) -> None:
        words = _(
            "A proven copy is made whenever the archive is opened and before what is dangerous. Two days are kept "
            "whole, then one of each day, week and month for a year."
        )
        self.body.addWidget(label(words, self, tone="muted"))
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(_("Copies of the archive"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(QStandardItemModel(self))
        self.list.doubleClicked.connect(self.look)
        self.list.setToolTip(_("Enter looks inside"))
        self.body.addWidget(self.list, 1)
        second = QHBoxLayout()
        second.setSpacing(SPACE.small)
        mark(self._second_path, type="strong")
        second.addWidget(self._second_path, 1)
        second.addWidget(button(_("Second place…"), self._choose_second, self))
        self.drop_button = button(_("None"), self._drop_second, self, look="quiet")
        self.drop_button.setToolTip(_("No copies in a second place any more; those that lie there stay"))
        second.addWidget(self.drop_button)
        self.body.addLayout(second)
        self.body.addWidget(self.second)
        self.look_button = self.add_button(_("Look inside…"), self.look)
        self.restore_button = self.add_button(_("Put back…"), self.restore)
        self.add_button(_("Close"), self.reject, look="primary", default=True)
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.list.hasFocus():
            self.look()
        else:
            super().keyPressEvent(event)

    # The list

    def _read(self) -> None:
        place = self.place

        def work(progress: Progress) -> Listed:
            found = backups.listed(place)
            listed: Listed = []
            for number, copy in enumerate(found):
                progress.report(number, len(found))
                listed.append((copy, None if progress.cancelled else backups.meetings_in(copy.path, place.key)))
            return listed

        self._desk.jobs.run(_("Reading the copies …"), work, self._show, self._desk.ask.tell_exception, self)

    def _show(self, listed: Listed) -> None:
        self._listed = listed
        model = QStandardItemModel(self)
        for number, (copy, meetings) in enumerate(listed):
            words = copy_words(copy, meetings)
            model.appendRow(QStandardItem(words if number else _("As now: {copy}").format(copy=words)))
        self.list.setModel(model)
        if listed:
            self.list.setCurrentIndex(model.index(min(1, len(listed) - 1), 0))
            self.list.setFocus()
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._enable()

    @property
    def chosen(self) -> Backup | None:
        row = self.list.currentIndex().row()
        copy, meetings = self._listed[row] if 0 <= row < len(self._listed) else (None, None)
        return None if meetings is None else copy

    def _enable(self) -> None:
        self.look_button.setEnabled(self.chosen is not None)
        self.restore_button.setEnabled(self.chosen is not None and self.list.currentIndex().row() > 0)

    # A look inside, and back with it

    @Slot()
    def look(self) -> None:
        copy = self.chosen
        if copy is not None:
            LookDialog(self._window, self.place, copy, self._listed[0][0].path, self).open()

    def restore(self) -> None:
        """What would differ is said before the question."""
        copy, place, newest = self.chosen, self.place, self._listed[0][0].path
        if copy is None:
            return

        def work(_progress: Progress) -> Difference:
            one, other = (backups.look(path, place.key, lambda: None) for path in (copy.path, newest))
            return backups.difference(one, other)

        ask = partial(self._ask, copy)
        self._desk.jobs.run(_("Comparing …"), work, ask, self._desk.ask.tell_exception, self)

    def _ask(self, copy: Backup, found: Difference) -> None:
        detail = "\n\n".join(
            (
                copy_words(copy, None if self.chosen is None else self._listed[self.list.currentIndex().row()][1]),
                difference_words(found),
                _("The archive as it is now stays among the copies."),
            )
        )
        self._desk.ask.confirm(
            _("Put this copy in the place of the archive?"),
            detail,
            _("Put back"),
            partial(restore, self._window, self.place, copy.path, self.accept),
            dangerous=True,
        )

    # The second place

    def _show_second(self) -> None:
        place = self._desk.preferences.now.second_place
        self._second_path.setText(place or _("No second place"))
        self.drop_button.setVisible(bool(place))
        self.second.setText(second_words(place, self._window.copies.second_code, is_told=self._window.copies.is_told))

    def _choose_second(self) -> None:
        self._desk.ask.folder_to_open(_("Second place for copies"), self._use_second)

    def _use_second(self, folder: Path) -> None:
        def act() -> None:
            second_place.choose(folder)
            self._set_second(str(folder))

        self._desk.attempt(act)

    def _drop_second(self) -> None:
        self._set_second("")

    def _set_second(self, place: str) -> None:
        self._desk.preferences.set(replace(self._desk.preferences.now, second_place=place))
        self._window.copies.use_second_place()
        self._show_second()
