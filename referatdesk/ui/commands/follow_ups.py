"""Promises: marked where they are written, taken from the line that proposes them, and kept in a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QTextCursor

from referatdesk.domain.decisions import FollowUp
from referatdesk.i18n.catalogue import _
from referatdesk.services import follow_ups
from referatdesk.ui import clock
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.follow_ups.pointed_at import words_at
from referatdesk.ui.follow_ups.window import FollowUpsDialog
from referatdesk.ui.follow_ups.words import facts_of


class FollowUpCommands(Commands):
    def mark(self) -> None:
        """The selection, or the sentence at the caret, is kept as a follow-up."""
        editor = self.view.editor_in_focus()
        words = words_at(editor.textCursor()) if editor is not None else ""
        if not words:
            self.window.toast(_("Put the caret in the sentence with the promise, and press the key again."))
        elif any(one.text == words for one in follow_ups.follow_ups_of(self.workspace, self.item_id)):
            self.window.toast(_("That is kept as a follow-up already."))
        else:
            change, new = follow_ups.mark(self.workspace, self.item_id, words)
            self.desk.do(change)
            facts = facts_of(self.workspace.get(FollowUp, new))
            self.window.toast(_("Follow-up: {facts}").format(facts=facts))

    def accept(self) -> None:
        self.view.item.follow_up.accept()

    def dismiss(self) -> None:
        self.view.item.follow_up.dismiss()

    def overview(self) -> None:
        meeting = self.workspace.meeting
        if meeting is not None:
            today = date.fromisoformat(clock.today())
            dialog = FollowUpsDialog(self.desk, meeting, self.item_id, today, self.window)
            dialog.report_wanted.connect(self._report)
            dialog.item_made.connect(self._show_item)
            dialog.open()

    def _report(self, opening: str) -> None:
        """On a line of its own behind what is written; the caret waits for the rest of the sentence."""
        self.view.item.focus_minutes()
        editor = self.view.item.main_editor
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.insert_text(opening if editor.document().isEmpty() else f"\n{opening}")

    def _show_item(self, item_id: str) -> None:
        self.view.agenda.reload()
        self.view.agenda.choose(item_id)
