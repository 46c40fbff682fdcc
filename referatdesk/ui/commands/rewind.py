"""Looking back at an item."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands
from referatdesk.ui.rewind.pane import RewindPane


class RewindCommands(Commands):
    def item(self) -> None:
        """Opens the past of the item, and closes it again."""
        if self.is_open():
            self._pane().leave()
        elif self.item_id:
            pane = RewindPane(self.window)
            pane.show_item(self.item_id)
            pane.open()

    def is_open(self) -> bool:
        return any(pane.isVisible() for pane in self.view.item.findChildren(RewindPane))

    def _pane(self) -> RewindPane:
        return next(pane for pane in self.view.item.findChildren(RewindPane) if pane.isVisible())
