"""Undo and redo across everything: first in the text being written, then in the archive."""

from __future__ import annotations

from referatdesk.domain.agenda import printed_numbers
from referatdesk.domain.changes import Change, Record
from referatdesk.domain.meetings import AgendaItem, ItemText
from referatdesk.domain.records import style_of
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.workspace import Step
from referatdesk.services.course.treating import current_item
from referatdesk.services.lookup import items_of
from referatdesk.ui.commands.base import Commands
from referatdesk.ui.widgets.controls import without_letter
from referatdesk.ui.words.acts import change_words


class HistoryCommands(Commands):
    def undo(self) -> None:
        editor = self.view.editor_in_focus() if self.window.shows_meeting else None
        if editor is not None and editor.can_undo():
            editor.undo()
        else:
            self._step(self.workspace.undo(), _("Undone: {what}"), _("Undone at item {number}: {what}"))

    def redo(self) -> None:
        editor = self.view.editor_in_focus() if self.window.shows_meeting else None
        if editor is not None and editor.can_redo():
            editor.redo()
        else:
            self._step(self.workspace.redo(), _("Redone: {what}"), _("Redone at item {number}: {what}"))

    def undo_name(self) -> str:
        steps = self.workspace.undo_steps
        return _("&Undo: {what}").format(what=_what(steps[0])) if steps else _("&Undo")

    def redo_name(self) -> str:
        steps = self.workspace.redo_steps
        return _("&Redo: {what}").format(what=_what(steps[0])) if steps else _("&Redo")

    def _step(self, change: Change | None, words: str, words_elsewhere: str) -> None:
        """Says what was done and shows the item it was done to: nothing is changed behind the secretary's back."""
        if change is None:
            return
        item_id = self._only_item(change)
        number = self._number(item_id) if item_id != self.item_id else None
        self.window.after_history(item_id or self._treated(change))
        what = change_words(change.label, change.subject)
        self.window.toast(words_elsewhere.format(number=number, what=what) if number else words.format(what=what))

    def _only_item(self, change: Change) -> str | None:
        """The item that the step was about; None where it was about more, or about one that is not there."""
        found = {_item_of(pair.record) for pair in change.pairs}
        item_id = found.pop() if len(found) == 1 else None
        return item_id if item_id and self.workspace.find(AgendaItem, item_id) else None

    def _number(self, item_id: str | None) -> str | None:
        meeting = self.workspace.meeting
        if item_id is None or meeting is None:
            return None
        style = style_of(self.workspace, meeting)
        return printed_numbers(items_of(self.workspace, meeting.id), style.sub_numbers).get(item_id)

    def _treated(self, change: Change) -> str | None:
        """What the meeting is at after a step of its course."""
        meeting = self.workspace.meeting
        if meeting is None or not change.label.startswith("course."):
            return None
        current = current_item(self.workspace, meeting.id)
        return current.id if current is not None else None


def _what(step: Step) -> str:
    return without_letter(change_words(step.label, step.subject))


def _item_of(record: Record) -> str | None:
    return record.id if isinstance(record, AgendaItem | ItemText) else getattr(record, "item_id", None)
