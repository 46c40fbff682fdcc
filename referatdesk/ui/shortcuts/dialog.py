"""All keys: searched, changed, set back, and printed on one page."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QWidget

from referatdesk.i18n.catalogue import _
from referatdesk.services.written_files import write_new
from referatdesk.ui.asking.frame import ENTER, Dialog
from referatdesk.ui.desk import Desk
from referatdesk.ui.outside import open_outside
from referatdesk.ui.shortcuts.change import ChangeKeyDialog
from referatdesk.ui.shortcuts.changing import as_in_the_table, without_keys
from referatdesk.ui.shortcuts.list_model import Heading, KeyListModel, KeyRow, key_rows
from referatdesk.ui.shortcuts.sheet import sheet_pdf
from referatdesk.ui.shortcuts.taken import Changed
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.controls import button

SIZE = (700, 900)
"""As many rows as the screen has room for."""
KEY_WIDTH, CHANGED_WIDTH = 200, 76
ROW_HEIGHT = 28


class KeysDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), parent, heading=_("Keys"), sign="info")
        self._desk = desk
        self.search = QLineEdit(self)
        self.search.setAccessibleName(_("Search the keys"))
        self.search.setPlaceholderText(_("Search, e.g. item or Ctrl+E"))
        self.search.textChanged.connect(lambda _text: self.show_rows())
        self.model = KeyListModel(self)
        self.table = self._table()
        self.teaching = QCheckBox(_("&Tell the key when something was chosen by mouse three times"), self)
        self.teaching.setChecked(desk.preferences.now.teach_keys)
        self.teaching.toggled.connect(self._set_teaching)
        self._lay_out()
        self.show_rows()
        self.size_to(*SIZE)
        self.search.setFocus()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(_("Commands and their keys"))
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, KEY_WIDTH)
        table.setColumnWidth(2, CHANGED_WIDTH)
        table.doubleClicked.connect(lambda _index: self.change())
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        return table

    def _lay_out(self) -> None:
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.change_button = button(_("&Change…"), self.change, self)
        self.none_button = button(_("&No key"), self.take_key_away, self)
        self.back_button = button(_("Set &back"), self.set_back, self)
        self.all_back_button = button(_("Set &all back"), self.set_all_back, self)
        line = QHBoxLayout()
        line.setSpacing(SPACE.small)
        for one in (self.change_button, self.none_button, self.back_button, self.all_back_button):
            line.addWidget(one)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.teaching)
        self.add_left(button(_("&Print on one page…"), self.print, self))
        self.add_button(_("C&lose"), self.reject, look="primary", default=True)

    @property
    def changed(self) -> Changed:
        return self._desk.preferences.now.changed_keys

    @property
    def row(self) -> KeyRow | None:
        place = self.table.currentIndex().row()
        row = self.model.rows[place] if 0 <= place < len(self.model.rows) else None
        return row if isinstance(row, KeyRow) else None

    def show_rows(self) -> None:
        """The rows that are searched for; the one that was chosen stays so."""
        chosen = self.row
        self.table.clearSpans()
        self.model.show_rows(key_rows(self.changed, self.search.text()))
        for place, row in enumerate(self.model.rows):
            if isinstance(row, Heading):
                self.table.setSpan(place, 0, 1, self.model.columnCount())
        self._choose(chosen.spec.id if chosen else "")
        self._enable()

    def _choose(self, action_id: str) -> None:
        rows = [(place, row.spec.id) for place, row in enumerate(self.model.rows) if isinstance(row, KeyRow)]
        place = next((place for place, one in rows if one == action_id), rows[0][0] if rows else -1)
        self.table.setCurrentIndex(self.model.index(place, 0))

    def _enable(self) -> None:
        row = self.row
        self.change_button.setEnabled(row is not None)
        self.none_button.setEnabled(row is not None and bool(row.keys))
        self.back_button.setEnabled(row is not None and row.is_changed)
        self.all_back_button.setEnabled(bool(self.changed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.table.hasFocus():
            self.change()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def change(self) -> None:
        if self.row is not None:
            dialog = ChangeKeyDialog(self.row.spec, self.changed, self)
            dialog.chosen.connect(self._put)
            dialog.open()

    def take_key_away(self) -> None:
        if self.row is not None:
            self._put(without_keys(self.changed, self.row.spec.id))

    def set_back(self) -> None:
        if self.row is not None:
            self._put(as_in_the_table(self.changed, self.row.spec.id))

    def set_all_back(self) -> None:
        self._put({})

    def _put(self, changed: Changed) -> None:
        self._desk.preferences.set(replace(self._desk.preferences.now, changed_keys=changed))
        self.show_rows()

    def _set_teaching(self, on: bool) -> None:
        self._desk.preferences.set(replace(self._desk.preferences.now, teach_keys=on, taught_keys={}))

    def print(self) -> None:
        proposed = _("Keys of Referatdesk") + ".pdf"
        self._desk.ask.file_to_save(_("Print on one page"), proposed, _("PDF files (*.pdf)"), self._write)

    def _write(self, path: Path) -> None:
        self._desk.attempt(lambda: self._written(path))

    def _written(self, path: Path) -> None:
        write_new(path, sheet_pdf(self.changed), overwrite=True)
        open_outside(path)
