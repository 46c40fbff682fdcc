"""Outcomes by one key."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands


class DecisionCommands(Commands):
    def outcome_1(self) -> None:
        self.view.item.decision.pick(1)

    def outcome_2(self) -> None:
        self.view.item.decision.pick(2)

    def outcome_3(self) -> None:
        self.view.item.decision.pick(3)

    def outcome_4(self) -> None:
        self.view.item.decision.pick(4)

    def outcome_5(self) -> None:
        self.view.item.decision.pick(5)

    def outcome_6(self) -> None:
        self.view.item.decision.pick(6)

    def approve_all(self) -> None:
        self.view.item.decision.approve_all()

    def points(self) -> None:
        self.view.item.decision.focus_points()

    def take(self) -> None:
        self.view.item.decision.take_suggestion()

    def follow(self) -> None:
        self.view.item.decision.follow_again()
