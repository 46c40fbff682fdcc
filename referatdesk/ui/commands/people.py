"""Who is here."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands


class PeopleCommands(Commands):
    def all_present(self) -> None:
        self.view.attendance.mark_all_present()

    def add(self) -> None:
        self.view.attendance.new_person.setFocus()

    def find(self) -> None:
        self.view.attendance.find_person()

    def stand_in(self) -> None:
        self.view.attendance.ask_stand_in()
