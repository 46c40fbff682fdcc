"""The ground behind the places that were found in the item shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextEdit

from referatdesk.domain.meetings import AgendaItem
from referatdesk.services.writing.replacing import Match
from referatdesk.ui.desk import Desk
from referatdesk.ui.richtext.characters import qt_length
from referatdesk.ui.richtext.editor import RichTextEdit
from referatdesk.ui.writing.found_places import ShownLines, marked_at

if TYPE_CHECKING:
    from referatdesk.ui.panes.item import ItemPane

MOST_MARKED = 500
"""So many are marked before a key would wait for it."""


class FoundMarks:
    """Beside the texts and no part of them."""

    def __init__(self, desk: Desk, item: ItemPane) -> None:
        self._desk = desk
        self._item = item

    def lines(self) -> ShownLines:
        """Where places are looked up in what is seen now."""
        return ShownLines(one for one in self._item.findChildren(RichTextEdit) if one.isVisible())

    def show(self, matches: Sequence[Match], at: int) -> None:
        """Those around the place that is gone to, where there are very many."""
        marked: dict[RichTextEdit, list[QTextEdit.ExtraSelection]] = {
            editor: [] for editor in self._item.findChildren(RichTextEdit)
        }
        lines = self.lines()
        for match in self._near(matches, at):
            place = lines.find(match)
            if place is not None:
                marked[place[0]].append(marked_at(*place, match))
        for editor, selections in marked.items():
            editor.setExtraSelections(selections)
        self._show_in_title(matches[at] if 0 <= at < len(matches) else None)

    def select_nothing(self) -> None:
        for editor in self._item.findChildren(RichTextEdit):
            cursor = editor.textCursor()
            if cursor.hasSelection():
                cursor.clearSelection()
                editor.setTextCursor(cursor)

    def _near(self, matches: Sequence[Match], at: int) -> list[Match]:
        here = self._item.item_id
        places = [place for place, one in enumerate(matches) if one.item_id == here]
        before = sum(place < at for place in places)
        first = max(0, min(before - MOST_MARKED // 2, len(places) - MOST_MARKED))
        return [matches[place] for place in places[first : first + MOST_MARKED]]

    def _show_in_title(self, match: Match | None) -> None:
        title = self._item.title
        title.setSelection(0, 0)
        if match is not None and match.section_id is None and match.item_id == self._item.item_id:
            words = self._desk.workspace.get(AgendaItem, match.item_id).title
            begin = title.text().rfind(words) + match.start
            title.setSelection(qt_length(title.text()[:begin]), qt_length(words[match.start : match.end]))
