"""The command palette."""

from __future__ import annotations

from referatdesk.ui.commands.base import Commands
from referatdesk.ui.palette.gathering import entries_for
from referatdesk.ui.palette.palette import Palette
from referatdesk.ui.widgets.keyboard import keyboard_holder


class PaletteCommands(Commands):
    def open(self) -> None:
        """A second press closes it again."""
        palette = self.window.findChild(Palette) or Palette(self.window)
        if palette.isVisible():
            palette.close_palette()
            return
        editor = self.view.editor_in_focus() if self.window.shows_meeting else None
        self.window.refresh()
        palette.open_with(entries_for(self.window, editor), keyboard_holder())
