"""A side of the preview: a list whose rows are measured a few at a time, so that a long document opens at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from referatdesk.services.drafts import Part, Place
from referatdesk.ui.reading.row_delegate import RowDelegate
from referatdesk.ui.reading.row_model import Index, RowModel
from referatdesk.ui.reading.rows import Row
from referatdesk.ui.words.parts import KEYS

MEASURED_AT_ONCE = 40
JOIN_KEY = "J"
_PART_KEYS: Mapping[str, Part] = KEYS


class RowView(QListView):
    """`went_to` carries the lines of the row that the user went to; `part_wanted` and `join_wanted` what a key asks."""

    went_to = Signal(object)
    part_wanted = Signal(object)
    kind_wanted = Signal()
    join_wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: int | None = None
        self._following = False
        self.rows = RowModel(self)
        self._delegate = RowDelegate(self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(MEASURED_AT_ONCE)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalScrollBar().rangeChanged.connect(self._reach)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def show_rows(self, rows: list[Row], doubtful: frozenset[int]) -> None:
        """Other rows, or the same with other parts; where one reads stays."""
        known = self._delegate.knows(rows)
        self.setLayoutMode(QListView.LayoutMode.SinglePass if known else QListView.LayoutMode.Batched)
        number, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        if not self.rows.show_rows(rows, doubtful):
            self.viewport().update()
            return
        self._delegate.forget_layouts()
        if rows:
            self._choose(self.rows.index(min(number, len(rows) - 1) if number >= 0 else self._first(rows), 0))
        if known:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(scrolled)
        self._reach()

    @staticmethod
    def _first(rows: list[Row]) -> int:
        """The first row that stands for a line: what is printed at the edge of every page comes before it."""
        return next((number for number, row in enumerate(rows) if row.place is not None), 0)

    @property
    def places(self) -> list[Place]:
        """The lines of the chosen rows, in their order."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        return [place for number in chosen if (place := self.rows.rows[number].place) is not None]

    def step_down(self) -> None:
        """Goes on to the next row, as if by the arrow."""
        if self.currentIndex().row() + 1 < self.rows.rowCount():
            self.selectionModel().setCurrentIndex(
                self.rows.index(self.currentIndex().row() + 1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def go_to(self, place: Place) -> None:
        """Shows the row of the lines without telling anybody."""
        number = self.rows.row_of_line(place.line_from)
        if number is not None:
            self._choose(self.rows.index(number, 0))

    def _choose(self, index: QModelIndex) -> None:
        self._following = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        self._wanted = index.row()
        self._reach()

    def _reach(self) -> None:
        """Keeps what is wanted and the row below it in sight while rows are measured, until the user scrolls."""
        if self._wanted is None:
            return
        index = self.rows.index(self._wanted, 0)
        if self.visualRect(index).isValid():
            self.scrollTo(index.siblingAtRow(self._wanted + 1), QListView.ScrollHint.EnsureVisible)
            self.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _let_go(self) -> None:
        self._wanted = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._let_go()
        super().wheelEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        if self._following:
            self.viewport().update()
            return
        self._let_go()
        super().currentChanged(current, previous)
        row = self.rows.rows[current.row()] if current.isValid() else None
        if row is not None and row.place is not None:
            self.went_to.emit(row.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper() if not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier else ""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if letter == "L" and shifted:
            self.kind_wanted.emit()
        elif letter == JOIN_KEY:
            self.join_wanted.emit()
        elif letter in _PART_KEYS:
            self.part_wanted.emit(_PART_KEYS[letter])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()  # the window's own
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters say what a line is; nothing is searched by them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.setLayoutMode(QListView.LayoutMode.Batched)
            self._delegate.forget()
            if self.currentIndex().isValid() and self.viewport().rect().intersects(
                self.visualRect(self.currentIndex())
            ):
                self._wanted = self.currentIndex().row()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._delegate.forget()
