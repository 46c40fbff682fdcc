"""What all commands stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.desk import Desk
from referatdesk.ui.key_in_force import key_in_force

if TYPE_CHECKING:
    from referatdesk.ui.main_window import MainWindow
    from referatdesk.ui.meeting_view import MeetingView


class Commands:
    """The commands of one subject; each public method is an action of the table."""

    def __init__(self, window: MainWindow) -> None:
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

    def key_of(self, action_id: str) -> str:
        return key_in_force(self.desk.preferences, action_id)
