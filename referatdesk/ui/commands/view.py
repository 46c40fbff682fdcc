"""Where the keyboard is, and how large the text."""

from __future__ import annotations

from referatdesk.config.settings import Settings
from referatdesk.ui.commands.base import Commands


class ViewCommands(Commands):
    def agenda(self) -> None:
        self.view.agenda.list.setFocus()

    def minutes(self) -> None:
        self.view.item.focus_minutes()

    def decision(self) -> None:
        self.view.item.focus_decision()

    def attendance(self) -> None:
        self.view.attendance.list.setFocus()

    def case(self) -> None:
        self.view.item.case.open_first()

    def next_pane(self) -> None:
        self.view.go_to_pane(1)

    def previous_pane(self) -> None:
        self.view.go_to_pane(-1)

    def larger(self) -> None:
        self._size(self.desk.preferences.now.text_size + 1)

    def smaller(self) -> None:
        self._size(self.desk.preferences.now.text_size - 1)

    def normal(self) -> None:
        self._size(Settings().text_size)

    def _size(self, points: int) -> None:
        preferences = self.desk.preferences
        preferences.set(preferences.now.with_text_size(points))
