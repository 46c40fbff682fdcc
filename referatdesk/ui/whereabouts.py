"""Where one is in an archive: said in the title and at the foot of the window, and kept for the next start."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from referatdesk.config.settings import LeftAt
from referatdesk.domain.records import board_of
from referatdesk.i18n.catalogue import _, ngettext
from referatdesk.ui.days import day_words

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.panes.agenda_list import AgendaRow

STAYED_MS = 1000


class Whereabouts(QObject):
    """For whichever archive the window shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._staying = QTimer(self, singleShot=True, interval=STAYED_MS)
        self._staying.timeout.connect(self.keep)

    def show(self) -> None:
        self._show_place()
        self._show_title()

    @property
    def left_at(self) -> LeftAt | None:
        """Where the work in this archive was left."""
        return self._window.preferences.now.left_at.get(str(self._window.desk.workspace.path))

    def keep(self) -> None:
        workspace, view = self._window.desk.workspace, self._window.built_view
        if workspace.meeting is not None and view is not None:
            left = LeftAt(workspace.meeting.id, view.item.item_id or None)
            preferences = self._window.preferences
            preferences.set(preferences.now.with_left_at(str(workspace.path), left))

    def keep_if_stayed(self) -> None:
        """A place that is stayed at is kept, for a start after the power went."""
        self._staying.start()

    def _show_place(self) -> None:
        words = ""
        view = self._window.built_view
        if view is not None and self._window.desk.workspace.meeting is not None:
            words = place_words(view.agenda.rows, view.item.item_id)
        self._window.status.show_place(words)

    def _show_title(self) -> None:
        workspace = self._window.desk.workspace
        parts = [self._window.only_view.title, "Referatdesk"]
        if workspace.meeting is not None:
            parts = [board_of(workspace, workspace.meeting).name, day_words(workspace.meeting.date), *parts]
        self._window.setWindowTitle(" – ".join(part for part in parts if part))


def place_words(rows: Sequence[AgendaRow], item_id: str) -> str:
    """The number that is printed, which need not be the place in the order: "Item 7 · 12 items"."""
    row = next((row for row in rows if row.id == item_id), None)
    if row is None:
        return ""
    count = ngettext("{count} item", "{count} items", len(rows)).format(count=len(rows))
    number = (row.number or "").rstrip(".")
    return _("Item {number}  ·  {items}").format(number=number, items=count) if number else count
