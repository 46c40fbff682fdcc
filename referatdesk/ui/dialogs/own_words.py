"""The words that one's own list says are right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from referatdesk.domain.changes import Change
from referatdesk.domain.records import Records
from referatdesk.domain.writing import OwnWord
from referatdesk.i18n.catalogue import _
from referatdesk.services.archive.events import Applied
from referatdesk.services.writing import spelling
from referatdesk.ui.asking.frame import Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.dialogs.row_source import Column
from referatdesk.ui.dialogs.row_table import RowTable
from referatdesk.ui.widgets.controls import label


class WordRows:
    """In the order of the alphabet, which nobody can change."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.new_row = _("+ New word")

    @property
    def columns(self) -> Sequence[Column[OwnWord]]:
        return (Column(_("Word"), self.name, lambda own, word: spelling.edit_word(self._records, own.id, word)),)

    def rows(self) -> Sequence[OwnWord]:
        return spelling.own_words(self._records)

    def key(self, row: OwnWord) -> str:
        return row.id

    def name(self, row: OwnWord) -> str:
        return row.word

    def add(self, name: str) -> Change:
        return spelling.add_word(self._records, name.strip())

    def remove(self, row: OwnWord) -> Change:
        return spelling.remove_word(self._records, row.id)

    def move(self, _row: OwnWord, _index: int) -> Change:
        return Change("word.edit", ())


class OwnWordsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Own word list"), parent, heading=_("Own word list"), sign="check")
        self._desk = desk
        self.table = RowTable(_("Own word list"), WordRows(desk.workspace), self._put, self)
        how = _("These words are never marked. Names of people, places and items are known by themselves.")
        self.body.addWidget(label(how, self, tone="muted", kind="small"))
        self.body.addWidget(self.table, 1)
        self.add_button(_("Close"), self.reject, look="primary")
        self.size_to(520, 440)
        desk.watch(self, self._heard)

    def _put(self, change: Change) -> None:
        self._desk.attempt(lambda: self._desk.do(change))

    def _heard(self, event: object) -> None:
        if isinstance(event, Applied) and any(isinstance(pair.record, OwnWord) for pair in event.change.pairs):
            self.table.reload()
