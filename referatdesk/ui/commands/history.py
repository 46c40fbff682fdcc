"""Undo and redo across everything: first in the text being written, then in the archive."""

from __future__ import annotations

from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.words.acts import change_words


class HistoryCommands(Commands):
    def undo(self) -> None:
        editor = self.view.editor_in_focus() if self.window.shows_meeting else None
        if editor is not None and editor.can_undo():
            editor.undo()
        else:
            self._step(self.workspace.undo())

    def redo(self) -> None:
        editor = self.view.editor_in_focus() if self.window.shows_meeting else None
        if editor is not None and editor.can_redo():
            editor.redo()
        else:
            self._step(self.workspace.redo())

    def undo_name(self) -> str:
        steps = self.workspace.undo_steps
        return _("&Undo: {what}").format(what=change_words(steps[0].label, steps[0].subject)) if steps else _("&Undo")

    def redo_name(self) -> str:
        steps = self.workspace.redo_steps
        return _("&Redo: {what}").format(what=change_words(steps[0].label, steps[0].subject)) if steps else _("&Redo")

    def _step(self, change: object) -> None:
        if change is not None:
            self.window.after_history()
