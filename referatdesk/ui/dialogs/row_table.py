"""A table of records edited in place, with its buttons: add, remove, move, all by key as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from referatdesk.domain.changes import Change
from referatdesk.i18n.catalogue import _
from referatdesk.ui.dialogs.row_model import RowModel
from referatdesk.ui.dialogs.row_source import RowSource
from referatdesk.ui.theme import SPACE
from referatdesk.ui.widgets.announce import announce
from referatdesk.ui.widgets.controls import button, tool

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34


class _Cells(QStyledItemDelegate):
    """Opens a list where the column has choices, a line elsewhere."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        choices = model.choices(index.column()) if isinstance(model, RowModel) and model.row_at(index) else []
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.addItems([words for words, _value in choices])
        box.activated.connect(lambda _place: self._done(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Qt.ItemDataRole.DisplayRole))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox) and isinstance(model, RowModel):
            model.setData(index, model.choices(index.column())[editor.currentIndex()][1])
        else:
            super().setModelData(editor, model, index)


class RowTable(QWidget, Generic[R]):
    """Enter or F2 edits, Delete removes, Alt with the arrows moves, Insert goes to the line for a new row."""

    def __init__(self, name: str, source: RowSource[R], put: Callable[[Change], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self._put = put
        self.model: RowModel[R] = RowModel(source, put, self)
        self.view = _view(name, self.model, self)
        for place, column in enumerate(source.columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            self.view.horizontalHeader().setSectionResizeMode(place, mode)
            if column.width:
                needed = self.view.horizontalHeader().sectionSizeHint(place)
                self.view.setColumnWidth(place, max(column.width, needed))
        self._widen()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.hair)
        self.buttons.addWidget(button(_("Add"), self.edit_new, self, sign="add"))
        self.buttons.addStretch(1)
        self.buttons.addWidget(tool(_("Move up (Alt+Up)"), "up", lambda: self.move_row(-1), self))
        self.buttons.addWidget(tool(_("Move down (Alt+Down)"), "down", lambda: self.move_row(1), self))
        self.buttons.addWidget(tool(_("Remove (Delete)"), "trash", self.remove_row, self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.small)
        box.addWidget(self.view, 1)
        box.addLayout(self.buttons)
        self._keys()

    def _keys(self) -> None:
        acts: dict[str, Callable[[], Any]] = {
            "Alt+Up": lambda: self.move_row(-1),
            "Alt+Down": lambda: self.move_row(1),
            "Delete": self.remove_row,
            "Insert": self.edit_new,
            "Return": self.edit_cell,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    @property
    def row(self) -> R | None:
        return self.model.row_at(self.view.currentIndex())

    def _widen(self) -> None:
        for place, column in enumerate(self._source.columns):
            if column.widest:
                wanted = min(self.view.sizeHintForColumn(place), column.widest)
                self.view.setColumnWidth(place, max(self.view.columnWidth(place), wanted))

    def reload(self) -> None:
        row, column = self.row, self.view.currentIndex().column()
        self.model.reload()
        self._widen()
        if row is not None and not self.view.currentIndex().isValid():
            self._go_to(self._source.key(row), column)

    def _go_to(self, key: str, column: int = 0) -> None:
        place = self.model.place_of(key)
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place, max(column, 0)))

    def edit_cell(self) -> None:
        self.view.edit(self.view.currentIndex())

    def edit_new(self) -> None:
        line = self.model.index(self.model.rowCount() - 1, 0)
        self.view.setFocus()
        self.view.setCurrentIndex(line)
        self.view.edit(line)

    def remove_row(self) -> None:
        row, place = self.row, self.view.currentIndex().row()
        if row is not None:
            self._put(self._source.remove(row))
            self.view.setCurrentIndex(self.model.index(min(place, self.model.rowCount() - 1), 0))
            announce(self.view, _("{name} is removed").format(name=self._source.name(row)))

    def move_row(self, step: int) -> None:
        row, place = self.row, self.view.currentIndex().row() + step
        if row is not None and 0 <= place < self.model.rowCount() - 1:
            self._put(self._source.move(row, place))
            self._go_to(self._source.key(row), self.view.currentIndex().column())
            announce(self.view, _("{name} is number {place}").format(name=self._source.name(row), place=place + 1))


def _view(name: str, model: QAbstractItemModel, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(_Cells(view))
    view.setShowGrid(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setHighlightSections(False)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
        | QAbstractItemView.EditTrigger.SelectedClicked
    )
    return view
