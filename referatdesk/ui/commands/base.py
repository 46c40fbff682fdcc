"""What all commands stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from referatdesk.services.archive.workspace import Workspace
from referatdesk.ui.desk import Desk

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
        """The key in force for an action, or what it is called where it has none."""
        action = self.window.actions_by_id[action_id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return keys or action.text().replace("&", "")
