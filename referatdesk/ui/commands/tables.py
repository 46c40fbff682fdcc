"""Rows and columns of the table that has the caret."""

from __future__ import annotations

from collections.abc import Callable

from referatdesk.i18n.catalogue import _
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.richtext.tables import TableCommands


class TableEditing(Commands):
    def row_below(self) -> None:
        self._with_table(TableCommands.insert_row)

    def row_above(self) -> None:
        self._with_table(lambda table: table.insert_row(below=False))

    def column(self) -> None:
        self._with_table(TableCommands.insert_column)

    def remove_row(self) -> None:
        self._with_table(TableCommands.remove_row)

    def remove_column(self) -> None:
        self._with_table(TableCommands.remove_column)

    def _with_table(self, act: Callable[[TableCommands], None]) -> None:
        editor = self.view.editor_in_focus()
        if editor is None or not editor.tables.is_inside():
            self.window.toast(_("Put the caret into the table first."))
        else:
            act(editor.tables)
