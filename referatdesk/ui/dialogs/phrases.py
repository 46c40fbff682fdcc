"""The phrases of a board that are one's own: listed, added, changed and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.records import Records, board_of
from referatdesk.domain.writing import Snippet
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.writing import snippets
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.row_source import Column
from referatdesk.ui.dialogs.row_table import RowTable
from referatdesk.ui.widgets.controls import label


class PhraseRows:
    def __init__(self, records: Records, board_id: str | None) -> None:
        self._records = records
        self._board_id = board_id
        self.new_row = _("+ New phrase")

    @property
    def columns(self) -> Sequence[Column[Snippet]]:
        return (
            Column(_("Phrase"), self.name, self._edit("text")),
            Column(_("Short name"), lambda one: one.short, self._edit("short"), width=110),
            Column(_("All boards"), lambda one: one.board_id is None, self._share, check=True, width=100),
            Column(_("At a space"), lambda one: one.abbreviation, self._edit("abbreviation"), check=True, width=100),
        )

    def _edit(self, field: str) -> Any:
        return lambda one, value: snippets.edit_snippet(self._records, one.id, **{field: value})

    def _share(self, one: Snippet, shared: bool) -> Change:
        return snippets.share_snippet(self._records, one.id, None if shared else self._board_id)

    def rows(self) -> Sequence[Snippet]:
        return snippets.own_snippets(self._records, self._board_id)

    def key(self, row: Snippet) -> str:
        return row.id

    def name(self, row: Snippet) -> str:
        return row.text

    def add(self, name: str) -> Change:
        return snippets.add_snippet(self._records, self._board_id, name)

    def remove(self, row: Snippet) -> Change:
        return snippets.remove_snippet(self._records, row.id)

    def move(self, row: Snippet, index: int) -> Change:
        return snippets.move_snippet(self._records, row.id, self._board_id, index)


class PhrasesDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Own phrases"), parent, heading=_("Own phrases"), sign="quote")
        self._desk = desk
        meeting = desk.workspace.meeting
        board_id = board_of(desk.workspace, meeting).id if meeting is not None else None
        self.table = RowTable(_("Own phrases"), PhraseRows(desk.workspace, board_id), self._put, self)
        self.body.addWidget(label(self._how(), self, tone="muted", kind="small"))
        self.body.addWidget(self.table, 1)
        self.add_button(_("Close"), self.reject, look="primary")
        self.size_to(820, 460)
        desk.watch(self, self._heard)

    def _how(self) -> str:
        return _(
            "In a text, “;” and the first letters of the short name put the phrase in with Tab. Words in braces, such "
            "as {hvem}, are filled in one after the other, and {tid} by itself with the time. “At a space” writes a "
            "short name out as it is typed."
        )

    def _put(self, change: Change) -> None:
        self._desk.attempt(lambda: self._desk.do(change))

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, Snippet) for pair in event.change.pairs):
            self.table.reload()
