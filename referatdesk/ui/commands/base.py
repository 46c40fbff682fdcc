"""What all commands stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from referatdesk.services.workspace import Workspace
from referatdesk.ui.desk import Desk
from referatdesk.ui.meeting_view import MeetingView

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow


class Commands(QObject):
    """The commands of one subject; each public method is an action of the table."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    @property
    def desk(self) -> Desk:
        return self.window.desk

    @property
    def workspace(self) -> Workspace:
        return self.window.desk.workspace

    @property
    def view(self) -> MeetingView:
        return self.window.view

    @property
    def item_id(self) -> str:
        return self.view.item.item_id
